import type { Finding } from './finding.ts'
import { makeFinding } from './make-finding.ts'

export type Fields = Readonly<Record<string, unknown>>

/**
 * Reads fields of a plan that came from outside. What is not as it must be becomes a finding and is replaced by
 * something harmless, so that one reading finds every problem. Paths are in kubectl's notation.
 */
export interface FieldReader {
  readonly findings: readonly Finding[]
  fail(path: string, message: string, hint: string): void
  object(value: unknown, path: string): Fields
  list<Item>(value: unknown, path: string, read: (item: unknown, path: string) => Item): Item[]
  /** Not empty. */
  text(value: unknown, path: string): string
  anyText(value: unknown, path: string): string
  /** A whole number, `least` or more. */
  integer(value: unknown, path: string, least: number): number
  oneOf<Choice extends string>(value: unknown, path: string, choices: readonly Choice[]): Choice
  matching(
    value: unknown,
    path: string,
    form: { readonly pattern: RegExp; readonly name: string },
  ): string
}

/** Each reader has its own list of findings, which grows while it reads. It throws nothing. */
export function fieldReader(): FieldReader {
  const findings: Finding[] = []

  function fail(path: string, message: string, hint: string): void {
    findings.push(makeFinding('BW5001', { message, hint, ...(path === '' ? {} : { path }) }))
  }

  function wrong(path: string, value: unknown, wanted: string): void {
    const shown = describeValue(value)
    fail(path, `${path || 'the document'} is ${shown}, not ${wanted}`, `write ${wanted}`)
  }

  return {
    findings,
    fail,
    object(value, path) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value as Fields
      wrong(path, value, 'a mapping')
      return {}
    },
    list(value, path, read) {
      if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`))
      wrong(path, value, 'a list')
      return []
    },
    text(value, path) {
      if (typeof value === 'string' && value !== '') return value
      wrong(path, value, 'a string that is not empty')
      return ''
    },
    anyText(value, path) {
      if (typeof value === 'string') return value
      wrong(path, value, 'a string')
      return ''
    },
    integer(value, path, least) {
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value
      wrong(path, value, `a whole number, ${least} or more`)
      return least
    },
    oneOf(value, path, choices) {
      const found = choices.find((choice) => choice === value)
      if (found !== undefined) return found
      wrong(path, value, choices.length === 1 ? `"${choices[0]}"` : `one of ${choices.join(', ')}`)
      return choices[0]!
    },
    matching(value, path, { pattern, name }) {
      if (typeof value === 'string' && pattern.test(value)) return value
      wrong(path, value, name)
      return ''
    },
  }
}

function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? 'a list' : 'a mapping'
    case 'string':
      return JSON.stringify(value)
    case 'number':
    case 'boolean':
      return String(value)
    default:
      return `a ${typeof value}`
  }
}
