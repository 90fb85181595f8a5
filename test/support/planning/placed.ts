import { place } from '../../../reconciler/placement/place.ts'
import type { PlaceInput } from '../../../reconciler/placement/place.ts'
import { assignment } from './assignments.ts'
import { facts, node, pool, poolSet, service } from './facts.ts'

/** Nodes a, b and c, one pool `lan`, and 192.0.2.1 for `default/web`, unless told otherwise. */
export function placeInput(parts: Partial<PlaceInput> = {}): PlaceInput {
  return {
    pools: poolSet(pool('lan', { addresses: ['192.0.2.0/24'] })),
    facts: facts([service('default/web')], { nodes: threeNodes() }),
    assignments: [assignment('192.0.2.1')],
    previous: [],
    owners: {},
    now: '2026-03-01T00:00:00Z',
    revision: '',
    ...parts,
  }
}

export function threeNodes() {
  return [node('a', '198.51.100.11'), node('b', '198.51.100.12'), node('c', '198.51.100.13')]
}

export function placed(parts: Partial<PlaceInput> = {}) {
  return place(placeInput(parts))
}
