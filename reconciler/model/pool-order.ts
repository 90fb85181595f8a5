import { compareText } from '../../api/order.ts'
import type { Pool } from './model.ts'

/** The order in which pools are asked for an address: lower priority first, then by name. */
export function comparePools(a: Pool, b: Pool): number {
  return a.priority - b.priority || compareText(a.name, b.name)
}
