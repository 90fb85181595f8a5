import type { AddressPool } from '../../api/objects.ts'
import { checkPlan, checkPool } from '../schema/check-object.ts'
import { objectRef } from '../schema/field-finding.ts'
import type { Finding, Position } from '../../api/finding.ts'
import { identify } from '../schema/object-kinds.ts'
import type { PlacedObject } from '../source/placed-object.ts'
import type { FieldPath } from '../source/field-path.ts'
import { compareText } from '../../api/order.ts'

/** A pool that fits the schema, and where each of its fields stands. */
export interface PoolDocument {
  readonly pool: AddressPool
  /**
   * The place of the field, e.g. `['spec', 'addresses', 0]`; of its nearest parent if it is not there. Undefined if
   * no text holds the pool.
   */
  readonly place: (path: FieldPath) => Position | undefined
}

export interface PoolDocuments {
  /**
   * In the order of the objects. Broken pools are among them, without the fields that
   * are wrong: to find what else is wrong in one run, not to plan with.
   */
  readonly documents: readonly PoolDocument[]
  /** Names of pools that are declared but have an error. Sorted, each once. */
  readonly broken: readonly string[]
  /** False if a pool could not be told from others: then nobody knows which pools there are. */
  readonly complete: boolean
  readonly findings: readonly Finding[]
}

/** Reads every AddressPool among the objects; those of other kinds are passed over. Never throws. */
export function readPoolDocuments(objects: readonly PlacedObject[]): PoolDocuments {
  const read = objects.map(readObject)
  return {
    documents: read.flatMap(({ documents }) => documents),
    broken: [...new Set(read.flatMap(({ broken }) => broken))].sort(compareText),
    complete: read.every(({ complete }) => complete),
    findings: read.flatMap(({ findings }) => findings),
  }
}

const NOTHING: PoolDocuments = {
  documents: [],
  broken: [],
  complete: true,
  findings: [],
}

function readObject(object: PlacedObject): PoolDocuments {
  const identity = identify(object)
  if (identity.type === 'other') return NOTHING
  if (identity.type === 'mistaken') return brokenPool(object, [identity.finding])
  if (identity.kind === 'AnnouncementPlan') return { ...NOTHING, findings: checkPlan(object) }
  return readPool(object)
}

function readPool(object: PlacedObject): PoolDocuments {
  const { findings, ambiguousKeys, pool } = checkPool(object)
  const documents = pool === undefined ? [] : [{ pool, place: placeIn(object) }]
  if (!findings.some(({ severity }) => severity === 'error'))
    return { ...NOTHING, documents, findings }
  const broken = brokenPool(object, findings)
  return ambiguousKeys ? { ...broken, complete: false } : { ...broken, documents }
}

function placeIn({ text }: PlacedObject): PoolDocument['place'] {
  return text === undefined ? () => undefined : text.place
}

/** A pool whose name is not known could be any pool. */
function brokenPool({ value }: PlacedObject, findings: readonly Finding[]): PoolDocuments {
  const ref = objectRef({ kind: 'AddressPool', metadata: value['metadata'] })
  if (ref === undefined) return { ...NOTHING, complete: false, findings }
  return { ...NOTHING, broken: [ref.name], findings }
}
