import t from 'tap'
import {
  basisAdvice,
  countedExclusion,
  describeBasis,
  describeOwner,
  describeOwnerLoss,
  EXCLUSION_REASONS,
} from '../../../reconciler/reasons/placement.ts'

t.test('why a node may not carry an address, in the order of the filters', async (t) => {
  t.strictSame(EXCLUSION_REASONS, [
    'notSelected',
    'networkUnavailable',
    'excludedByLabel',
    'noAddressOnSegment',
    'noLocalEndpoint',
  ])
  t.equal(describeOwnerLoss('noAddressOnSegment'), 'it has no address on the segment')
  t.equal(describeOwnerLoss('nodeGone'), 'there is no such Node any more')
  t.equal(countedExclusion('networkUnavailable'), 'with NetworkUnavailable')
  t.equal(countedExclusion('notSelected'), undefined)
})

t.test('where candidates come from', async (t) => {
  t.equal(describeBasis('filtered'), undefined)
  t.equal(describeBasis('nobody'), 'No node passes the filters: nobody answers.')
  t.equal(basisAdvice('filtered'), undefined)
  t.equal(basisAdvice('poolUnknown'), undefined)
})

t.test('what to do about it', async (t) => {
  const told = (['nobodyLeft', 'nobody', 'noLocalEndpoints'] as const).map((basis) => {
    const { each, code, message, hint } = basisAdvice(basis)!
    return [each, code, message('192.0.2.1'), hint('192.0.2.1')]
  })
  const ask = 'see why with "bellwether explain 192.0.2.1"'
  t.strictSame(told, [
    [
      'pool',
      'BW5101',
      'no node may carry 192.0.2.1: the candidates of the previous plan stay',
      ask,
    ],
    ['pool', 'BW5102', 'no node may carry 192.0.2.1: nobody answers', ask],
    [
      'address',
      'BW5103',
      'nobody answers for 192.0.2.1: externalTrafficPolicy is Local, and there is no endpoint',
      'see that the selector matches Pods, and that one of them is ready',
    ],
  ])
})

t.test('why the planned owner is the planned owner', async (t) => {
  t.equal(describeOwner('kept'), 'was the owner before and may stay')
  t.equal(describeOwner('nobody'), '')
})
