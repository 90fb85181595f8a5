import {
  formatRange,
  isRefused,
  networkOf,
  parseAddress,
  parseRange,
  type Address,
  type AddressRange,
} from '../../api/address.ts'

/** The address that was most likely meant, in its canonical text; undefined if nobody can tell. */
export function repairAddress(text: string): string | undefined {
  const bare = withoutDecoration(text)
  const plain = mappedIPv4(bare) ?? (bare.includes(':') ? bare : bare.replace(LEADING_ZEROS, '$1'))
  return parsed(plain)?.text
}

const LEADING_ZEROS = /(^|\.)0+(?=\d)/g

/** Without blanks, brackets, port and zone. */
function withoutDecoration(text: string): string {
  return text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
}

/** RFC 4291 §2.5.5.2, in its usual spellings. */
function mappedIPv4(text: string): string | undefined {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)
  if (dotted !== null) return dotted[1]
  const hexadecimal = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(text)
  if (hexadecimal === null) return undefined
  const value = (Number(`0x${hexadecimal[1]}`) << 16) | Number(`0x${hexadecimal[2]}`)
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}

function parsed(text: string): Address | undefined {
  const address = parseAddress(text)
  return isRefused(address) ? undefined : address
}

/** The prefix that was most likely meant. Host bits are dropped. */
export function repairPrefix(text: string): string | undefined {
  const [addressText = '', lengthText = '', ...rest] = text.trim().split('/')
  if (rest.length > 0) return undefined
  const address = parsed(repairAddress(withFourParts(addressText)) ?? '')
  const length = prefixLength(lengthText)
  if (address === undefined || length === undefined) return undefined
  if (length > (address.family === 'IPv4' ? 32 : 128)) return undefined
  return `${networkOf(address, length).text}/${length}`
}

/** Some tools take `10.1/16` for `10.1.0.0/16`. */
function withFourParts(text: string): string {
  if (!/^\d+(?:\.\d+){0,2}\.?$/.test(text)) return text
  const parts = text.split('.').filter((part) => part !== '')
  return [...parts, '0', '0', '0'].slice(0, 4).join('.')
}

/** Decimal, or an IPv4 netmask (RFC 950 §2.1) whose ones are contiguous. */
function prefixLength(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^\d{1,3}$/.test(trimmed)) return Number(trimmed)
  const mask = parsed(trimmed)
  if (mask?.family !== 'IPv4') return undefined
  const bits = mask.value.toString(2).padStart(32, '0')
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined
}

/** The range, prefix or address that was most likely meant, in one of the three accepted forms. */
export function repairRange(text: string): string | undefined {
  const plain = text.trim().replace(/\s*(?:[‐-―−~]|\.{2,}|\bto\b)\s*/g, '-')
  const wildcard = /^(\d+\.\d+\.\d+)\.[*xX]$/.exec(plain) ?? /^(\d+\.\d+\.\d+)\.?$/.exec(plain)
  if (wildcard !== null) return repairPrefix(`${wildcard[1]}.0/24`)
  if (plain.includes('-')) return repairSpan(plain.replace(/\/\d+$/, ''))
  return plain.includes('/') ? repairPrefix(plain) : repairAddress(plain)
}

function repairSpan(text: string): string | undefined {
  const [firstText = '', lastText = '', ...rest] = text.split('-')
  const first = repairAddress(firstText)
  if (first === undefined || rest.length > 0) return undefined
  const last = repairAddress(/^\s*\d+\s*$/.test(lastText) ? sibling(first, lastText) : lastText)
  if (last === undefined) return undefined
  const range = ordered(parseRange(`${first}-${last}`), parseRange(`${last}-${first}`))
  return range === undefined ? undefined : formatRange(range)
}

/** `192.0.2.10-20`: the last part alone stands for the whole address. */
function sibling(first: string, lastPart: string): string {
  return first.replace(/\d+$/, lastPart.trim())
}

function ordered(...ranges: readonly ReturnType<typeof parseRange>[]): AddressRange | undefined {
  return ranges.find((range): range is AddressRange => !isRefused(range))
}
