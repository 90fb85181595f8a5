import type { ApiFailureReason } from '../../kubernetes/client/api-failure.ts'
import { GUARD_REFUSALS } from '../reasons/guard.ts'
import type { PassEnd } from './loop.ts'

export const RUN_METRIC_PREFIX = 'bellwether_reconciler_'

interface RunMetric {
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly labels: readonly string[]
}

/** Every metric of `bellwether run`. Names are never given another meaning. */
export const RUN_METRICS = {
  build_info: {
    type: 'gauge',
    help: 'Always 1: the version of the reconciler and of Node.js.',
    labels: ['version', 'node_version'],
  },
  writer: {
    type: 'gauge',
    help: '1 while this reconciler holds the Lease and writes, 0 while it follows.',
    labels: [],
  },
  settled: {
    type: 'gauge',
    help: '1 once every kind is listed, or known not to be listable.',
    labels: [],
  },
  passes_total: {
    type: 'counter',
    help: 'Passes by how they ended: done, outdated (somebody else wrote meanwhile), failed.',
    labels: ['result'],
  },
  pass_seconds_total: {
    type: 'counter',
    help: 'Time spent in passes, writing included.',
    labels: [],
  },
  last_pass_timestamp_seconds: {
    type: 'gauge',
    help: 'When the last pass ended that did all it had to.',
    labels: [],
  },
  writes_total: {
    type: 'counter',
    help: 'Writes by kind of object, and by result: written, or why not.',
    labels: ['kind', 'result'],
  },
  watch_silence_seconds: {
    type: 'gauge',
    help: 'Time since anything was heard of a kind, bookmarks included.',
    labels: ['kind'],
  },
  watch_known: {
    type: 'gauge',
    help: '1 while the objects of the kind are known, 0 while they may not be listed.',
    labels: ['kind'],
  },
  blocked: {
    type: 'gauge',
    help: '1 while the guard blocks the plan, by what it would change too much of.',
    labels: ['change'],
  },
  incomplete: {
    type: 'gauge',
    help: '1 while an input is not known, by input: nothing is released or moved because of it.',
    labels: ['input'],
  },
  pools_stale: {
    type: 'gauge',
    help: '1 while the pool files cannot be read and those read before are in force.',
    labels: [],
  },
  pools_info: {
    type: 'gauge',
    help: 'Always 1: the commit that the pool files in force are of.',
    labels: ['revision'],
  },
  segment_live: {
    type: 'gauge',
    help: '1 while the segment has a speaker that renews its Lease.',
    labels: ['segment'],
  },
} as const satisfies Readonly<Record<string, RunMetric>>

export type RunMetricName = keyof typeof RUN_METRICS

export interface RunSample {
  readonly name: RunMetricName
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** What has been counted since the start. */
export class RunTally {
  readonly #passes: Record<PassEnd['end'], number> = { done: 0, outdated: 0, failed: 0 }
  readonly #writes = new Map<string, Map<string, number>>()
  #seconds = 0

  passEnded(end: PassEnd['end'], milliseconds: number): void {
    this.#passes[end] += 1
    this.#seconds += milliseconds / 1000
  }

  wrote(kind: string, result: 'written' | ApiFailureReason): void {
    const results = this.#writes.get(kind) ?? new Map<string, number>()
    this.#writes.set(kind, results.set(result, (results.get(result) ?? 0) + 1))
  }

  samples(): RunSample[] {
    const passes = Object.entries(this.#passes).map(([result, value]) =>
      sample('passes_total', value, { result }),
    )
    const writes = [...this.#writes].flatMap(([kind, results]) =>
      [...results].map(([result, value]) => sample('writes_total', value, { kind, result })),
    )
    return [...passes, ...writes, sample('pass_seconds_total', this.#seconds)]
  }
}

/** What is so at the moment. */
export interface RunState {
  readonly version: string
  readonly nodeVersion: string
  readonly writes: boolean
  readonly settled: boolean
  /** Seconds since 1970; undefined: none yet. */
  readonly lastPass: number | undefined
  readonly kinds: readonly {
    readonly kind: string
    /** Undefined: nothing was ever heard. */
    readonly silenceSeconds: number | undefined
    readonly isKnown: boolean
  }[]
  readonly blocked: readonly string[]
  readonly incomplete: readonly string[]
  readonly poolsStale: boolean
  readonly revision: string
  readonly segments: ReadonlyMap<string, boolean>
}

/** The gauges of RUN_METRICS, as of now. */
export function stateSamples(state: RunState): RunSample[] {
  const { version, nodeVersion, lastPass, kinds } = state
  return [
    sample('build_info', 1, { version, node_version: nodeVersion }),
    sample('writer', Number(state.writes)),
    sample('settled', Number(state.settled)),
    ...(lastPass === undefined ? [] : [sample('last_pass_timestamp_seconds', lastPass)]),
    ...kinds.map(({ kind, isKnown }) => sample('watch_known', Number(isKnown), { kind })),
    ...kinds.flatMap(({ kind, silenceSeconds: silence }) =>
      silence === undefined ? [] : [sample('watch_silence_seconds', silence, { kind })],
    ),
    ...Object.keys(GUARD_REFUSALS).map((change) =>
      sample('blocked', Number(state.blocked.includes(change)), { change }),
    ),
    ...['AddressPool', 'Service', 'Node', 'EndpointSlice', 'Namespace'].map((input) =>
      sample('incomplete', Number(state.incomplete.includes(input)), { input }),
    ),
    sample('pools_stale', Number(state.poolsStale)),
    sample('pools_info', 1, { revision: state.revision }),
    ...[...state.segments].map(([segment, live]) =>
      sample('segment_live', Number(live), { segment }),
    ),
  ]
}

function sample(
  name: RunMetricName,
  value: number,
  labels: Readonly<Record<string, string>> = {},
): RunSample {
  return { name, labels, value }
}
