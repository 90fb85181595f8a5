import { stringify } from 'yaml'
import type { AddressPool } from '../../api/objects.ts'
import { compareText } from '../../api/order.ts'

/**
 * Pools as one YAML text, a document for each, by name: what `parsePools` reads, and `kubectl apply -f` takes. Fields
 * keep the order that they have in the objects.
 */
export function formatPools(pools: readonly AddressPool[]): string {
  const sorted = [...pools].sort(
    (a, b) =>
      compareText(a.metadata.name, b.metadata.name) ||
      compareText(JSON.stringify(a), JSON.stringify(b)),
  )
  return sorted.map((pool) => stringify(pool, { lineWidth: 0 })).join('---\n')
}
