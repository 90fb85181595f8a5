import type { LanObservation } from '../lan/lan-observation.ts'

export type NodeVerdict = 'unknown' | 'up' | 'down'

/** What the views of the LAN say together: what is so, and since when. */
export interface ObservedLan {
  see(view: LanObservation, now: number): void
  /** Unless a view says otherwise there is none. */
  readonly linkUp: boolean
  verdict(node: string): NodeVerdict
  /** Since when the verdict is what it is; of a node that no view has, -Infinity. */
  since(node: string): number
  /** When an announcement of another speaker was heard last; -Infinity: never. */
  heard(node: string): number
  readonly speakers: readonly string[]
  /** No link, nobody is heard, or the plan has other nodes and none of them is up. */
  readonly isIsolated: boolean
  /** When `isIsolated` became what it is. */
  readonly isolationSince: number
}

/**
 * `start` is in milliseconds of the monotonic clock: until there is a view, the speaker counts as isolated
 * since then.
 */
export function createObservedLan(start: number): ObservedLan {
  const nodes = new Map<string, { readonly verdict: NodeVerdict; readonly since: number }>()
  let view: LanObservation | undefined
  let isIsolated = true
  let isolationSince = start
  const remember = (next: LanObservation, now: number) => {
    for (const name of nodes.keys()) if (!next.nodes.has(name)) nodes.delete(name)
    for (const [name, verdict] of next.nodes)
      if (nodes.get(name)?.verdict !== verdict) nodes.set(name, { verdict, since: now })
  }
  return {
    see(next, now) {
      remember(next, now)
      view = next
      const was = isIsolated
      isIsolated = isAlone(next)
      if (was !== isIsolated) isolationSince = now
    },
    get linkUp() {
      return view?.linkUp ?? false
    },
    verdict: (node) => nodes.get(node)?.verdict ?? 'unknown',
    since: (node) => nodes.get(node)?.since ?? -Infinity,
    heard: (node) => view?.speakers.get(node) ?? -Infinity,
    get speakers() {
      return [...(view?.speakers.keys() ?? [])]
    },
    get isIsolated() {
      return isIsolated
    },
    get isolationSince() {
      return isolationSince
    },
  }
}

function isAlone({ linkUp, nodes, isBlind }: LanObservation): boolean {
  if (!linkUp || isBlind) return true
  return nodes.size > 0 && ![...nodes.values()].includes('up')
}
