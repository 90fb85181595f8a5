import { compareText } from '../../api/order.ts'
import type { WireEffect } from '../lan/effect.ts'

export type FilterEffect = Extract<WireEffect, { readonly type: 'listen' }>

/** Joins what several machines want the filters of their shared links to let through. */
export interface LinkFilters {
  /**
   * Takes the `listen` effects of one machine out of its effects. The union of what all machines want
   * on each of these links comes first: the filter must be in place before an answer can arrive.
   */
  join(machine: string, effects: readonly WireEffect[]): readonly WireEffect[]
  /** A machine has ended, and wants nothing any more. */
  end(machine: string): readonly WireEffect[]
}

export function createLinkFilters(): LinkFilters {
  /** By link, then by machine. */
  const wanted = new Map<string, Map<string, FilterEffect>>()

  const onLink = (link: string) => {
    const machines = wanted.get(link) ?? new Map<string, FilterEffect>()
    wanted.set(link, machines)
    return machines
  }

  return {
    join(machine, effects) {
      if (!effects.some(isFilterEffect)) return effects
      const own = effects.filter(isFilterEffect)
      for (const listen of own) onLink(listen.link).set(machine, listen)
      const links = [...new Set(own.map(({ link }) => link))]
      const unions = links.map((link) => union(link, onLink(link)))
      return [...unions, ...effects.filter((effect) => !isFilterEffect(effect))]
    },
    end(machine) {
      const left = [...wanted].filter(([, machines]) => machines.delete(machine))
      return left.map(([link, machines]) => union(link, machines))
    },
  }
}

function union(link: string, machines: ReadonlyMap<string, FilterEffect>): FilterEffect {
  const all = [...machines].sort(([a], [b]) => compareText(a, b)).map(([, listen]) => listen)
  return {
    type: 'listen',
    link,
    addresses: all.flatMap(({ addresses }) => addresses),
    nodes: all.flatMap(({ nodes }) => nodes),
  }
}

function isFilterEffect(effect: WireEffect): effect is FilterEffect {
  return effect.type === 'listen'
}
