import t from 'tap'
import { describeReport } from '../../../speaker/reports/describe.ts'
import { linkView } from '../../../speaker/lan/link-view.ts'
import { createProbeLoad } from '../../../speaker/probing/load.ts'
import type { Target } from '../../../speaker/probing/target.ts'
import { targetOf, type TargetState } from '../../support/speaker/probe-fixtures.ts'
import { linkOf } from '../../support/speaker/scenario.ts'

function many(count: number, state: TargetState = {}): readonly Target[] {
  return Array.from({ length: count }, () => targetOf(state))
}

t.test('what fits into the budget is not stretched', async (t) => {
  const load = createProbeLoad(5_000)
  const targets = many(500)
  t.equal(load.stretch(targetOf()), 1, 'nothing has been summed up')
  t.strictSame(load.follow(targets), [])
  t.equal(load.stretch(targetOf()), 1)
})

t.test(
  'a thousand nodes at ten probes a second are probed half as often, which is told',
  async (t) => {
    const load = createProbeLoad(5_000)
    const reports = load.follow(many(1_000))
    t.equal(load.stretch(targetOf()), 2)
    t.match(reports, [{ event: 'ProbingStretched', link: 'eth0', targets: 1_000 }])
    t.strictSame(reports.map(describeReport), [
      'warn ProbingStretched: 1000 node addresses on eth0 ask for 10000 probes a second: they are probed every' +
        ' 200 ms instead of every 100 ms (a dead node is noticed later by as much; raise --probe-budget, or' +
        ' spec.announce.probe.intervalMilliseconds of the pools)',
    ])
    t.strictSame(load.follow(many(1_000)), [], 'once')
  },
)

t.test('those that are not needed ask for a tenth; the shortest interval is told', async (t) => {
  const load = createProbeLoad(100)
  const targets = [...many(100, { isNeeded: false }), ...many(10, { intervalMilliseconds: 50 })]
  t.match(load.follow(targets), [{ targets: 110, intervalMilliseconds: 150 }])
  t.equal(load.stretch(targetOf()), 3)
})

t.test('a tenth more or less is not told, but many small steps are', async (t) => {
  const load = createProbeLoad(1_000)
  const told = [109, 111, 121, 122, 123, 124].map((count) => load.follow(many(count)).length)
  t.strictSame(told, [0, 1, 0, 0, 1, 0])
})

t.test('what has been over and comes again is told again', async (t) => {
  const load = createProbeLoad(1_000)
  const told = [200, 100, 200, 0, 200].map((count) => load.follow(many(count)).length)
  t.strictSame(told, [1, 0, 1, 0, 1])
})

t.test('ARP has a smaller budget of its own', async (t) => {
  const load = createProbeLoad(5_000)
  t.match(load.follow([...many(100), ...many(100, { by: 'arp' })]), [
    { targets: 100, intervalMilliseconds: 200 },
  ])
  t.equal(load.stretch(targetOf()), 1)
  t.equal(load.stretch(targetOf({ by: 'arp' })), 2)
})

t.test('where all probes have less than that, ARP has no more', async (t) => {
  const load = createProbeLoad(100)
  load.follow(many(20, { by: 'arp' }))
  t.equal(load.stretch(targetOf({ by: 'arp' })), 2)
})

t.test('each link by itself', async (t) => {
  const load = createProbeLoad(1_000)
  const elsewhere = linkView(linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24'))
  const moved = many(150).map((target) => {
    target.role = { ...target.role, neighbor: { ...target.role.neighbor, link: elsewhere } }
    return target
  })
  t.strictSame(
    load.follow([...many(300), ...moved]).map(({ link }) => link),
    ['eth0', 'eth1'],
  )
  t.equal(load.stretch(targetOf()), 3)
  t.equal(moved[0] && load.stretch(moved[0]), 1.5)
})

t.test('fifty questions by ARP may be asked at once, and then five hundred a second', async (t) => {
  const load = createProbeLoad(5_000)
  const asked = (link: string, now: number) => {
    let count = 0
    while (load.mayAsk(link, now)) count++
    return count
  }
  t.equal(asked('eth0', 0), 50)
  t.equal(asked('eth0', 1.9), 0)
  t.equal(asked('eth0', 2), 1)
  t.equal(asked('eth0', 22), 10)
  t.equal(asked('eth1', 22), 50, 'each link by itself')
  t.equal(asked('eth0', 10_000), 50, 'no more than that can be saved')
})

t.test('volleys may send twice the budget, a tenth of a second of it at once', async (t) => {
  const load = createProbeLoad(100)
  const sent = (link: string, now: number) => {
    let count = 0
    while (load.mayProbe(link, now)) count++
    return count
  }
  t.equal(sent('eth0', 0), 20)
  t.equal(sent('eth0', 4.9), 0)
  t.equal(sent('eth0', 5), 1)
  t.equal(sent('eth0', 10_000), 20)
  t.equal(sent('eth1', 10_000), 20, 'each link by itself')
  t.ok(createProbeLoad(1).mayProbe('eth0', 0), 'one at least')
})
