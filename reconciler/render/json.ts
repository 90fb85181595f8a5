import { FINDING_CODES } from '../../api/codes/codes.ts'
import { compareFindings } from '../../api/finding.ts'
import type { Finding, ObjectRef, Position } from '../../api/finding.ts'
import type { Severity } from '../../api/codes/entry.ts'

/** A place for programs: 1-based; `endColumn` is the column after the last character. */
interface JsonPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

interface JsonFinding extends Partial<JsonPlace> {
  readonly code: string
  readonly name: string
  readonly severity: Severity
  readonly message: string
  readonly hint: string
  /** The offending text. */
  readonly text?: string
  readonly object?: ObjectRef
  readonly path?: string
  readonly related?: readonly (JsonPlace & { readonly message: string })[]
}

/** `{"findings": [...]}` in the order of the places, for programs. */
export function renderFindingsJson(findings: readonly Finding[]): string {
  const sorted = [...findings].sort(compareFindings)
  return `${JSON.stringify({ findings: sorted.map(toJson) }, null, 2)}\n`
}

function toJson({
  code,
  severity,
  message,
  hint,
  at,
  object,
  path,
  related,
}: Finding): JsonFinding {
  return {
    code,
    name: FINDING_CODES[code].name,
    severity,
    message,
    hint,
    ...(at && { ...placeJson(at), text: offendingText(at) }),
    ...(object && { object }),
    ...(path !== undefined && { path }),
    ...(related && {
      related: related.map((other) => ({ message: other.message, ...placeJson(other.at) })),
    }),
  }
}

function placeJson({ file, line, column, length }: Position): JsonPlace {
  return { file, line, column, endColumn: column + length }
}

const LONGEST_TEXT = 200

function offendingText({ lineText, column, length }: Position): string {
  return lineText.slice(column - 1, column - 1 + Math.min(length, LONGEST_TEXT))
}
