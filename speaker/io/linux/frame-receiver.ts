import type { DayClock } from './clocks.ts'
import type { SystemCalls } from './system-calls.ts'
import {
  isTransient,
  LITTLE_ENDIAN,
  SO_TIMESTAMPNS,
  SOL_SOCKET,
  systemCallError,
} from './system-calls.ts'

/** Room for the longest frame that passes the filters: ARP and ND fit in any MTU that Ethernet has. */
const FRAME_BYTES = 2048

/**
 * struct msghdr and what it points to, on machines of 64 bits: one piece of memory, so that nothing moves
 * while the kernel knows its address.
 */
const MESSAGE = { iovec: 16, iovecCount: 24, control: 32, controlBytes: 40 } as const
const IOVEC_AT = 64
const CONTROL_AT = 128
const CONTROL_BYTES = 64
const FRAME_AT = CONTROL_AT + CONTROL_BYTES

/** struct cmsghdr with a struct timespec behind it. */
const LEVEL_AT = CONTROL_AT + 8
const TYPE_AT = CONTROL_AT + 12
const SECONDS_AT = CONTROL_AT + 16
const NANOSECONDS_AT = CONTROL_AT + 24
const TIMESTAMP_BYTES = 32

/** Where the lower and the upper half of a number of 64 bits are. */
const [LOW, HIGH] = LITTLE_ENDIAN ? [0, 4] : [4, 0]

export interface ReceivedFrame {
  /** Valid until the next frame is received, on whichever socket. */
  readonly bytes: Uint8Array
  /** When the kernel got it, in monotonic milliseconds. Undefined if it does not say. */
  readonly receivedAt: number | undefined
}

/** Receives for the whole thread: a frame is handled before the next one is read. */
export interface FrameReceiver {
  /** Undefined if nothing waits on the socket. */
  receive(this: void, descriptor: number): ReceivedFrame | undefined
}

/** One buffer for all sockets; `clock` turns the kernel's time stamps into monotonic ones. */
export function createFrameReceiver(calls: SystemCalls, clock: DayClock): FrameReceiver {
  const memory = new Uint8Array(new ArrayBuffer(FRAME_AT + FRAME_BYTES))
  const view = new DataView(memory.buffer)
  pointTo(view, calls.addressOf(memory))

  const timestamp = (): number | undefined => {
    if (view.getUint32(MESSAGE.controlBytes + LOW, LITTLE_ENDIAN) < TIMESTAMP_BYTES)
      return undefined
    if (view.getInt32(LEVEL_AT, LITTLE_ENDIAN) !== SOL_SOCKET) return undefined
    if (view.getInt32(TYPE_AT, LITTLE_ENDIAN) !== SO_TIMESTAMPNS) return undefined
    return millisecondsIn(view)
  }

  return {
    receive(descriptor) {
      // The kernel has written how much it needed the last time.
      view.setUint32(MESSAGE.controlBytes + LOW, CONTROL_BYTES, LITTLE_ENDIAN)
      const length = calls.recvmsg(descriptor, memory)
      if (length < 0) return nothing(calls.errno())
      const bytes = memory.subarray(FRAME_AT, FRAME_AT + length)
      const time = timestamp()
      return { bytes, receivedAt: time === undefined ? undefined : clock.toMonotonic(time) }
    },
  }
}

function pointTo(view: DataView, address: bigint): void {
  view.setBigUint64(MESSAGE.iovec, address + BigInt(IOVEC_AT), LITTLE_ENDIAN)
  view.setBigUint64(MESSAGE.iovecCount, 1n, LITTLE_ENDIAN)
  view.setBigUint64(MESSAGE.control, address + BigInt(CONTROL_AT), LITTLE_ENDIAN)
  view.setBigUint64(IOVEC_AT, address + BigInt(FRAME_AT), LITTLE_ENDIAN)
  view.setBigUint64(IOVEC_AT + 8, BigInt(FRAME_BYTES), LITTLE_ENDIAN)
}

function millisecondsIn(view: DataView): number {
  const upper = view.getUint32(SECONDS_AT + HIGH, LITTLE_ENDIAN)
  const seconds = upper * 2 ** 32 + view.getUint32(SECONDS_AT + LOW, LITTLE_ENDIAN)
  return seconds * 1e3 + view.getUint32(NANOSECONDS_AT + LOW, LITTLE_ENDIAN) / 1e6
}

function nothing(errno: number): undefined {
  if (!isTransient(errno)) throw systemCallError('recvmsg', errno)
}
