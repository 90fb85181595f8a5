import type { WatchClient } from '../../../kubernetes/watch/client.ts'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { SPEAKER_TIMING } from '../../../speaker/election/timing.ts'
import { createElection } from '../../../speaker/election/election.ts'
import { clusterPlanSource } from '../../../speaker/io/cluster/cluster-plan-source.ts'
import { createElectionDriver } from '../../../speaker/io/cluster/election-driver.ts'
import { createPlanStatusWriting } from '../../../speaker/io/cluster/plan-status-writing.ts'
import { carriedPlan, type CarriedPlan } from '../../../speaker/plan/picture.ts'
import { COUNTS } from './statuses.ts'

export interface SpeakerParts {
  readonly plan: () => AnnouncementPlan | undefined
  readonly leads: () => boolean
  /** How often the plan's status was written. */
  readonly written: () => number
  stop(): Promise<void>
}

/** What of a speaker talks to the API server, put together as in a speaker, without the wire. */
export async function speakerParts(client: WatchClient, segment: string): Promise<SpeakerParts> {
  const log = () => undefined
  let plan: AnnouncementPlan | undefined
  let facts: CarriedPlan | undefined
  let isLeading = false
  const own = () => client
  const source = clusterPlanSource({
    segment,
    client: own,
    store: undefined,
    log,
    touched: () => writing.seen(),
  })
  const writing = createPlanStatusWriting({
    segment,
    holder: 'worker-1_speaker',
    client: own,
    source: () => Promise.resolve({ now: performance.now(), statuses: [idle(segment)] }),
    facts: () => facts,
    object: () => source.object,
    log,
  })
  const identity = 'worker-1_speaker'
  const election = createElectionDriver(
    { segment, identity },
    {
      create: (now) => createElection({ segment, identity, timing: SPEAKER_TIMING }, now),
      client: own,
      log,
      grant: () => undefined,
      announce: () => undefined,
      holder: () => undefined,
      turned(role) {
        isLeading = role === 'leading'
        writing.leads(isLeading)
      },
    },
  )
  const following = await source.follow(([next]) => {
    plan = next
    facts = next && carriedPlan(next, `sha256:${'0'.repeat(64)}`)
    writing.changed()
  })
  const view = { segment, linkUp: true, nodes: new Map(), isBlind: false, speakers: new Map() }
  election.tell({ type: 'lan', view })
  election.begin()
  return {
    plan: () => plan,
    leads: () => isLeading,
    written: () => writing.counts.written,
    async stop() {
      writing.close()
      await election.stop()
      await following.close()
      client.close()
    },
  }
}

function idle(segment: string) {
  return { segment, leads: true, addresses: [], nodes: [], conflicts: [], counters: COUNTS }
}
