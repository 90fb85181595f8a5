import { createInterface } from 'node:readline'
import type { Host } from '../lan.ts'

/** Which addresses have been announced on the LAN, and when first, as a host hears it. */
export interface Heard {
  /** Of an address, after a time; milliseconds since 1970. Undefined: there has been none. */
  announced(address: string, after: number): number | undefined
  end(): void
}

/** ICMPv6 type 136 (RFC 4861 §4.4), unsolicited ones go to all nodes; ARP announcements (RFC 5227 §1.1) are broadcast. */
const FILTER = '(arp and ether broadcast) or (icmp6 and ip6[40] == 136 and ip6 multicast)'
const ANNOUNCED =
  /^(\d+\.\d+).*(?:Announcement ([\d.]+)|Request who-has ([\d.]+) tell \3|tgt is ([\da-f:]+)|Reply ([\d.]+) is-at)/

/** Listens by tcpdump. Resolves when it does. */
export async function listenOn(host: Host): Promise<Heard> {
  const times = new Map<string, number[]>()
  const child = host.spawn(['tcpdump', '-i', 'eth0', '-l', '-n', '-tt', '-p', FILTER])
  if (child.stdout === null || child.stderr === null) throw new Error('no pipe')
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (data: Buffer) => {
      if (data.toString().includes('listening on')) resolve()
    })
    child.once('exit', () => reject(new Error('tcpdump has ended')))
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [, time = '', ...addresses] = ANNOUNCED.exec(line) ?? []
    const address = addresses.find((one) => one !== undefined)
    if (address === undefined) return
    const at = Number(time) * 1_000
    const known = times.get(address)
    if (known === undefined) times.set(address, [at])
    else known.push(at)
  })
  await ready
  return {
    announced: (address, after) => times.get(address)?.find((at) => at >= after),
    end: () => void child.kill('SIGTERM'),
  }
}
