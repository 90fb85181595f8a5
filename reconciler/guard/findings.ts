import type { Finding } from '../../api/finding.ts'
import type { FindingCode } from '../../api/codes/code.ts'
import { makeFinding } from '../../api/make-finding.ts'
import type { AllowedChange } from './options.ts'
import type { Refusal } from './refusal.ts'

const CODES: Readonly<Record<AllowedChange, FindingCode>> = {
  moves: 'BW5201',
  releases: 'BW5202',
  emptyPools: 'BW5203',
}

/** Why the plan is blocked, for people. */
export function guardFindings(refusals: readonly Refusal[]): Finding[] {
  return refusals.map((refusal) =>
    makeFinding(CODES[refusal.kind], {
      message: messageOf(refusal),
      hint: `if it is meant, allow it for this once: --allow ${refusal.kind}`,
    }),
  )
}

function messageOf({ kind, changes, limit, inForce }: Refusal): string {
  switch (kind) {
    case 'moves':
      return `the plan moves ${changes} of ${inForce} addresses in force to other nodes, and ${limit} may`
    case 'releases':
      return `the plan takes ${changes} of ${inForce} addresses in force away, and ${limit} may`
    case 'emptyPools':
      return `there is no pool, and ${inForce} addresses are in force`
  }
}
