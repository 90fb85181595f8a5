import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../cluster.ts'
import { prepareLoad, resolvable, type Created, type Load } from '../load.ts'
import { memoryNow, type Memory } from '../memory.ts'
import { milliseconds, type Scene, type Stage, type Verdict } from './scene.ts'

/*
 * Few Services, many at once, and many changes.
 */

const LIMIT = 2_000

export const LOAD_SCENES: readonly Scene[] = [
  {
    name: 'idle',
    fault: 'idle cluster: a Service is created',
    mustHold: 'status and first frame within 150 ms (median)',
    play: (stage) => loaded(stage, idle),
  },
  {
    name: 'many-services',
    fault: '1,000 Services at once',
    mustHold: 'all answered; create to first announcement p99 <= 2 s',
    play: (stage) => loaded(stage, manyServices),
  },
  {
    name: 'changes',
    fault: '100 changes a second for five minutes',
    mustHold: 'create to first announcement p99 <= 2 s; memory flat',
    play: (stage) => loaded(stage, changes),
  },
]

type Story = (stage: Stage, load: Load) => Promise<Verdict>

async function loaded(stage: Stage, story: Story): Promise<Verdict> {
  const load = await prepareLoad(stage.cluster)
  try {
    return await story(stage, load)
  } finally {
    await load.end()
  }
}

/** When its address was first announced; Infinity: not yet. */
function announcedAt({ heard }: Load, { address, askedAt }: Created): number {
  return heard.announced(address, askedAt) ?? Infinity
}

/** From its creation to that. An API server that is busy takes its time before. */
function delayOf(load: Load, created: Created): number {
  return Math.max(0, announcedAt(load, created) - created.createdAt)
}

async function idle({ isQuick, patience }: Stage, load: Load): Promise<Verdict> {
  const statuses: number[] = []
  const frames: number[] = []
  for (let round = 0; round < (isQuick ? 10 : 30); round++) {
    const created = await load.create()
    const isDone = () =>
      load.published(created.name) !== undefined && announcedAt(load, created) < Infinity
    await until('status and announcement', isDone)
    statuses.push(load.published(created.name)! - created.askedAt)
    frames.push(announcedAt(load, created) - created.askedAt)
    await sleep(500)
  }
  const [status, frame] = [quantile(statuses, 0.5), quantile(frames, 0.5)]
  return {
    figure: `status after ${milliseconds(status)}, first frame after ${milliseconds(frame)}`,
    holds: Math.max(status, frame) <= 150 * patience,
  }
}

async function manyServices({ isQuick, say, patience }: Stage, load: Load): Promise<Verdict> {
  const created: Created[] = []
  const from = performance.now()
  await inParallel(isQuick ? 200 : 1_000, async () => void created.push(await load.create()))
  say(`   ${created.length} Services created in ${milliseconds(performance.now() - from)}`)
  await until('every announcement', () => created.every((one) => delayOf(load, one) < Infinity))
  const answered = answeredOf(load, created)
  const delays = created.map((one) => delayOf(load, one))
  const p99 = quantile(delays, 0.99)
  return {
    figure: `p50 ${milliseconds(quantile(delays, 0.5))}, p99 ${milliseconds(p99)}, ${answered} answered`,
    holds: p99 <= LIMIT * patience && answered === created.length,
  }
}

const BATCH = 100

function answeredOf({ client }: Load, created: readonly Created[]): number {
  let answered = 0
  for (let at = 0; at < created.length; at += BATCH) {
    const addresses = created.slice(at, at + BATCH).map(({ address }) => address)
    answered += resolvable(client, addresses)
  }
  return answered
}

const EVERY_MILLISECONDS = 20
/** An API server that takes fewer has not shown what is asked for. */
const LEAST_RATE = 95
/** How many creations later a Service is deleted: ten seconds, if all goes as planned. */
const LIFE = 500

/** 50 Services a second are created, and each is deleted ten seconds later: 100 changes a second from then on. */
async function changes(stage: Stage, load: Load): Promise<Verdict> {
  const rounds = LIFE + (stage.isQuick ? 20_000 : 300_000) / EVERY_MILLISECONDS
  const created: Created[] = []
  const memory: Memory[] = []
  let startOfBoth = 0
  await paced(rounds, async (round) => {
    if (round === LIFE) startOfBoth = performance.now()
    if (round % LIFE === 0) memory.push(memoryNow())
    created.push(await load.create())
    const old = created[round - LIFE]
    if (old !== undefined) await load.remove(old.name)
  })
  const seconds = (performance.now() - startOfBoth) / 1_000
  await sleep(LIMIT)
  memory.push(memoryNow())
  const delays = created.map((one) => delayOf(load, one))
  const rate = (2 * (rounds - LIFE)) / seconds
  const { figure, holds } = changesVerdict(stage, delays, memory)
  return {
    figure: `${rate.toFixed(0)} changes a second for ${seconds.toFixed(0)} s: ${figure}`,
    holds: holds && rate * stage.patience > LEAST_RATE,
  }
}

/** Where the API server cannot keep up, a queue in front of it would be all that is measured. */
async function paced(rounds: number, work: (round: number) => Promise<void>): Promise<void> {
  const start = performance.now()
  const pending = new Set<Promise<void>>()
  for (let round = 0; round < rounds; round++) {
    await sleep(Math.max(0, start + round * EVERY_MILLISECONDS - performance.now()))
    if (pending.size >= AT_A_TIME) await Promise.race(pending)
    const one = work(round).finally(() => pending.delete(one))
    pending.add(one)
  }
  await Promise.all(pending)
}

const KINDS = ['reconciler', 'speaker'] as const

/** Since the first Services have been deleted, nothing grows any more. */
function changesVerdict(
  { say, patience }: Stage,
  delays: readonly number[],
  memory: readonly Memory[],
): Verdict {
  for (const kind of KINDS)
    say(`   ${kind}, MB: ${memory.map((one) => inMegabytes(one[kind])).join(' ')}`)
  const [first, last] = [memory[Math.min(2, memory.length - 1)]!, memory.at(-1)!]
  const p99 = quantile(delays, 0.99)
  const isFlat = last.reconciler < 1.5 * first.reconciler && last.speaker < 1.5 * first.speaker
  const grown = KINDS.map(
    (kind) => `${kind} ${inMegabytes(first[kind])} -> ${inMegabytes(last[kind])} MB`,
  )
  return {
    figure: `p50 ${milliseconds(quantile(delays, 0.5))}, p99 ${milliseconds(p99)}; ${grown.join(', ')}`,
    holds: p99 <= LIMIT * patience && isFlat,
  }
}

function inMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Infinity
}

/** As many at a time as the API server takes well. */
const AT_A_TIME = 24

async function inParallel(count: number, work: () => Promise<void>): Promise<void> {
  let left = count
  const worker = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, worker))
}
