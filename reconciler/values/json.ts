/** A mapping as JSON knows it. */
export type PlainObject = Readonly<Record<string, unknown>>

/** False for null and for lists. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a value of JSON is, in the words of a message: `a list`, `the number 5`. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'string') return `the text ${quote(value)}`
  return typeof value === 'number' ? `the number ${value}` : `\`${value === true}\``
}

const SHOWN_LENGTH = 60

/** A text as people see it in a message: in backquotes, cut where it is long. */
export function quote(text: string): string {
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
  return `\`${shown.replace(/\s+/g, ' ')}\``
}
