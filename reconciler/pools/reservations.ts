import { formatRange, isRefused, parseAddress, type AddressRange } from '../../api/address.ts'
import { addressProblems } from '../source/address-text.ts'
import { describeRanges } from './exclude-findings.ts'
import type { Finding } from '../../api/finding.ts'
import type { PoolReservation } from '../model/model.ts'
import { isBuggy, rangeWith } from '../model/pool-addresses.ts'
import { poolFinding, relatedField, textFindings, type PoolField } from './finding.ts'
import type { PoolDocument } from './read.ts'

/** An entry of `spec.reservations` that can be read; the field is its address. */
export interface DeclaredReservation extends PoolField {
  readonly reservation: PoolReservation
}

/** What a pool declares and what it excludes; each sorted and disjoint. */
interface PoolRanges {
  readonly given: readonly AddressRange[]
  readonly excluded: readonly AddressRange[]
  /** False if an entry cannot be read: then nothing is outside. */
  readonly isComplete: boolean
}

/** The reservations that can be kept, each address once. */
export function readReservations(
  document: PoolDocument,
  poolRanges: PoolRanges,
  findings: Finding[],
): readonly DeclaredReservation[] {
  const kept = new Map<string, DeclaredReservation>()
  for (const declared of parseReservations(document, findings)) {
    const { text } = declared.reservation.address
    const first = kept.get(text)
    const problem =
      first === undefined ? misplaced(declared, poolRanges) : repeated(declared, first)
    if (problem !== undefined) findings.push(problem)
    else kept.set(text, declared)
  }
  return [...kept.values()]
}

function parseReservations(document: PoolDocument, findings: Finding[]): DeclaredReservation[] {
  return (document.pool.spec.reservations ?? []).flatMap(({ address: text, service }, index) => {
    const path = ['spec', 'reservations', index, 'address']
    const address = parseAddress(text)
    if (!isRefused(address))
      return [{ document, path, reservation: { address, service, at: document.place(path) } }]
    findings.push(...textFindings(addressProblems(text), { document, path }, text))
    return []
  })
}

function misplaced(declared: DeclaredReservation, pool: PoolRanges): Finding | undefined {
  const { address } = declared.reservation
  if (rangeWith(pool.given, address) === undefined && pool.isComplete)
    return poolFinding('BW2017', declared, {
      message: `${address.text} is reserved, but is not an address of this pool`,
      hint: `reserve an address of ${describeRanges(pool.given)}, or add ${address.text} to addresses`,
    })
  const hole = rangeWith(pool.excluded, address)
  if (hole !== undefined)
    return poolFinding('BW2018', declared, {
      message: `${address.text} is reserved, but also excluded (by ${formatRange(hole)})`,
      hint: 'remove the reservation, or take the address out of exclude: no other Service gets a reserved address anyway',
    })
  return avoided(declared)
}

function avoided(declared: DeclaredReservation): Finding | undefined {
  const { address } = declared.reservation
  if (declared.document.pool.spec.avoidBuggyIPs !== true || !isBuggy(address)) return undefined
  return poolFinding('BW2018', declared, {
    message: `${address.text} is reserved, but avoidBuggyIPs keeps it from being given out`,
    hint: 'reserve another address, or write `avoidBuggyIPs: false`',
  })
}

function repeated(declared: DeclaredReservation, first: DeclaredReservation): Finding {
  const { address, service } = declared.reservation
  const related = relatedField('first reserved here', first)
  if (service === first.reservation.service)
    return poolFinding('BW2020', declared, {
      message: `${address.text} is reserved twice for ${service}`,
      hint: 'remove one of the two entries',
      ...related,
    })
  return poolFinding('BW2019', declared, {
    message: `${address.text} is reserved for ${service} and for ${first.reservation.service}`,
    hint: 'keep one of the two: an address can be reserved for one Service only, even if Services share it',
    ...related,
  })
}

/** Reservations of one address in several pools; `declared` in the order in which the pools are asked. */
export function reservedByTwoPools(declared: readonly DeclaredReservation[]): Finding[] {
  const first = new Map<string, DeclaredReservation>()
  return declared.flatMap((each) => {
    const { address, service } = each.reservation
    const other = first.get(address.text)
    if (other === undefined) first.set(address.text, each)
    if (
      other === undefined ||
      other.document.pool.metadata.name === each.document.pool.metadata.name
    )
      return []
    const otherPool = other.document.pool.metadata.name
    const message = `${address.text} is reserved here for ${service}, and in the pool ${otherPool} for ${other.reservation.service}`
    return [
      poolFinding('BW2021', each, {
        message,
        hint: `remove one of the two; the one in ${otherPool} is used, because that pool comes first by priority and name`,
        ...relatedField(`reserved in ${otherPool}`, other),
      }),
    ]
  })
}
