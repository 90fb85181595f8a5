/**
 * metav1.MicroTime: RFC 3339 in UTC with six digits of the second. `microseconds` count from 1970; they fit
 * a double exactly until the year 2255.
 */
export function microTime(microseconds: number): string {
  const whole = Math.floor(microseconds / 1e6)
  const rest = Math.floor(microseconds - whole * 1e6)
  const seconds = new Date(whole * 1_000).toISOString().slice(0, 19)
  return `${seconds}.${String(rest).padStart(6, '0')}Z`
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})$/

/** Any RFC 3339 time, in microseconds since 1970; digits behind the sixth are cut off. Undefined for what is none. */
export function readMicroTime(text: string): number | undefined {
  const match = RFC_3339.exec(text)
  if (match === null) return undefined
  const [, day, time, fraction = '', zone] = match
  const milliseconds = Date.parse(`${day}T${time}${zone!.toUpperCase()}`)
  if (Number.isNaN(milliseconds)) return undefined
  return milliseconds * 1_000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}
