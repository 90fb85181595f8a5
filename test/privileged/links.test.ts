import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import type { Host } from '../../demo/lan.ts'
import { planOf, writePlans } from '../support/plan-sketch.ts'
import { announced, startSpeaker } from '../support/speaker.ts'
import { until } from '../support/until.ts'

const skip = lanRefusal() ?? false
const nodes = [{ name: 'one', addresses: ['10.9.0.1', 'fd00:9::1'] }]

function setUp(t: Test, owners: Readonly<Record<string, number>>) {
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'] },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
  ])
  t.teardown(() => lan.close())
  const plan = join(t.testdir(), 'plan.json')
  writePlans(plan, planOf({ nodes, owners }))
  return { lan, host: lan.host('speaker'), plan }
}

/** The solicited-node groups that the kernel of the host is a member of, for addresses of the plan. */
function groups(host: Host): readonly string[] {
  const lines = host.exec(['cat', '/proc/net/igmp6']).split('\n')
  return lines.flatMap((line) => /eth0\s+(ff02\w+01ffa\w+)/.exec(line)?.[1] ?? [])
}

t.test('groups are joined, and left with the plan', { skip }, async (t) => {
  const owners = { 'fd00:9::a0:100': 0, 'fd00:9::1:a0:100': 0, 'fd00:9::aa:1': 0 }
  const { host, plan } = setUp(t, owners)
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(announced('fd00:9::aa:1'))
  await until(() => groups(host).length === 2, 'two groups, one of them for two addresses')
  writePlans(plan, planOf({ nodes, owners: { '10.9.0.100': 0 } }))
  await speaker.until(announced('10.9.0.100'))
  await until(() => groups(host).length === 0, 'no group')
  t.pass()
})

t.test('more groups than one socket takes', { skip }, async (t) => {
  const count = 2500
  const addresses = Array.from({ length: count }, (_, at) => `fd00:9::a0:${(at + 1).toString(16)}`)
  const { host, plan } = setUp(t, Object.fromEntries(addresses.map((address) => [address, 0])))
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(announced(addresses.at(-1) ?? ''))
  await until(() => groups(host).length === count, 'all groups')
  t.notOk(
    speaker.reports().some(({ level }) => level !== 'info'),
    'nothing was refused',
  )
})

t.test(
  'a link that goes down and comes back, or is deleted and made again',
  { skip },
  async (t) => {
    const { lan, host, plan } = setUp(t, { '10.9.0.100': 0, 'fd00:9::aa:1': 0 })
    const speaker = startSpeaker(host, ['--plan', plan])
    const count = (event: string) => speaker.reports().filter((one) => one.event === event).length
    await speaker.until(announced('fd00:9::aa:1'))

    host.exec(['ip', 'link', 'set', 'eth0', 'down'])
    await until(() => count('LinkDown') === 1, 'it has noticed')
    host.exec(['ip', 'link', 'set', 'eth0', 'up'])
    await until(() => count('LinkUp') === 2, 'it is back')

    host.exec(['ip', 'link', 'del', 'eth0'])
    await until(() => count('LinkDown') === 2, 'it is gone')
    lan.plugInAgain('speaker')
    await until(() => count('LinkUp') === 3, 'it is there again')
    await until(() => groups(host).length === 1, 'its group is joined again')
    speaker.kill('SIGTERM')
    t.equal(await speaker.ended, 0)
  },
)
