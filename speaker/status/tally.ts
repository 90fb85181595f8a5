import type { Counters } from './status.ts'

export type CounterGroup = keyof Counters

/** Counts what happens. */
export interface Tally {
  count(group: CounterGroup, what: string, times?: number): void
  counters(): Counters
}

export function createTally(): Tally {
  const groups = {
    frames: new Map<string, number>(),
    sent: new Map<string, number>(),
    moves: new Map<string, number>(),
    verdicts: new Map<string, number>(),
    holds: new Map<string, number>(),
    conflicts: new Map<string, number>(),
  }
  return {
    count(group, what, times = 1) {
      const counts = groups[group]
      counts.set(what, (counts.get(what) ?? 0) + times)
    },
    counters: () => ({
      frames: Object.fromEntries(groups.frames),
      sent: Object.fromEntries(groups.sent),
      moves: Object.fromEntries(groups.moves),
      verdicts: Object.fromEntries(groups.verdicts),
      holds: Object.fromEntries(groups.holds),
      conflicts: Object.fromEntries(groups.conflicts),
    }),
  }
}
