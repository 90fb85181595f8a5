import type { Mac } from '../wire/mac.ts'
import type { Address, Prefix } from '../../api/address.ts'

/**
 * A network interface as the kernel describes it; only those that carry Ethernet and take ARP are listed
 * (ARPHRD_ETHER, no IFF_NOARP, no IFF_LOOPBACK). `up` is IFF_UP and a carrier (IFF_RUNNING). `addresses`
 * are its own addresses that may be used (not tentative), each with the prefix that is on the link.
 */
export interface LinkState {
  readonly name: string
  readonly index: number
  readonly mac: Mac
  readonly up: boolean
  readonly addresses: readonly { readonly address: Address; readonly prefix: Prefix }[]
  readonly routes?: readonly Prefix[]
}
