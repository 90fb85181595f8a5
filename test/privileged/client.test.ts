import { join } from 'node:path'
import t from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { ask, neighbor, serve } from '../support/wire/datagrams.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import { until } from '../support/until.ts'

const skip = lanRefusal() ?? false

const VIPS = ['10.9.0.100', 'fd00:9::100']
const accepts = ['10.9.0.100/32', 'fd00:9::100/128']
const nodes = [
  { name: 'one', addresses: ['10.9.0.1', 'fd00:9::1'] },
  { name: 'two', addresses: ['10.9.0.2', 'fd00:9::2'] },
]

function sketch(owner: number) {
  return planOf({ nodes, owners: Object.fromEntries(VIPS.map((address) => [address, owner])) })
}

t.test(
  'a client reaches an address by the MAC of its owner, and follows it',
  { skip },
  async (t) => {
    const lan = createLan([
      { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'], accepts },
      { name: 'two', addresses: ['10.9.0.2/24', 'fd00:9::2/64'], accepts },
      { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
      { name: 'client', addresses: ['10.9.0.9/24', 'fd00:9::9/64'] },
    ])
    t.teardown(() => lan.close())
    const [one, two, client] = ['one', 'two', 'client'].map((name) => lan.host(name))
    if (one === undefined || two === undefined || client === undefined) throw new Error('no hosts')
    for (const address of VIPS) await Promise.all([serve(one, address), serve(two, address)])

    const plan = join(t.testdir(), 'plan.json')
    writePlans(plan, sketch(0))
    const speaker = startSpeaker(lan.host('speaker'), ['--plan', plan])
    for (const address of VIPS) {
      await speaker.until(announced(address, one.mac))
      t.equal(ask(client, address), 'one hello', `a datagram to ${address} arrives at its owner`)
      t.equal(neighbor(client, address), one.mac, 'the kernel of the client has learned its MAC')
    }

    writePlans(plan, sketch(1))
    for (const address of VIPS) {
      await speaker.until(announced(address, two.mac))
      await until(
        () => neighbor(client, address) === two.mac,
        'the entry follows without a request',
      )
      t.equal(ask(client, address), 'two hello', `${address} has moved`)
    }
    speaker.kill('SIGTERM')
    t.equal(await speaker.ended, 0)
  },
)
