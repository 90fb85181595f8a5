import { addressFromBytes } from '../../api/address.ts'
import { octetsKey } from './address-key.ts'
import type { Binding } from './link-view.ts'
import type { WireEffect } from './effect.ts'

interface Membership {
  readonly link: string
  readonly group: Uint8Array
}

/** The solicited-node groups of the bindings, each once: what a speaker must be a member of to be asked. */
export interface Groups {
  /** Leaves the groups that no binding needs any more, joins those that it is not in yet. */
  follow(bindings: Iterable<Binding>): readonly WireEffect[]
}

export function createGroups(): Groups {
  let joined: ReadonlyMap<string, Membership> = new Map()
  return {
    follow(bindings) {
      const before = joined
      const after = membershipsOf(bindings)
      joined = after
      return [
        ...[...before].filter(([key]) => !after.has(key)).map(([, old]) => effect('leave', old)),
        ...[...after].filter(([key]) => !before.has(key)).map(([, one]) => effect('join', one)),
      ]
    },
  }
}

function effect(type: 'join' | 'leave', { link, group }: Membership): WireEffect {
  return { type, link, group: addressFromBytes(group) }
}

/** By group and link; a link that was replaced under its name counts as another one. */
function membershipsOf(bindings: Iterable<Binding>): ReadonlyMap<string, Membership> {
  const memberships = new Map<string, Membership>()
  for (const { planned, link } of bindings) {
    const { group } = planned
    if (group === undefined) continue
    memberships.set(`${octetsKey(group)} ${link.key}`, { link: link.state.name, group })
  }
  return memberships
}
