import t from 'tap'
import type { PlacementExplanation } from '../../../reconciler/explain/explanation.ts'
import { describePlacement } from '../../../reconciler/render/placement.ts'
import type { CandidateBasis } from '../../../reconciler/reasons/placement.ts'

const PLAIN: PlacementExplanation = {
  basis: 'filtered',
  ownerReason: 'kept',
  candidates: ['a', 'b', 'c'],
  alsoEligible: [],
  excluded: [],
}

interface Case {
  readonly name: string
  readonly placement: Partial<PlacementExplanation>
  readonly says: readonly string[]
}

const rank = { ready: true, preferred: false, weight: 0, poolAddresses: 0, segmentAddresses: 0 }

const CASES: readonly Case[] = [
  {
    name: 'an owner that stays',
    placement: {},
    says: ['a was the owner before and may stay.', 'Standbys, in this order: b, c.'],
  },
  {
    name: 'no choice',
    placement: {
      ownerReason: 'placed',
      candidates: ['a'],
      ranking: [{ node: 'a', ...rank }],
    },
    says: ['a comes first of all nodes that may carry it.'],
  },
  {
    name: 'a choice among several',
    placement: {
      ownerReason: 'placed',
      candidates: ['a', 'b'],
      ranking: [
        { node: 'a', ...rank, preferred: true, weight: 20, poolAddresses: 1, segmentAddresses: 2 },
        { node: 'b', ...rank, ready: false },
      ],
    },
    says: [
      'a comes first of all nodes that may carry it.',
      'Compared by readiness, preference, weight and load; equals by a hash of address and node:',
      '  a: ready, preferred by the Service, weight 20, 1 address of the pool, 2 of the segment',
      '  b: not ready, 0 addresses of the pool, 0 of the segment',
      'Standbys, in this order: b.',
    ],
  },
  {
    name: 'a choice among very many',
    placement: {
      ownerReason: 'placed',
      candidates: ['n0'],
      ranking: Array.from({ length: 12 }, (_, index) => ({ node: `n${index}`, ...rank })),
    },
    says: [
      'n0 comes first of all nodes that may carry it.',
      'Compared by readiness, preference, weight and load; equals by a hash of address and node:',
      ...Array.from(
        { length: 10 },
        (_, index) => `  n${index}: ready, 0 addresses of the pool, 0 of the segment`,
      ),
      '  and 2 more, none of them better',
    ],
  },
  {
    name: 'an owner that is gone',
    placement: {
      ownerReason: 'nextStandby',
      candidates: ['a'],
      formerOwner: { node: 'd', reason: 'nodeGone' },
    },
    says: [
      'a was the next standby.',
      'd was the owner before and cannot stay: there is no such Node any more.',
    ],
  },
  {
    name: 'an owner that is excluded',
    placement: {
      ownerReason: 'reportedOwner',
      candidates: ['a'],
      formerOwner: { node: 'd', reason: 'networkUnavailable' },
    },
    says: [
      'a announces the address already.',
      'd was the owner before and cannot stay: its condition NetworkUnavailable is true.',
    ],
  },
  {
    name: 'an owner that gave way',
    placement: { ownerReason: 'failback', candidates: ['a'], formerOwner: { node: 'd' } },
    says: [
      'a is a better place, and the fail-back of the pool allows the move.',
      'd was the owner before, and may still carry it.',
    ],
  },
  {
    name: 'nodes that are left out',
    placement: {
      candidates: ['a'],
      alsoEligible: ['e', 'f'],
      excluded: [
        { node: 'g', reason: 'noLocalEndpoint' },
        { node: 'h', reason: 'notSelected' },
        { node: 'i', reason: 'noLocalEndpoint' },
      ],
    },
    says: [
      'a was the owner before and may stay.',
      'Could carry it too, but the plan has candidates enough: e, f.',
      "h may not carry it: the pool's nodeSelector does not match it.",
      'g, i may not carry it: externalTrafficPolicy is Local, and no endpoint of the Service runs on it.',
    ],
  },
]

for (const { name, placement, says } of CASES)
  t.test(name, (t) => {
    t.same(describePlacement({ ...PLAIN, ...placement }), says)
    t.end()
  })

const BASES: Readonly<Record<Exclude<CandidateBasis, 'filtered'>, RegExp>> = {
  nodesUnknown: /holds no Nodes/,
  servicesUnknown: /holds no Services/,
  endpointsUnknown: /holds no EndpointSlices/,
  poolUnknown: /pool is gone or broken/,
  nobodyLeft: /No node passes the filters, so the candidates stay/,
  noLocalEndpoints: /no endpoint: nobody answers/,
  nobody: /No node passes the filters: nobody answers/,
}

for (const [basis, says] of Object.entries(BASES) as [CandidateBasis, RegExp][])
  t.test(`where the candidates come from: ${basis}`, (t) => {
    const lines = describePlacement({ ...PLAIN, basis, ownerReason: 'nobody', candidates: [] })
    t.equal(lines.length, 1)
    t.match(lines[0], says)
    t.end()
  })
