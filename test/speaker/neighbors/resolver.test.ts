import t from 'tap'
import { describeReport } from '../../../speaker/reports/describe.ts'
import { linkView, macKey, type Neighbor } from '../../../speaker/lan/link-view.ts'
import { mappingIn } from '../../../speaker/frames/mapping.ts'
import { createResolver, type Resolver } from '../../../speaker/neighbors/resolver.ts'
import { SLOW_RETRY } from '../../../speaker/timing/constants.ts'
import { hex } from '../../support/wire/hex.ts'
import {
  eth0,
  lines,
  node,
  received,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire/wire-fixtures.ts'

const KEY_1 = macKey(hex(WORKER_1.replaceAll(':', '')), 0)
const link = () => linkView(eth0())
const DUAL = node('worker-1', '10.0.0.11', '2001:db8::11')

const ASK_V4 = `${US} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.1`
const ASK_V6 = `${US} > 33:33:ff:00:00:11 fe80::1 > ff02::1:ff00:11 NS who-has 2001:db8::11 slla ${US}`

const says = (mac: string, flags = '[SO]') =>
  `${mac} > ${US} 2001:db8::11 > fe80::1 NA 2001:db8::11 ${flags} tlla ${mac}`
const saysV4 = (mac: string) =>
  `${mac} > ${US} ARP reply 10.0.0.11 is-at ${mac} to 10.0.0.1 at ${US}`

/** Lets the resolver hear a frame; returns the MAC it tells of, if it is news. */
function hear(resolver: Resolver, { link: view }: Neighbor, text: string, now: number) {
  const mapping = mappingIn(received(text, view))
  return mapping === undefined ? undefined : resolver.learn(mapping, now)?.resolved?.mac
}

t.test('a node is asked for by each of its addresses: three times, then slowly', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  t.strictSame(lines(resolver.ask(0)), [ASK_V4, ASK_V6])
  t.equal(resolver.deadline, 1_000)
  t.strictSame(resolver.ask(0), [], 'it has been asked for')
  t.strictSame(resolver.tick(999).effects, [])
  t.strictSame(lines(resolver.tick(1_000).effects), [ASK_V4, ASK_V6])
  t.strictSame(lines(resolver.tick(2_000).effects), [ASK_V4, ASK_V6])
  t.notOk(worker.isUnresolvable)
  const { effects, gaveUp } = resolver.tick(3_000)
  t.strictSame(gaveUp, [worker])
  t.ok(worker.isUnresolvable)
  const [report, ...requests] = effects
  t.match(report, {
    report: {
      level: 'warn',
      event: 'NodeUnresolved',
      node: 'worker-1',
      addresses: ['10.0.0.11', '2001:db8::11'],
      link: 'eth0',
    },
  })
  t.strictSame(lines(requests), [ASK_V4, ASK_V6])
  t.equal(resolver.deadline, 3_000 + SLOW_RETRY)
  const later = resolver.tick(3_000 + SLOW_RETRY)
  t.strictSame(lines(later.effects), [ASK_V4, ASK_V6], 'said once')
  t.strictSame(later.gaveUp, [])
})

t.test('a node that has answered is not asked again', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  resolver.ask(0)
  t.equal(worker.mac, undefined)
  t.equal(hear(resolver, worker, says(WORKER_1), 5), WORKER_1)
  t.equal(worker.mac?.text, WORKER_1)
  t.equal(resolver.deadline, undefined)
  t.equal(hear(resolver, worker, says(WORKER_1), 6), undefined, 'no news')
})

t.test('the report names the address that was answered for', async (t) => {
  const resolver = createResolver()
  const { link: view } = resolver.neighborOn(link(), DUAL, false)
  const mapping = mappingIn(received(says(WORKER_1), view))
  t.strictSame(mapping && resolver.learn(mapping, 0), {
    resolved: {
      level: 'info',
      event: 'NodeResolved',
      node: 'worker-1',
      address: '2001:db8::11',
      mac: WORKER_1,
      link: 'eth0',
    },
    oddities: [],
  })
})

t.test('a node that was given up is hoped for again once it has answered', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  resolver.ask(0)
  for (const now of [1_000, 2_000, 3_000]) resolver.tick(now)
  hear(resolver, worker, says(WORKER_1), 4_000)
  t.notOk(worker.isUnresolvable)
  t.equal(resolver.deadline, undefined)
})

t.test('a MAC is replaced by another one, but not within the locktime', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  hear(resolver, worker, saysV4(WORKER_1), 0)
  t.equal(hear(resolver, worker, saysV4(WORKER_2), 999), undefined)
  t.equal(worker.mac?.text, WORKER_1)
  t.equal(hear(resolver, worker, saysV4(WORKER_2), 1_000), WORKER_2)
  t.equal(worker.mac?.text, WORKER_2)
})

t.test('RFC 4861 §7.2.5: without Override a MAC is learned, but not replaced', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  t.equal(hear(resolver, worker, says(WORKER_1, '[S]'), 0), WORKER_1)
  t.equal(hear(resolver, worker, says(WORKER_2, '[S]'), 5_000), undefined)
  t.equal(hear(resolver, worker, says(WORKER_2, '[SO]'), 5_000), WORKER_2)
})

t.test('of two network cards, that of the first address counts', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  t.equal(hear(resolver, worker, says(WORKER_2), 0), WORKER_2)
  t.equal(hear(resolver, worker, saysV4(WORKER_1), 0), WORKER_1)
  t.equal(hear(resolver, worker, says('02:00:00:00:00:0d'), 5_000), undefined)
  t.equal(worker.mac?.text, WORKER_1)
})

t.test('a node that we are has our MAC, and is not asked', async (t) => {
  const resolver = createResolver()
  const view = link()
  t.equal(resolver.neighborOn(view, DUAL, true).mac?.text, US)
  t.strictSame(resolver.ask(0), [])
  t.equal(view.neighbors.size, 0, 'nobody else tells us our MAC')
})

t.test('a node is asked at its addresses on the link; if there are none, at all', async (t) => {
  const resolver = createResolver()
  resolver.neighborOn(link(), node('worker-1', '192.0.2.11', '2001:db8::11'), false)
  t.strictSame(lines(resolver.ask(0)), [ASK_V6])
  resolver.neighborOn(link(), node('worker-3', '192.0.2.13'), false)
  t.strictSame(lines(resolver.ask(0)), [`${US} > broadcast ARP probe who-has 192.0.2.13`])
})

t.test('a link without IPv6 cannot solicit, and says so', async (t) => {
  const resolver = createResolver()
  resolver.neighborOn(linkView(eth0('10.0.0.1/24')), node('worker-1', '2001:db8::11'), false)
  t.strictSame(resolver.ask(0), [])
  for (const now of [1_000, 2_000]) t.strictSame(resolver.tick(now).effects, [])
  t.match(resolver.tick(3_000).effects, [{ report: { hint: /give eth0 an IPv6 address/ } }])
})

t.test('what is wanted still keeps its MAC, with its link as it is now', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  hear(resolver, worker, saysV4(WORKER_1), 0)
  const later = link()
  t.equal(resolver.neighborOn(later, DUAL, false), worker)
  t.equal(worker.link, later)
  t.equal(worker.mac?.text, WORKER_1)
})

t.test('a node that has other addresses now is asked again', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  hear(resolver, worker, saysV4(WORKER_1), 0)
  resolver.neighborOn(link(), node('worker-1', '10.0.0.21'), false)
  t.equal(worker.mac, undefined)
  t.strictSame(lines(resolver.ask(0)), [
    `${US} > broadcast ARP request who-has 10.0.0.21 tell 10.0.0.1`,
  ])
})

t.test('what is not wanted any more is forgotten', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  const other = resolver.neighborOn(link(), node('worker-2', '10.0.0.12'), false)
  resolver.ask(0)
  resolver.keep(new Set([other]))
  t.equal(hear(resolver, worker, saysV4(WORKER_1), 0), undefined)
  t.strictSame(lines(resolver.tick(1_000).effects), [
    `${US} > broadcast ARP request who-has 10.0.0.12 tell 10.0.0.1`,
  ])
})

/** Lets the resolver hear a frame; returns what is odd about it. */
function oddities(resolver: Resolver, { link: view }: Neighbor, text: string, now: number) {
  const mapping = mappingIn(received(text, view))
  return mapping && resolver.learn(mapping, now)?.oddities.map(describeReport)
}

t.test("two nodes that tell the same MAC are said; a frame to it is the first one's", async (t) => {
  const resolver = createResolver()
  const view = link()
  const worker1 = resolver.neighborOn(view, DUAL, false)
  const worker2 = resolver.neighborOn(view, node('worker-2', '10.0.0.12'), false)
  hear(resolver, worker1, saysV4(WORKER_1), 0)
  const same = saysV4(WORKER_1).replace('10.0.0.11', '10.0.0.12')
  t.match(oddities(resolver, worker2, same, 0), [
    /^warn NodesShareMac: worker-1 and worker-2 both tell the MAC 02:00:00:00:00:0b on eth0/,
  ])
  t.equal(worker2.mac?.text, WORKER_1)
  t.equal(view.nodesByMac.get(KEY_1), worker1)
})

t.test("a MAC that a node has given up may be another's", async (t) => {
  const resolver = createResolver()
  const view = link()
  const worker1 = resolver.neighborOn(view, DUAL, false)
  const worker2 = resolver.neighborOn(view, node('worker-2', '10.0.0.12'), false)
  hear(resolver, worker1, saysV4(WORKER_1), 0)
  hear(resolver, worker1, saysV4(WORKER_2), 5_000)
  t.equal(view.nodesByMac.get(KEY_1), undefined)
  const freed = saysV4(WORKER_1).replace('10.0.0.11', '10.0.0.12')
  t.strictSame(oddities(resolver, worker2, freed, 5_000), [])
  t.equal(view.nodesByMac.get(KEY_1), worker2)
})

t.test('a node that tells two MACs within the locktime is said, once', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  hear(resolver, worker, saysV4(WORKER_1), 0)
  t.match(oddities(resolver, worker, saysV4(WORKER_2), 500), [
    /^warn NodeHasTwoMacs: worker-1 tells several MACs on eth0: 02:00:00:00:00:0b, 02:00:00:00:00:0c/,
  ])
  t.strictSame(oddities(resolver, worker, saysV4(WORKER_2), 600), [])
})

t.test('so is one whose addresses have different MACs', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  hear(resolver, worker, saysV4(WORKER_1), 0)
  t.match(oddities(resolver, worker, says(WORKER_2), 0), [/^warn NodeHasTwoMacs/])
  t.strictSame(oddities(resolver, worker, says(WORKER_2), 1), undefined, 'no news')
})

t.test('the MAC of a node is known on the link as it is now', async (t) => {
  const resolver = createResolver()
  const worker = resolver.neighborOn(link(), DUAL, false)
  hear(resolver, worker, saysV4(WORKER_1), 0)
  const later = link()
  resolver.neighborOn(later, DUAL, false)
  t.equal(later.nodesByMac.get(KEY_1), worker)
})
