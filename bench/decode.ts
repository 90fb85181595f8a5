import { createWireMachine } from '../speaker/machine/wire-machine.ts'
import type { WireMachine } from '../speaker/machine/events.ts'
import { decode, encode } from '../speaker/wire/frame.ts'
import { parseFrame } from '../test/support/wire/frame-text.ts'
import { linkOf, planOf } from '../test/support/speaker/scenario.ts'
import { machine as computer, renderFigures, timed, type Figure } from './harness.ts'

/**
 * What a frame costs in the wire machine, without any socket: `node dist/bench/decode.js`. The plan has
 * 4,000 addresses of each family; askers and addresses change from frame to frame.
 */
const ADDRESSES = 4_000
const FRAMES = 200_000
const RUNS = 7

/** By then, in milliseconds, every burst is over; the node is probed for ever. */
const SETTLED = 10_000

const us = '02:00:00:00:00:01'
const client = '02:00:00:00:00:aa'
const node = '02:00:00:00:00:0b'

function ipv4(network: number, index: number): string {
  return `10.${network}.${index >> 8}.${index & 0xff}`
}

function ipv6(index: number): string {
  return `2001:db8::1:${index.toString(16)}`
}

/** A machine that has announced everything and only answers from now on. */
function answering(): WireMachine {
  const machine = createWireMachine()
  const indexes = Array.from({ length: ADDRESSES }, (_, index) => index + 1)
  const addresses = [...indexes.map((index) => ipv4(1, index)), ...indexes.map(ipv6)]
  const plan = planOf([
    'node worker-1 10.0.0.11',
    ...addresses.map((address) => `${address} worker-1`),
  ])
  const links = [linkOf(`eth0 ${us} up 10.0.0.1/8 2001:db8::5/64 fe80::1/64`)]
  machine.handle({ type: 'links', links }, 0)
  machine.handle({ type: 'plan', plan }, 0)
  hear(machine, `${node} > ${us} ARP reply 10.0.0.11 is-at ${node} to 10.0.0.1 at ${us}`)
  for (let now = 0; now < SETTLED; now = machine.deadline ?? SETTLED)
    machine.handle({ type: 'deadline' }, now)
  return machine
}

function hear(machine: WireMachine, text: string): void {
  machine.handle({ type: 'frame', link: 'eth0', bytes: encode(parseFrame(text)) }, 0)
}

function frames(text: (index: number) => string): readonly Uint8Array[] {
  return Array.from({ length: 1_000 }, (_, index) => encode(parseFrame(text(index + 1))))
}

/** Microseconds for one frame, in the fastest run: whatever else the computer does only adds. */
function microseconds(inputs: readonly Uint8Array[], work: (bytes: Uint8Array) => void): number {
  const once = () => {
    for (let index = 0; index < FRAMES; index++) work(inputs[index % inputs.length]!)
  }
  once()
  return (Math.min(...Array.from({ length: RUNS }, () => timed(once))) * 1_000) / FRAMES
}

function main(): void {
  const machine = answering()
  const handle = (bytes: Uint8Array) => {
    machine.handle({ type: 'frame', link: 'eth0', bytes }, 0)
  }
  const request = (target: (index: number) => string) =>
    frames(
      (index) =>
        `${client} > broadcast ARP request who-has ${target(index)} tell ${ipv4(2, index % 16)}`,
    )
  const solicitation = frames((index) => {
    const target = ipv6(index)
    const group = `ff02::1:ff01:${index.toString(16)}`
    return `${client} > 33:33:ff:01:00:01 fe80::${(index % 16) + 2} > ${group} NS who-has ${target} slla ${client}`
  })
  const cases: readonly (readonly [string, number, number])[] = [
    [
      'ARP request answered',
      microseconds(
        request((i) => ipv4(1, i)),
        handle,
      ),
      3,
    ],
    [
      'ARP request for nobody of ours',
      microseconds(
        request((i) => ipv4(3, i)),
        handle,
      ),
      1,
    ],
    ['neighbour solicitation answered', microseconds(solicitation, handle), 5],
    [
      'decode of an ARP request into a value',
      microseconds(
        request((i) => ipv4(1, i)),
        decode,
      ),
      15,
    ],
  ]
  const figures = cases.map(([measure, result, goal]): Figure => {
    return {
      measure,
      yardstick: '-',
      result: `${result.toFixed(2)} µs`,
      goal: `< ${goal} µs`,
      met: result < goal,
    }
  })
  process.stdout.write(`${computer()}\n\n${renderFigures(figures)}`)
  process.stdout.write(`\ncounters: ${JSON.stringify(machine.counters())}\n`)
}

main()
