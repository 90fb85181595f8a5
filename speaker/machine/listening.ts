import { compareText } from '../../api/order.ts'
import type { WireEffect } from '../lan/effect.ts'

export type Listen = Extract<WireEffect, { readonly type: 'listen' }>

/** What several machines listen to on the links that they share. */
export interface Listening {
  /**
   * Takes the `listen` effects of one machine out of its effects. What all machines together listen to now,
   * on each link of them, comes first: an answer must not come before the filter lets it through.
   */
  join(machine: string, effects: readonly WireEffect[]): readonly WireEffect[]
  /** A machine that has ended listens to nothing. */
  end(machine: string): readonly WireEffect[]
}

export function createListening(): Listening {
  /** By link, then by machine. */
  const wanted = new Map<string, Map<string, Listen>>()

  const onLink = (link: string) => {
    const machines = wanted.get(link) ?? new Map<string, Listen>()
    wanted.set(link, machines)
    return machines
  }

  return {
    join(machine, effects) {
      if (!effects.some(isListen)) return effects
      const own = effects.filter(isListen)
      for (const listen of own) onLink(listen.link).set(machine, listen)
      const links = [...new Set(own.map(({ link }) => link))]
      const unions = links.map((link) => union(link, onLink(link)))
      return [...unions, ...effects.filter((effect) => !isListen(effect))]
    },
    end(machine) {
      const left = [...wanted].filter(([, machines]) => machines.delete(machine))
      return left.map(([link, machines]) => union(link, machines))
    },
  }
}

function union(link: string, machines: ReadonlyMap<string, Listen>): Listen {
  const all = [...machines].sort(([a], [b]) => compareText(a, b)).map(([, listen]) => listen)
  return {
    type: 'listen',
    link,
    addresses: all.flatMap(({ addresses }) => addresses),
    nodes: all.flatMap(({ nodes }) => nodes),
  }
}

function isListen(effect: WireEffect): effect is Listen {
  return effect.type === 'listen'
}
