/** True if the pattern may stand for several interfaces: `*` and `?` mean what they mean in a shell. */
export function hasWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?')
}

/** `*` stands for any characters, also for none, and `?` for one. */
export function matchesInterface(pattern: string, name: string): boolean {
  if (!hasWildcard(pattern)) return pattern === name
  let [at, next] = [0, 0]
  /** Behind the last `*`, and up to where it reaches in the name. */
  let [afterStar, reach] = [-1, 0]
  while (at < name.length) {
    const wanted = pattern[next]
    if (wanted === '*') {
      afterStar = ++next
      reach = at
    } else if (wanted === '?' || wanted === name[at]) {
      at++
      next++
    } else if (afterStar < 0) {
      return false
    } else {
      next = afterStar
      at = ++reach
    }
  }
  return /^\**$/.test(pattern.slice(next))
}
