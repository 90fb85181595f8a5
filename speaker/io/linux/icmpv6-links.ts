import type { Icmpv6Sockets } from './icmpv6-sockets.ts'
import type { NamedLink } from './link.ts'

/** The ICMPv6 sockets of each link: opened when first needed, closed when the link goes. */
export interface Icmpv6Links {
  /** Undefined if there is no such link. Throws an error if the sockets cannot be opened. */
  socketsOf(name: string): Icmpv6Sockets | undefined
  /**
   * The names of links whose sockets had to be closed: an interface that was deleted and made again is
   * another one, with other groups.
   */
  update(links: readonly NamedLink[]): readonly string[]
  has(name: string): boolean
  close(): void
}

/** `open` may throw an error: `socketsOf` passes it on, and tries again when next asked. */
export function createIcmpv6Links(open: (link: NamedLink) => Icmpv6Sockets): Icmpv6Links {
  const links = new Map<string, NamedLink>()
  const opened = new Map<string, { readonly index: number; readonly sockets: Icmpv6Sockets }>()
  return {
    has: (name) => links.has(name),
    socketsOf(name) {
      const link = links.get(name)
      if (link === undefined) return undefined
      const known = opened.get(name)
      if (known !== undefined) return known.sockets
      const sockets = open(link)
      opened.set(name, { index: link.index, sockets })
      return sockets
    },
    update(now) {
      links.clear()
      for (const link of now) links.set(link.name, link)
      const stale = [...opened].filter(([name, { index }]) => links.get(name)?.index !== index)
      for (const [name, { sockets }] of stale) {
        sockets.close()
        opened.delete(name)
      }
      return stale.map(([name]) => name)
    },
    close() {
      for (const { sockets } of opened.values()) sockets.close()
      opened.clear()
    },
  }
}
