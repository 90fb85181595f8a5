import { readFileSync } from 'node:fs'
import { arpFrame, ipv4Hex } from '../test/support/wire/raw-frames.ts'
import type { RunningSpeaker } from '../test/support/speaker/speaker.ts'
import { announced, startSpeaker } from '../test/support/speaker/speaker.ts'
import type { Station } from '../test/support/wire/station.ts'
import { startStation } from '../test/support/wire/station.ts'
import type { Figure } from './harness.ts'
import { machine, median, milliseconds, renderFigures, timedProcess } from './harness.ts'
import type { WireLan } from './wire-lan.ts'
import { ADDRESSES, createWireLan } from './wire-lan.ts'

/**
 * Memory of the speaker and the time from its start to its first answer:
 * `node dist/bench/speaker-process.js`. Needs root and iproute2.
 */
const RUNS = 10
const GOALS = { milliseconds: 400, megabytes: 80 } as const

/** A client that asks this often sees the first answer that late. */
const ASK_EACH_MILLISECONDS = 2

const MANY_ADDRESSES = 4000

const CLIENT = '0200000000aa'

async function firstAnswer(wire: WireLan, station: Station): Promise<number> {
  const target = ADDRESSES.speaker.arp
  const fields = { senderMac: CLIENT, sender: '10.9.0.250', target }
  const request = arpFrame({ to: 'ffffffffffff', from: CLIENT, ...fields })
  const isAnswer = (frame: Buffer) => {
    const hex = frame.toString('hex')
    return hex.startsWith(CLIENT) && hex.slice(56, 64) === ipv4Hex(target)
  }
  station.take()
  const start = performance.now()
  const speaker = startSpeaker(wire.speaker, ['--plan', wire.planFile])
  const asking = setInterval(() => station.send(request), ASK_EACH_MILLISECONDS)
  await station.until(isAnswer)
  const elapsed = performance.now() - start
  clearInterval(asking)
  speaker.kill('SIGTERM')
  await speaker.ended
  return elapsed
}

/** The most memory it ever had, in megabytes. */
function peakMemory({ pid }: RunningSpeaker): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

async function startFigure(): Promise<Figure> {
  const wire = createWireLan()
  try {
    const station = await startStation(wire.client)
    const times: number[] = []
    const empty: number[] = []
    for (let run = 0; run < RUNS; run++) {
      empty.push(timedProcess([process.execPath, '-e', '0']))
      times.push(await firstAnswer(wire, station))
    }
    const elapsed = median(times)
    return {
      measure: 'speaker: start to first answer',
      yardstick: `node -e 0: ${milliseconds(median(empty))}`,
      result: milliseconds(elapsed),
      goal: `≤ ${GOALS.milliseconds} ms`,
      met: elapsed <= GOALS.milliseconds,
    }
  } finally {
    wire.close()
  }
}

/** Without a goal, the figure is for information. */
async function memoryFigure(addresses: number, goal?: number): Promise<Figure> {
  const more = Array.from(
    { length: addresses - 2 },
    (_, at) => `10.9.${100 + (at >> 8)}.${at & 0xff}`,
  )
  const wire = createWireLan(Object.fromEntries(more.map((address) => [address, 0])))
  try {
    const speaker = startSpeaker(wire.speaker, ['--plan', wire.planFile])
    await speaker.until(announced(more.at(-1) ?? ADDRESSES.speaker.arp))
    await speaker.until(announced(ADDRESSES.speaker.nd))
    const megabytes = peakMemory(speaker)
    return {
      measure: `speaker: memory (peak), ${addresses} addresses`,
      yardstick: '',
      result: `${megabytes.toFixed(0)} MB`,
      goal: goal === undefined ? '' : `≤ ${goal} MB`,
      met: goal === undefined || megabytes <= goal,
    }
  } finally {
    wire.close()
  }
}

const figures = [
  await startFigure(),
  await memoryFigure(2, GOALS.megabytes),
  await memoryFigure(MANY_ADDRESSES),
]
console.log(`${machine()}; median of ${RUNS} starts, in turn with an empty process\n`)
console.log(renderFigures(figures))
process.exitCode = figures.every(({ met }) => met) ? 0 : 1
