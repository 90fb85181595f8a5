import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { planOf, writePlans } from '../test/support/speaker/plan-sketch.ts'
import { root } from '../test/support/root.ts'
import type { RunningSpeaker } from '../test/support/speaker/speaker.ts'
import { announced, startSpeaker } from '../test/support/speaker/speaker.ts'
import type { Figure } from './harness.ts'
import { machine, median, milliseconds, renderFigures } from './harness.ts'
import type { WireLan } from './wire-lan.ts'
import { ADDRESSES, createWireLan } from './wire-lan.ts'

/**
 * What a flood of ARP requests for other addresses costs the speaker: `node dist/bench/flood.js`. Needs root,
 * iproute2 and a C compiler.
 */
const REQUESTS_PER_SECOND = 100_000
const RUNS = 5
/** For the processor; an announcement takes a fraction of it. */
const SECONDS = 3

const GOALS = { processor: 0.1, delayMilliseconds: 50 } as const

/** utime and stime of proc(5) are in hundredths of a second. */
const TICKS_PER_SECOND = 100

interface Flood {
  readonly requestsPerSecond: number
  /** Of one core, of the whole process. */
  readonly processor: number
}

function compileFlood(folder: string): string {
  const program = join(folder, 'flood')
  execFileSync('cc', ['-O2', '-o', program, join(root, 'bench/flood.c')], { stdio: 'inherit' })
  return program
}

function processorSeconds({ pid }: RunningSpeaker): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Runs `work` while it floods; what it says it has sent. */
async function flooded(
  wire: WireLan,
  program: string,
  seconds: number,
  work: () => Promise<void>,
): Promise<number> {
  const argv = [program, 'eth0', wire.client.mac, String(REQUESTS_PER_SECOND), String(seconds)]
  const child = wire.client.spawn(argv)
  if (child.stdout === null) throw new Error('no pipe')
  const output = text(child.stdout)
  const ended = once(child, 'close')
  await work()
  await ended
  const { sent, seconds: took } = JSON.parse(await output) as { sent: number; seconds: number }
  return sent / took
}

async function processorOf(speaker: RunningSpeaker, work: () => Promise<unknown>): Promise<number> {
  const before = processorSeconds(speaker)
  const start = performance.now()
  await work()
  const elapsed = (performance.now() - start) / 1000
  return (processorSeconds(speaker) - before) / elapsed
}

async function measureFlood(
  wire: WireLan,
  program: string,
  speaker: RunningSpeaker,
): Promise<Flood> {
  let requestsPerSecond = 0
  const processor = await processorOf(speaker, async () => {
    requestsPerSecond = await flooded(wire, program, SECONDS, () => Promise.resolve())
  })
  return { requestsPerSecond, processor }
}

/** From a new plan to the report that its new address was announced. */
function announcer(wire: WireLan, speaker: RunningSpeaker): () => Promise<number> {
  let last = 0
  const nodes = [{ name: 'owner', addresses: ['10.9.0.3', 'fd00:9::3'] }]
  return async () => {
    const address = `10.9.8.${++last}`
    const owners = { [ADDRESSES.speaker.arp]: 0, [ADDRESSES.speaker.nd]: 0, [address]: 0 }
    const start = performance.now()
    writePlans(wire.planFile, planOf({ nodes, owners }))
    await speaker.until(announced(address))
    return performance.now() - start
  }
}

function processorFigure(idle: number, flood: Flood): Figure {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`
  const rate = Math.round(flood.requestsPerSecond / 1000)
  return {
    measure: `speaker: ${rate} thousand ARP requests/s for other addresses, of a core`,
    yardstick: `without: ${percent(idle)}`,
    result: percent(flood.processor),
    goal: `< ${100 * GOALS.processor} %`,
    met: flood.processor < GOALS.processor,
  }
}

function delayFigure(calm: readonly number[], busy: readonly number[]): Figure {
  const delay = median(busy) - median(calm)
  return {
    measure: 'speaker: from a new plan to the announcement, in the flood',
    yardstick: `without: ${milliseconds(median(calm))}`,
    result: `${milliseconds(median(busy))}; +${milliseconds(Math.max(delay, 0))}`,
    goal: `≤ +${GOALS.delayMilliseconds} ms`,
    met: delay <= GOALS.delayMilliseconds,
  }
}

async function measure(wire: WireLan, folder: string): Promise<readonly Figure[]> {
  const program = compileFlood(folder)
  const speaker = startSpeaker(wire.speaker, ['--plan', wire.planFile])
  await speaker.until(announced(ADDRESSES.speaker.arp))
  await speaker.until(announced(ADDRESSES.speaker.nd))
  const announce = announcer(wire, speaker)
  const calm: number[] = []
  const busy: number[] = []
  for (let run = 0; run < RUNS; run++) {
    calm.push(await announce())
    await flooded(wire, program, 1, async () => {
      await sleep(200)
      busy.push(await announce())
    })
  }
  const idle = await processorOf(speaker, () => sleep(SECONDS * 1000))
  const flood = await measureFlood(wire, program, speaker)
  return [processorFigure(idle, flood), delayFigure(calm, busy)]
}

const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
const wire = createWireLan()
try {
  const figures = await measure(wire, folder)
  console.log(`${machine()}; the delay is the median of ${RUNS} plans, in turn\n`)
  console.log(renderFigures(figures))
  process.exitCode = figures.every(({ met }) => met) ? 0 : 1
} finally {
  wire.close()
  rmSync(folder, { recursive: true })
}
