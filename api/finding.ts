import type { FindingCode } from './codes/code.ts'
import { compareText } from './order.ts'
import type { Severity } from './codes/entry.ts'

/** A place in a text: 1-based line and column, the length of the offending text, and its line. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  readonly lineText: string
}

/** A Kubernetes object as people name it; `namespace` is absent for cluster-scoped kinds. */
export interface ObjectRef {
  readonly kind: string
  readonly namespace?: string
  readonly name: string
}

/** A second place that a finding is about, e.g. the other one of two overlapping ranges. */
export interface RelatedPlace {
  readonly message: string
  readonly at: Position
}

/**
 * A coded message about an input. `message` says what is wrong, `hint` what to write instead.
 * `path` is the field inside `object`, in kubectl's notation: `spec.addresses[0]`.
 */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly message: string
  readonly hint: string
  readonly at?: Position
  readonly related?: readonly RelatedPlace[]
  readonly object?: ObjectRef
  readonly path?: string
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** True if `severity` is as grave as `threshold`, or graver. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold)
}

/** The order in which findings are shown: by place, then severity, code, object, path, message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    comparePlaces(a.at, b.at) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(subject(a), subject(b))
  )
}

/** By file, line and column; what has no place comes last. */
export function comparePlaces(a: Position | undefined, b: Position | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column
}

function subject(finding: Finding): string {
  const { code, object, path = '', message } = finding
  return [code, describeObject(object), path, message].join('\0')
}

/** `Service default/web`, `Node worker-1`, or nothing. */
export function describeObject(object: ObjectRef | undefined): string {
  if (object === undefined) return ''
  const name = object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`
  return `${object.kind} ${name}`
}
