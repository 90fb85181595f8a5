import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createPollSet } from '../../../speaker/io/linux/poll-set.ts'
import {
  AF_PACKET,
  LITTLE_ENDIAN,
  loadSystemCalls,
  SOCK_RAW,
} from '../../../speaker/io/linux/system-calls.ts'

/*
 * A program for a network namespace: sends the frames that it reads from standard input, one in hex a line,
 * and writes every frame that arrives on eth0 to standard output.
 */

const ETH_P_ALL = 3
const PACKET_OUTGOING = 4
const ADDRESS_BYTES = 20

const calls = loadSystemCalls()
const index = Number(readFileSync('/sys/class/net/eth0/ifindex', 'utf8'))
const descriptor = calls.socket(AF_PACKET, SOCK_RAW, 0)
calls.setOption(descriptor, 263, 23, new Uint8Array(Int32Array.of(1).buffer))
calls.bind(descriptor, linkLayerAddress())
const polled = createPollSet(calls, [descriptor])
const buffer = new Uint8Array(2048)

function linkLayerAddress(): Uint8Array {
  const address = new Uint8Array(ADDRESS_BYTES)
  const view = new DataView(address.buffer)
  view.setUint16(0, AF_PACKET, LITTLE_ENDIAN)
  view.setUint16(2, ETH_P_ALL, false)
  view.setInt32(4, index, LITTLE_ENDIAN)
  view.setUint8(10, PACKET_OUTGOING)
  return address
}

function listen(): void {
  polled.wait(5)
  for (let length = receive(); length >= 0; length = receive())
    process.stdout.write(`${Buffer.from(buffer.subarray(0, length)).toString('hex')}\n`)
  setImmediate(listen)
}

function receive(): number {
  return calls.recv(descriptor, buffer, buffer.length)
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const frame = Buffer.from(line, 'hex')
    calls.send(descriptor, frame, frame.length)
  })
  .on('close', () => process.exit())
process.stdout.write('ready\n')
listen()
