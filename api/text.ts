/** ` and 4 more`; empty if nothing is left out. */
export function andMore(leftOut: number): string {
  return leftOut > 0 ? ` and ${leftOut} more` : ''
}

/** `a, b, c and 4 more`: the first `most` texts. A message stays short, however many there are. */
export function firstOf(texts: readonly string[], most: number): string {
  return texts.slice(0, most).join(', ') + andMore(texts.length - most)
}
