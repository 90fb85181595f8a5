import { earliest } from '../../api/earliest.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Demoted, Place } from '../ownership/demotions.ts'
import { createAwaitedPlaces, type AwaitedPlaces } from './awaited-places.ts'
import { createHealthJudge, type HealthJudge } from './judge.ts'
import type { HealthReport, DemotionReason, HealthAnswer } from '../reports/health.ts'
import { healthTargets, placeKey, type HealthTarget } from './targets.ts'
import {
  ASK_INTERVAL,
  AWAITED_INTERVAL,
  LEAST_GAP,
  LONGEST_WAIT,
  MOST_IN_FLIGHT,
} from './timing.ts'
import type { LanObservation } from '../lan/lan-observation.ts'

/** Times are monotonic milliseconds. */
export type ServiceHealthEvent =
  /** Is about to be carried out. */
  | { readonly type: 'plan'; readonly plan: AnnouncementPlan }
  | { readonly type: 'lan'; readonly nodes: LanObservation['nodes'] }
  /** To an `ask`; exactly one. */
  | { readonly type: 'answered'; readonly key: string; readonly answer: HealthAnswer }
  | { readonly type: 'deadline' }

export type ServiceHealthEffect =
  /** Ask by HTTP, and tell what came of it within `ANSWER_TIMEOUT`. */
  | { readonly type: 'ask'; readonly target: HealthTarget }
  | { readonly type: 'demote'; readonly demoted: Demoted }
  | { readonly type: 'report'; readonly report: HealthReport }

/**
 * What is known of nodes beyond layer 2: whether kube-proxy does its work there, and whether they have
 * endpoints of a Service that wants local ones (Design §5). Pure; slow on purpose: it demotes, and never moves
 * anything by itself.
 */
export interface ServiceHealth {
  handle(event: ServiceHealthEvent, now: number): readonly ServiceHealthEffect[]
  readonly deadline: number | undefined
}

interface Entry {
  readonly target: HealthTarget
  readonly judge: HealthJudge
  askAt: number
  isAsked: boolean
}

interface State {
  readonly segment: string
  readonly ownNode: string
  readonly nodePort: number | undefined
  readonly awaited: AwaitedPlaces
  entries: ReadonlyMap<string, Entry>
  down: ReadonlySet<string>
  inFlight: number
  effects: ServiceHealthEffect[]
  /** What was told last. */
  told: string
}

export interface ServiceHealthOptions {
  readonly segment: string
  readonly ownNode: string
  /** Of kube-proxy; undefined: nodes are not asked. */
  readonly nodePort: number | undefined
}

export function createServiceHealth(options: ServiceHealthOptions): ServiceHealth {
  const state: State = {
    ...options,
    awaited: createAwaitedPlaces(),
    entries: new Map(),
    down: new Set(),
    inFlight: 0,
    effects: [],
    told: JSON.stringify(NOTHING),
  }
  return {
    handle(event, now) {
      state.effects = []
      takeIn(state, event, now)
      endWaits(state, now)
      askDue(state, now)
      tell(state)
      return state.effects
    },
    get deadline() {
      return deadlineOf(state)
    },
  }
}

const NOTHING: Demoted = { nodes: [], places: [], awaited: [] }

function takeIn(state: State, event: ServiceHealthEvent, now: number): void {
  if (event.type === 'plan') follow(state, event.plan, now)
  else if (event.type === 'lan') seeNodes(state, event.nodes, now)
  else if (event.type === 'answered') hear(state, event.key, event.answer, now)
}

/** What is known of a target stays, as long as the plan has it. */
function follow(state: State, plan: AnnouncementPlan, now: number): void {
  const targets = healthTargets(plan, state.nodePort)
  const known = state.entries
  const interval = intervalOf(targets.length)
  state.entries = new Map(
    targets.map((target, index) => {
      const before = known.get(target.key)
      const { judge, isAsked } = before ?? { judge: createHealthJudge(), isAsked: false }
      const askAt = before?.askAt ?? now + (index * interval) / targets.length
      return [target.key, { target, judge, isAsked, askAt }]
    }),
  )
  const isFit = (node: string, port: number) =>
    state.entries.get(placeKey(node, port))?.judge.isFit === true
  for (const { node, port } of state.awaited.follow(plan, isFit, now)) {
    const entry = state.entries.get(placeKey(node, port))
    if (entry) entry.askAt = now
  }
}

/** A node that is down is not asked; once it is back it has to show that it can serve. */
function seeNodes(state: State, nodes: LanObservation['nodes'], now: number): void {
  const before = state.down
  state.down = new Set([...nodes].flatMap(([name, verdict]) => (verdict === 'down' ? name : [])))
  for (const { target, judge } of state.entries.values())
    if (state.down.has(target.node) && !before.has(target.node)) judge.doubt()
  for (const entry of state.entries.values()) {
    const { node } = entry.target
    if (before.has(node) && !state.down.has(node)) entry.askAt = now
  }
}

function hear(state: State, key: string, answer: HealthAnswer, now: number): void {
  state.inFlight--
  const entry = state.entries.get(key)
  if (entry === undefined) return
  entry.isAsked = false
  const { target, judge } = entry
  if (answer === 'fit') state.awaited.end(target.node, target.port)
  const isAwaited = state.awaited.has(target.node, target.port)
  if (isAwaited) entry.askAt = now + AWAITED_INTERVAL
  // What a node does not say while it is down is known already; so is that endpoints are not there yet.
  if (state.down.has(target.node) || isAwaited) return
  const turn = judge.answered(answer, hasWitness(state, target))
  if (turn !== undefined) report(state, target, turn)
}

/** Our own node does not count: it answers whatever stands between the others and us. */
function hasWitness({ entries, ownNode, down }: State, asked: HealthTarget): boolean {
  for (const { target, judge } of entries.values()) {
    const isOther = target.node !== asked.node && target.node !== ownNode && !down.has(target.node)
    if (isOther && target.port === asked.port && judge.isFit) return true
  }
  return false
}

function report(state: State, target: HealthTarget, turn: DemotionReason | 'restored'): void {
  const { segment } = state
  const { node, port, addresses } = target
  const of = { segment, node, port, ...(addresses === undefined ? {} : { addresses }) }
  const told: HealthReport =
    turn === 'restored'
      ? { level: 'info', event: 'NodeRestored', ...of }
      : { level: 'warn', event: 'NodeDemoted', reason: turn, ...of }
  state.effects.push({ type: 'report', report: told })
}

function endWaits(state: State, now: number): void {
  const { segment } = state
  for (const { node, port, address } of state.awaited.expire(now)) {
    const seconds = LONGEST_WAIT / 1_000
    const report = { level: 'warn', event: 'EndpointsNotReady', segment } as const
    state.effects.push({ type: 'report', report: { ...report, node, port, address, seconds } })
  }
}

function intervalOf(targets: number): number {
  return Math.max(ASK_INTERVAL, targets * LEAST_GAP)
}

function askDue(state: State, now: number): void {
  const interval = intervalOf(state.entries.size)
  for (const entry of state.entries.values()) {
    if (state.inFlight >= MOST_IN_FLIGHT) return
    if (entry.isAsked || now < entry.askAt || state.down.has(entry.target.node)) continue
    entry.isAsked = true
    entry.askAt = now + interval
    state.inFlight++
    state.effects.push({ type: 'ask', target: entry.target })
  }
}

function tell(state: State): void {
  const demoted = demotedIn(state)
  const text = JSON.stringify(demoted)
  if (text === state.told) return
  state.told = text
  // Before what is reported of it.
  state.effects.unshift({ type: 'demote', demoted })
}

function demotedIn({ entries, awaited }: State): Demoted {
  const bad = [...entries.values()].filter(({ judge }) => judge.isDemoted)
  const nodes = bad.flatMap(({ target }) => (target.addresses === undefined ? target.node : []))
  const places = bad.flatMap(({ target: { node, addresses = [] } }) =>
    addresses.map((address): Place => ({ address, node })),
  )
  return { nodes, places, awaited: awaited.places() }
}

function deadlineOf({ entries, awaited, down, inFlight }: State): number | undefined {
  const askable = inFlight < MOST_IN_FLIGHT ? [...entries.values()] : []
  const times = askable
    .filter(({ target, isAsked }) => !isAsked && !down.has(target.node))
    .map(({ askAt }) => askAt)
  return earliest([awaited.deadline, ...times])
}
