import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Host } from './host.ts'
import type { Candidate } from './lease.ts'
import type { SpeakerHost } from './speaker-host.ts'

/** A host that is a node of the cluster, or runs a speaker, or both. */
export interface Member {
  readonly host: Host
  readonly speaker: SpeakerHost | undefined
  readonly candidate: Candidate | undefined
  reachesService: boolean
  /** Of its network card. */
  generation: number
  /** The plan that it would read now. */
  readonly plan: () => AnnouncementPlan
  /** How long it may be silent without being noticed. */
  readonly silence: () => number
}
