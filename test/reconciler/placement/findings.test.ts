import t from 'tap'
import type { PlaceInput } from '../../../reconciler/placement/place.ts'
import { placementFindings } from '../../../reconciler/placement/findings.ts'
import { assignment } from '../../support/planning/assignments.ts'
import { facts, pool, poolSet, service } from '../../support/planning/facts.ts'
import { placed, placeInput, threeNodes } from '../../support/planning/placed.ts'
import { planOf } from '../../support/planning/plans.ts'

function found(parts: Partial<PlaceInput> = {}): string[] {
  const input = placeInput(parts)
  return placementFindings(placed(parts), input.facts).map(
    ({ code, message, object }) => `${code} ${object?.kind} ${object?.name}: ${message}`,
  )
}

const nowhere = poolSet(
  pool('lan', { addresses: ['192.0.2.0/24'], nodeSelector: { matchLabels: { no: 'such' } } }),
)

function several(count: number) {
  return Array.from({ length: count }, (_, index) => assignment(`192.0.2.${index + 1}`))
}

t.test('nothing to say', async (t) => t.strictSame(found(), []))

t.test('nobody may carry the addresses of a pool: one finding for the pool', async (t) => {
  t.strictSame(found({ pools: nowhere, assignments: several(2) }), [
    'BW5102 AddressPool lan: no node may carry 192.0.2.1, 192.0.2.2: nobody answers',
  ])
  t.strictSame(found({ pools: nowhere, assignments: several(5) }), [
    'BW5102 AddressPool lan: no node may carry 192.0.2.1, 192.0.2.2, 192.0.2.3 and 2 more: nobody answers',
  ])
})

t.test('the last candidates go on', async (t) => {
  const previous = [planOf([{ address: '192.0.2.1', services: ['default/web'], candidates: 'a' }])]
  t.strictSame(found({ pools: nowhere, previous }), [
    'BW5101 AddressPool lan: no node may carry 192.0.2.1: the candidates of the previous plan stay',
  ])
})

t.test('a Local Service without endpoints', async (t) => {
  const services = [service('default/web', { externalTrafficPolicy: 'Local' })]
  t.strictSame(found({ facts: facts(services, { nodes: threeNodes() }) }), [
    'BW5103 Service web: nobody answers for 192.0.2.1: externalTrafficPolicy is Local, and there is no endpoint',
  ])
})

t.test('a preferred node that may not', async (t) => {
  const prefer = (preferredNode: string, nodes = threeNodes()) =>
    found({ facts: facts([service('default/web', { preferredNode })], { nodes }) })
  t.strictSame(prefer('a'), [])
  const message = 'BW5105 Service web: node x, which the Service prefers, may not carry 192.0.2.1'
  t.strictSame(prefer('x'), [message])
  const excluded = threeNodes().map((one) => ({ ...one, excludedByLabel: one.name === 'a' }))
  t.strictSame(prefer('a', excluded), [message.replace('node x', 'node a')])
})

t.test('nothing of preferences where the candidates are kept anyway', async (t) => {
  const known = facts([service('default/web', { preferredNode: 'x' })], { nodes: undefined })
  t.strictSame(found({ facts: known }), [])
  t.strictSame(found({ facts: facts(undefined, { nodes: threeNodes() }) }), [])
})

t.test('a plan that no object can hold', async (t) => {
  const hosts = Array.from({ length: 5_000 }, (_, index) => `10.${index >> 8}.${index & 255}.1`)
  const services = [`default/${'x'.repeat(250)}`]
  const sorted = hosts.map((text) => assignment(text, { services }))
  const [only, ...others] = found({ assignments: sorted })
  t.match(
    only,
    /^BW5301 AnnouncementPlan default: the plan of segment default has 5000 addresses and \d+ bytes/,
  )
  t.strictSame(others, [])
})
