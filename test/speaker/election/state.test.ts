import t from 'tap'
import { answerAs, endStandIn, fallSilent, grant } from '../../../speaker/election/state.ts'
import { electionState } from '../../support/speaker/election-states.ts'

t.test('it begins as a standby that has been quiet since its start', async (t) => {
  t.match(electionState(), { role: 'standby', node: 'a', quietSince: 0, grantedUntil: -Infinity })
})

t.test('answering goes on from role to role, and its rivals with it', async (t) => {
  const state = electionState()
  answerAs(state, 'standIn', 100)
  state.rivals.set('b', 120)
  answerAs(state, 'leading', 200)
  t.match(state, { role: 'leading', answeringSince: 100 })
  t.equal(state.rivals.size, 1)
  fallSilent(state, 300)
  answerAs(state, 'leading', 400)
  t.equal(state.rivals.size, 0)
})

t.test('falling silent ends a grant, if there is one', async (t) => {
  const state = electionState()
  fallSilent(state, 5)
  t.strictSame(state.effects, [])
  grant(state, 900)
  answerAs(state, 'leading', 10)
  fallSilent(state, 500)
  t.strictSame(state.effects, [
    { type: 'grant', until: 900 },
    { type: 'grant', until: 500 },
  ])
  t.match(state, { role: 'standby', quietSince: 500, answeringSince: Infinity })
})

t.test('only what was done without the Lease has an end to tell of', async (t) => {
  const state = electionState()
  answerAs(state, 'leading', 1)
  endStandIn(state, 'gap')
  t.strictSame(state.effects, [])
  state.role = 'failStatic'
  endStandIn(state, 'otherHeard', 'b')
  state.role = 'standIn'
  endStandIn(state, 'leaseHeld')
  t.match(state.effects, [
    { report: { event: 'FailStaticEnded', reason: 'otherHeard', other: 'b' } },
    { report: { event: 'StandInEnded', reason: 'leaseHeld' } },
  ])
})
