/**
 * Whether one resourceVersion is older than another. Since Kubernetes 1.35 they are promised to be decimal
 * numbers, which they have always been; what is none is older than nothing.
 */
export function isOlder(version: string, than: string): boolean {
  if (!isNumber(version) || !isNumber(than)) return false
  if (version.length !== than.length) return version.length < than.length
  return version < than
}

function isNumber(version: string): boolean {
  return /^(0|[1-9]\d*)$/.test(version)
}
