import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { WatchReport, ResourceWatch } from '../../kubernetes/io/watch-resource.ts'
import { watchResource } from '../../kubernetes/io/watch-resource.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { Resource } from '../../kubernetes/objects/resources.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  ENDPOINT_SLICES,
  LEASES,
  NAMESPACES,
  NODES,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'
import { ChangeFilter } from '../watch/change-filter.ts'
import type { ClusterSnapshot, SnapshotKind } from '../state/snapshot.ts'
import { snapshotOf } from '../state/snapshot.ts'
import { LeaseLiveness } from '../watch/lease-liveness.ts'
import { isPlainObject } from '../values/json.ts'
import type { RunReport } from '../watch/report.ts'
import { trimOf } from '../watch/trim.ts'
import { WrittenObjects } from '../watch/written-objects.ts'

export interface CacheOptions {
  readonly client: WatchClient
  /** Of the speakers' Leases. */
  readonly namespace: string
  /** False where the pools are files. */
  readonly withPools: boolean
  /** Something that decisions read is another one now. */
  readonly changed: () => void
  readonly log: (report: RunReport) => void
}

export interface KindState {
  readonly kind: string
  readonly silenceSeconds: number | undefined
  readonly isKnown: boolean
}

/** All that a watching reconciler knows of the cluster. */
export interface RunCaches {
  /** Resolves once of every kind it is known what there is, or that it may not be known. */
  readonly settled: Promise<void>
  snapshot(): ClusterSnapshot
  kinds(): readonly KindState[]
  segments(): ReadonlyMap<string, boolean>
  /** The answer to a write of ours. */
  wrote(resource: Resource, answer: KubernetesObject | ApiFailure, isNew: boolean): void
  close(): void
}

/** What decisions read of our own objects; their conditions, counts and verdicts are for others. */
const DECISIVE: Readonly<Record<string, (object: KubernetesObject) => unknown>> = {
  AddressPool: ({ metadata, spec }) => [metadata.generation, metadata.annotations, spec],
  AnnouncementPlan: ({ spec, status }) => [spec, isPlainObject(status) ? status['moved'] : null],
}

interface Kind {
  readonly resource: Resource
  readonly filter: ChangeFilter
  readonly written: WrittenObjects
  readonly watch: ResourceWatch
}

/** Starts to list and watch all kinds at once; that goes on until `close`. */
export function openCaches(options: CacheOptions): RunCaches {
  const { withPools } = options
  const resources = [SERVICES, NODES, ENDPOINT_SLICES, NAMESPACES, ANNOUNCEMENT_PLANS]
  const kinds = [...resources, ...(withPools ? [ADDRESS_POOLS] : [])].map((resource) =>
    openKind(resource, options),
  )
  const byKind = new Map(kinds.map((kind) => [kind.resource.kind as SnapshotKind, kind]))
  const speakers = followSpeakers(options)
  const views = () => viewsOf(byKind)
  return {
    settled: Promise.all([...kinds.map(({ watch }) => watch.settled), speakers.settled]).then(
      () => undefined,
    ),
    snapshot: () => ({ ...views(), liveSegments: speakers.live() }),
    kinds: () => [
      ...kinds.map(({ watch, resource }) => stateOf(resource, watch)),
      speakers.state(),
    ],
    segments: () => speakers.segments(),
    wrote(resource, answer, isNew) {
      const kind = byKind.get(resource.kind as SnapshotKind)
      if (kind === undefined || isFailure(answer)) return
      kind.written.wrote(kind.filter.expect(answer), isNew, performance.now())
    },
    close() {
      for (const { watch } of kinds) watch.close()
      speakers.close()
    },
  }
}

function openKind(resource: Resource, { client, changed, log }: CacheOptions): Kind {
  const decisive = DECISIVE[resource.kind]
  const filter = new ChangeFilter({
    trim: trimOf(resource),
    ...(decisive === undefined ? {} : { decisive }),
  })
  const watch: ResourceWatch = watchResource(client, resource, {
    trim: (object) => filter.trim(object),
    changed: () => {
      if (filter.isNews(watch.view.objects)) changed()
    },
    log: (report) => logWatch(report, resource.kind, log),
  })
  return { resource, filter, written: new WrittenObjects(), watch }
}

function viewsOf(kinds: ReadonlyMap<SnapshotKind, Kind>): ClusterSnapshot {
  const now = performance.now()
  const known = new Map<SnapshotKind, readonly KubernetesObject[]>()
  const failures = new Map<SnapshotKind, ApiFailure>()
  for (const [kind, { watch, written }] of kinds) {
    const { objects, failure } = watch.view
    if (objects !== undefined) known.set(kind, written.over(objects, now))
    if (failure !== undefined) failures.set(kind, failure)
  }
  return { ...snapshotOf(known), failures }
}

function stateOf({ kind }: Resource, watch: ResourceWatch): KindState {
  const { lastHeard } = watch.numbers
  const silence = lastHeard === undefined ? undefined : (performance.now() - lastHeard) / 1000
  return { kind, silenceSeconds: silence, isKnown: watch.view.objects !== undefined }
}

interface Speakers {
  readonly settled: Promise<void>
  live(): ReadonlySet<string>
  segments(): ReadonlyMap<string, boolean>
  state(): KindState
  close(): void
}

/** Which segments have a leader that lives: that one has begun to is news, that one has ended is for metrics. */
function followSpeakers({ client, namespace, changed, log }: CacheOptions): Speakers {
  const liveness = new LeaseLiveness()
  let told: ReadonlySet<string> = new Set()
  const live = () => liveness.live(performance.now())
  const observe = () => {
    const leases = watch.view.objects
    if (leases !== undefined) tell(liveness.observe(leases, performance.now()))
  }
  const tell = (now: ReadonlySet<string>) => {
    const come = [...now].filter((segment) => !told.has(segment))
    const gone = [...told].filter((segment) => !now.has(segment))
    told = now
    for (const segment of come) log({ level: 'info', event: 'SegmentLive', segment })
    for (const segment of gone) log({ level: 'warn', event: 'SegmentNotLive', segment })
    if (come.length > 0) changed()
  }
  const watch: ResourceWatch = watchResource(client, LEASES, {
    selection: { namespace },
    changed: observe,
    log: (report) => logWatch(report, LEASES.kind, log),
  })
  // A leader that has fallen silent is told by no event.
  const timer = setInterval(() => tell(live()), 1000)
  return {
    settled: watch.settled,
    live,
    segments: () => new Map(liveness.segments.map((name) => [name, live().has(name)])),
    state: () => stateOf(LEASES, watch),
    close() {
      clearInterval(timer)
      watch.close()
    },
  }
}

function logWatch(report: WatchReport, kind: string, log: (report: RunReport) => void): void {
  switch (report.report) {
    case 'watchLost':
      return log({
        level: 'warn',
        event: 'WatchLost',
        kind,
        reason: report.failure.failure,
        message: report.failure.message,
        hint: 'what is known stays in force; it is tried again',
      })
    case 'watchDenied':
      return log({
        level: 'error',
        event: 'WatchDenied',
        kind,
        reason: report.failure.failure,
        message: report.failure.message,
        hint: 'nothing is released or moved that depends on it; give the right, or install the CRD',
      })
    case 'watchRegained':
      return log({
        level: 'info',
        event: 'WatchRegained',
        kind,
        afterMilliseconds: Math.round(report.afterMilliseconds),
      })
    case 'serverWentBack':
      return log({ level: 'warn', event: 'ServerWentBack', kind, from: report.from, to: report.to })
    case 'callbackFailed':
      return log({
        level: 'error',
        event: 'PassFailed',
        message: String(report.error),
        hint: 'report it as a bug',
      })
  }
}
