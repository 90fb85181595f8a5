import type { Pool } from '../model/model.ts'
import type { PoolDocument } from '../pools/read.ts'

/** A pool in force and where it is declared. */
export interface PlacedPool {
  readonly pool: Pool
  readonly document: PoolDocument
}
