import t from 'tap'
import { createDayClock, monotonicNow } from '../../../../speaker/io/linux/clocks.ts'
import { createFrameReceiver } from '../../../../speaker/io/linux/frame-receiver.ts'
import { openPacketLink } from '../../../../speaker/io/linux/packet-socket.ts'
import { createPollSet } from '../../../../speaker/io/linux/poll-set.ts'
import type { SystemCalls } from '../../../../speaker/io/linux/system-calls.ts'
import { LITTLE_ENDIAN, loadSystemCalls } from '../../../../speaker/io/linux/system-calls.ts'
import type { Mac } from '../../../../speaker/wire/mac.ts'

const BASE = 0x7000_0000_1000n

/** A kernel that writes where the message header tells it to. */
function receive(kernel: (view: DataView, at: (pointer: number) => number) => number) {
  const calls: Partial<SystemCalls> = {
    addressOf: () => BASE,
    errno: () => 11,
    recvmsg: (_, message) => {
      const view = new DataView(message.buffer)
      return kernel(view, (pointer) => Number(view.getBigUint64(pointer, LITTLE_ENDIAN) - BASE))
    },
  }
  const clock = { toMonotonic: (time: number) => time - 1e12, keep: () => undefined }
  const receiver = createFrameReceiver(calls as SystemCalls, clock)
  return () => receiver.receive(7)
}

/** What recvmsg(2) and socket(7) say of SO_TIMESTAMPNS. */
function stamp(view: DataView, control: number, type: number): void {
  view.setBigUint64(control, 32n, LITTLE_ENDIAN)
  view.setInt32(control + 8, 1, LITTLE_ENDIAN)
  view.setInt32(control + 12, type, LITTLE_ENDIAN)
  view.setBigInt64(control + 16, 1_000_000_005n, LITTLE_ENDIAN)
  view.setBigInt64(control + 24, 250_000_000n, LITTLE_ENDIAN)
}

t.test('the bytes, and the time of the kernel', (t) => {
  const room: bigint[] = []
  const next = receive((view, at) => {
    const iovec = at(16)
    view.setUint16(at(iovec), 0xbe11)
    room.push(view.getBigUint64(40, LITTLE_ENDIAN), view.getBigUint64(iovec + 8, LITTLE_ENDIAN))
    stamp(view, at(32), 35)
    view.setBigUint64(40, 32n, LITTLE_ENDIAN)
    return 2
  })
  const frame = next()
  t.same([...(frame?.bytes ?? [])], [0xbe, 0x11])
  t.equal(frame?.receivedAt, 5250)
  next()
  t.same(room, [64n, 2048n, 64n, 2048n], 'there is room again each time')
  t.end()
})

t.test('a kernel that tells no time', (t) => {
  const none = receive((view) => {
    view.setBigUint64(40, 0n, LITTLE_ENDIAN)
    return 2
  })
  t.match(none(), { receivedAt: undefined })
  const another = receive((view, at) => {
    stamp(view, at(32), 29)
    view.setBigUint64(40, 32n, LITTLE_ENDIAN)
    return 2
  })
  t.match(another(), { receivedAt: undefined })
  t.end()
})

t.test('nothing there, or an error that will not pass', (t) => {
  t.equal(receive(() => -1)(), undefined)
  const calls: Partial<SystemCalls> = { addressOf: () => BASE, recvmsg: () => -1, errno: () => 9 }
  const clock = { toMonotonic: (time: number) => time, keep: () => undefined }
  const receiver = createFrameReceiver(calls as SystemCalls, clock)
  t.throws(() => receiver.receive(7), { code: 'EBADF', syscall: 'recvmsg' })
  t.end()
})

const skip =
  process.platform !== 'linux' ? 'needs Linux' : process.getuid?.() !== 0 ? 'needs root' : false

t.test('on the loopback, a frame comes with the time it was sent', { skip }, (t) => {
  const calls = loadSystemCalls()
  const receiver = createFrameReceiver(calls, createDayClock(calls.timeOfDay, monotonicNow))
  const mac = '00:00:00:00:00:00' as Mac
  const state = { name: 'lo', index: 1, mac, up: true, addresses: [] }
  const link = openPacketLink({ calls, receiver, echoIdentifier: 1 }, state)
  if (link === undefined) throw new Error('there is no loopback')
  const [arp = 0] = link.descriptors
  const frame = new Uint8Array(42)
  frame.set([0x08, 0x06, 0, 1, 0x08, 0, 6, 4, 0, 2], 12)
  frame[41] = 77
  const before = monotonicNow()
  t.ok(link.send(frame))
  createPollSet(calls, [arp]).wait(1000)
  const found = link.receive(arp)
  const after = monotonicNow()
  t.same([...(found?.bytes ?? [])], [...frame])
  const { receivedAt = NaN } = found ?? {}
  t.ok(before - 0.1 <= receivedAt && receivedAt <= after + 0.1, `${before} ${receivedAt} ${after}`)
  t.equal(link.receive(arp), undefined)
  link.close()
  t.end()
})
