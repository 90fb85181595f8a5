import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import type { Host } from '../../demo/lan.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import { arpFrame, macHex } from '../support/wire/raw-frames.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import type { Station } from '../support/wire/station.ts'
import { startStation } from '../support/wire/station.ts'
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

/** Addresses with different last 24 bits: each has a solicited-node group of its own. */
function scattered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `fd00:9::a0:${(at + 1).toString(16)}`)
}

t.test('more groups than one socket takes', { skip }, async (t) => {
  const addresses = scattered(5000)
  const { host, plan } = setUp(t, Object.fromEntries(addresses.map((address) => [address, 0])))
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(announced(addresses.at(-1) ?? ''))
  await until(() => groups(host).length === addresses.length, 'all groups')
  t.notOk(
    speaker.reports().some(({ level }) => level !== 'info'),
    'nothing was refused',
  )
})

t.test('what the kernel refuses is reported once', { skip }, async (t) => {
  const addresses = scattered(5000)
  const { host, plan } = setUp(t, { '10.9.0.100': 0 })
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(announced('10.9.0.100'))
  // The sockets and their filters are there: there is no memory for a single group.
  if (!limitOptionMemory(host, 16)) return t.comment('this kernel has one limit for all namespaces')
  writePlans(plan, planOf({ nodes, owners: Object.fromEntries(addresses.map((one) => [one, 0])) }))
  const refused = await speaker.until(({ event }) => event === 'GroupsRefused')
  await speaker.until(announced(addresses.at(-1) ?? ''))
  t.match(refused, { link: 'eth0', message: /refused 5000 multicast groups/ })
  t.equal(speaker.reports().filter(({ event }) => event === 'GroupsRefused').length, 1)
})

/** False where the namespace has no such limit of its own (before Linux 6.8). */
function limitOptionMemory(host: Host, bytes: number): boolean {
  try {
    host.exec(['sysctl', '-qw', `net.core.optmem_max=${bytes}`])
    return true
  } catch {
    return false
  }
}

t.test('an interface with another name', { skip }, async (t) => {
  const { lan, host, plan } = setUp(t, { '10.9.0.100': 0, 'fd00:9::aa:1': 0 })
  const speaker = startSpeaker(host, ['--plan', plan, '--interface', 'eth0', 'lan*'])
  await speaker.until(announced('fd00:9::aa:1'))
  const station = await startStation(lan.host('one'))
  rename(host, 'eth0', 'lan0')
  await speaker.until(({ event }) => event === 'LinkDown')
  await speaker.until(
    (report) => announced('10.9.0.100')(report) && 'link' in report && report.link === 'lan0',
  )
  await answers(station, host.mac, '10.9.0.100')
  rename(host, 'lan0', 'eth0')
  await until(
    () => speaker.reports().filter(({ event }) => event === 'LinkUp').length === 3,
    'its first name is back',
  )
  await answers(station, host.mac, '10.9.0.100')
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
})

function rename(host: Host, from: string, to: string): void {
  host.exec(['ip', 'link', 'set', from, 'down'])
  host.exec(['ip', 'link', 'set', from, 'name', to])
  host.exec(['ip', 'link', 'set', to, 'up'])
}

/** Asks, again and again, until the host with this MAC has answered. */
async function answers(station: Station, mac: string, target: string): Promise<void> {
  const from = '0200000000bb'
  const fields = { to: 'ffffffffffff', from, senderMac: from, sender: '10.9.0.250', target }
  station.take()
  const asking = setInterval(() => station.send(arpFrame(fields)), 20)
  await station.until((frame) => frame.toString('hex').startsWith(`${from}${macHex(mac)}0806`))
  clearInterval(asking)
}

t.test('an interface with another MAC', { skip }, async (t) => {
  const { lan, host, plan } = setUp(t, { '10.9.0.100': 0 })
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(announced('10.9.0.100'))
  const station = await startStation(lan.host('one'))
  await answers(station, host.mac, '10.9.0.100')
  host.exec(['ip', 'link', 'set', 'eth0', 'address', '02:00:00:00:00:99'])
  await answers(station, '02:00:00:00:00:99', '10.9.0.100')
  t.pass()
})

t.test('an interface with another address', { skip }, async (t) => {
  const { lan, host, plan } = setUp(t, {})
  const far = [{ name: 'far', addresses: ['10.7.0.1'] }]
  writePlans(plan, planOf({ nodes: far, owners: { '10.7.0.100': 0 } }))
  lan.host('one').exec(['ip', 'addr', 'add', '10.7.0.1/24', 'dev', 'eth0'])
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(({ event }) => event === 'AddressOnNoInterface')
  host.exec(['ip', 'addr', 'add', '10.7.0.3/24', 'dev', 'eth0'])
  await speaker.until(announced('10.7.0.100'))
  t.pass()
})

t.test('a network that is on the link by a route alone', { skip }, async (t) => {
  const { lan, host, plan } = setUp(t, {})
  const far = [{ name: 'far', addresses: ['10.8.0.1', 'fd08::1'] }]
  writePlans(plan, planOf({ nodes: far, owners: { '10.8.0.100': 0, 'fd08::aa:1': 0 } }))
  for (const address of ['10.8.0.1/24', 'fd08::1/64'])
    lan.host('one').exec(['ip', 'addr', 'add', address, 'dev', 'eth0'])
  for (const route of ['10.8.0.0/24', 'fd08::/64'])
    host.exec(['ip', 'route', 'add', route, 'dev', 'eth0'])
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(announced('10.8.0.100'))
  await speaker.until(announced('fd08::aa:1'))
  t.pass()
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
