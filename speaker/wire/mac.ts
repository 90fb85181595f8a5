/** A 48-bit MAC address as text, lower case, `aa:bb:cc:dd:ee:ff`: its one form, and its identity. */
export type Mac = string & { readonly __brand: 'Mac' }

/** All ones: every station (IEEE 802.3 §3.2.3). */
export const BROADCAST = 'ff:ff:ff:ff:ff:ff' as Mac

const MAC_TEXT = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/

/** The MAC that a text names, in either case; undefined if it names none. */
export function parseMac(text: string): Mac | undefined {
  const lower = text.toLowerCase()
  return MAC_TEXT.test(lower) ? (lower as Mac) : undefined
}
