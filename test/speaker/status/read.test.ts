import t from 'tap'
import { parseStatus, rememberedOwners } from '../../../speaker/status/read.ts'
import type { AddressState } from '../../../speaker/status/status.ts'
import { formatStatus, statusDocument } from '../../../speaker/status/document.ts'
import { CONTEXT, MOMENT, OFFICE } from '../../support/speaker/statuses.ts'

const document = statusDocument([OFFICE], CONTEXT, MOMENT)
const text = formatStatus(document)

t.test('a document is read as it was written', async (t) => {
  t.strictSame(parseStatus(text), document)
})

const NO_DOCUMENTS = {
  empty: '',
  'cut off': text.slice(0, -20),
  'a plan': text.replace('SpeakerStatus', 'AnnouncementPlan'),
  'of another version': text.replace('v1alpha1', 'v2'),
  'without segments': JSON.stringify({ ...document, segments: 'none' }),
  'without a plan': JSON.stringify({ ...document, plan: null }),
  'without digests': JSON.stringify({ ...document, plan: {} }),
  'without addresses': text.replace('"addresses"', '"adresses"'),
  'a number': '7',
  nothing: 'null',
}

for (const [name, broken] of Object.entries(NO_DOCUMENTS))
  t.test(`no document: ${name}`, async (t) => {
    t.equal(parseStatus(broken), undefined)
  })

function ownersOf(...addresses: readonly unknown[]): readonly unknown[] {
  return rememberedOwners(JSON.stringify({ ...document, segments: [{ addresses }] }))
}

t.test('the owners of a document are remembered', async (t) => {
  t.strictSame(rememberedOwners(text), [
    { address: '10.0.0.100', owner: 'one', plannedOwner: 'one' },
    { address: 'fd00::100', owner: 'two', plannedOwner: 'three' },
  ])
})

const REMEMBERED: Readonly<Record<AddressState, boolean>> = {
  announced: true,
  checking: true,
  held: false,
  unresolved: true,
  listening: true,
}

for (const [state, isRemembered] of Object.entries(REMEMBERED))
  t.test(`${state}: ${isRemembered ? 'remembered' : 'not remembered'}`, async (t) => {
    const owners = ownersOf({ address: '10.0.0.1', state, owner: 'a', plannedOwner: 'b' })
    t.equal(owners.length, isRemembered ? 1 : 0)
  })

t.test('of two links, the one where it is announced counts', async (t) => {
  const entry = { address: '10.0.0.1', plannedOwner: 'a' }
  t.strictSame(
    ownersOf(
      { ...entry, state: 'unresolved', owner: 'a' },
      { ...entry, state: 'announced', owner: 'b' },
      { ...entry, state: 'announced', owner: 'c' },
    ),
    [{ address: '10.0.0.1', owner: 'b', plannedOwner: 'a' }],
  )
})

t.test('what is broken is passed over, and the rest is taken', async (t) => {
  const sound = { address: 'FD00:0::1', state: 'announced', owner: 'a', plannedOwner: 'b' }
  t.strictSame(
    ownersOf(
      null,
      'text',
      { ...sound, address: 'nowhere' },
      { ...sound, owner: 7 },
      { ...sound, owner: '' },
      { ...sound, plannedOwner: undefined },
      { ...sound, address: undefined },
      sound,
    ),
    [{ address: 'fd00::1', owner: 'a', plannedOwner: 'b' }],
  )
})

t.test('of what is no document, nothing is remembered', async (t) => {
  for (const broken of ['', '{', '[]', '7', 'null', text.replace('SpeakerStatus', 'Status')])
    t.strictSame(rememberedOwners(broken), [], broken)
  t.strictSame(rememberedOwners(JSON.stringify({ ...document, segments: 3 })), [])
})
