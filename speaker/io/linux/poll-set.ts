import { constants } from 'node:os'
import type { SystemCalls } from './system-calls.ts'
import { LITTLE_ENDIAN, POLLIN, systemCallError } from './system-calls.ts'

/** struct pollfd: descriptor, events asked for, events that came. */
const ENTRY_BYTES = 8

/** Several descriptors to wait for at once. */
export interface PollSet {
  /**
   * Waits until one of those that are worth it is readable or in error, at most so long; 0 only looks, at all
   * of them.
   */
  wait(timeoutMilliseconds: number): void
  /** True if the last wait found something to read, or an error to fetch, on `descriptor`. */
  isReady(descriptor: number): boolean
}

/** `patient` are looked at, but not waited for. */
export function createPollSet(
  calls: SystemCalls,
  urgent: readonly number[],
  patient: readonly number[] = [],
): PollSet {
  const descriptors = [...urgent, ...patient]
  const entries = new Uint8Array(descriptors.length * ENTRY_BYTES)
  const view = new DataView(entries.buffer)
  const offsets = new Map<number, number>()
  for (const [index, descriptor] of descriptors.entries()) {
    const at = index * ENTRY_BYTES
    view.setInt32(at, descriptor, LITTLE_ENDIAN)
    view.setInt16(at + 4, POLLIN, LITTLE_ENDIAN)
    offsets.set(descriptor, at + 6)
  }
  /** What is not looked at is not ready. */
  const clear = () => {
    for (const at of offsets.values()) view.setInt16(at, 0)
  }
  return {
    wait(timeoutMilliseconds) {
      const count = timeoutMilliseconds === 0 ? descriptors.length : urgent.length
      if (count < descriptors.length) clear()
      if (calls.poll(entries, count, timeoutMilliseconds) >= 0) return
      const errno = calls.errno()
      if (errno !== constants.errno.EINTR) throw systemCallError('poll', errno)
      clear()
    },
    isReady(descriptor) {
      const at = offsets.get(descriptor)
      return at !== undefined && view.getInt16(at) !== 0
    },
  }
}
