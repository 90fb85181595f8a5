import type { Assignment } from '../../../reconciler/model/model.ts'
import { addressFrom } from './addresses.ts'

/** `address` belongs to `default/web`, out of pool `lan` of segment `default`. */
export function assignment(address: string, parts: Partial<Assignment> = {}): Assignment {
  return {
    address: addressFrom(address),
    pool: 'lan',
    segment: 'default',
    services: ['default/web'],
    since: '2026-02-20T10:00:00Z',
    rule: 'held',
    ...parts,
  }
}
