import type { Address } from '../../api/address.ts'
import type { Binding, Neighbor } from './link-view.ts'
import type { WireEffect } from './effect.ts'

/** Tells each link what its filters must let through, whenever that has changed. */
export interface Interests {
  follow(bindings: readonly Binding[], neighbors: Iterable<Neighbor>): readonly WireEffect[]
}

interface Wanted {
  readonly addresses: Address[]
  readonly nodes: Address[]
}

export function createInterests(): Interests {
  let before: ReadonlyMap<string, string> = new Map()
  return {
    follow(bindings, neighbors) {
      const wanted = wantedOn(bindings, neighbors)
      const after = new Map([...wanted].map(([link, want]) => [link, signature(want)]))
      const changed = [...wanted].filter(([link]) => before.get(link) !== after.get(link))
      before = after
      return changed.map(([key, { addresses, nodes }]) => {
        const link = nameOf(key)
        return { type: 'listen', link, addresses, nodes }
      })
    },
  }
}

function wantedOn(bindings: readonly Binding[], neighbors: Iterable<Neighbor>) {
  const wanted = new Map<string, Wanted>()
  const on = (key: string): Wanted => {
    const want = wanted.get(key) ?? { addresses: [], nodes: [] }
    wanted.set(key, want)
    return want
  }
  for (const { link, planned } of bindings) on(link.key).addresses.push(planned.address)
  for (const { link, node } of neighbors) on(link.key).nodes.push(...node.addresses)
  return wanted
}

/** The order does not matter: a plan that only prefers other nodes changes no filter. */
function signature({ addresses, nodes }: Wanted): string {
  const texts = (list: readonly Address[]) =>
    list
      .map(({ text }) => text)
      .sort()
      .join()
  return `${texts(addresses)} ${texts(nodes)}`
}

/** The key of a link begins with its name, which holds no blank. */
function nameOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}
