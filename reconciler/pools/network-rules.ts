import {
  ADDRESS_BITS,
  formatRange,
  intersection,
  rangeOfPrefix,
  subtract,
  type Address,
  type AddressRange,
  type Prefix,
} from '../../api/address.ts'
import type { DeclaredRange } from './declared-ranges.ts'
import { describeRanges } from './exclude-findings.ts'
import type { Finding } from '../../api/finding.ts'
import { holds } from '../model/pool-addresses.ts'
import { poolFinding } from './finding.ts'
import type { Pool } from '../model/model.ts'

type PoolRanges = Pick<Pool, 'ranges' | 'avoidBuggyIPs' | 'nodeNetworks'>

/** What can be checked on a pool's addresses when `nodeNetworks` gives the prefix lengths of the segment. */
export function networkFindings(pool: PoolRanges, entries: readonly DeclaredRange[]): Finding[] {
  return [
    ...entries.flatMap((entry) => outsideFindings(pool, entry)),
    ...pool.nodeNetworks.flatMap((network) => reservedFindings(pool, network, entries)),
  ]
}

/** Addresses of a family without a network are not checked. */
function outsideFindings(pool: PoolRanges, entry: DeclaredRange): Finding[] {
  const { family } = entry.range.first
  const networks = pool.nodeNetworks.filter(({ network }) => network.family === family)
  const outside = subtract(commonParts(pool.ranges, entry.range), networks.map(rangeOfPrefix))
  if (networks.length === 0 || outside.length === 0) return []
  const named = networks.map(formatPrefix).join(', ')
  return [
    poolFinding('BW2026', entry, {
      message: `${describeRanges(outside)} is outside of nodeNetworks (${named})`,
      hint: 'use addresses of those networks: hosts of the segment send packets for other addresses to their router',
    }),
  ]
}

/** The parts of the range that the pool gives out. */
function commonParts(ranges: readonly AddressRange[], range: AddressRange): AddressRange[] {
  return subtract([range], subtract([range], ranges))
}

function reservedFindings(
  pool: PoolRanges,
  network: Prefix,
  entries: readonly DeclaredRange[],
): Finding[] {
  return reservedAddresses(network).flatMap(({ address, meaning }) => {
    const alone = { first: address, last: address }
    const entry = entries.find(({ range }) => intersection(range, alone) !== undefined)
    if (entry === undefined || !holds(pool, address)) return []
    return [
      poolFinding('BW2025', entry, {
        message: `${address.text} is the ${meaning} of ${formatPrefix(network)}`,
        hint: `write \`exclude: ["${address.text}"]\`, or shorten ${formatRange(entry.range)}`,
      }),
    ]
  })
}

interface ReservedAddress {
  readonly address: Address
  readonly meaning: string
}

/** Network and broadcast address (RFC 922; none in a /31, RFC 3021), or Subnet-Router anycast (RFC 4291 §2.6.1; RFC 6164). */
function reservedAddresses({ network, length }: Prefix): readonly ReservedAddress[] {
  if (length >= ADDRESS_BITS[network.family] - 1) return []
  if (network.family === 'IPv6')
    return [{ address: network, meaning: 'Subnet-Router anycast address' }]
  const { last } = rangeOfPrefix({ network, length })
  return [
    { address: network, meaning: 'network address' },
    { address: last, meaning: 'broadcast address' },
  ]
}

/** CIDR notation (RFC 4632 §3.1, RFC 4291 §2.3). */
export function formatPrefix({ network, length }: Prefix): string {
  return `${network.text}/${length}`
}
