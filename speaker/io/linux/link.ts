import type { ReceivedFrame } from './frame-receiver.ts'
import type { FilterInterests } from './packet-filter.ts'
import type { LinkState } from '../../lan/link-state.ts'

/**
 * A network interface, as the loop of the worker sees it: a port that is polled and never calls back. The
 * only place of the project that names a packet socket is behind it.
 */
export interface Link {
  readonly state: LinkState
  /** What to poll for readability. */
  readonly descriptors: readonly number[]
  /**
   * Those of them that nobody has to be woken for: answers to echoes are looked for when their time-outs
   * come, and carry the kernel's time.
   */
  readonly patient: readonly number[]
  /**
   * The next whole Ethernet frame that waits on one of `descriptors`; undefined if none does. The bytes
   * are valid until the next call.
   */
  receive(this: void, descriptor: number): ReceivedFrame | undefined
  /** Hands the frame to the kernel. False if it did not take it: queue full, interface down or gone. */
  send(frame: Uint8Array): boolean
  /**
   * Hears from now on what concerns these addresses and nodes, and answers to us; before: everything. False
   * if the kernel has no memory for that: what was heard before is heard.
   */
  listen(heard: FilterInterests): boolean
  close(): void
}

export interface NamedLink {
  readonly name: string
  readonly index: number
}
