import t from 'tap'
import type { AllocationStep } from '../../../reconciler/allocation/result.ts'
import { describeStep } from '../../../reconciler/allocation/describe.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { SINCE } from '../../support/planning/plans.ts'

const service = 'default/web'
const address = addressFrom('198.51.100.240')
const other = addressFrom('198.51.100.241')
const at = { address, pool: 'lan', segment: 'default' }

const STEPS: readonly { readonly step: AllocationStep; readonly says: string }[] = [
  {
    step: { type: 'heldBefore', service, address, by: 'plan' },
    says: 'The previous plan gave 198.51.100.240 to default/web.',
  },
  {
    step: { type: 'heldBefore', service, address, by: 'status' },
    says: 'The status of default/web names 198.51.100.240.',
  },
  {
    step: { type: 'released', release: { ...at, service, reason: { type: 'serviceGone' } } },
    says: 'default/web lets go of 198.51.100.240: there is no such Service any more.',
  },
  {
    step: {
      type: 'refused',
      service,
      refusal: { family: 'IPv4', instead: undefined, type: 'noPoolFits', pools: [] },
    },
    says: 'default/web has no IPv4 address, because no pool is in force.',
  },
  {
    step: {
      type: 'retained',
      retention: { ...at, services: [service], reason: { type: 'poolRemoved' } },
    },
    says: 'default/web keeps 198.51.100.240, although its pool is not declared any more.',
  },
  {
    step: {
      type: 'retained',
      retention: { ...at, services: ['default/a', service], reason: { type: 'poolRemoved' } },
    },
    says: 'default/a and default/web keep 198.51.100.240, although its pool is not declared any more.',
  },
  {
    step: {
      type: 'poolPassedOver',
      service,
      family: 'IPv4',
      verdict: { pool: 'p', because: 'autoAssignOff' },
    },
    says: 'For IPv4, pool p was asked before and gave none: it gives addresses only to those who ask for it (autoAssign: false).',
  },
  {
    step: { type: 'lowestFree', service, pool: 'lan', address, inUse: 0, skipped: [] },
    says: '198.51.100.240 was the lowest free address of pool lan.',
  },
  {
    step: {
      type: 'lowestFree',
      service,
      pool: 'lan',
      address: other,
      inUse: 1,
      skipped: [
        { address, because: { type: 'reserved', service: 'default/a' } },
        { address, because: { type: 'nodeAddress', node: 'worker-1' } },
      ],
    },
    says: '198.51.100.241 was the lowest free address of pool lan; 1 lower one is in use; 198.51.100.240 is reserved for default/a; 198.51.100.240 is an address of node worker-1.',
  },
  {
    step: { type: 'lowestFree', service, pool: 'lan', address: other, inUse: 2, skipped: [] },
    says: '198.51.100.241 was the lowest free address of pool lan; 2 lower ones are in use.',
  },
  {
    step: {
      type: 'assigned',
      service,
      address,
      pool: 'lan',
      rule: 'automatic',
      since: SINCE,
      sharedWith: [],
    },
    says: `default/web has 198.51.100.240 of pool lan since ${SINCE}: it takes what is free.`,
  },
  {
    step: {
      type: 'assigned',
      service,
      address,
      pool: 'lan',
      rule: 'held',
      since: SINCE,
      sharedWith: ['default/a', 'default/b'],
    },
    says: `default/web has 198.51.100.240 of pool lan since ${SINCE}: it had the address before, and what is held stays. It shares it with default/a, default/b.`,
  },
  { step: { type: 'inPools', address, pools: [] }, says: 'No pool holds 198.51.100.240.' },
  {
    step: { type: 'excluded', address, pool: 'p', by: 'exclude' },
    says: 'Pool p takes 198.51.100.240 out by `exclude`.',
  },
  {
    step: { type: 'inPools', address, pools: ['p', 'q'] },
    says: '198.51.100.240 lies in pool p, and after that in pool q.',
  },
  {
    step: { type: 'reserved', address, pool: 'p', service },
    says: 'Pool p reserves 198.51.100.240 for default/web.',
  },
  {
    step: { type: 'nodeAddress', address, node: 'worker-1' },
    says: '198.51.100.240 is an address of node worker-1 itself, so it is not given out.',
  },
  { step: { type: 'free', address }, says: 'Nobody has 198.51.100.240.' },
  {
    step: { type: 'notOurs', service, because: 'otherTypeOrClass' },
    says: 'default/web is not served: it is of another type or of another load balancer class.',
  },
]

for (const { step, says } of STEPS)
  t.test(`a step: ${says}`, (t) => {
    t.equal(describeStep(step), says)
    t.end()
  })
