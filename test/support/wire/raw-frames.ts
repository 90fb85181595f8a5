/** Frames put together by hand, so that they may be as wrong as a test wants. Addresses are texts. */

const ETHER_TYPE = { arp: '0806', ipv6: '86dd' }

export function macHex(mac: string): string {
  return mac.replaceAll(':', '')
}

export function ipv4Hex(address: string): string {
  return Buffer.from(address.split('.').map(Number)).toString('hex')
}

export function ipv6Hex(address: string): string {
  const [left = '', right = ''] = address.split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const missing = 8 - groups(left).length - groups(right).length
  return [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right)]
    .map((group) => group.padStart(4, '0'))
    .join('')
}

/** The last 24 bits of an address behind ff02::1:ff00:0 (RFC 4291 §2.7.1). */
export function solicitedNode(address: string): string {
  return `ff0200000000000000000001ff${ipv6Hex(address).slice(-6)}`
}

/** 33:33 and the last 32 bits of the group (RFC 2464 §7). */
export function multicastMacHex(groupHex: string): string {
  return `3333${groupHex.slice(-8)}`
}

export interface ArpFields {
  readonly to: string
  readonly from: string
  readonly tag?: string
  readonly hardwareType?: string
  readonly protocolType?: string
  readonly lengths?: string
  readonly operation?: string
  readonly senderMac: string
  readonly sender: string
  readonly targetMac?: string
  readonly target: string
  readonly behind?: string
}

export function arpFrame(fields: ArpFields): Buffer {
  const { tag = '', hardwareType = '0001', protocolType = '0800', lengths = '0604' } = fields
  const { operation = '0001', targetMac = '000000000000', behind = '' } = fields
  return Buffer.from(
    [
      ...[fields.to, fields.from, tag, ETHER_TYPE.arp],
      ...[hardwareType, protocolType, lengths, operation],
      ...[fields.senderMac, ipv4Hex(fields.sender), targetMac, ipv4Hex(fields.target), behind],
    ].join(''),
    'hex',
  )
}

export interface NdFields {
  readonly to: string
  readonly from: string
  readonly tag?: string
  readonly hopLimit?: number
  readonly source: string
  readonly destination: string
  readonly type?: number
  readonly code?: number
  readonly flags?: string
  readonly target: string
  readonly options?: string
  /** Extension headers, with the number of the first one. */
  readonly extension?: { readonly number: number; readonly hex: string }
  readonly wrongChecksum?: boolean
  /** Cuts the ICMPv6 message. */
  readonly bytes?: number
}

/** `source`, `destination` and `target` in hex. */
export function ndFrame(fields: NdFields): Buffer {
  const { source, destination, extension, hopLimit = 255 } = fields
  const message = icmpv6Message(fields)
  const behind = Buffer.from(extension?.hex ?? '', 'hex')
  const header = Buffer.alloc(8)
  header[0] = 0x60
  header.writeUInt16BE(behind.length + message.length, 4)
  header[6] = extension?.number ?? 58
  header[7] = hopLimit
  return Buffer.concat([
    Buffer.from(fields.to + fields.from + (fields.tag ?? '') + ETHER_TYPE.ipv6, 'hex'),
    header,
    Buffer.from(source + destination, 'hex'),
    behind,
    message,
  ])
}

function icmpv6Message(fields: NdFields): Buffer {
  const { type = 135, code = 0, flags = '00000000', target, options = '' } = fields
  const start = Buffer.from([type, code, 0, 0])
  const rest = Buffer.from(flags + target + options, 'hex')
  const message = Buffer.concat([start, rest]).subarray(0, fields.bytes)
  const sum = checksum(Buffer.from(fields.source + fields.destination, 'hex'), message)
  message.writeUInt16BE(fields.wrongChecksum === true ? sum ^ 0x5555 : sum, 2)
  return message
}

/** RFC 8200 §8.1, one byte pair after the other. */
function checksum(addresses: Buffer, message: Buffer): number {
  const pseudo = Buffer.from([0, 0, message.length >> 8, message.length & 0xff, 0, 0, 0, 58])
  const even = Buffer.alloc(message.length % 2)
  const all = Buffer.concat([addresses, pseudo, message, even])
  let sum = 0
  for (let at = 0; at < all.length; at += 2) sum += all.readUInt16BE(at)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16)
  return ~sum & 0xffff
}
