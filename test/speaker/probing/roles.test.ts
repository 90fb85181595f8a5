import fc from 'fast-check'
import t from 'tap'
import { POOL_DEFAULTS } from '../../../api/objects.ts'
import {
  bindOn,
  linkView,
  type Binding,
  type LinkView,
  type Neighbor,
} from '../../../speaker/lan/link-view.ts'
import {
  roleKey,
  rolesOf,
  type ProbeRole,
  type ProbeSettings,
} from '../../../speaker/probing/roles.ts'
import { PROPERTY } from '../../support/planning/generate-inputs.ts'
import { eth0, neighbor, node, planned, US, WORKER_1 } from '../../support/wire/wire-fixtures.ts'

const NAMES = ['worker-1', 'worker-2', 'worker-3', 'worker-4'] as const

/** Four nodes of IPv4 on a link; of the first three any may be candidates. */
function nodesOn(link: LinkView): readonly [Neighbor, Neighbor, Neighbor, Neighbor] {
  const [a, b, c, d] = NAMES.map((name, index) =>
    neighbor(link, node(name, `10.0.0.${11 + index}`), WORKER_1),
  )
  if (!a || !b || !c || !d) throw new Error('four nodes')
  return [a, b, c, d]
}

function claimOf(
  address: string,
  candidates: Binding['candidates'],
  probe: Partial<ProbeSettings> = {},
): Binding {
  const wanted = planned(address)
  const pool = { ...wanted.pool, probe: { ...POOL_DEFAULTS.probe, ...probe } }
  const [{ link }] = candidates
  return bindOn(link, { ...wanted, pool }, candidates)
}

function shown({ neighbor: { node }, family, settings, isNeeded }: ProbeRole): string {
  const { intervalMilliseconds, failureThreshold, method } = settings
  return `${node.name} ${family} ${intervalMilliseconds} ms x ${failureThreshold} by ${method}${isNeeded ? '' : ', slowly'}`
}

t.test('the owner and the first standby are needed, the others are not', async (t) => {
  const nodes = nodesOn(linkView(eth0()))
  const [a, b, c] = nodes
  t.strictSame(rolesOf([claimOf('10.0.0.100', [a, b, c])], nodes).map(shown), [
    'worker-1 IPv4 100 ms x 5 by auto',
    'worker-2 IPv4 100 ms x 5 by auto',
    'worker-3 IPv4 100 ms x 5 by auto, slowly',
    'worker-4 IPv4 100 ms x 5 by auto, slowly',
  ])
})

t.test('the owner need not be the first, nor a candidate', async (t) => {
  const nodes = nodesOn(linkView(eth0()))
  const [a, b, c, d] = nodes
  const binding = claimOf('10.0.0.100', [a, b, c], { intervalMilliseconds: 50 })
  const needed = () =>
    rolesOf([binding], nodes)
      .filter(({ isNeeded }) => isNeeded)
      .map(({ neighbor: { node } }) => node.name)
  binding.owner = b
  t.strictSame(needed(), ['worker-1', 'worker-2'])
  binding.owner = d
  t.strictSame(needed(), ['worker-1', 'worker-4'])
  t.equal(rolesOf([binding], [d]).map(shown).join(), 'worker-4 IPv4 50 ms x 5 by auto')
})

t.test('a node that serves several pools is probed as the quickest of them says', async (t) => {
  const nodes = nodesOn(linkView(eth0()))
  const [a, b, c] = nodes
  const roles = (...probes: readonly (Partial<ProbeSettings> | 'third')[]) => {
    const bindings = probes.map((probe, index) =>
      probe === 'third'
        ? claimOf('10.0.0.99', [b, c, a], { intervalMilliseconds: 10 })
        : claimOf(`10.0.0.${100 + index}`, [a, b], probe),
    )
    return rolesOf(bindings, [a]).map(shown).join()
  }
  t.equal(
    roles({ intervalMilliseconds: 200 }, { intervalMilliseconds: 50 }),
    'worker-1 IPv4 50 ms x 5 by auto',
  )
  t.equal(
    roles({ failureThreshold: 7 }, { failureThreshold: 3 }),
    'worker-1 IPv4 100 ms x 3 by auto',
  )
  t.equal(roles({ method: 'echo' }, { method: 'auto' }), 'worker-1 IPv4 100 ms x 5 by auto')
  t.equal(
    roles({ intervalMilliseconds: 50 }, { failureThreshold: 1 }),
    'worker-1 IPv4 50 ms x 5 by auto',
    'the interval counts first',
  )
  t.equal(
    roles('third', { intervalMilliseconds: 200 }),
    'worker-1 IPv4 200 ms x 5 by auto',
    'as an owner, however slowly, rather than as the last of the candidates',
  )
})

t.test('one role for each family in which the node has an address on the link', async (t) => {
  const families = (addresses: readonly string[], ...prefixes: readonly string[]) =>
    rolesOf([], [neighbor(linkView(eth0(...prefixes)), node('worker-1', ...addresses))]).map(
      ({ key, address }) => `${address.text} ${key.split(' ').at(-1)}`,
    )
  const own = ['10.0.0.1/24', '2001:db8::5/64']
  t.strictSame(families(['2001:db8::11', '10.0.0.11'], ...own), [
    '10.0.0.11 IPv4',
    '2001:db8::11 IPv6',
  ])
  t.strictSame(families(['192.0.2.11', '10.0.0.11', '10.0.0.12'], ...own), ['10.0.0.11 IPv4'])
  t.strictSame(families(['10.0.0.11', '2001:db8:0:1::11'], ...own), ['10.0.0.11 IPv4'])
  t.strictSame(families([], ...own), [])
})

t.test('on a link without an IPv6 address, nobody can be solicited', async (t) => {
  const dual = neighbor(linkView(eth0('10.0.0.1/24')), node('worker-1', '2001:db8::11'))
  t.strictSame(rolesOf([], [dual]), [])
})

t.test('a link that has no address in the network of a node cannot send it echoes', async (t) => {
  const canEcho = (own: string, ...addresses: readonly string[]) =>
    rolesOf([], [neighbor(linkView(eth0(own)), node('worker-1', ...addresses))]).map(
      (role) => role.canEcho,
    )
  t.strictSame(canEcho('10.0.0.1/24', '10.0.0.11'), [true])
  t.strictSame(canEcho('192.0.2.1/24', '10.0.0.11'), [false])
  t.strictSame(canEcho('fe80::1/64', '2001:db8::11'), [true])
})

t.test('our own node is not probed', async (t) => {
  const link = linkView(eth0())
  const us = { ...neighbor(link, node('worker-1', '10.0.0.1'), US), isSelf: true }
  t.strictSame(rolesOf([claimOf('10.0.0.100', [us])], [us]), [])
})

t.test('a key is that of a node, a link and a family', async (t) => {
  const worker = neighbor(linkView(eth0()), node('worker-1', '10.0.0.11'), WORKER_1)
  t.equal(roleKey(worker, 'IPv6'), `worker-1 eth0 2 ${US} IPv6`)
  t.strictSame(
    rolesOf([], [worker]).map(({ key }) => key),
    [`worker-1 eth0 2 ${US} IPv4`],
  )
})

const aProbe = fc.record({
  intervalMilliseconds: fc.constantFrom(10, 100),
  failureThreshold: fc.constantFrom(1, 5),
  method: fc.constantFrom<ProbeSettings['method']>('arp', 'auto', 'echo'),
})
const aClaim = fc.record({ order: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }), probe: aProbe })

t.test('the order of the claims does not matter', async () => {
  fc.assert(
    fc.property(fc.array(aClaim, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (all, keys) => {
      const nodes = nodesOn(linkView(eth0()))
      const bindings = all.map(({ order, probe }, index) => {
        const [first, ...rest] = order.map((at) => nodes[at] ?? nodes[0])
        return claimOf(`10.0.0.${100 + index}`, [first ?? nodes[0], ...rest], probe)
      })
      const shuffled = bindings
        .map((binding) => ({ binding, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ binding }) => binding)
      const roles = (some: readonly Binding[]) => rolesOf(some, nodes).map(shown).join()
      return roles(bindings) === roles(shuffled)
    }),
    PROPERTY,
  )
})
