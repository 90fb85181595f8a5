import t from 'tap'
import { ranksBefore } from '../../../speaker/election/rank.ts'
import { extendBeacons, strongerRival } from '../../../speaker/election/rivals.ts'
import type { ElectionState } from '../../../speaker/election/state.ts'
import {
  BEACONS_AFTER_RIVAL,
  BEACON_IN_FLIGHT,
  RIVAL_PERSISTS_AFTER,
  RIVAL_UNAWARE_AFTER,
} from '../../../speaker/election/timing.ts'
import { electionState, see } from '../../support/speaker/election-states.ts'

const [FIRST = '', LAST = ''] = ['a', 'b'].sort((x, y) => (ranksBefore(x, y) ? -1 : 1))

/** One that stands in on its node since 10,000. */
function standIn(node: string): ElectionState {
  const state = { ...electionState(), node, role: 'standIn' as const, answeringSince: 10_000 }
  see(state, { nodes: { a: 'up', b: 'up' } }, 9_000)
  return state
}

function hear(state: ElectionState, node: string, at: number): string | undefined {
  see(state, { nodes: { a: 'up', b: 'up' }, speakers: { [node]: at } }, at)
  return strongerRival(state)
}

t.test('who ranks later gives way to the first beacon', async (t) => {
  t.equal(hear(standIn(LAST), FIRST, 10_000 + BEACON_IN_FLIGHT + 1), FIRST)
})

t.test('what was under way when it began is no rival', async (t) => {
  t.equal(hear(standIn(LAST), FIRST, 10_000 + BEACON_IN_FLIGHT), undefined)
})

t.test('who ranks first answers at once, and gives way to one that goes on', async (t) => {
  const state = standIn(FIRST)
  state.beaconAt = 99_999
  t.equal(hear(state, LAST, 10_500), undefined)
  t.equal(state.beaconAt, -Infinity, 'so that it hears us soon')
  t.equal(hear(state, LAST, 11_500), undefined, 'one of our beacons may have been lost')
  t.equal(
    hear(state, LAST, 10_500 + RIVAL_PERSISTS_AFTER),
    LAST,
    'it had time to yield: it holds the Lease',
  )
})

t.test('one that could hear us all the time and speaks nevertheless holds the Lease', async (t) => {
  const state = standIn(FIRST)
  see(state, { nodes: { a: 'up', b: 'up' } }, 1_000)
  t.equal(hear(state, LAST, 15_000), LAST)
  const merged = standIn(FIRST)
  see(merged, { nodes: { a: 'down', b: 'down' } }, 9_500)
  t.equal(hear(merged, LAST, 13_000), undefined, 'its node came up a moment ago')
})

t.test('fail static counts from its last renewal: a successor may have come since', async (t) => {
  const state = { ...standIn(LAST), role: 'failStatic' as const, renewedAt: 12_000 }
  t.equal(hear(state, FIRST, 12_000), undefined)
  t.equal(hear(state, FIRST, 12_001), FIRST)
})

t.test('a leader tells others of itself for a while after it heard one', async (t) => {
  const state = { ...standIn(FIRST), role: 'leading' as const }
  hear(state, LAST, 10_000 + RIVAL_UNAWARE_AFTER)
  extendBeacons(state)
  t.equal(state.beaconsUntil, -Infinity, 'that one may not have heard of it yet')
  hear(state, LAST, 12_000)
  extendBeacons(state)
  t.equal(state.beaconsUntil, 12_000 + BEACONS_AFTER_RIVAL)
})
