import t from 'tap'
import { acquisitionOf } from '../../../speaker/election/acquire.ts'
import { PREFERENCE_DELAY } from '../../../speaker/election/timing.ts'
import { electionState, see } from '../../support/speaker/election-states.ts'

t.test('not before anything is known of the Lease', async (t) => {
  t.equal(acquisitionOf(electionState(null)), undefined)
})

t.test('its own at once, a free one when it is seen, another one when it expires', async (t) => {
  t.strictSame(acquisitionOf(electionState('a_pod')), { reason: 'resumed', at: -Infinity })
  t.strictSame(acquisitionOf(electionState('')), { reason: 'free', at: 1_000 })
  t.strictSame(acquisitionOf(electionState('b_pod')), { reason: 'expired', at: 5_000 })
})

t.test('earlier with two witnesses: from when both say so', async (t) => {
  const state = electionState()
  see(state, { nodes: { b: 'down', c: 'up' } }, 1_500)
  t.strictSame(
    acquisitionOf(state),
    { reason: 'twoWitnesses', at: 2_000 },
    'two periods without a renewal',
  )
  const later = electionState()
  see(later, { nodes: { b: 'down', c: 'up' } }, 3_000)
  t.strictSame(acquisitionOf(later), { reason: 'twoWitnesses', at: 3_000 })
})

t.test('a node that is not known, or without a link of our own, is no witness', async (t) => {
  const state = electionState('z_pod')
  t.match(acquisitionOf(state), { reason: 'expired' })
  const cut = electionState()
  see(cut, { nodes: { b: 'down', c: 'up' }, linkUp: false }, 1_500)
  t.strictSame(acquisitionOf(cut), { reason: 'expired', at: 9_000 }, 'and it waits for the others')
})

t.test('who carries addresses waits a moment, if somebody else does not', async (t) => {
  const plan = { nodes: new Set(['a', 'b']), carriers: new Set(['a']) }
  const state = electionState('')
  state.plan = plan
  t.match(acquisitionOf(state), { at: 1_000 + PREFERENCE_DELAY })
  t.match(acquisitionOf({ ...state, plan: { ...plan, carriers: plan.nodes } }), { at: 1_000 })
  t.match(acquisitionOf({ ...state, role: 'standIn' }), { at: 1_000 }, 'not who answers already')
})
