import { spawn } from 'node:child_process'
import { once } from 'node:events'
import ipaddr from 'ipaddr.js'
import { DIE_WITH_PARENT, type Lan } from '../../demo/lan.ts'

/*
 * Who claims addresses on the wire, read from the frames by a reader that has nothing in common with what is tested.
 */

/** That `address` is at `mac`, said by the host `from`. Times are milliseconds since 1970. */
export interface Claim {
  readonly at: number
  readonly address: string
  readonly mac: string
  readonly from: string
}

export interface Claims {
  /** All of them up to now, in order. */
  heard(): readonly Claim[]
  end(): void
}

/** ARP, and neighbour advertisements (ICMPv6 type 136, RFC 4861 §4.4). */
const FILTER = 'arp or (icmp6 and ip6[40] == 136)'

/** Listens on the bridge, which sees every frame of the LAN. */
export async function listenToClaims({ wire }: Lan): Promise<Claims> {
  const tcpdump = ['tcpdump', '-i', 'br0', '-U', '-w', '-', FILTER]
  const [program = '', ...words] = [...DIE_WITH_PARENT, 'ip', 'netns', 'exec', wire, ...tcpdump]
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const claims: Claim[] = []
  const read = packetReader((at, frame) => {
    const claim = claimOf(frame)
    if (claim !== undefined) claims.push({ at, ...claim })
  })
  child.stdout.on('data', read)
  // It says on which interface it listens.
  await once(child.stderr, 'data')
  child.stderr.resume()
  return { heard: () => claims, end: () => void child.kill('SIGKILL') }
}

const FILE_HEADER = 24
const PACKET_HEADER = 16

/** Of the file format of libpcap, pcap-savefile(5), in the byte order of this machine: little-endian. */
function packetReader(told: (at: number, frame: Buffer) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0)
  let toSkip = FILE_HEADER
  return (data) => {
    rest = Buffer.concat([rest, data])
    if (rest.length < toSkip) return
    rest = rest.subarray(toSkip)
    toSkip = 0
    while (rest.length >= PACKET_HEADER) {
      const length = PACKET_HEADER + rest.readUInt32LE(8)
      if (rest.length < length) return
      const at = rest.readUInt32LE(0) * 1_000 + rest.readUInt32LE(4) / 1_000
      told(at, rest.subarray(PACKET_HEADER, length))
      rest = rest.subarray(length)
    }
  }
}

/** RFC 826 and RFC 5227 §1.1: a reply, or a request for one's own address, says where the sender's address is. */
function arpClaim(frame: Buffer): Omit<Claim, 'at' | 'from'> | undefined {
  const [operation, sender, target] = [
    frame.readUInt16BE(20),
    frame.subarray(28, 32),
    frame.subarray(38, 42),
  ]
  const isClaim = operation === 2 || sender.equals(target)
  return isClaim ? { address: textOf(sender), mac: macOf(frame.subarray(22, 28)) } : undefined
}

const TARGET_LINK_LAYER_ADDRESS = 2

/** RFC 4861 §4.4 and §4.6.1, behind the headers of Ethernet and IPv6; options are of 8 octets each. */
function advertisementClaim(frame: Buffer): Omit<Claim, 'at' | 'from'> | undefined {
  const address = textOf(frame.subarray(62, 78))
  for (let at = 78; at + 8 <= frame.length; at += 8)
    if (frame[at] === TARGET_LINK_LAYER_ADDRESS)
      return { address, mac: macOf(frame.subarray(at + 2, at + 8)) }
  return undefined
}

function claimOf(frame: Buffer): Omit<Claim, 'at'> | undefined {
  const isArp = frame.readUInt16BE(12) === 0x0806
  const claim = isArp ? arpClaim(frame) : advertisementClaim(frame)
  return claim && { ...claim, from: macOf(frame.subarray(6, 12)) }
}

function textOf(octets: Buffer): string {
  return ipaddr.fromByteArray([...octets]).toString()
}

function macOf(octets: Buffer): string {
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join(':')
}

/** What follows each other, each once: `a a b a` is `a b a`. */
export function successive(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => value !== values[at - 1])
}
