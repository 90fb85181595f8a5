import { createElectionState, type ElectionState } from '../../../speaker/election/state.ts'
import { SPEAKER_TIMING } from '../../../speaker/election/timing.ts'
import type { LanObservation } from '../../../speaker/lan/lan-observation.ts'
import { storedLease } from '../cluster/leases.ts'

/** What the speaker on node `a` knows; its Lease has been held by `holder` since 1,000. Null: nothing is known of it. */
export function electionState(holder: string | null = 'b_pod'): ElectionState {
  const state = createElectionState({ segment: 's', identity: 'a_pod', timing: SPEAKER_TIMING }, 0)
  if (holder !== null) state.observed.watched(storedLease(holder, 1), 1_000)
  see(state, {}, 0)
  return state
}

type Nodes = Readonly<Record<string, 'unknown' | 'up' | 'down'>>
type Sight = Partial<Omit<LanObservation, 'nodes' | 'speakers'>> & {
  readonly nodes?: Nodes
  readonly speakers?: Readonly<Record<string, number>>
}

export function see(state: ElectionState, observed: Sight, now: number): void {
  const { nodes = { b: 'up', c: 'up' }, speakers = {}, ...rest } = observed
  const view: LanObservation = {
    segment: 's',
    linkUp: true,
    isBlind: false,
    ...rest,
    nodes: new Map(Object.entries(nodes)),
    speakers: new Map(Object.entries(speakers)),
  }
  state.lan.see(view, now)
}
