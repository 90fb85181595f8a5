import { mkdir } from 'node:fs/promises'
import type { ConnectOptions } from '../../../kubernetes/io/connect.ts'
import type { LeaseTiming } from '../../../kubernetes/lease/rules.ts'
import type { WatchClient } from '../../../kubernetes/watch/client.ts'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { Demoted } from '../../ownership/demotions.ts'
import type { ElectionRole, ElectionPlan } from '../../election/events.ts'
import { createElection, type ElectionOptions } from '../../election/election.ts'
import type { LanObservation } from '../../lan/lan-observation.ts'
import type { ElectionMetrics } from '../../status/metric-samples.ts'
import type { CarriedPlan } from '../../plan/picture.ts'
import { carriedPlan } from '../../plan/picture.ts'
import type { PlanInForce, SpeakerReport } from '../../reports/report.ts'
import type { ClusterPlanSource } from './cluster-plan-source.ts'
import { clusterPlanSource } from './cluster-plan-source.ts'
import type { ElectionDriver, ElectionParts } from './election-driver.ts'
import { createElectionDriver } from './election-driver.ts'
import type { HolderStore } from './holder-store.ts'
import { createHolderStore } from './holder-store.ts'
import { createPlanStatusWriting } from './plan-status-writing.ts'
import { createPlanStore } from '../files/plan-store.ts'
import type { ServiceHealthDriver } from './service-health-driver.ts'
import { createServiceHealthDriver } from './service-health-driver.ts'
import type { WireThread } from '../thread/wire-thread.ts'
import type { Cure } from '../../reports/cure.ts'
import type { SpeakerLog } from '../../reports/log.ts'

export interface ClusterOptions {
  readonly segment: string
  /** The node that the speaker runs on. */
  readonly node: string
  /** What the Lease calls this speaker. */
  readonly identity: string
  /** Undefined: nothing is kept on disk. */
  readonly stateDir: string | undefined
  readonly connection: ConnectOptions
  readonly timing: LeaseTiming
  /** Where kube-proxy tells whether it works; undefined: it is not asked. */
  readonly nodeHealthPort: number | undefined
}

export interface ClusterLifeParts {
  readonly log: SpeakerLog
  readonly thread: () => WireThread
  /** False: never stands for election. */
  readonly stands: boolean
}

/** A speaker's life in a cluster: its plan, its election, and what it tells of the plan. */
export interface ClusterLife {
  readonly source: ClusterPlanSource
  /** Resolves when the API server may be asked, whether or not it answers; or why it may never be. */
  readonly connected: Promise<Cure | undefined>
  readonly election: ElectionDriver
  begin(): void
  /** These plans are about to be carried out. */
  foresee(plans: readonly AnnouncementPlan[]): void
  adopted(plans: readonly AnnouncementPlan[], inForce: readonly PlanInForce[]): void
  note(report: SpeakerReport): void
  /** What the loop sees of the LAN. */
  lan(views: readonly LanObservation[]): void
  metrics(): ElectionMetrics
  /** Leads no more, and releases the Lease, if that can be done in time. */
  stop(): Promise<void>
  close(): void
}

export function createClusterLife(options: ClusterOptions, parts: ClusterLifeParts): ClusterLife {
  const { segment, identity, stateDir } = options
  const { log, thread } = parts
  const { connected, client, close } = createConnection(options)
  let facts: CarriedPlan | undefined
  const store = stateDir === undefined ? undefined : createPlanStore(stateDir, segment, log)
  const source = clusterPlanSource({ segment, client, log, store, touched: () => writing.seen() })
  const writing = createPlanStatusWriting({
    segment,
    client,
    log,
    holder: identity.slice(0, LONGEST_HOLDER),
    source: () => thread().status(),
    facts: () => facts,
    object: () => source.object,
  })
  const turned = (role: ElectionRole) => writing.leads(role === 'leading')
  const election = createElectionOf(options, parts, { client, turned })
  const health = createHealth(options, parts)
  return {
    source,
    connected,
    election,
    begin() {
      if (parts.stands) election.begin()
    },
    foresee(plans) {
      const plan = plans.find(({ spec }) => spec.segment === segment)
      if (plan !== undefined) health.follow(plan)
    },
    adopted(plans, inForce) {
      const plan = plans.find(({ spec }) => spec.segment === segment)
      const digest = inForce.find((one) => one.segment === segment)?.digest ?? ''
      facts = plan && carriedPlan(plan, digest)
      if (plan === undefined) election.tell({ type: 'lan', view: nothingToDo(segment) })
      else election.tell({ type: 'plan', plan: electionFacts(plan) })
      writing.changed()
    },
    lan(views) {
      const view = views.find((one) => one.segment === segment)
      if (view === undefined) return
      election.tell({ type: 'lan', view })
      health.lan(view.nodes)
    },
    note({ level }) {
      if (level !== 'debug') writing.changed()
    },
    metrics: () => ({
      status: election.status(),
      roleChanges: election.roleChanges,
      planStatusWrites: writing.counts,
    }),
    stop: () => election.stop(),
    close() {
      health.close()
      writing.close()
      close()
    },
  }
}

function createElectionOf(
  options: ClusterOptions,
  { log, thread }: ClusterLifeParts,
  given: Pick<ElectionParts, 'client' | 'turned'>,
): ElectionDriver {
  const { stateDir, segment } = options
  const memory = stateDir === undefined ? undefined : createHolderStore(stateDir, segment)
  return createElectionDriver(options, {
    ...given,
    create: (now) => createElection(electionOptions(options, memory), now),
    holder: (name) => memory?.write(name),
    log,
    announce: () => thread().announce(),
    grant: (until) => thread().grant(until),
  })
}

function createHealth(
  { segment, node: ownNode, nodeHealthPort: nodePort }: ClusterOptions,
  { log, thread }: ClusterLifeParts,
): ServiceHealthDriver {
  const demote = (demoted: Demoted) => thread().demote(demoted)
  return createServiceHealthDriver({ segment, ownNode, nodePort }, { log, demote })
}

/** The client is there once it is connected, and everybody who asks for it comes later. */
function createConnection(options: ClusterOptions) {
  let known: WatchClient | undefined
  const connected = connectTo(options).then((outcome) => {
    if ('hint' in outcome) return outcome
    known = outcome
    return undefined
  })
  const client = (): WatchClient => {
    if (known === undefined) throw new Error('asked before it was connected')
    return known
  }
  return { connected, client, close: () => known?.close() }
}

/** As the CRD has it. */
const LONGEST_HOLDER = 253

/** The library behind it takes a while to load; meanwhile the plan on disk is carried out. */
async function connectTo({ connection, stateDir }: ClusterOptions): Promise<WatchClient | Cure> {
  const refusal = stateDir === undefined ? undefined : await makeFolder(stateDir)
  if (refusal !== undefined) return refusal
  const { connect } = await import('../../../kubernetes/io/connect.ts')
  return connect(connection)
}

async function makeFolder(folder: string): Promise<Cure | undefined> {
  try {
    await mkdir(folder, { recursive: true })
    return undefined
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return {
      message: `cannot make the folder ${folder}: ${code ?? message}`,
      hint: 'name another one with --state-dir, or leave it out: then nothing is kept',
    }
  }
}

function electionOptions(
  { segment, identity, timing }: ClusterOptions,
  memory: HolderStore | undefined,
): ElectionOptions {
  const remembered = memory?.read()
  return { segment, identity, timing, ...(remembered === undefined ? {} : { remembered }) }
}

/** Without a plan nothing speaks against leading: so the first one is announced at once. */
function nothingToDo(segment: string): LanObservation {
  return { segment, linkUp: true, nodes: new Map(), isBlind: false, speakers: new Map() }
}

/** What the election needs to know of a plan. */
function electionFacts({ spec }: AnnouncementPlan): ElectionPlan {
  const names = spec.nodes.map(({ name }) => name)
  const planned = spec.announcements.flatMap(({ candidates: [first] }) => first ?? [])
  return { nodes: new Set(names), carriers: new Set(planned.flatMap((at) => names[at] ?? [])) }
}
