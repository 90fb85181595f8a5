import type { AddressPool } from './api.ts'
import type { Finding, Position } from './finding.ts'
import type { SourceText } from './inputs.ts'
import { readSourceObjects } from './source-documents.ts'

/** A pool that passed the schema, and where each of its fields stands. */
export interface PoolDocument {
  readonly pool: AddressPool
  /** The place of the field, e.g. `['spec', 'addresses', 0]`; of its nearest parent if it is not there. */
  readonly place: (path: readonly (string | number)[]) => Position
}

export interface PoolDocuments {
  /** In the order of the sources and of the documents in them. */
  readonly documents: readonly PoolDocument[]
  /** Names of pools that are declared but have an error. Sorted, each once. */
  readonly broken: readonly string[]
  /** False if a text could not be parsed: then nobody knows which pools there are. */
  readonly complete: boolean
  readonly findings: readonly Finding[]
}

/** Reads every AddressPool in the sources; objects of other kinds are passed over. Never throws. */
export function readPoolDocuments(sources: readonly SourceText[]): PoolDocuments {
  const read = sources.map((source) => readSourceObjects(source))
  const pools = read.flatMap(({ objects }) => objects.filter(isPool))
  return {
    documents: pools.map(({ value, place }) => ({ pool: value as unknown as AddressPool, place })),
    broken: [],
    complete: read.every(({ complete }) => complete),
    findings: read.flatMap(({ findings }) => findings),
  }
}

function isPool({ value }: { value: Readonly<Record<string, unknown>> }): boolean {
  return value['kind'] === 'AddressPool'
}
