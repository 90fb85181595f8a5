/** error: this part of the input is not used. warning: it is used, but is probably a mistake. info: good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** What docs/problems.md prints for a code, and the severity its findings have. */
export interface CodeEntry {
  /** One word in CamelCase, for annotations, metrics and events. */
  readonly name: string
  readonly severity: Severity
  readonly cause: string
  readonly cure: string
}
