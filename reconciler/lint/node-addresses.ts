import { contains, isRefused, mergeRanges, parseRange, type Address } from '../../api/address.ts'
import { type Finding } from '../../api/finding.ts'
import type { NodeFact } from '../model/model.ts'
import { holds, rangeWith } from '../model/pool-addresses.ts'
import { poolFinding } from '../pools/finding.ts'
import { compareText } from '../../api/order.ts'
import { andMore } from '../../api/text.ts'
import type { PlacedPool } from './placed-pool.ts'

/** Entries of pools that hold addresses of nodes, each entry once. */
export function nodeAddressFindings(
  pools: readonly PlacedPool[],
  nodes: readonly NodeFact[],
): Finding[] {
  const all = mergeRanges(pools.flatMap(({ pool }) => pool.ranges))
  const own = nodes.flatMap((node) =>
    addressesOf(node)
      .filter((address) => rangeWith(all, address) !== undefined)
      .map((address) => ({ node: node.name, address })),
  )
  return own.length === 0 ? [] : pools.flatMap((placed) => findingsOfPool(placed, own))
}

/** One that is both an InternalIP and an annotated address is named once. */
function addressesOf({ internalIPs, segmentAddresses }: NodeFact): readonly Address[] {
  const annotated = Object.values(segmentAddresses).flat()
  if (annotated.length === 0) return internalIPs
  const distinct = new Map([...internalIPs, ...annotated].map((each) => [each.text, each]))
  return [...distinct.values()]
}

interface NodeAddress {
  readonly node: string
  readonly address: Address
}

const SHOWN = 3

function findingsOfPool({ pool, document }: PlacedPool, own: readonly NodeAddress[]): Finding[] {
  const held = own.filter(({ address }) => holds(pool, address))
  if (held.length === 0) return []
  return document.pool.spec.addresses.flatMap((text, index) => {
    const range = parseRange(text)
    if (isRefused(range)) return []
    const inside = held.filter(({ address }) => contains(range, address))
    if (inside.length === 0) return []
    const path = ['spec', 'addresses', index]
    return [poolFinding('BW3020', { document, path }, describeNodes(text, inside))]
  })
}

function describeNodes(text: string, inside: readonly NodeAddress[]) {
  const shown = inside.slice(0, SHOWN).map(({ node, address }) => `${address.text} (${node})`)
  const more = andMore(inside.length - SHOWN)
  const excludes = [...new Set(inside.slice(0, SHOWN).map(({ address }) => `"${address.text}"`))]
  return {
    message: `${text} holds addresses of nodes: ${shown.join(', ')}${more}`,
    hint: `add them to exclude (${excludes.sort(compareText).join(', ')}${more}); a Service never gets the address of a known node`,
  }
}
