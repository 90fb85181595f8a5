import { readFileSync } from 'node:fs'

/*
 * Bounds for a machine that has other work: each is widened by the time in which some process had to wait for a processor.
 */

export interface Stopwatch {
  /** Milliseconds since the start. */
  readonly took: () => number
  /** A bound of a quiet machine, in milliseconds, and the time since the start in which this one was busy. */
  readonly widened: (bound: number) => number
}

export function startStopwatch(): Stopwatch {
  const [start, waitedBefore] = [performance.now(), waited()]
  return {
    took: () => Math.round(performance.now() - start),
    widened: (bound) => bound + waited() - waitedBefore,
  }
}

/**
 * How long some process of this machine has waited for a processor, in milliseconds since the boot: the `total` of
 * Documentation/accounting/psi.rst of Linux, there in microseconds. 0 where the kernel does not tell.
 */
export function waited(): number {
  try {
    const [, total = '0'] =
      /^some .*total=(\d+)$/m.exec(readFileSync('/proc/pressure/cpu', 'utf8')) ?? []
    return Number(total) / 1_000
  } catch {
    return 0
  }
}
