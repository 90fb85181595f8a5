import type { Finding } from '../../api/finding.ts'
import type { ClusterFacts, PoolSet } from '../model/model.ts'
import { nodeAddressFindings } from './node-addresses.ts'
import { nodeFindings } from './nodes.ts'
import { serviceFindings } from './services.ts'
import { compareDocuments } from '../pools/check.ts'
import type { PoolDocument } from '../pools/read.ts'
import type { PlacedPool } from './placed-pool.ts'

/**
 * What is wrong with pools in this cluster. No finding comes from a kind that is not known, or from a pool that is
 * not in force. `documents` are those that the pools were read from.
 */
export function checkPoolsAgainstCluster(
  set: PoolSet,
  facts: ClusterFacts,
  documents: readonly PoolDocument[],
): Finding[] {
  const placed = placePools(set, documents)
  return [
    ...nodeAddressFindings(placed, facts.nodes ?? []),
    ...placed.flatMap((each) => [...serviceFindings(each, facts), ...nodeFindings(each, facts)]),
  ]
}

function placePools(set: PoolSet, documents: readonly PoolDocument[]): PlacedPool[] {
  const byName = new Map<string, PoolDocument>()
  // The first declaration of a name is the one that is in force: set last, it stays.
  for (const document of [...documents].sort((a, b) => compareDocuments(b, a)))
    byName.set(document.pool.metadata.name, document)
  return set.pools.flatMap((pool) => {
    const document = byName.get(pool.name)
    return document === undefined ? [] : [{ pool, document }]
  })
}
