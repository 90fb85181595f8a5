/** Named points in time, at most one for each name. */
export interface Timers {
  set(name: string, due: number): void
  clear(name: string): void
  has(name: string): boolean
  /** Removes all that are due at `now`; earliest first, then in the order in which they were set. */
  takeDue(now: number): readonly string[]
  /** When the first one is due, or undefined if there is none. */
  readonly earliest: number | undefined
}

export function createTimers(): Timers {
  const dues = new Map<string, number>()
  let earliest: number | undefined

  const recompute = () => {
    earliest = undefined
    for (const due of dues.values()) if (earliest === undefined || due < earliest) earliest = due
  }
  const remove = (name: string) => {
    const due = dues.get(name)
    dues.delete(name)
    return due
  }
  return {
    set(name, due) {
      if (remove(name) === earliest) recompute()
      dues.set(name, due)
      if (earliest === undefined || due < earliest) earliest = due
    },
    clear(name) {
      if (remove(name) === earliest) recompute()
    },
    has: (name) => dues.has(name),
    takeDue(now) {
      if (earliest === undefined || earliest > now) return []
      const due = [...dues].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b)
      for (const [name] of due) dues.delete(name)
      recompute()
      return due.map(([name]) => name)
    },
    get earliest() {
      return earliest
    },
  }
}
