import { constants } from 'node:os'
import type { SystemCalls } from './system-calls.ts'
import { LITTLE_ENDIAN, POLLIN, systemCallError } from './system-calls.ts'

/** struct pollfd: descriptor, events asked for, events that came. */
const ENTRY_BYTES = 8

/** Several descriptors to wait for at once. */
export interface PollSet {
  /** Waits until one of them is readable or in error, at most so long; 0 only looks. */
  wait(timeoutMilliseconds: number): void
  /** True if the last wait found something to read, or an error to fetch, on `descriptor`. */
  isReady(descriptor: number): boolean
}

export function createPollSet(calls: SystemCalls, descriptors: readonly number[]): PollSet {
  const entries = new Uint8Array(descriptors.length * ENTRY_BYTES)
  const view = new DataView(entries.buffer)
  const offsets = new Map<number, number>()
  for (const [index, descriptor] of descriptors.entries()) {
    const at = index * ENTRY_BYTES
    view.setInt32(at, descriptor, LITTLE_ENDIAN)
    view.setInt16(at + 4, POLLIN, LITTLE_ENDIAN)
    offsets.set(descriptor, at + 6)
  }
  return {
    wait(timeoutMilliseconds) {
      if (calls.poll(entries, descriptors.length, timeoutMilliseconds) >= 0) return
      const errno = calls.errno()
      if (errno !== constants.errno.EINTR) throw systemCallError('poll', errno)
      for (const at of offsets.values()) view.setInt16(at, 0)
    },
    isReady(descriptor) {
      const at = offsets.get(descriptor)
      return at !== undefined && view.getInt16(at) !== 0
    },
  }
}
