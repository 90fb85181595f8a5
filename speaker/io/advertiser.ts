import type { AdvertisementNotSent } from '../report.ts'
import type { Icmpv6Links } from './icmpv6-links.ts'
import type { ForwardedEffect } from './worker-messages.ts'

/**
 * Sending fails for a moment after a link has come up: its own address is still in doubt (RFC 4862 §5.4),
 * for a second and a random delay of up to another.
 */
const RETRY_MILLISECONDS = [100, 200, 400, 800, 1600]

export type Advertisement = Extract<ForwardedEffect, { readonly type: 'advertise' }>

/** Sends unsolicited neighbour advertisements, and tries again for a while where the kernel refuses. */
export interface Advertiser {
  send(advertisement: Advertisement): void
  /** Forgets what has not been sent for this address: it is announced no longer. */
  forget(address: string): void
  close(): void
}

export interface AdvertiserWorld {
  readonly links: Icmpv6Links
  report(report: AdvertisementNotSent): void
  /** Monotonic milliseconds, as in `until`. */
  now(): number
  /** Calls `work` after so long; returns how to prevent it. */
  later(milliseconds: number, work: () => void): () => void
}

/** The newest advertisement of an address on a link; an older one is not worth a retry. */
interface Latest {
  readonly advertisement: Advertisement
  cancel(this: void): void
}

export function createAdvertiser(world: AdvertiserWorld): Advertiser {
  const latest = new Map<string, Latest>()

  const drop = (key: string) => {
    latest.get(key)?.cancel()
    latest.delete(key)
  }

  const attempt = (advertisement: Advertisement, count: number) => {
    const key = keyOf(advertisement)
    // The grant has ended: another speaker may speak now.
    if (world.now() >= advertisement.until) return drop(key)
    latest.set(key, { advertisement, cancel: () => undefined })
    trySend(world.links, advertisement, (error) => {
      if (latest.get(key)?.advertisement !== advertisement) return
      const wait = RETRY_MILLISECONDS[count]
      latest.delete(key)
      // A link that is gone is reported by those who watch it.
      if (error === null || !world.links.has(advertisement.link)) return
      if (wait === undefined) return world.report(notSent(advertisement, error))
      const cancel = world.later(wait, () => attempt(advertisement, count + 1))
      latest.set(key, { advertisement, cancel })
    })
  }

  return {
    send(advertisement) {
      drop(keyOf(advertisement))
      attempt(advertisement, 0)
    },
    forget(address) {
      for (const key of [...latest.keys()]) if (key.startsWith(`${address} `)) drop(key)
    },
    close() {
      for (const key of [...latest.keys()]) drop(key)
    },
  }
}

function keyOf({ address, link }: Advertisement): string {
  return `${address.text} ${link}`
}

function trySend(
  links: Icmpv6Links,
  { link, message }: Advertisement,
  done: (error: Error | null) => void,
): void {
  try {
    links.socketsOf(link)?.sendToAllNodes(message, done)
  } catch (error) {
    done(error as Error)
  }
}

function notSent({ link, address }: Advertisement, error: Error): AdvertisementNotSent {
  return {
    level: 'warn',
    event: 'AdvertisementNotSent',
    address: address.text,
    link,
    message: `the kernel did not send an unsolicited advertisement on ${link}: ${error.message}`,
    hint: 'see that the interface has a link-local IPv6 address that is not tentative',
  }
}
