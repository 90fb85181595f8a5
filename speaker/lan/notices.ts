import type { PlacedAddress } from './bindings.ts'
import { linkKey } from './link-view.ts'
import { addressOnNoInterface } from './links-for.ts'
import type { SpeakerReport } from '../reports/report.ts'
import type { LinkState } from './link-state.ts'

/** Reports links that come and go, and addresses that belong on no link: once, when it happens. */
export interface Notices {
  follow(placed: readonly PlacedAddress[], links: readonly LinkState[]): readonly SpeakerReport[]
}

export function createNotices(): Notices {
  let carrying: ReadonlyMap<string, LinkState> = new Map()
  let homeless: ReadonlySet<string> = new Set()
  let homes: ReadonlyMap<string, readonly LinkState[]> = new Map()

  const followLinks = (placed: readonly PlacedAddress[], links: readonly LinkState[]) => {
    const before = carrying
    carrying = carryingLinks(placed)
    return [...linksGone(before, links), ...linksCome(before, carrying)]
  }

  /** A link that goes down loses its IPv6 addresses and prefixes: what belonged there belongs on no other link. */
  const isOnLinkThatIsDown = (address: string, links: readonly LinkState[]) =>
    homes.get(address)?.some(({ name }) => links.some((link) => link.name === name && !link.up))

  const followHomeless = (placed: readonly PlacedAddress[], links: readonly LinkState[]) => {
    const without = placed
      .filter((one) => one.links.length === 0)
      .filter(({ planned }) => isOnLinkThatIsDown(planned.address.text, links) !== true)
      .map(({ planned }) => addressOnNoInterface(planned, links))
    const before = homeless
    homeless = new Set(without.map(({ message }) => message))
    return without.filter(({ message }) => !before.has(message))
  }

  return {
    follow(placed, links) {
      const reports = [...followLinks(placed, links), ...followHomeless(placed, links)]
      homes = homesAfter(homes, placed)
      return reports
    },
  }
}

/** Where each address of the plan is, or was last. */
function homesAfter(
  before: ReadonlyMap<string, readonly LinkState[]>,
  placed: readonly PlacedAddress[],
): ReadonlyMap<string, readonly LinkState[]> {
  return new Map(
    placed.map(({ planned, links }) => {
      const { text } = planned.address
      return [text, links.length > 0 ? links : (before.get(text) ?? [])]
    }),
  )
}

function carryingLinks(placed: readonly PlacedAddress[]): ReadonlyMap<string, LinkState> {
  const links = new Set(placed.flatMap((one) => one.links))
  return new Map([...links].filter(({ up }) => up).map((link) => [linkKey(link), link]))
}

function linksGone(
  before: ReadonlyMap<string, LinkState>,
  links: readonly LinkState[],
): readonly SpeakerReport[] {
  const upNames = new Set(links.filter(({ up }) => up).map(({ name }) => name))
  return [...before.values()]
    .filter(({ name }) => !upNames.has(name))
    .map(({ name }) => ({ level: 'warn', event: 'LinkDown', link: name }))
}

function linksCome(
  before: ReadonlyMap<string, LinkState>,
  after: ReadonlyMap<string, LinkState>,
): readonly SpeakerReport[] {
  return [...after]
    .filter(([key]) => !before.has(key))
    .map(([, { name, mac }]) => ({ level: 'info', event: 'LinkUp', link: name, mac }))
}
