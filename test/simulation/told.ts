import { ipv4Key, ipv6Key, type AddressKey } from '../../speaker/lan/address-key.ts'
import { ARP, isArpRequest } from '../../speaker/wire/arp.ts'
import { ETHER_TYPE, etherType, isToGroup } from '../../speaker/wire/ethernet.ts'
import { linkLayerOption, NDP } from '../../speaker/wire/ndp.ts'
import { macNumberAt, type MacNumber } from './host.ts'
import { isAdvertisement } from './neighbor-table.ts'

/** What a frame tells everybody, or one host, in the name of an address. */
export interface Told {
  readonly key: AddressKey
  readonly mac: MacNumber
  readonly form: 'request' | 'reply' | 'advertisement'
  readonly isToAll: boolean
}

/** Undefined for a frame that speaks in nobody's name: probes, questions, echoes. */
export function toldIn(frame: Uint8Array): Told | undefined {
  const isToAll = isToGroup(frame)
  if (etherType(frame) === ETHER_TYPE.arp) {
    const key = ipv4Key(frame, ARP.senderProtocol)
    const form = isArpRequest(frame) ? 'request' : 'reply'
    return { key, mac: macNumberAt(frame, ARP.senderHardware), form, isToAll }
  }
  if (!isAdvertisement(frame)) return undefined
  const option = linkLayerOption(frame)
  if (option === undefined) return undefined
  const mac = macNumberAt(frame, option + 2)
  return { key: ipv6Key(frame, NDP.target), mac, form: 'advertisement', isToAll }
}
