import { compareAddresses, type Address } from '../../api/address.ts'
import {
  API_VERSION,
  type AnnouncementPlan,
  type PlanNode,
  type PlanPool,
} from '../../api/objects.ts'

/** What a plan says, with names for indexes. Values, never changed. */
export interface PlanModel {
  readonly nodes: readonly PlanNode[]
  readonly pool: PlanPool
  readonly addresses: readonly PlannedModel[]
}

export interface PlannedModel {
  readonly address: Address
  /** Names of nodes, the planned owner first. */
  readonly candidates: readonly string[]
}

export function planOf({ nodes, pool, addresses }: PlanModel): AnnouncementPlan {
  const sorted = [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = sorted.map(({ name }) => name)
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: 'default' },
    spec: {
      segment: 'default',
      revision: '',
      digests: { pools: '', state: '' },
      nodes: sorted,
      pools: [pool],
      announcements: [...addresses]
        .sort((a, b) => compareAddresses(a.address, b.address))
        .map(({ address, candidates }) => ({
          address: address.text,
          services: ['default/web'],
          pool: pool.name,
          candidates: candidates.map((name) => names.indexOf(name)),
          since: '2026-01-01T00:00:00Z',
        })),
    },
  }
}

/** The plan without a node, in its table or as a candidate. */
export function withoutNode(model: PlanModel, gone: string): PlanModel {
  const addresses = model.addresses.map(({ address, candidates }) => ({
    address,
    candidates: candidates.filter((name) => name !== gone),
  }))
  return { ...model, nodes: model.nodes.filter(({ name }) => name !== gone), addresses }
}

export function withAddress(model: PlanModel, planned: PlannedModel): PlanModel {
  const others = model.addresses.filter(({ address }) => address.text !== planned.address.text)
  return { ...model, addresses: [...others, planned] }
}

export function withoutAddress(model: PlanModel, gone: Address): PlanModel {
  return {
    ...model,
    addresses: model.addresses.filter(({ address }) => address.text !== gone.text),
  }
}
