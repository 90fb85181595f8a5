/** How a time is written in plans and inputs: RFC 3339 §5.6, in UTC, with a `Z`. */
export const UTC_TIME = {
  pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  name: 'a time as 2026-01-31T12:00:00Z',
} as const

/** True for a text of that form that names a time of the calendar: there is no 31 February. */
export function isUtcTime(value: unknown): value is string {
  if (typeof value !== 'string' || !UTC_TIME.pattern.test(value)) return false
  const time = new Date(value)
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === value.slice(0, 19)
}
