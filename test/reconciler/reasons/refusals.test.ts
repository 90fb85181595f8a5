import t from 'tap'
import type { AllocationRefusal } from '../../../reconciler/reasons/refusals.ts'
import {
  adviceOn,
  describeRefusal,
  describeRefusalToOwner,
  REFUSALS,
} from '../../../reconciler/reasons/refusals.ts'
import { addressFrom } from '../../support/planning/addresses.ts'

const address = addressFrom('198.51.100.240')
const other = addressFrom('198.51.100.241')
const ASKS = 'it asks for 198.51.100.240 and cannot have it'
const NONE = 'no IPv4 address, because'
const none = { family: 'IPv4', instead: undefined } as const

const REFUSALS_TOLD: readonly { readonly refusal: AllocationRefusal; readonly says: string }[] = [
  {
    refusal: {
      ...none,
      instead: other,
      type: 'request',
      address,
      because: { type: 'familyNotWanted' },
    },
    says: `198.51.100.241 instead, because ${ASKS}: the Service wants no address of this family`,
  },
  {
    refusal: { ...none, type: 'reservation', address, because: { type: 'familyNotWanted' } },
    says: `${NONE} 198.51.100.240 is reserved for it and cannot be had: the Service wants no address of this family`,
  },
  {
    refusal: { ...none, type: 'requestUnreadable' },
    says: `${NONE} what it asks for cannot be read, and it gets nothing rather than another`,
  },
  {
    refusal: { ...none, type: 'requestedPool', pool: 'p', because: 'absent' },
    says: `${NONE} it asks for pool p: there is no such pool`,
  },
  { refusal: { ...none, type: 'noPoolFits', pools: [] }, says: `${NONE} no pool is in force` },
  {
    refusal: {
      ...none,
      type: 'noPoolFits',
      pools: [
        { pool: 'p', because: 'suspended' },
        { pool: 'q', because: 'serviceSelector' },
      ],
    },
    says: `${NONE} no pool takes it: p (it is suspended); q (its serviceSelector does not match the labels of the Service)`,
  },
  {
    refusal: { ...none, type: 'poolsExhausted', pools: [{ pool: 'p', because: 'exhausted' }] },
    says: `${NONE} no pool has an address left: p (it has no free address of this family)`,
  },
  {
    refusal: { ...none, type: 'otherFamilyMissing', missing: 'IPv6' },
    says: `${NONE} it requires both families, and no IPv6 address could be had`,
  },
  {
    refusal: { ...none, type: 'statusAddressUnknown', address },
    says: `${NONE} its status names 198.51.100.240, which may belong to a pool that could not be read`,
  },
]

for (const { refusal, says } of REFUSALS_TOLD)
  t.test(`a Service that waits: ${says}`, async (t) => {
    t.equal(describeRefusal(refusal), says)
    t.equal(describeRefusalToOwner(refusal, 'default/web'), says)
  })

const taken = {
  type: 'inUse',
  by: 'default/a',
  sharing: { type: 'samePort', protocol: 'TCP', port: 443 },
} as const

t.test('owners are not told who has an address in another namespace', async (t) => {
  const request: AllocationRefusal = { ...none, type: 'request', address, because: taken }
  t.equal(
    describeRefusal(request),
    `${NONE} ${ASKS}: default/a has it, and they cannot share: both use port 443/TCP`,
  )
  t.equal(
    describeRefusalToOwner(request, 'tenant/web'),
    `${NONE} ${ASKS}: it is in use, and it is not shared with this Service`,
  )
  t.equal(describeRefusalToOwner(request, 'default/web'), describeRefusal(request))
  t.equal(
    describeRefusalToOwner({ ...request, type: 'reservation' }, 'tenant/web'),
    `${NONE} 198.51.100.240 is reserved for it and cannot be had: it is in use, and it is not shared with this Service`,
  )
})

t.test('what to do about each', async (t) => {
  const codes = [
    ...REFUSALS_TOLD.map(({ refusal }) => [refusal.type, adviceOn(refusal, false)?.code]),
    ['taken', adviceOn({ ...none, type: 'request', address, because: taken }, false)?.code],
    // It has a finding as an address that is kept.
    ['reserved', adviceOn({ ...none, type: 'reservation', address, because: taken }, false)?.code],
    ...(['noPoolFits', 'poolsExhausted'] as const).map((type) => [
      `${type}, and only preferred`,
      adviceOn({ ...none, type, pools: [] }, true)?.code,
    ]),
  ]
  t.strictSame(codes, [
    ['request', 'BW4003'],
    ['reservation', 'BW4012'],
    ['requestUnreadable', undefined],
    ['requestedPool', 'BW4005'],
    ['noPoolFits', 'BW4001'],
    ['noPoolFits', 'BW4001'],
    ['poolsExhausted', 'BW4002'],
    ['otherFamilyMissing', 'BW4006'],
    ['statusAddressUnknown', 'BW4016'],
    ['taken', 'BW4004'],
    ['reserved', undefined],
    ['noPoolFits, and only preferred', undefined],
    ['poolsExhausted, and only preferred', 'BW4007'],
  ])
})

t.test('the word of each is its own', async (t) => {
  const words = Object.values(REFUSALS).map(({ word }) => word)
  t.equal(new Set(words).size, words.length)
})
