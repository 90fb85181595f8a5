import type { Decided } from './allocation-decided.ts'
import type { Holder } from './allocation/ledger.ts'
import type { AllocationIncomplete } from './allocation/result.ts'
import type { Round } from './allocation/round.ts'
import { compareText } from '../api/order.ts'

/** What kinds were absent, where it made a difference. */
export function incompleteOf(
  round: Round,
  { assignments }: Pick<Decided, 'assignments'>,
): AllocationIncomplete[] {
  const { services, nodes } = round.facts
  if (services === undefined)
    return [{ kind: 'Service', type: 'servicesUnknown', addresses: assignments.length }]
  const incomplete: AllocationIncomplete[] = []
  const pools = poolsThatWaitForNamespaces(round)
  if (pools.length > 0) incomplete.push({ kind: 'Namespace', type: 'namespacesUnknown', pools })
  const addresses = assignments.filter(({ rule }) => rule !== 'held').length
  if (nodes === undefined && addresses > 0)
    incomplete.push({ kind: 'Node', type: 'nodeAddressesUnknown', addresses })
  return incomplete
}

/** Pools with a `namespaceSelector` that might have given a Service an address, or another one. */
function poolsThatWaitForNamespaces({ facts, index, holders, admissionOf }: Round): string[] {
  const selecting = index.pools.some(({ namespaceSelector }) => namespaceSelector !== undefined)
  if (facts.namespaces !== undefined || !selecting) return []
  const pools = new Set<string>()
  for (const { service } of holders.filter(isNew))
    for (const [pool, obstacle] of admissionOf(service).obstacles)
      if (obstacle === 'namespaceUnknown') pools.add(pool.name)
  return [...pools].sort(compareText)
}

function isNew({ families, rules }: Holder): boolean {
  return families.some((family) => rules[family] === undefined || rules[family] === 'automatic')
}
