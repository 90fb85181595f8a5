/** A time span as kubectl shows ages: two units at most, and only one where the second says little. */
export function ageText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (seconds < 120) return `${seconds}s`
  if (minutes < 10) return joined(minutes, 'm', seconds % 60, 's')
  if (minutes < 180) return `${minutes}m`
  if (hours < 8) return joined(hours, 'h', minutes % 60, 'm')
  if (hours < 48) return `${hours}h`
  return days < 8 ? joined(days, 'd', hours % 24, 'h') : `${days}d`
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`
}

/** A measured or expected span: milliseconds below a second, then seconds. Three digits say enough. */
export function spanText(milliseconds: number): string {
  if (milliseconds >= 1000) return `${digits(milliseconds / 1000)} s`
  return `${digits(milliseconds)} ms`
}

/** Three significant digits, never fewer than stand before the point. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toString()
  return Number(value.toPrecision(3)).toString()
}
