import { isRefused, parsePrefix, parseRange, rangeOfPrefix } from './address.ts'
import type { AddressRange, Prefix } from './address.ts'
import { formatRange, intersection } from './address.ts'
import { prefixProblems, rangeProblems } from './address-text.ts'
import type { Finding } from './finding.ts'
import { poolFinding, textFindings, type PoolField } from './pool-finding.ts'
import type { PoolDocument } from './read-pools.ts'

/** An entry of `spec.addresses` or `spec.exclude`. */
export interface DeclaredRange extends PoolField {
  readonly range: AddressRange
  readonly text: string
}

/** The entries that can be read. */
export function readDeclaredRanges(
  document: PoolDocument,
  field: 'addresses' | 'exclude',
  findings: Finding[],
): readonly DeclaredRange[] {
  return (document.pool.spec[field] ?? []).flatMap((text, index) => {
    const place = { document, path: ['spec', field, index] }
    const range = parseRange(text)
    if (!isRefused(range)) return [{ ...place, range, text }]
    findings.push(...textFindings(rangeProblems(text), place, text))
    return []
  })
}

/** `spec.announce.nodeNetworks`, as far as it can be read. */
export function readNodeNetworks(document: PoolDocument, findings: Finding[]): readonly Prefix[] {
  return (document.pool.spec.announce?.nodeNetworks ?? []).flatMap((text, index) => {
    const prefix = parsePrefix(text)
    if (!isRefused(prefix)) return [prefix]
    const place = { document, path: ['spec', 'announce', 'nodeNetworks', index] }
    findings.push(...textFindings(prefixProblems(text), place, text))
    return []
  })
}

interface SpecialRange {
  readonly code: 'BW2009' | 'BW2010'
  readonly range: AddressRange
  readonly meaning: string
}

/** What no neighbour can reach, or only with a zone (IANA's special-purpose registries, RFC 6890). */
const SPECIAL_RANGES: readonly SpecialRange[] = [
  special('BW2009', '0.0.0.0/8', 'this host (RFC 1122 §3.2.1.3)'),
  special('BW2009', '127.0.0.0/8', 'loopback (RFC 1122 §3.2.1.3)'),
  special('BW2010', '169.254.0.0/16', 'link-local (RFC 3927)'),
  special('BW2009', '224.0.0.0/4', 'multicast (RFC 5771)'),
  special('BW2009', '255.255.255.255/32', 'the limited broadcast (RFC 919)'),
  special('BW2009', '::/128', 'the unspecified address (RFC 4291 §2.5.2)'),
  special('BW2009', '::1/128', 'loopback (RFC 4291 §2.5.3)'),
  special('BW2010', 'fe80::/10', 'link-local (RFC 4291 §2.5.6)'),
  special('BW2009', 'ff00::/8', 'multicast (RFC 4291 §2.7)'),
]

function special(code: SpecialRange['code'], text: string, meaning: string): SpecialRange {
  const prefix = parsePrefix(text)
  if (isRefused(prefix)) throw new RangeError(text)
  return { code, range: rangeOfPrefix(prefix), meaning }
}

/** Entries that hold addresses which cannot serve as the address of a Service. */
export function specialRangeFindings(declared: DeclaredRange): Finding[] {
  return SPECIAL_RANGES.flatMap(({ code, range, meaning }) => {
    const common = intersection(declared.range, range)
    if (common === undefined) return []
    const message = `${formatRange(common)} is ${meaning}`
    const hint =
      code === 'BW2009'
        ? 'use unicast addresses of the network that the nodes are on'
        : 'use addresses that are valid beyond one link: a link-local one needs a zone, which a Service status has not'
    return [poolFinding(code, declared, { message, hint })]
  })
}
