import { isPlainObject } from './json.ts'
import { compareText } from '../../api/order.ts'

/** The same text for the same JSON value, in whatever order its fields stand. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isPlainObject(inner) ? sorted(inner) : inner,
  )
}

function sorted(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => compareText(a, b)))
}

/** True if both are the same JSON value. */
export function sameContent(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b)
}
