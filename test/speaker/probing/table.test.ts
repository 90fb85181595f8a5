import t from 'tap'
import { linkView, type Neighbor } from '../../../speaker/lan/link-view.ts'
import { createProbeTable, type ProbeTable } from '../../../speaker/probing/table.ts'
import { setVerdict } from '../../../speaker/probing/target.ts'
import type { ProbeRole } from '../../../speaker/probing/roles.ts'
import { roleOf, workerOn } from '../../support/speaker/probe-fixtures.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { eth0, neighbor, node, WORKER_1, WORKER_2 } from '../../support/wire/wire-fixtures.ts'

const created = (stretch = 1) => createProbeTable(() => stretch)
const link = linkView(eth0())
const NODES = Array.from({ length: 4 }, (_, index) =>
  neighbor(link, node(`worker-${index + 1}`, `10.0.0.${11 + index}`), WORKER_1),
)
const ROLES = NODES.map((one) => roleOf(one))
const [FIRST, SECOND, THIRD] = ROLES as [ProbeRole, ProbeRole, ProbeRole]

const names = (table: ProbeTable) => table.all().map(({ role }) => role.neighbor.node.name)

t.test('exactly those are probed that are wanted', async (t) => {
  const table = created()
  t.equal(table.deadline, undefined)
  table.follow([FIRST, SECOND], 0)
  t.strictSame(names(table), ['worker-1', 'worker-2'])
  table.follow([SECOND, THIRD], 0)
  t.strictSame(names(table), ['worker-2', 'worker-3'])
  t.equal(table.targetOf(FIRST.neighbor, 'IPv4'), undefined)
  table.follow([], 0)
  t.strictSame(names(table), [])
  t.equal(table.deadline, undefined)
})

t.test('what is known of those that stay is kept; their settings are the new ones', async (t) => {
  const table = created()
  table.follow([FIRST], 0)
  const target = table.targetOf(FIRST.neighbor, 'IPv4')
  const role = roleOf(FIRST.neighbor, { intervalMilliseconds: 50, method: 'arp' })
  table.follow([role], 100)
  t.equal(table.targetOf(FIRST.neighbor, 'IPv4'), target)
  t.equal(target?.role, role)
  t.match(target, { method: 'arp', verdict: 'up', since: 0 })
})

t.test('the first probes are spread over the interval, and do not cluster', async (t) => {
  const table = created()
  table.follow(ROLES, 1_000)
  const times = table.all().map(({ nextProbe }) => Math.round(nextProbe))
  t.strictSame(times, [1_062, 1_024, 1_085, 1_047])
  t.ok(Math.abs((table.deadline ?? 0) - 1_023.6) < 0.1)
})

t.test('over the interval as it is stretched, or that of nodes without a duty', async (t) => {
  const table = created(4)
  table.follow([FIRST, roleOf(SECOND.neighbor, { isNeeded: false })], 0)
  const times = table.all().map(({ nextProbe }) => Math.round(nextProbe))
  t.strictSame(times, [247, 944])
})

t.test('what is due is taken, the earliest first', async (t) => {
  const table = created()
  table.follow([FIRST, SECOND, THIRD], 0)
  const due = table.takeDue(62)
  t.strictSame(
    due.map(({ role }) => role.neighbor.node.name),
    ['worker-2', 'worker-1'],
  )
  t.strictSame(table.takeDue(62), [])
  for (const target of due) {
    target.nextProbe = 70
    table.arm(target)
  }
  t.equal(table.deadline, 70)
})

t.test('a node without a MAC is not waited for, until it has one', async (t) => {
  const table = created()
  const worker: { -readonly [K in keyof Neighbor]: Neighbor[K] } = { ...FIRST.neighbor }
  const { mac } = worker
  worker.mac = undefined
  table.follow([roleOf(worker)], 0)
  const target = table.targetOf(worker, 'IPv4')
  t.equal(table.deadline, undefined)
  t.equal(target?.verdict, 'unknown')
  if (target === undefined) return
  worker.mac = mac
  table.start(target, 500)
  t.match(target, { verdict: 'up', since: 500 })
  t.ok((table.deadline ?? 0) > 500)
  worker.mac = undefined
  table.follow([roleOf(worker)], 600)
  t.equal(table.deadline, undefined)
})

t.test('another node can be asked, or there is none', async (t) => {
  const table = created()
  table.follow([FIRST], 0)
  const target = table.targetOf(FIRST.neighbor, 'IPv4')
  if (target === undefined) return
  t.notOk(table.hasOthers(target))
  table.follow([FIRST, SECOND], 0)
  t.ok(table.hasOthers(target))
})

t.test('a node that is down and tells a MAC is probed at once', async (t) => {
  const table = created()
  table.follow([FIRST], 0)
  const target = table.targetOf(FIRST.neighbor, 'IPv4')
  if (target === undefined) return
  setVerdict(target, 'down', 100)
  table.start(target, 500)
  t.equal(table.deadline, 500)
})

t.test('a family that a node has no address of goes by the other one', async (t) => {
  const table = created()
  const dual = workerOn(link)
  const [v4, v6] = [roleOf(dual), roleOf(dual, { family: 'IPv6' })]
  table.follow([v4, v6], 0)
  t.equal(table.judgedBy(dual, 'IPv4')?.role, v4)
  t.equal(table.judgedBy(dual, 'IPv6')?.role, v6)
  table.follow([v4], 0)
  t.equal(table.judgedBy(dual, 'IPv6')?.role, v4)
  table.follow([v6], 0)
  t.equal(table.judgedBy(dual, 'IPv4')?.role, v6)
  table.follow([], 0)
  t.equal(table.judgedBy(dual, 'IPv4'), undefined)
})

t.test('another node can vouch if it is up and owes no answer, on the same link', async (t) => {
  const table = created()
  const elsewhere = linkView(linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24'))
  const far = roleOf(neighbor(elsewhere, node('worker-9', '10.0.0.19'), WORKER_2))
  table.follow([far, FIRST, SECOND, THIRD], 0)
  const witness = () => table.witness(link, FIRST.neighbor.node)?.role.neighbor.node.name
  t.equal(witness(), 'worker-2')
  const second = table.targetOf(SECOND.neighbor, 'IPv4')
  second?.outstanding.push({ number: 1, sentAt: 0, due: 100 })
  t.equal(witness(), 'worker-3')
  const third = table.targetOf(THIRD.neighbor, 'IPv4')
  if (third !== undefined) third.verdict = 'suspect'
  t.equal(witness(), undefined)
})

t.test('one that is not probed any more is never due', async (t) => {
  const table = created()
  table.follow([FIRST], 0)
  const target = table.targetOf(FIRST.neighbor, 'IPv4')
  table.follow([], 0)
  if (target !== undefined) table.arm(target)
  t.strictSame(table.takeDue(1_000), [])
})
