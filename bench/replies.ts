import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { announced, startSpeaker } from '../test/support/speaker/speaker.ts'
import type { QuestionFamily, Sample } from './generator.ts'
import { askFrom, compile } from './generator.ts'
import type { Figure } from './harness.ts'
import { machine, median, renderFigures } from './harness.ts'
import type { WireLan } from './wire-lan.ts'
import { ADDRESSES, createWireLan } from './wire-lan.ts'

/**
 * ARP and NS replies of the speaker beside those of a kernel that owns an address, on one wire, in turn:
 * `node dist/bench/replies.js`. Needs root, iproute2 and a C compiler.
 */
const RUNS = 7
const SECONDS = 1
const OUTSTANDING = 64

const GOALS = { p50: 3.5, p99: 5, rate: 0.6 } as const

type Responder = 'kernel' | 'speaker'

interface Asked {
  readonly family: QuestionFamily
  readonly responder: Responder
  readonly outstanding: number
}

function ask(wire: WireLan, program: string, { family, responder, outstanding }: Asked): Sample {
  return askFrom(wire.client, program, {
    ...{ family, outstanding, seconds: SECONDS },
    responder: wire.lan.host(responder).mac,
    target: ADDRESSES[responder][family],
  })
}

interface Series {
  readonly kernel: readonly Sample[]
  readonly speaker: readonly Sample[]
}

function series(
  wire: WireLan,
  program: string,
  family: QuestionFamily,
  outstanding: number,
): Series {
  const kernel: Sample[] = []
  const speaker: Sample[] = []
  for (let run = 0; run < RUNS; run++) {
    kernel.push(ask(wire, program, { family, responder: 'kernel', outstanding }))
    speaker.push(ask(wire, program, { family, responder: 'speaker', outstanding }))
  }
  return { kernel, speaker }
}

/** The median of the ratios of runs that were made next to each other. */
function ratio(found: Series, valueOf: (sample: Sample) => number): number {
  const pairs = found.kernel.map((sample, run) => [sample, found.speaker[run]] as const)
  return median(pairs.map(([a, b]) => (b === undefined ? NaN : valueOf(b) / valueOf(a))))
}

function medianOf(samples: readonly Sample[], valueOf: (sample: Sample) => number): number {
  return median(samples.map(valueOf))
}

function latency(measure: string, found: Series): Figure {
  const times = ratio(found, ({ p50 }) => p50)
  const times99 = ratio(found, ({ p99 }) => p99)
  const text = (samples: readonly Sample[]) =>
    [medianOf(samples, ({ p50 }) => p50), medianOf(samples, ({ p99 }) => p99)]
      .map((value) => value.toFixed(0))
      .join(' / ')
  return {
    measure: `${measure}: p50 / p99, one outstanding`,
    yardstick: `kernel: ${text(found.kernel)} µs`,
    result: `${text(found.speaker)} µs; ${times.toFixed(1)} / ${times99.toFixed(1)} times`,
    goal: `≤ ${GOALS.p50} / ${GOALS.p99} times`,
    met: times <= GOALS.p50 && times99 <= GOALS.p99,
  }
}

const rateOf = ({ answered, seconds }: Sample): number => answered / seconds

function rate(measure: string, found: Series): Figure {
  const times = ratio(found, rateOf)
  const lost = found.speaker.reduce((sum, sample) => sum + sample.lost, 0)
  const text = (samples: readonly Sample[]) =>
    `${(medianOf(samples, rateOf) / 1000).toFixed(0)} thousand/s`
  return {
    measure: `${measure}: rate, ${OUTSTANDING} outstanding`,
    yardstick: `kernel: ${text(found.kernel)}`,
    result: `${text(found.speaker)}; ${times.toFixed(2)} times; ${lost} lost`,
    goal: `≥ ${GOALS.rate} times`,
    met: times >= GOALS.rate,
  }
}

async function measure(wire: WireLan, folder: string): Promise<readonly Figure[]> {
  const program = compile('generator', folder)
  const speaker = startSpeaker(wire.speaker, ['--plan', wire.planFile])
  await speaker.until(announced(ADDRESSES.speaker.arp))
  await speaker.until(announced(ADDRESSES.speaker.nd))
  const families = [
    ['ARP', 'arp'],
    ['NS', 'nd'],
  ] as const
  return families.flatMap(([name, family]) => [
    latency(name, series(wire, program, family, 1)),
    rate(name, series(wire, program, family, OUTSTANDING)),
  ])
}

const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
const wire = createWireLan()
try {
  const figures = await measure(wire, folder)
  console.log(`${machine()}; medians of ${RUNS} runs of ${SECONDS} s, in turn\n`)
  console.log(renderFigures(figures))
  process.exitCode = figures.every(({ met }) => met) ? 0 : 1
} finally {
  wire.close()
  rmSync(folder, { recursive: true })
}
