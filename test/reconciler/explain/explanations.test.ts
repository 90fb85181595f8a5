import t from 'tap'
import type { AllocationStep } from '../../../reconciler/allocation/result.ts'
import { explanations } from '../../../reconciler/explain/explanations.ts'
import type { ClusterFacts } from '../../../reconciler/model/model.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { assignment } from '../../support/planning/assignments.ts'
import { facts, service } from '../../support/planning/facts.ts'
import { placed, placeInput, threeNodes } from '../../support/planning/placed.ts'

const known = facts([service('default/web')], {
  nodes: threeNodes(),
  otherServices: new Set(['default/other']),
})

/** Allocation's answer is its own business: here it says only what it was asked. */
function trace(subject: string): AllocationStep[] {
  return [{ type: 'free', address: { ...addressFrom('192.0.2.1'), text: subject } }]
}

function answers(state: ClusterFacts = known) {
  const assignments = [
    assignment('192.0.2.1'),
    assignment('192.0.2.7', { services: ['default/db'] }),
  ]
  const segments = placed({ facts: known, assignments })
  const pools = placeInput().pools.pools
  return explanations({ segments, pools, facts: state }, { assignments, trace })
}

t.test('an address that Services have', async (t) => {
  t.match(answers().address('192.0.2.7'), {
    kind: 'address',
    address: '192.0.2.7',
    standing: 'assigned',
    allocation: trace('192.0.2.7'),
    assignment: { services: ['default/db'] },
    placement: { basis: 'filtered', ownerReason: 'placed' },
  })
})

t.test('an address that nobody has', async (t) => {
  const at = (text: string) => ({ kind: 'address', address: text, allocation: trace(text) })
  const all = answers()
  t.strictSame(all.address('192.0.2.200'), { ...at('192.0.2.200'), standing: 'free' })
  t.strictSame(all.address('2001:DB8::0:1'), { ...at('2001:db8::1'), standing: 'outsidePools' })
})

t.test('what is no address', async (t) => {
  t.strictSame(answers().address('web'), {
    kind: 'address',
    address: 'web',
    standing: 'notAnAddress',
    allocation: [],
  })
})

t.test('a Service, with its addresses', async (t) => {
  const explanation = answers().service('default/web')
  t.match(explanation, {
    kind: 'service',
    service: 'default/web',
    standing: 'ours',
    allocation: trace('default/web'),
    addresses: [{ address: '192.0.2.1', standing: 'assigned' }],
  })
  t.equal(explanation.addresses.length, 1)
})

t.test('a Service that has no address', async (t) => {
  t.match(answers().service('default/other'), { standing: 'other', addresses: [] })
  t.match(answers().service('default/nosuch'), { standing: 'absent' })
  t.match(answers({ ...known, services: undefined }).service('default/web'), {
    standing: 'unknown',
  })
})

t.test('a node', async (t) => {
  t.match(answers().node('a'), { kind: 'node', node: 'a', standing: 'present' })
})
