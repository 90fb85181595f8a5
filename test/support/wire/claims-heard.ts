import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Host, Lan } from '../../../demo/lan.ts'
import { spawn } from 'node:child_process'

/** A frame that claims an address, as tcpdump prints it. */
export interface HeardClaim {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
}

export interface ClaimWatch {
  end(): Promise<readonly HeardClaim[]>
}

/**
 * Every frame that leaves a host and claims one of these addresses: ARP replies and announcements, neighbour
 * advertisements. Listens at the port of the bridge, so that nothing of the host itself is asked.
 */
export async function watchClaims(
  lan: Lan,
  host: Host,
  addresses: readonly string[],
): Promise<ClaimWatch> {
  const filter = `ether src ${host.mac} and (arp or icmp6)`
  const argv = ['tcpdump', '-i', host.port, '-n', '-l', '-tt', '-U', filter]
  const child = spawn('ip', ['netns', 'exec', lan.wire, ...argv])
  const heard: HeardClaim[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [seconds = '', ...words] = line.split(' ')
    const text = words.join(' ')
    if (isClaim(text, addresses)) heard.push({ at: Number(seconds) * 1000, text })
  })
  // It says on which interface it listens.
  await once(child.stderr, 'data')
  return {
    async end() {
      const over = once(child, 'close')
      child.kill('SIGINT')
      await over
      return heard
    },
  }
}

function isClaim(text: string, addresses: readonly string[]): boolean {
  return addresses.some(
    (address) =>
      text.includes(`Reply ${address} is-at`) ||
      text.includes(`who-has ${address} tell ${address}`) ||
      text.includes(`Announcement ${address}`) ||
      text.includes(`advertisement, tgt is ${address},`),
  )
}
