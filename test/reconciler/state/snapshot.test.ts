import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import {
  objectsOfKind,
  SNAPSHOT_KINDS,
  snapshotOf,
  STATE_KINDS,
  unansweredKind,
  unlistedKinds,
} from '../../../reconciler/state/snapshot.ts'
import type { SnapshotKind } from '../../../reconciler/state/snapshot.ts'

type Failure = readonly [SnapshotKind, ApiFailure]

function failuresOf(...failures: readonly Failure[]): ReadonlyMap<SnapshotKind, ApiFailure> {
  return new Map(failures)
}

const WEB = { metadata: { name: 'web' } }

t.test('a kind that is not there is not known, which is not the same as empty', (t) => {
  const snapshot = snapshotOf(
    new Map([
      ['Service', [WEB]],
      ['AddressPool', []],
    ]),
  )
  t.strictSame(snapshot, { services: [WEB], pools: [] })
  t.strictSame(
    SNAPSHOT_KINDS.map((kind) => objectsOfKind(kind, snapshot)?.length),
    [1, undefined, undefined, undefined, 0, undefined],
  )
  t.strictSame(STATE_KINDS, SNAPSHOT_KINDS.slice(0, 4))
  t.end()
})

t.test('why a kind is not known, and whether asking again may help', (t) => {
  const denied = { failure: 'forbidden', message: 'may not list' } as const
  const absent = { failure: 'notFound', message: 'no such kind' } as const
  const silent = { failure: 'unreachable', message: 'refused' } as const
  t.strictSame(unlistedKinds({}), [])
  const answered = failuresOf(['Node', denied], ['AddressPool', absent])
  t.strictSame(unlistedKinds({ failures: answered }), [
    { kind: 'Node', failure: denied },
    { kind: 'AddressPool', failure: absent },
  ])
  t.equal(unansweredKind({ failures: answered }), undefined)
  const failures = failuresOf(['Node', denied], ['Namespace', silent])
  t.strictSame(unansweredKind({ failures }), { kind: 'Namespace', failure: silent })
  t.end()
})
