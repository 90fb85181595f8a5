import { drive } from '../../../daemon/drive.ts'
import { performLeaseRequest } from '../../../kubernetes/io/lease-request.ts'
import { watchResource } from '../../../kubernetes/io/watch-resource.ts'
import type { LeaseRequest } from '../../../kubernetes/lease/events.ts'
import type { StoredLease } from '../../../kubernetes/lease/record.ts'
import { readLease } from '../../../kubernetes/lease/record.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { isFailure } from '../../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import { LEASES } from '../../../kubernetes/objects/resources.ts'
import type { WatchCache } from '../../../kubernetes/watch/cache.ts'
import type { WatchClient } from '../../../kubernetes/watch/client.ts'
import type {
  ElectionEffect,
  ElectionEvent,
  ElectionRole,
  SpeakerElection,
} from '../../election/events.ts'
import type { ElectionStatus } from '../../election/status.ts'
import { monotonicNow } from '../linux/clocks.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** Who stands for election, and where. */
export interface Candidate {
  readonly segment: string
  readonly identity: string
}

export interface ElectionParts {
  readonly create: (now: number) => SpeakerElection
  readonly client: () => WatchClient
  readonly log: SpeakerLog
  /** To the wire thread. */
  readonly grant: (until: number) => void
  readonly announce: () => void
  readonly turned: (role: ElectionRole) => void
  /** Another one holds the Lease, as far as is known. */
  readonly holder: (name: string) => void
}

/** What the election is told beside what it has asked for. */
export type Surroundings = Extract<ElectionEvent, { readonly type: 'lan' | 'plan' }>

/** Lets a speaker take part in the election of its segment. */
export interface ElectionDriver {
  /** The client is there; before that nothing is asked. */
  begin(): void
  tell(event: Surroundings): void
  status(): ElectionStatus
  readonly roleChanges: Readonly<Partial<Record<ElectionRole, number>>>
  /** Resolves when the Lease is released, or cannot be in time. */
  stop(): Promise<void>
}

/** The end of a process waits no longer. */
const LONGEST_RELEASE_MILLISECONDS = 500

/** What the Lease of a segment is called. */
export function leaseName(segment: string): string {
  return `bellwether-speaker-${segment}`
}

/** Nothing is asked before `begin`; what is told before is told to the election then. */
export function createElectionDriver(candidate: Candidate, parts: ElectionParts): ElectionDriver {
  const view = createElectionView(candidate, parts)
  const known = new Map<string, Surroundings>()
  let running: RunningElection | undefined
  return {
    begin() {
      running = runElection(candidate, parts, view)
      for (const event of known.values()) running.tell(event)
      running.tell({ type: 'deadline' })
    },
    tell(event) {
      if (running === undefined) known.set(event.type, event)
      else running.tell(event)
    },
    status: () => view.status(),
    roleChanges: view.roleChanges,
    async stop() {
      if (running === undefined) return
      const late = setTimeout(running.close, LONGEST_RELEASE_MILLISECONDS)
      running.tell({ type: 'stop' })
      await running.end
      clearTimeout(late)
    },
  }
}

interface RunningElection {
  readonly tell: (event: ElectionEvent) => void
  readonly close: () => void
  readonly end: Promise<void>
}

function runElection(
  { segment }: Candidate,
  parts: ElectionParts,
  view: ElectionView,
): RunningElection {
  const machine = parts.create(monotonicNow())
  const name = leaseName(segment)
  let ended: () => void = () => undefined
  const end = new Promise<void>((resolve) => (ended = resolve))
  const { tell, close: stopDriving } = drive<ElectionEvent, ElectionEffect>(
    machine,
    monotonicNow,
    (effects) => {
      view.turn(machine)
      for (const effect of effects) performEffect(effect, performer)
    },
  )
  const watch = watchLease(parts.client(), name, (object) => {
    const stored = object && readLease(object)
    view.see(stored)
    tell({ type: 'lease', lease: stored })
  })
  const close = () => {
    stopDriving()
    watch.close()
    ended()
  }
  const ask = async (request: LeaseRequest) => {
    const client = parts.client()
    const event = await performLeaseRequest(client, { namespace: client.namespace, name }, request)
    view.note(event.type === 'failed' ? event.failure : event.lease)
    tell(event)
  }
  const performer = { ...parts, close, ask: (request: LeaseRequest) => void ask(request) }
  return { tell, close, end }
}

interface Performer extends Pick<ElectionParts, 'grant' | 'announce' | 'log'> {
  readonly ask: (request: LeaseRequest) => void
  readonly close: () => void
}

function performEffect(effect: ElectionEffect, performer: Performer): void {
  switch (effect.type) {
    case 'read':
    case 'write':
      return performer.ask(effect)
    case 'grant':
      return performer.grant(effect.until)
    case 'announce':
      return performer.announce()
    case 'report':
      return performer.log(effect.report)
    case 'ended':
      return performer.close()
  }
}

/** What others want to know of the election. */
interface ElectionView {
  readonly roleChanges: Readonly<Partial<Record<ElectionRole, number>>>
  see(stored: StoredLease | undefined): void
  note(answer: StoredLease | ApiFailure): void
  turn(machine: Pick<SpeakerElection, 'role' | 'holder'>): void
  status(): ElectionStatus
}

function createElectionView(
  { segment, identity }: Candidate,
  parts: Pick<ElectionParts, 'turned' | 'holder'>,
): ElectionView {
  const roleChanges: Partial<Record<ElectionRole, number>> = {}
  let role: ElectionRole = 'standby'
  let since = monotonicNow()
  let holder: string | undefined
  let lease: ElectionStatus['lease']
  let api: ElectionStatus['api'] = { reachable: undefined, since }

  const reach = (reachable: boolean, message?: string) => {
    const isSame = reachable === api.reachable
    const told = message === undefined ? {} : { message }
    api = { reachable, since: isSame ? api.since : monotonicNow(), ...told }
  }
  const see = (stored: StoredLease | undefined) => {
    reach(true)
    lease = stored && {
      holder: stored.record.holderIdentity,
      transitions: stored.record.leaseTransitions,
    }
  }
  return {
    roleChanges,
    see,
    note(answer) {
      if (!isFailure(answer)) return see(answer)
      if (answer.failure === 'notFound') return see(undefined)
      const isAnswer = answer.failure !== 'unreachable' && answer.failure !== 'serverError'
      reach(isAnswer, answer.message)
    },
    turn(machine) {
      if (machine.holder !== undefined && machine.holder !== holder) parts.holder(machine.holder)
      holder = machine.holder
      if (machine.role === role) return
      role = machine.role
      since = monotonicNow()
      roleChanges[role] = (roleChanges[role] ?? 0) + 1
      parts.turned(role)
    },
    status: () => ({ segment, identity, role, since, lease, api }),
  }
}

/** Calls with each version that is heard of; what is not known is not told. */
function watchLease(
  client: WatchClient,
  name: string,
  seen: (object: KubernetesObject | undefined) => void,
): WatchCache {
  const cache = watchResource(client, LEASES, {
    selection: { namespace: client.namespace, fieldSelector: `metadata.name=${name}` },
    changed() {
      const { objects, failure } = cache.view
      if (objects !== undefined && failure === undefined) seen(objects[0])
    },
  })
  return cache
}
