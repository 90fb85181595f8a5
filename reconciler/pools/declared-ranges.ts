import { isRefused, parsePrefix, parseRange, rangeOfPrefix } from '../../api/address.ts'
import type { AddressRange, Prefix } from '../../api/address.ts'
import { formatRange, intersection } from '../../api/address.ts'
import { prefixProblems, rangeProblems } from '../source/address-text.ts'
import type { Finding } from '../../api/finding.ts'
import { poolFinding, textFindings, type PoolField } from './finding.ts'
import type { PoolDocument } from './read.ts'

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

/** Addresses that no host of the link can reach, or only with a zone (IANA's special-purpose registries, RFC 6890). */
const SPECIAL_RANGES: readonly SpecialRange[] = [
  specialRange('BW2009', '0.0.0.0/8', 'this host (RFC 1122 §3.2.1.3)'),
  specialRange('BW2009', '127.0.0.0/8', 'loopback (RFC 1122 §3.2.1.3)'),
  specialRange('BW2010', '169.254.0.0/16', 'link-local (RFC 3927)'),
  specialRange('BW2009', '224.0.0.0/4', 'multicast (RFC 5771)'),
  specialRange('BW2009', '255.255.255.255/32', 'the limited broadcast (RFC 919)'),
  specialRange('BW2009', '::/128', 'the unspecified address (RFC 4291 §2.5.2)'),
  specialRange('BW2009', '::1/128', 'loopback (RFC 4291 §2.5.3)'),
  specialRange('BW2010', 'fe80::/10', 'link-local (RFC 4291 §2.5.6)'),
  specialRange('BW2009', 'ff00::/8', 'multicast (RFC 4291 §2.7)'),
]

function specialRange(code: SpecialRange['code'], text: string, meaning: string): SpecialRange {
  // The strings above are prefixes.
  return { code, range: rangeOfPrefix(parsePrefix(text) as Prefix), meaning }
}

/** Entries that hold addresses which cannot serve as the address of a Service. */
export function specialRangeFindings(entries: readonly DeclaredRange[]): Finding[] {
  return SPECIAL_RANGES.flatMap((special) =>
    entries.flatMap((entry) => {
      const common = intersection(entry.range, special.range)
      return common === undefined ? [] : [specialFinding(special, entry, common)]
    }),
  )
}

function specialFinding(
  { code, meaning }: SpecialRange,
  entry: DeclaredRange,
  common: AddressRange,
): Finding {
  const hint =
    code === 'BW2009'
      ? 'use unicast addresses of the network that the nodes are on'
      : 'use addresses of the network that the nodes are on: link-local ones are valid on one link only'
  return poolFinding(code, entry, { message: `${formatRange(common)} is ${meaning}`, hint })
}
