import t from 'tap'
import { ADDRESS_OBSTACLES } from '../../../reconciler/reasons/addresses.ts'
import { MOVES } from '../../../reconciler/reasons/changes.ts'
import { GUARD_REFUSALS } from '../../../reconciler/reasons/guard.ts'
import {
  CANDIDATE_BASES,
  OWNER_LOSSES,
  OWNER_REASONS,
} from '../../../reconciler/reasons/placement.ts'
import { POOL_OBSTACLES } from '../../../reconciler/reasons/pools.ts'
import type { ReasonOf, ReasonTable, Sentences } from '../../../reconciler/reasons/reason.ts'
import {
  forOperators,
  forOwner,
  inOneNamespace,
  toAll,
} from '../../../reconciler/reasons/reason.ts'
import { REFUSALS } from '../../../reconciler/reasons/refusals.ts'
import { RELEASES } from '../../../reconciler/reasons/releases.ts'
import { RETENTIONS } from '../../../reconciler/reasons/retentions.ts'
import { SHARING_OBSTACLES } from '../../../reconciler/reasons/sharing.ts'
import { WAITS } from '../../../reconciler/reasons/waits.ts'

const TABLES: Readonly<Record<string, ReasonTable>> = {
  ADDRESS_OBSTACLES,
  CANDIDATE_BASES,
  GUARD_REFUSALS,
  MOVES,
  OWNER_LOSSES,
  OWNER_REASONS,
  POOL_OBSTACLES,
  REFUSALS,
  RELEASES,
  RETENTIONS,
  SHARING_OBSTACLES,
  WAITS,
}

const READER = 'tenant/web'
const FOREIGN = 'foreign'

/** What owners may read of: pools, addresses and nodes belong to no namespace, counts name nobody. */
const PUBLIC = new Set([
  'address',
  'addresses',
  'changes',
  'family',
  'first',
  'inForce',
  'keeps',
  'limit',
  'manager',
  'message',
  'missing',
  'node',
  'pool',
  'reserved',
  'rule',
  'segment',
  'segments',
  'to',
])

/** Reasons within reasons, each in turn. */
interface Inner {
  readonly because: unknown
  readonly sharing: unknown
}

/** Data for any reason, one that is added later too: whatever is not public is of another namespace. */
function foreignData(type: string, inner: Inner): unknown {
  const known: Readonly<Record<string, unknown>> = { type, pools: [], ...inner }
  return new Proxy(known, {
    get: (_, name) => {
      const property = String(name)
      if (property in known) return known[property]
      return PUBLIC.has(property) ? { text: 'public', toString: () => 'public' } : `${FOREIGN}/x`
    },
  })
}

function innerReasons(): Inner[] {
  const sharing = Object.keys(SHARING_OBSTACLES).map((type) =>
    foreignData(type, { because: undefined, sharing: 'none' }),
  )
  const addresses = Object.keys(ADDRESS_OBSTACLES).flatMap((type) =>
    sharing.map((obstacle) => foreignData(type, { because: 'suspended', sharing: obstacle })),
  )
  return [
    { because: 'suspended', sharing: 'none' },
    ...sharing.map((because) => ({ because, sharing: because })),
    ...addresses.map((because) => ({ because, sharing: 'none' })),
  ]
}

/** The sentences of an entry for each inner reason that it can have. */
function sentences(table: ReasonTable, type: string): { operators: string; owner: string }[] {
  const entry = table[type] as Sentences<unknown>
  return innerReasons().flatMap((inner) => {
    const data = foreignData(type, inner)
    try {
      return [{ operators: entry.operators(data), owner: entry.owner(data, READER) }]
    } catch {
      // It is none of the reasons that this one can have within.
      return []
    }
  })
}

for (const [name, table] of Object.entries(TABLES))
  t.test(`${name}: both sentences, and owners are told of nobody else`, async (t) => {
    for (const type of Object.keys(table)) {
      const told = sentences(table, type)
      t.not(told.length, 0, type)
      for (const { operators, owner } of told) {
        t.not(operators, '')
        t.not(owner, '')
        t.notMatch(owner, FOREIGN)
      }
    }
  })

t.test('operators are told, so that the check above checks something', async (t) => {
  const foreign = Object.values(TABLES)
    .flatMap((table) => Object.keys(table).flatMap((type) => sentences(table, type)))
    .filter(({ operators }) => operators.includes(FOREIGN))
  t.ok(foreign.length > 10)
})

t.test('a reason is added in one place: its type and both sentences follow', async (t) => {
  const table = {
    ...RELEASES,
    poolRenamed: {
      operators: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `pool ${from} is now ${to}`,
      owner: () => 'its pool has another name',
    },
  } satisfies ReasonTable
  const reason: ReasonOf<typeof table> = { type: 'poolRenamed', from: 'a', to: 'b' }
  t.equal(forOperators(table, reason), 'pool a is now b')
  t.equal(forOwner(table, reason, READER), 'its pool has another name')
})

t.test('one sentence for everybody', async (t) => {
  const table = {
    full: toAll('it is full'),
    has: toAll(({ count }: { count: number }) => `${count}`),
  }
  t.equal(forOwner(table, { type: 'full' }, READER), 'it is full')
  t.equal(forOperators(table, { type: 'has', count: 3 }), '3')
})

t.test('namespaces are compared whole', async (t) => {
  t.ok(inOneNamespace('a/x', 'a/y'))
  t.notOk(inOneNamespace('a/x', 'ab/y'))
  t.notOk(inOneNamespace('ab/x', 'a/y'))
})
