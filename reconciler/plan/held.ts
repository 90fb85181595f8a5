import type { Address } from '../../api/address.ts'
import type { ServiceKey } from '../model/model.ts'

/** An address that a previous plan gave to Services. `services` holds at least one key. */
export interface HeldAddress {
  readonly address: Address
  readonly pool: string
  readonly segment: string
  readonly services: readonly ServiceKey[]
  /** RFC 3339, UTC. */
  readonly since: string
}
