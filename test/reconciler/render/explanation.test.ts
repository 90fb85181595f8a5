import t from 'tap'
import type {
  AddressExplanation,
  NodeExplanation,
  PlacementExplanation,
  ServiceExplanation,
} from '../../../reconciler/explain/explanation.ts'
import type { Assignment } from '../../../reconciler/model/model.ts'
import type { Explanation } from '../../../reconciler/render/explanation.ts'
import { renderExplanation } from '../../../reconciler/render/explanation.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { SINCE } from '../../support/planning/plans.ts'

const assignment: Assignment = {
  address: addressFrom('198.51.100.240'),
  pool: 'lan',
  segment: 'default',
  services: ['default/a', 'default/b'],
  since: SINCE,
  rule: 'held',
}

const placement: PlacementExplanation = {
  basis: 'filtered',
  ownerReason: 'kept',
  candidates: ['worker-1', 'worker-2'],
  alsoEligible: [],
  excluded: [],
}

const ASSIGNED: AddressExplanation = {
  kind: 'address',
  address: '198.51.100.240',
  standing: 'assigned',
  allocation: [{ type: 'inPools', address: assignment.address, pools: ['lan'] }],
  assignment,
  placement,
}

const SERVICE: ServiceExplanation = {
  kind: 'service',
  service: 'default/a',
  standing: 'ours',
  allocation: [
    { type: 'heldBefore', service: 'default/a', address: assignment.address, by: 'plan' },
  ],
  addresses: [ASSIGNED],
}

const NODE: NodeExplanation = {
  kind: 'node',
  node: 'worker-1',
  standing: 'present',
  ready: true,
  segments: [
    {
      segment: 'default',
      addresses: ['198.51.100.11', '2001:db8:1::11'],
      pools: [{ pool: 'lan' }, { pool: 'racks', excluded: 'notSelected' }],
      owns: ['198.51.100.240', '198.51.100.241'],
      standsByFor: [],
    },
  ],
}

interface Case {
  readonly name: string
  readonly explanation: Explanation
  readonly says: string
}

const CASES: readonly Case[] = [
  {
    name: 'a Service with an address',
    explanation: SERVICE,
    says: `Service default/a has 198.51.100.240.

Why
  The previous plan gave 198.51.100.240 to default/a.

Why worker-1 answers for 198.51.100.240
  worker-1 was the owner before and may stay.
  Standbys, in this order: worker-2.
`,
  },
  {
    name: 'a Service that waits',
    explanation: {
      ...SERVICE,
      addresses: [],
      allocation: [
        {
          type: 'refused',
          service: 'default/a',
          refusal: { family: 'IPv4', instead: undefined, type: 'noPoolFits', pools: [] },
        },
      ],
    },
    says: `Service default/a has no address.

Why none
  default/a has no IPv4 address, because no pool is in force.
`,
  },
  {
    name: 'a Service of somebody else',
    explanation: { ...SERVICE, standing: 'other', addresses: [], allocation: [] },
    says: 'Service default/a is not ours: another load balancer, or none, is responsible for it.\n',
  },
  {
    name: 'an address that Services share',
    explanation: ASSIGNED,
    says: `198.51.100.240 belongs to default/a and default/b.

Why
  198.51.100.240 lies in pool lan.

Why worker-1 answers for 198.51.100.240
  worker-1 was the owner before and may stay.
  Standbys, in this order: worker-2.
`,
  },
  {
    name: 'an address that nobody answers for',
    explanation: {
      ...ASSIGNED,
      allocation: [],
      placement: { ...placement, basis: 'nobody', ownerReason: 'nobody', candidates: [] },
    },
    says: `198.51.100.240 belongs to default/a and default/b.

Why nobody answers for 198.51.100.240
  No node passes the filters: nobody answers.
`,
  },
  {
    name: 'a free address',
    explanation: {
      kind: 'address',
      address: '198.51.100.250',
      standing: 'free',
      allocation: [{ type: 'free', address: addressFrom('198.51.100.250') }],
    },
    says: '198.51.100.250 is free.\n\nWhy\n  Nobody has 198.51.100.250.\n',
  },
  {
    name: 'no address at all',
    explanation: { kind: 'address', address: 'x.y', standing: 'notAnAddress', allocation: [] },
    says: 'x.y is not an IP address.\n',
  },
  {
    name: 'a node with work',
    explanation: NODE,
    says: `Node worker-1 is ready.

On segment default
  It is reached at 198.51.100.11, 2001:db8:1::11.
  It answers for 198.51.100.240, 198.51.100.241.
  It stands by for nothing.
  It may carry addresses of pool lan.
  It may not carry addresses of pool racks: the pool's nodeSelector does not match it.
`,
  },
  {
    name: 'a node that is not ready and not on the segment',
    explanation: {
      ...NODE,
      ready: false,
      segments: [
        {
          segment: 'default',
          addresses: [],
          pools: [{ pool: 'lan', excluded: 'noAddressOnSegment' }],
          owns: [],
          standsByFor: [],
        },
      ],
    },
    says: `Node worker-1 is not Ready: it comes last for new addresses and keeps those that it has.

On segment default
  The plan does not name it: it has no address there that a pool could use.
  It answers for nothing.
  It stands by for nothing.
  It may not carry addresses of pool lan: it has no address on the segment.
`,
  },
  {
    name: 'a node that does not exist',
    explanation: { kind: 'node', node: 'worker-9', standing: 'absent', segments: [] },
    says: 'Node worker-9 does not exist in this state.\n',
  },
  {
    name: 'a node that does not exist and has left nothing',
    explanation: {
      kind: 'node',
      node: 'worker-9',
      standing: 'absent',
      segments: [{ segment: 'default', addresses: [], pools: [], owns: [], standsByFor: [] }],
    },
    says: 'Node worker-9 does not exist in this state.\n',
  },
  {
    name: 'a node that still has work, though Nodes are not known',
    explanation: {
      kind: 'node',
      node: 'worker-9',
      standing: 'unknown',
      segments: [
        {
          segment: 'default',
          addresses: ['198.51.100.19'],
          pools: [],
          owns: [],
          standsByFor: ['198.51.100.240'],
        },
      ],
    },
    says: `Node worker-9 may exist, but the state holds no Nodes.

On segment default
  It is reached at 198.51.100.19.
  It answers for nothing.
  It stands by for 198.51.100.240.
`,
  },
]

for (const { name, explanation, says } of CASES)
  t.test(name, (t) => {
    t.equal(renderExplanation(explanation), says)
    t.end()
  })
