import { watchResource } from '../../kubernetes/io/watch-resource.ts'
import type { LeaseRequest } from '../../kubernetes/lease-events.ts'
import type { StoredLease } from '../../kubernetes/lease-record.ts'
import { leaseAnswer, leaseObject, readLease } from '../../kubernetes/lease-record.ts'
import type { KubernetesObject } from '../../kubernetes/kubernetes-object.ts'
import { isFailure } from '../../kubernetes/api-failure.ts'
import type { ApiFailure } from '../../kubernetes/api-failure.ts'
import { LEASES } from '../../kubernetes/resources.ts'
import type { WatchCache } from '../../kubernetes/watch-cache.ts'
import type { WatchClient } from '../../kubernetes/watch-client.ts'
import type {
  ElectionEffect,
  ElectionEvent,
  ElectionRole,
  SpeakerElection,
} from '../election-events.ts'
import type { ElectionStatus } from '../election-status.ts'
import { monotonicNow } from './clocks.ts'
import { createDueTimer } from './due-timer.ts'
import type { SpeakerLog } from './speaker-log.ts'

export interface ElectionOptions {
  readonly segment: string
  readonly identity: string
}

export interface ElectionParts {
  readonly machine: SpeakerElection
  readonly client: () => WatchClient
  readonly log: SpeakerLog
  /** To the wire thread. */
  readonly grant: (until: number) => void
  readonly announce: () => void
  readonly turned: (role: ElectionRole) => void
}

/** Lets a speaker take part in the election of its segment. */
export interface ElectionDriver {
  /** The client is there; before that nothing is asked. */
  begin(): void
  tell(event: Extract<ElectionEvent, { readonly type: 'lan' | 'plan' }>): void
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

export function createElectionDriver(
  options: ElectionOptions,
  parts: ElectionParts,
): ElectionDriver {
  const { machine } = parts
  const view = createElectionView(options, parts)
  const lease = createLeaseRequests(leaseName(options.segment), parts.client)
  let state: 'waiting' | 'running' | 'over' = 'waiting'
  let watch: WatchCache | undefined
  let ended: () => void = () => undefined
  const end = new Promise<void>((resolve) => (ended = resolve))

  const tell = (event: ElectionEvent) => {
    if (state === 'over') return
    const effects = machine.handle(event, monotonicNow())
    view.turn(machine.role)
    effects.forEach(perform)
    if (state === 'running') timer.set(machine.deadline)
  }
  const timer = createDueTimer(() => tell({ type: 'deadline' }))
  const close = () => {
    state = 'over'
    timer.set(undefined)
    watch?.close()
    ended()
  }
  const ask = async (request: LeaseRequest) => {
    const answer = await lease.ask(request)
    view.note(answer)
    if (isFailure(answer)) tell({ type: 'failed', failure: answer })
    else tell({ type: 'answered', lease: answer })
  }
  const performer = { ...parts, close, ask: (request: LeaseRequest) => void ask(request) }
  const perform = (effect: ElectionEffect) => performEffect(effect, performer)
  const seen = (object: KubernetesObject | undefined) => {
    const stored = object && readLease(object)
    view.see(stored)
    tell({ type: 'lease', lease: stored })
  }
  return {
    begin() {
      state = 'running'
      watch = lease.watch(seen)
      tell({ type: 'deadline' })
    },
    tell,
    status: view.status,
    roleChanges: view.roleChanges,
    async stop() {
      if (state !== 'running') return close()
      const late = setTimeout(close, LONGEST_RELEASE_MILLISECONDS)
      tell({ type: 'stop' })
      await end
      clearTimeout(late)
    },
  }
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
function createElectionView(
  { segment, identity }: ElectionOptions,
  { machine, turned }: Pick<ElectionParts, 'machine' | 'turned'>,
) {
  const roleChanges: Partial<Record<ElectionRole, number>> = {}
  let { role } = machine
  let since = monotonicNow()
  let lease: ElectionStatus['lease']
  let api: ElectionStatus['api'] = { reachable: undefined, since }

  const reach = (reachable: boolean, message?: string) => {
    const isSame = reachable === api.reachable
    const told = message === undefined ? {} : { message }
    api = { reachable, since: isSame ? api.since : monotonicNow(), ...told }
  }
  const see = (stored: StoredLease | undefined) => {
    reach(true)
    const { holderIdentity: holder = '', leaseTransitions: transitions = 0 } = stored?.record ?? {}
    lease = stored && { holder, transitions }
  }
  return {
    roleChanges,
    see,
    note(answer: StoredLease | ApiFailure) {
      if (!isFailure(answer)) return see(answer)
      if (answer.failure === 'unreachable' || answer.failure === 'serverError')
        return reach(false, answer.message)
      reach(true, answer.message)
    },
    turn(now: ElectionRole) {
      if (now === role) return
      role = now
      since = monotonicNow()
      roleChanges[role] = (roleChanges[role] ?? 0) + 1
      turned(role)
    },
    status: (): ElectionStatus => ({ segment, identity, role, since, lease, api }),
  }
}

/** The Lease in the API server. */
function createLeaseRequests(name: string, client: () => WatchClient) {
  const place = () => ({ namespace: client().namespace, name })
  return {
    async ask(request: LeaseRequest): Promise<StoredLease | ApiFailure> {
      const { timeoutMilliseconds } = request
      if (request.type === 'read')
        return leaseAnswer(await client().get(LEASES, place(), { timeoutMilliseconds }))
      const { change, over } = request
      const object = leaseObject(change, over?.metadata ?? place(), inMicroseconds(new Date()))
      const send = over === undefined ? 'create' : 'replace'
      return leaseAnswer(await client()[send](LEASES, object, { timeoutMilliseconds }))
    },
    /** Calls with each version that is heard of; what is not known is not told. */
    watch(seen: (object: KubernetesObject | undefined) => void): WatchCache {
      const cache = watchResource(client(), LEASES, {
        selection: { namespace: client().namespace, fieldSelector: `metadata.name=${name}` },
        changed() {
          const { objects, failure } = cache.view
          if (objects !== undefined && failure === undefined) seen(objects[0])
        },
      })
      return cache
    },
  }
}

/** metav1.MicroTime: six digits. */
function inMicroseconds(time: Date): string {
  return time.toISOString().replace('Z', '000Z')
}
