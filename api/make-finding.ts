import type { FindingCode } from './codes/code.ts'
import { FINDING_CODES } from './codes/codes.ts'
import type { Finding } from './finding.ts'

/** A finding with the severity that its code has. */
export function makeFinding(code: FindingCode, parts: Omit<Finding, 'code' | 'severity'>): Finding {
  return { code, severity: FINDING_CODES[code].severity, ...parts }
}
