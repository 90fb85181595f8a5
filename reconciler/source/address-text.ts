import {
  ADDRESS_BITS,
  isRefused,
  parseAddress,
  parsePrefix,
  parseRange,
  type AddressRefusal,
} from '../../api/address.ts'
import { quote } from '../values/json.ts'
import { repairAddress, repairPrefix, repairRange } from './address-repair.ts'

/** A part of a text, in UTF-16 code units. */
export interface TextPart {
  readonly start: number
  readonly length: number
}

/** What is wrong with the text of an address, prefix or range, and what to write instead. */
export interface TextProblem {
  readonly refused: AddressRefusal | 'leadingZero'
  readonly part: TextPart
  readonly message: string
  readonly hint: string
}

const ADDRESS_FORMS = 'write IPv4 as in 192.0.2.10, or IPv6 as in 2001:db8::10'
const RANGE_FORMS =
  'write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)'
const PREFIX_FORMS = 'write a prefix, as in 192.0.2.0/24 or 2001:db8::/64'

/** What is wrong with the text of one address; nothing if it is right. */
export function addressProblems(text: string): readonly TextProblem[] {
  return problemsOfAddress({ text, start: 0 }).map(withHint(repairAddress(text), ADDRESS_FORMS))
}

/** What is wrong with the text of a network, as in `nodeNetworks`; nothing if it is right. */
export function prefixProblems(text: string): readonly TextProblem[] {
  if (!isRefused(parsePrefix(text))) return []
  const repaired = repairPrefix(text) ?? usualNetwork(text)
  const hinted = withHint(repaired, PREFIX_FORMS)
  return problemsOfPrefix(text).map(({ refused, part, message }) =>
    hinted({ refused, part, message }),
  )
}

/** The network that an address without a length most often is on. */
function usualNetwork(text: string): string | undefined {
  const address = repairAddress(text)
  return address && repairPrefix(`${address}/${address.includes(':') ? 64 : 24}`)
}

/** What is wrong with an entry of `spec.addresses` or `spec.exclude`; nothing if it is right. */
export function rangeProblems(text: string): readonly TextProblem[] {
  if (!isRefused(parseRange(text))) return []
  return problemsOfRange(text).map(withHint(repairRange(text), RANGE_FORMS))
}

/** A problem whose hint may still have to be found. */
type Unhinted = Omit<TextProblem, 'hint'> & { readonly hint?: string }

function withHint(repaired: string | undefined, forms: string): (problem: Unhinted) => TextProblem {
  const hint = repaired === undefined ? forms : `write ${repaired}`
  return (problem) => ({ ...problem, hint: problem.hint ?? hint })
}

/** A piece of a longer text and where it starts there. */
interface Piece {
  readonly text: string
  readonly start: number
}

function pieceProblem(piece: Piece, refused: TextProblem['refused'], message: string): Unhinted {
  return { refused, part: { start: piece.start, length: Math.max(1, piece.text.length) }, message }
}

function problemsOfRange(text: string): readonly Unhinted[] {
  const [foreign] = DASHES.exec(text) ?? []
  if (foreign !== undefined) return [foreignDash(text, foreign)]
  const dash = text.indexOf('-')
  if (text.includes('/')) return dash < 0 ? problemsOfPrefix(text) : [prefixAndRange(text)]
  if (dash < 0) return problemsOfAddress({ text, start: 0 })
  const first = trimmed({ text: text.slice(0, dash), start: 0 })
  const last = trimmed({ text: text.slice(dash + 1), start: dash + 1 })
  const problems = [...problemsOfAddress(first), ...problemsOfEnd(last)]
  return problems.length > 0 ? problems : [wrongOrder(text, first, last)]
}

/** Dashes that look like the hyphen of a range: word processors put them in. */
const DASHES = /[\u2010-\u2015\u2212]/

function foreignDash(text: string, dash: string): Unhinted {
  const code = dash.charCodeAt(0).toString(16).toUpperCase()
  const message = `${quote(dash)} (U+${code}) is not a hyphen; a range needs \`-\``
  return pieceProblem({ text: dash, start: text.indexOf(dash) }, 'notAnAddress', message)
}

function problemsOfEnd(piece: Piece): readonly Unhinted[] {
  if (!/^\d{1,3}$/.test(piece.text)) return problemsOfAddress(piece)
  const message = `the end of a range must be a whole address, and ${quote(piece.text)} is only a part of one`
  return [pieceProblem(piece, 'notAnAddress', message)]
}

function prefixAndRange(text: string): Unhinted {
  const message = `${quote(text)} mixes a prefix and a range`
  return pieceProblem({ text, start: 0 }, 'notAnAddress', message)
}

function trimmed({ text, start }: Piece): Piece {
  return { text: text.trim(), start: start + text.length - text.trimStart().length }
}

/** Both ends are addresses, but together they are not a range. */
function wrongOrder(text: string, first: Piece, last: Piece): Unhinted {
  const whole = { text, start: 0 }
  if (familyName(first.text) === familyName(last.text))
    return pieceProblem(
      whole,
      'startAfterEnd',
      `the range starts after its end: ${first.text} is higher than ${last.text}`,
    )
  const families = `${first.text} is ${familyName(first.text)}, ${last.text} is ${familyName(last.text)}`
  return {
    ...pieceProblem(
      whole,
      'mixedFamilies',
      `both ends of a range must be of one family: ${families}`,
    ),
    hint: 'write two ranges, one for each family',
  }
}

function familyName(text: string): 'IPv4' | 'IPv6' {
  return text.includes(':') ? 'IPv6' : 'IPv4'
}

function problemsOfPrefix(text: string): readonly Unhinted[] {
  const slash = text.indexOf('/')
  if (slash < 0) {
    const problems = problemsOfAddress({ text, start: 0 })
    return problems.length > 0 ? problems : [lengthMissing(text)]
  }
  const address = { text: text.slice(0, slash), start: 0 }
  const length = { text: text.slice(slash + 1), start: slash + 1 }
  const problems = [...problemsOfAddress(address), ...problemsOfLength(length, address.text)]
  return problems.length > 0 ? problems : [hostBitsSet(text, address.text)]
}

function lengthMissing(text: string): Unhinted {
  const message = `${quote(text)} has no prefix length`
  return pieceProblem({ text, start: 0 }, 'badPrefixLength', message)
}

function problemsOfLength(piece: Piece, addressText: string): readonly Unhinted[] {
  const family = familyName(addressText)
  const most = ADDRESS_BITS[family]
  if (/^(0|[1-9]\d*)$/.test(piece.text) && Number(piece.text) <= most) return []
  const range = `the prefix length of ${family} must be a number from 0 to ${most}`
  const message =
    piece.text === '' ? `${range}; it is missing here` : `${range}, not ${quote(piece.text)}`
  const usual = `write the length of the network, such as ${addressText}/${family === 'IPv4' ? 24 : 64}`
  const problem = pieceProblem(piece, 'badPrefixLength', message)
  return [
    repairPrefix(`${addressText}/${piece.text}`) === undefined
      ? { ...problem, hint: usual }
      : problem,
  ]
}

function hostBitsSet(text: string, addressText: string): Unhinted {
  const message = `${text} has host bits set: ${addressText} is inside a network, not its first address`
  return {
    ...pieceProblem({ text, start: 0 }, 'hostBitsSet', message),
    hint: `write ${repairPrefix(text)} for the network, or ${addressText} for the single address (without a prefix length)`,
  }
}

function problemsOfAddress(piece: Piece): readonly Unhinted[] {
  const address = parseAddress(piece.text)
  if (!isRefused(address)) return []
  switch (address.refused) {
    case 'ipv4MappedAddress':
      return [
        pieceProblem(piece, 'ipv4MappedAddress', `${piece.text} is an IPv4 address in IPv6 form`),
      ]
    case 'zoneNotAllowed':
      return [zoneProblem(piece)]
    default:
      return [/^[\d.]+$/.test(piece.text) ? problemOfIPv4(piece) : problemOfOther(piece)]
  }
}

function zoneProblem(piece: Piece): Unhinted {
  const percent = piece.text.indexOf('%')
  const zone = { text: piece.text.slice(percent), start: piece.start + percent }
  return pieceProblem(zone, 'zoneNotAllowed', `an address must not have a zone (${zone.text})`)
}

function problemOfIPv4(piece: Piece): Unhinted {
  const octets = octetsOf(piece)
  const padded = octets.find(({ text }) => /^0\d/.test(text))
  if (padded !== undefined)
    return pieceProblem(
      padded,
      'leadingZero',
      `${padded.text} has a leading zero, so some programs read it as octal`,
    )
  const large = octets.find(({ text }) => Number(text) > 255)
  if (large !== undefined)
    return pieceProblem(
      large,
      'notAnAddress',
      `${large.text} is more than 255, the highest part of an IPv4 address`,
    )
  const count = octets.filter(({ text }) => text !== '').length
  const parts = `${count} ${count === 1 ? 'part' : 'parts'}`
  return pieceProblem(
    piece,
    'notAnAddress',
    `an IPv4 address has four parts, but ${quote(piece.text)} has ${parts}`,
  )
}

function octetsOf(piece: Piece): readonly Piece[] {
  return [...piece.text.matchAll(/\d*(?:\.|$)/g)].map((match) => ({
    text: match[0].replace('.', ''),
    start: piece.start + match.index,
  }))
}

function problemOfOther(piece: Piece): Unhinted {
  const { text } = piece
  if (text === '') return pieceProblem(piece, 'notAnAddress', 'an address is missing here')
  if (/^[\da-f:]+$/i.test(text) && text.includes(':')) return problemOfIPv6(piece)
  if (text.includes(',')) return severalAddresses(piece)
  return pieceProblem(piece, 'notAnAddress', `${quote(text)} is not an IP address`)
}

function severalAddresses(piece: Piece): Unhinted {
  const message = `${quote(piece.text)} holds several addresses`
  return {
    ...pieceProblem(piece, 'notAnAddress', message),
    hint: 'write each address as a separate entry',
  }
}

function problemOfIPv6(piece: Piece): Unhinted {
  const long = /[\da-f]{5,}/i.exec(piece.text)
  if (long !== null)
    return pieceProblem(
      { text: long[0], start: piece.start + long.index },
      'notAnAddress',
      `a group of an IPv6 address has at most four digits, but ${long[0]} has ${long[0].length}`,
    )
  if (piece.text.split('::').length > 2)
    return pieceProblem(
      piece,
      'notAnAddress',
      `an IPv6 address may have :: only once, but ${piece.text} has it more than once`,
    )
  const count = piece.text.split(':').filter((group) => group !== '').length
  const message =
    piece.text.includes('::') || count === 8
      ? `${quote(piece.text)} is not an IPv6 address`
      : `an IPv6 address has eight groups (or :: for the zeros), but ${piece.text} has ${count}`
  return pieceProblem(piece, 'notAnAddress', message)
}
