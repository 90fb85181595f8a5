import type { Answers, DatagramResult } from '../demo/traffic.ts'
import { seededRandom } from '../test/support/random.ts'
import type { FailoverLan } from './failover-lan.ts'
import { keepalivedCuts, MANY, PAIR, speakerCut } from './failover-lan.ts'
import type { Figure } from './harness.ts'
import { median } from './harness.ts'

/** One datagram to each of two addresses each 2 ms. */
const EVERY_MICROSECONDS = 1_000

/** One datagram to each of 500 addresses each 25 ms, so that the traffic leaves some of two cores to the speaker. */
const MANY_EVERY_MICROSECONDS = 50

interface Rhythm {
  readonly title: string
  readonly intervalMilliseconds: number
  readonly advertSeconds: number
  readonly watchMilliseconds: number
  readonly goal: { readonly milliseconds: number; readonly times: number }
}

const RHYTHMS: readonly Rhythm[] = [
  {
    title: 'default settings',
    intervalMilliseconds: 100,
    advertSeconds: 0.1,
    watchMilliseconds: 800,
    goal: { milliseconds: 350, times: 1.1 },
  },
  {
    title: 'probes each 10 ms',
    intervalMilliseconds: 10,
    advertSeconds: 0.01,
    watchMilliseconds: 400,
    goal: { milliseconds: 60, times: 1.2 },
  },
]

const FAMILIES = ['IPv4', 'IPv6'] as const

/** Gaps in milliseconds, one for each run. */
interface Gaps {
  readonly speaker: readonly number[]
  readonly keepalived: readonly number[]
}

export interface Repeats {
  readonly seed: number
  readonly runs: number
}

/** Both rhythms, and 500 addresses beside one. */
export async function cutFigures(
  wire: FailoverLan,
  { seed, runs }: Repeats,
): Promise<readonly Figure[]> {
  const random = seededRandom(seed)
  const figures: Figure[] = []
  for (const rhythm of RHYTHMS) {
    const gaps = await inTurn(wire, rhythm, { runs, random })
    figures.push(...FAMILIES.map((family, at) => gapFigure(rhythm, family, gaps[at])))
  }
  return [...figures, await manyFigure(wire, { runs, random })]
}

interface Runs {
  readonly runs: number
  readonly random: () => number
}

async function inTurn(
  wire: FailoverLan,
  rhythm: Rhythm,
  { runs, random }: Runs,
): Promise<readonly Gaps[]> {
  const { intervalMilliseconds, advertSeconds, watchMilliseconds } = rhythm
  const keepalived = await keepalivedCuts(wire, advertSeconds)
  const run = { everyMicroseconds: EVERY_MICROSECONDS, watchMilliseconds, random }
  const ours = { ...run, addresses: PAIR.speaker, probe: { intervalMilliseconds } }
  const results: { speaker: DatagramResult; keepalived: DatagramResult }[] = []
  for (let count = 0; count < runs; count++)
    results.push({ keepalived: await keepalived.cut(run), speaker: await speakerCut(wire, ours) })
  await keepalived.stop()
  return FAMILIES.map((_, at) => ({
    speaker: results.map(({ speaker }) => gapOf(speaker.addresses[at], 'worker-2')),
    keepalived: results.map((one) => gapOf(one.keepalived.addresses[at], 'backup')),
  }))
}

/** How long nobody answered; for ever, if it was not the successor who answered in the end. */
function gapOf(answers: Answers | undefined, successor: string): number {
  return answers?.name === successor ? answers.gap : Infinity
}

function gapFigure({ title, advertSeconds, goal }: Rhythm, family: string, gaps?: Gaps): Figure {
  const ours = gaps?.speaker ?? []
  const times = median(ours) / median(gaps?.keepalived ?? [])
  return {
    measure: `owner's port silently cut, ${family}, ${title}`,
    yardstick: `keepalived, advert ${advertSeconds} s: ${spread(gaps?.keepalived ?? [])}`,
    result: `${spread(ours)}; ${times.toFixed(2)} times`,
    goal: `≤ ${goal.milliseconds} ms, and ≤ ${goal.times} times`,
    met: median(ours) <= goal.milliseconds && times <= goal.times,
  }
}

/** Median and worst. */
export function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms`
}

async function manyFigure(wire: FailoverLan, { runs, random }: Runs): Promise<Figure> {
  const watch = { watchMilliseconds: 1_200, random }
  const [one = ''] = MANY
  const alone = { ...watch, addresses: [one], everyMicroseconds: 2 * EVERY_MICROSECONDS }
  const many = { ...watch, addresses: MANY, everyMicroseconds: MANY_EVERY_MICROSECONDS }
  const single: number[] = []
  const last: number[] = []
  for (let run = 0; run < runs; run++) {
    single.push(gapOf((await speakerCut(wire, alone)).addresses[0], 'worker-2'))
    const { addresses } = await speakerCut(wire, many)
    last.push(Math.max(...addresses.map((answers) => gapOf(answers, 'worker-2'))))
  }
  const times = median(last) / median(single)
  return {
    measure: `${MANY.length} addresses on the dead node: the last one back`,
    yardstick: `one address: ${spread(single)}`,
    result: `${spread(last)}; ${times.toFixed(2)} times`,
    goal: '≤ 2 times',
    met: times <= 2,
  }
}
