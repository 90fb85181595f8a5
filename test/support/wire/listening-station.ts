import { parseAddress } from '../../../api/address.ts'
import type { Address } from '../../../api/address.ts'
import { createDayClock, monotonicNow } from '../../../speaker/io/linux/clocks.ts'
import { createFrameReceiver } from '../../../speaker/io/linux/frame-receiver.ts'
import { selectLinks } from '../../../speaker/io/linux/interfaces.ts'
import { dumpNetwork } from '../../../speaker/io/linux/netlink.ts'
import { openPacketLink } from '../../../speaker/io/linux/packet-socket.ts'
import { createPollSet } from '../../../speaker/io/linux/poll-set.ts'
import { loadSystemCalls } from '../../../speaker/io/linux/system-calls.ts'

/*
 * A program for a network namespace: opens the packet sockets of eth0, and writes what their filters let
 * through, one frame in hex a line. Arguments: the echo identifier; then, if it is to listen to some alone,
 * the addresses and the nodes, each joined by commas.
 */

const [identifier, addresses, nodes] = process.argv.slice(2)

function parsed(texts = ''): readonly Address[] {
  return texts.split(',').flatMap((text) => (text === '' ? [] : [parseAddress(text) as Address]))
}

const calls = loadSystemCalls()
const [state] = selectLinks(dumpNetwork(calls), ['eth0']).links
const clock = createDayClock(calls.timeOfDay, monotonicNow)
const receiver = createFrameReceiver(calls, clock)
const sockets = { calls, receiver, echoIdentifier: Number(identifier) }
const link = state && openPacketLink(sockets, state)
if (link === undefined) throw new Error('there is no eth0')
if (addresses !== undefined) link.listen({ addresses: parsed(addresses), nodes: parsed(nodes) })
const polled = createPollSet(calls, link.descriptors)
process.stdout.write('ready\n')

function hear(from: NonNullable<typeof link>): void {
  polled.wait(5)
  for (const descriptor of from.descriptors)
    for (let left = from.receive(descriptor); left !== undefined; left = from.receive(descriptor))
      process.stdout.write(`${Buffer.from(left.bytes).toString('hex')}\n`)
  setImmediate(hear, from)
}

process.stdin.on('end', () => process.exit()).resume()
hear(link)
