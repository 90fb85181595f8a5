import type { Address } from '../../reconciler/address.ts'
import { isRefused, parseAddress } from '../../reconciler/address.ts'

/** For tests that write addresses as texts. Throws where the text is none. */
export function addressFrom(text: string): Address {
  const parsed = parseAddress(text)
  if (isRefused(parsed)) throw new Error(`${text}: ${parsed.refused}`)
  return parsed
}
