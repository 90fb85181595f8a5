import { giveAutomatically } from './automatic.ts'
import { claimSettler, claimsOf } from './claims.ts'
import { freeAddresses } from './free.ts'
import { allocationFindings } from './findings.ts'
import { keepHeld, tenuresOf, freeze } from './held.ts'
import { completeAndMove } from './moves.ts'
import { assignmentsOf, releasesOf, retainedOf, type Decided, incompleteOf } from './outcome.ts'
import { refusalsOf, poolAnswers } from './refusals.ts'
import type { AllocationInput, AllocationResult } from './result.ts'
import { startRound } from './round.ts'
import type { Round } from './round.ts'
import { traceOf } from './trace.ts'
import { wishesOf } from './wishes.ts'

/**
 * Decides which Service has which address. What is held stays; then come reservations, then requests, then
 * the lowest free address of the first pool that fits. Among equals the older Service is first. The result
 * depends on nothing but the input, and allocating again on the result changes nothing: whatever one
 * Service lets go of is offered to all who want it before the round ends.
 */
export function allocate(input: AllocationInput): AllocationResult {
  const round = startRound(input)
  return round.facts.services === undefined ? keepAll(input, round) : decide(input, round)
}

function decide(input: AllocationInput, round: Round): AllocationResult {
  const outcome = keepHeld(round, input.previous)
  const wishes = wishesOf(round)
  const settler = claimSettler(round, wishes, claimsOf(outcome.waiting, wishes))
  settler.settle()
  const free = freeAddresses(round)
  completeAndMove({ round, free, settler })
  giveAutomatically(round, free)
  const answers = poolAnswers(round, free)
  return describe(round, {
    tenures: outcome.tenures,
    answers,
    assignments: assignmentsOf(round, input.previous, input.now),
    refusals: refusalsOf(round, wishes, answers),
    releases: releasesOf(outcome),
    retained: retainedOf(round),
  })
}

/** Without knowing the Services, all that was given stays, and nothing else happens. */
function keepAll({ previous }: AllocationInput, round: Round): AllocationResult {
  const tenures = tenuresOf(round, previous)
  const answers = poolAnswers(round, freeAddresses(round))
  return describe(round, { tenures, answers, refusals: new Map(), ...freeze(round.index, tenures) })
}

function describe(round: Round, decided: Decided): AllocationResult {
  const incomplete = incompleteOf(round, decided)
  const { assignments, refusals, releases, retained } = decided
  return {
    assignments,
    refusals,
    releases,
    retained,
    incomplete,
    findings: allocationFindings(round, decided, incomplete),
    trace: (subject) => traceOf(round, decided, subject),
  }
}
