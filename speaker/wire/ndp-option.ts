import { macFromBytes, MAC_LENGTH, type Mac } from './mac.ts'
import { putBytes, putU8, u8 } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

/** The options that are read; all others are passed over, as RFC 4861 §4.6 demands. */
export const OPTION = { sourceLinkLayerAddress: 1, targetLinkLayerAddress: 2 } as const
export type LinkLayerOption = (typeof OPTION)[keyof typeof OPTION]

/** Type, length in units of eight octets, and an Ethernet address (RFC 4861 §4.6.1, RFC 2464 §6). */
export const LINK_LAYER_OPTION_LENGTH = 8

/**
 * Where in the frame the first option of `type` begins among the options from `start` to `end`; undefined
 * if there is none. The lengths must have been checked by `optionsRejection`.
 */
export function findOption(
  frame: Uint8Array,
  type: LinkLayerOption,
  start: number,
  end: number,
): number | undefined {
  for (let at = start; at < end; at += optionLength(frame, at))
    if (u8(frame, at) === type) return at
  return undefined
}

function optionLength(frame: Uint8Array, at: number): number {
  return u8(frame, at + 1) * 8
}

/** Why the octets from `start` to `end` are not a list of options with an Ethernet address of `type`. */
export function optionsRejection(
  frame: Uint8Array,
  type: LinkLayerOption,
  start: number,
  end: number,
): RejectionReason | undefined {
  for (let at = start; at < end; at += optionLength(frame, at)) {
    if (at + 1 >= end) return 'ndpOptionLength'
    const length = optionLength(frame, at)
    if (length === 0 || at + length > end) return 'ndpOptionLength'
    if (u8(frame, at) === type && length !== LINK_LAYER_OPTION_LENGTH)
      return 'ndpLinkLayerAddressLength'
  }
  return undefined
}

/** The address in a link-layer option that begins at `at`. */
export function linkLayerAddress(frame: Uint8Array, at: number): Mac {
  return macFromBytes(frame, at + 2)
}

/** The same as six octets: a part of the frame, not a copy. */
export function linkLayerOctets(frame: Uint8Array, at: number): Uint8Array {
  return frame.subarray(at + 2, at + 2 + MAC_LENGTH)
}

/** Writes eight octets at `at`: type, length, and the six octets of `mac` (RFC 4861 §4.6.1). */
export function putLinkLayerOption(
  frame: Uint8Array,
  at: number,
  type: LinkLayerOption,
  mac: Uint8Array,
): void {
  putU8(frame, at, type)
  putU8(frame, at + 1, LINK_LAYER_OPTION_LENGTH / 8)
  putBytes(frame, at + 2, mac)
}
