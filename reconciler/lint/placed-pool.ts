import type { Pool } from '../model/model.ts'
import type { PoolDocument } from '../read-pools.ts'

/** A pool in force and where it is declared. */
export interface PlacedPool {
  readonly pool: Pool
  readonly document: PoolDocument
}
