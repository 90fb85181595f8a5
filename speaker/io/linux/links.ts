import { isDeepStrictEqual } from 'node:util'
import type { Link } from './link.ts'
import type { LinkState } from '../../lan/link-state.ts'

/** The open links, kept in step with what the kernel says there is. */
export interface OpenLinks {
  readonly all: readonly Link[]
  /** Opens what is new, closes what is gone. True if anything about any of them has changed. */
  update(states: readonly LinkState[]): boolean
}

/**
 * An interface that was deleted and made again is another one: its index tells. `open` gives undefined for
 * one that has gone again meanwhile.
 */
export function createOpenLinks(open: (state: LinkState) => Link | undefined): OpenLinks {
  let links: readonly Link[] = []
  return {
    get all() {
      return links
    },
    update(states) {
      const before = links.map(({ state }) => state)
      if (isDeepStrictEqual(before, states)) return false
      const kept = links.filter((link) => states.some((state) => isSame(link.state, state)))
      for (const link of links) if (!kept.includes(link)) link.close()
      links = states
        .map((state) => {
          const link = kept.find((one) => isSame(one.state, state))
          return link === undefined ? open(state) : { ...link, state }
        })
        .filter((link) => link !== undefined)
      return true
    },
  }
}

function isSame(a: LinkState, b: LinkState): boolean {
  return a.index === b.index && a.name === b.name
}
