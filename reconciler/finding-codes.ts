import type { Severity } from './finding.ts'

/** What docs/problems.md prints for a code, and the severity its findings have. */
export interface CodeEntry {
  /** One word in CamelCase, for annotations, metrics and events. */
  readonly name: string
  readonly severity: Severity
  readonly cause: string
  readonly cure: string
}

/**
 * Every code that a finding can have. Codes are stable: a code is never given another meaning, and a
 * retired code is not used again. Blocks: BW1 text and schema, BW2 pools, BW3 pools against the
 * cluster, BW4 allocation, BW5 candidates, choice and guard.
 */
export const FINDING_CODES = {
  // BW1: text and schema

  // BW2: pools

  // BW3: pools against the cluster

  // BW4: allocation

  // BW5: candidates, choice, guard
  BW5000: {
    name: 'Placeholder',
    severity: 'info',
    cause: 'replaced by the first real code',
    cure: 'none',
  },
} as const satisfies Record<string, CodeEntry>

export type FindingCode = keyof typeof FINDING_CODES
