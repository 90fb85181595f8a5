import type { Address, AddressRange } from '../../../api/address.ts'
import { isRefused, parseAddress, parseRange } from '../../../api/address.ts'

/** For tests that write addresses as texts. Throws where the text is none. */
export function addressFrom(text: string): Address {
  const parsed = parseAddress(text)
  if (isRefused(parsed)) throw new Error(`${text}: ${parsed.refused}`)
  return parsed
}

/** The same for a range: one address, a prefix, or `first-last`. */
export function rangeFrom(text: string): AddressRange {
  const parsed = parseRange(text)
  if (isRefused(parsed)) throw new Error(`${text}: ${parsed.refused}`)
  return parsed
}
