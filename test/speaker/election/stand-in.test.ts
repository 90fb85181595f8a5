import t from 'tap'
import { rankDelay } from '../../../speaker/election/rank.ts'
import {
  holderElsewhereSince,
  presumedLeader,
  standInAt,
} from '../../../speaker/election/stand-in.ts'
import { BEACON_SILENCE, LISTEN_BEFORE_ANSWERING } from '../../../speaker/election/timing.ts'
import { electionState, see } from '../../support/speaker/election-states.ts'

const RANK = rankDelay('a')

/** One that lost the API server at 10,000, having stood by since long before. */
function lost(holder?: string) {
  const state = electionState(holder)
  state.lostAt = 10_000
  return state
}

t.test('the presumed leader is whoever gave the last sign of it', async (t) => {
  const state = electionState()
  t.equal(presumedLeader(state), 'b')
  see(state, { speakers: { c: 900 } }, 900)
  t.equal(presumedLeader(state), 'b', 'the Lease changed later')
  see(state, { speakers: { c: 1_100, b: 1_050 } }, 1_100)
  t.equal(presumedLeader(state), 'c')
  t.equal(presumedLeader(electionState('')), undefined)
  t.equal(presumedLeader({ ...electionState(null), remembered: 'c_pod' }), 'c')
})

t.test('its node is down: by rank', async (t) => {
  const state = lost()
  see(state, { nodes: { b: 'down', c: 'up' } }, 9_900)
  t.equal(standInAt(state), 10_000 + RANK)
})

t.test('its beacons have stopped', async (t) => {
  const state = lost()
  see(state, { speakers: { b: 11_000 } }, 11_000)
  t.equal(standInAt(state), 11_000 + BEACON_SILENCE + RANK)
})

t.test('its node is there, and nothing was ever heard of its speaker', async (t) => {
  t.equal(standInAt(lost()), 10_000 + 8_000 + RANK)
})

t.test('nobody is presumed to lead', async (t) => {
  t.equal(standInAt(lost('')), 10_000 + 4_000 + RANK)
})

t.test('it led itself: as soon as it has listened', async (t) => {
  const state = lost('a_pod')
  t.equal(standInAt(state), 10_000)
  state.quietSince = 9_900
  t.equal(standInAt(state), 9_900 + LISTEN_BEFORE_ANSWERING)
})

t.test('another speaker that can be heard is waited for', async (t) => {
  const state = lost()
  see(state, { nodes: { b: 'down', c: 'up' }, speakers: { c: 900 } }, 9_900)
  t.equal(standInAt(state), 10_000 + RANK, 'silent for long')
  see(state, { nodes: { b: 'down', c: 'up' }, speakers: { c: 10_500 } }, 10_500)
  t.equal(standInAt(state), 10_500 + BEACON_SILENCE + RANK)
  see(state, { nodes: { b: 'down', c: 'down' }, speakers: { c: 10_500 } }, 10_600)
  t.ok(standInAt(state) > 10_500 + BEACON_SILENCE, 'and who hears nobody waits longer still')
})

t.test('never without a link', async (t) => {
  const state = lost()
  see(state, { linkUp: false }, 1)
  t.equal(standInAt(state), Infinity)
})

t.test('a holder that renews on the other side of the LAN', async (t) => {
  const state = electionState()
  t.equal(holderElsewhereSince(state), Infinity, 'it answers')
  see(state, { nodes: { b: 'down', c: 'up' } }, 2_000)
  t.equal(holderElsewhereSince(state), 2_000)
  t.equal(standInAt(state), 2_000 + 4_000 + RANK)
  see(state, { nodes: { b: 'down', c: 'up' }, speakers: { b: 2_500 } }, 2_500)
  t.equal(holderElsewhereSince(state), 2_500, 'it was heard since')
  see(state, { nodes: { b: 'down', c: 'down' } }, 3_000)
  t.equal(holderElsewhereSince(state), Infinity, 'we hear nobody: it may be us')
})

t.test('one that has never answered may still be asked for its MAC', async (t) => {
  const state = electionState()
  see(state, { nodes: { b: 'unknown', c: 'up' } }, 2_000)
  t.equal(holderElsewhereSince(state), 2_000 + 4_000)
})

t.test('one that is in no plan is nowhere, and nobody is no holder', async (t) => {
  t.equal(holderElsewhereSince(electionState('z_pod')), Infinity)
  t.equal(holderElsewhereSince(electionState('')), Infinity)
  t.equal(holderElsewhereSince(electionState('a_pod')), Infinity)
})
