/** The octets that hex digits name; blanks, line ends and `#` comments do not count. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replace(/#.*$/gm, '').replace(/\s/g, ''), 'hex'))
}

/** A buffer as found on a stack that was used before: an octet that nobody wrote shows. */
export function garbage(length: number): Uint8Array {
  return new Uint8Array(length).fill(0xa5)
}

/** A copy with one octet changed. */
export function withOctet(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = value
  return copy
}
