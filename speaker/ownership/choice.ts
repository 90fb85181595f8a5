import type { Family } from '../../api/address.ts'
import type { Binding, Neighbor } from '../lan/link-view.ts'
import type { OwnerChangeReason } from '../reports/report.ts'
import type { Verdict } from '../status/status.ts'

/** What is known of the nodes, as far as the choice of an owner depends on it. */
export interface NodeHealth {
  verdictOf(neighbor: Neighbor, family: Family): Verdict
  upSince(neighbor: Neighbor, family: Family): number | undefined
  dampedUntil(neighbor: Neighbor, now: number): number | undefined
  /** It answers, and yet cannot serve the address. */
  isDemoted(neighbor: Neighbor, address: string): boolean
  /** It is being asked whether it can serve the address yet. */
  isAwaited(neighbor: Neighbor, address: string): boolean
}

/** Who owns an address, and the planned owner that this was decided for. */
export interface Ownership {
  readonly owner: Neighbor
  readonly plannedOwner: string
}

export type OwnerChoice =
  | { readonly kind: 'stay'; readonly plannedOwner: string; readonly again?: number | undefined }
  | {
      readonly kind: 'move'
      readonly plannedOwner: string
      readonly to: Neighbor
      readonly reason: OwnerChangeReason
    }
  /** The owner is down, and so is everybody else. */
  | { readonly kind: 'stranded'; readonly plannedOwner: string }

interface Question {
  readonly binding: Binding
  readonly current: Ownership
  readonly health: NodeHealth
  readonly now: number
}

/**
 * Who owns the address of a binding from now on. In this order: what the plan moves, as soon as the new owner answers;
 * what its owner can carry no longer; what returns to its planned owner. `again` is when to ask next, if time
 * alone can change the answer.
 */
export function chooseOwner(question: Question): OwnerChoice {
  const { binding, current } = question
  const [planned] = binding.candidates
  const isPlanNews = current.plannedOwner !== planned.node.name
  if (isPlanNews && current.owner !== planned) return followPlan(question)
  const plannedOwner = planned.node.name
  if (!binding.candidates.includes(current.owner)) return leave(question, 'notCandidate')
  if (verdict(question, current.owner) === 'down') return leave(question, downReason(current.owner))
  if (shouldYield(question)) return leave(question, 'ownerDemoted')
  if (current.owner === planned) return { kind: 'stay', plannedOwner }
  return failBack(question)
}

/** The plan names another owner than before: it takes over when it answers, and not before. */
function followPlan(question: Question): OwnerChoice {
  const { binding, current } = question
  const [planned] = binding.candidates
  const answer = verdict(question, planned)
  if (isWorthWaiting(question, planned)) return { kind: 'stay', plannedOwner: current.plannedOwner }
  if (isDemoted(question, planned) && isSomebodyFit(question)) return avoidPlanned(question)
  if (answer === 'up' || answer === 'suspect')
    return { kind: 'move', plannedOwner: planned.node.name, to: planned, reason: 'planned' }
  if (verdict(question, current.owner) === 'down')
    return leave(question, answer === 'down' ? downReason(current.owner) : 'planned')
  // An owner that is no longer a candidate keeps it until the planned owner is known to be down.
  if (answer === 'down' && !binding.candidates.includes(current.owner))
    return leave(question, 'notCandidate')
  return { kind: 'stay', plannedOwner: current.plannedOwner }
}

/** Waiting is short, and the present owner serves the address meanwhile, at least its open connections. */
function isWorthWaiting(question: Question, planned: Neighbor): boolean {
  const { binding, current, health } = question
  if (!health.isAwaited(planned, binding.planned.address.text)) return false
  return verdict(question, current.owner) !== 'down' && !isDemoted(question, current.owner)
}

function leave(question: Question, reason: OwnerChangeReason): OwnerChoice {
  const { binding, current } = question
  const plannedOwner = binding.candidates[0].node.name
  const to = best(question)
  if (to !== undefined) return { kind: 'move', plannedOwner, to, reason }
  const isKnownDown = verdict(question, current.owner) === 'down'
  return { kind: isKnownDown ? 'stranded' : 'stay', plannedOwner: current.plannedOwner }
}

/** The first of the best candidates: those that answer and are trusted, that answer, that may yet answer. */
function best(question: Question): Neighbor | undefined {
  const { binding, current, health, now } = question
  const others = binding.candidates.filter((candidate) => candidate !== current.owner)
  const up = fittest(
    question,
    others.filter((one) => verdict(question, one) === 'up'),
  )
  const trusted = up.find((one) => health.dampedUntil(one, now) === undefined)
  return trusted ?? up[0] ?? others.find((one) => verdict(question, one) === 'suspect')
}

/** RFC 9568 §6.1 calls it preemption: the planned owner takes back what it lost. */
function failBack(question: Question): OwnerChoice {
  const { binding, health, now } = question
  const [planned] = binding.candidates
  const plannedOwner = planned.node.name
  const { failback, failbackDelaySeconds } = binding.planned.pool
  const upSince = health.upSince(planned, binding.planned.address.family)
  const isUp = verdict(question, planned) === 'up'
  if (failback === 'never' || upSince === undefined || !isUp || isDemoted(question, planned))
    return { kind: 'stay', plannedOwner }
  const delay = failback === 'immediate' ? 0 : failbackDelaySeconds * 1_000
  const ready = Math.max(upSince + delay, health.dampedUntil(planned, now) ?? -Infinity)
  if (ready > now) return { kind: 'stay', plannedOwner, again: ready }
  return { kind: 'move', plannedOwner, to: planned, reason: 'failback' }
}

/** The owner is demoted, and somebody else is not: what fails everywhere says nothing of the owner. */
function shouldYield(question: Question): boolean {
  return isDemoted(question, question.current.owner) && isSomebodyFit(question)
}

function isSomebodyFit(question: Question): boolean {
  return question.binding.candidates.some((one) => isUpAndFit(question, one))
}

/** The planned owner cannot serve the address yet: it is followed when it can. */
function avoidPlanned(question: Question): OwnerChoice {
  const { binding, current } = question
  if (!binding.candidates.includes(current.owner)) return leave(question, 'notCandidate')
  if (verdict(question, current.owner) === 'down') return leave(question, downReason(current.owner))
  if (isDemoted(question, current.owner)) return leave(question, 'ownerDemoted')
  return { kind: 'stay', plannedOwner: current.plannedOwner }
}

function isUpAndFit(question: Question, neighbor: Neighbor): boolean {
  return verdict(question, neighbor) === 'up' && !isDemoted(question, neighbor)
}

/** Those that are not demoted; all, if everybody is. */
function fittest(question: Question, neighbors: readonly Neighbor[]): readonly Neighbor[] {
  const fit = neighbors.filter((one) => !isDemoted(question, one))
  return fit.length > 0 ? fit : neighbors
}

function isDemoted({ binding, health }: Question, neighbor: Neighbor): boolean {
  return health.isDemoted(neighbor, binding.planned.address.text)
}

function verdict({ binding, health }: Question, neighbor: Neighbor): Verdict {
  return health.verdictOf(neighbor, binding.planned.address.family)
}

function downReason({ isUnresolvable, mac }: Neighbor): OwnerChangeReason {
  return mac === undefined && isUnresolvable ? 'ownerUnresolved' : 'ownerDown'
}
