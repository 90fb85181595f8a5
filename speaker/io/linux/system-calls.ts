import { constants } from 'node:os'
import { getSystemErrorName } from 'node:util'
import { loadKoffi } from './native-modules.ts'

/** Linux numbers of <sys/socket.h>, <linux/if_packet.h>, <linux/netlink.h> and <poll.h>. */
export const AF_INET6 = 10
export const AF_NETLINK = 16
export const AF_PACKET = 17
export const SOCK_RAW = 3
export const SOL_SOCKET = 1
export const SOL_PACKET = 263
export const SO_RCVBUF = 8
export const SO_ATTACH_FILTER = 26
/** The number of the option, and of the control message (<asm-generic/socket.h>). */
export const SO_TIMESTAMPNS = 35
export const PACKET_IGNORE_OUTGOING = 23
export const POLLIN = 1
const CLOCK_REALTIME = 0
const SOCK_NONBLOCK = 0o4000
const SOCK_CLOEXEC = 0o2000000
const EFD_NONBLOCK = SOCK_NONBLOCK
const EFD_CLOEXEC = SOCK_CLOEXEC

/** <linux/if_ether.h> */
export const ETH_P_IP = 0x0800
export const ETH_P_ARP = 0x0806
export const ETH_P_IPV6 = 0x86dd

/** Byte order of this machine, for structs that the kernel reads in its own order. */
export const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * The system calls of the speaker, and no others. None of them waits but `poll`, which the caller bounds:
 * a thread that is stuck inside one cannot be ended. `recv`, `recvmsg`, `send`, `read` and `poll` return -1 on failure, with
 * the reason in `errno()`; the others throw.
 */
export interface SystemCalls {
  /** Non-blocking, closed on exec. */
  socket(domain: number, type: number, protocol: number): number
  bind(descriptor: number, address: Uint8Array): void
  setOption(descriptor: number, level: number, option: number, value: Uint8Array): void
  attachFilter(descriptor: number, program: Uint8Array): void
  eventfd(): number
  close(descriptor: number): void
  recv(descriptor: number, buffer: Uint8Array, length: number): number
  /** `message` begins with a struct msghdr. */
  recvmsg(descriptor: number, message: Uint8Array): number
  send(descriptor: number, bytes: Uint8Array, length: number): number
  read(descriptor: number, buffer: Uint8Array, length: number): number
  poll(descriptors: Uint8Array, count: number, timeoutMilliseconds: number): number
  errno(): number
  /** Milliseconds since 1970, with the fraction that `Date.now()` lacks. */
  timeOfDay(this: void): number
  /** Where the bytes are. They stay there as long as somebody holds them. */
  addressOf(bytes: Uint8Array): bigint
}

type Call<Arguments extends unknown[]> = (...args: Arguments) => number

/** Loads libc by koffi. Throws MISSING_MODULE where koffi is not installed. */
export function loadSystemCalls(): SystemCalls {
  const koffi = loadKoffi()
  const libc = koffi.load(null)
  const declare = <A extends unknown[]>(text: string) => libc.func(text) as unknown as Call<A>
  const errno = () => koffi.errno()
  const calls = declareCalls(declare)
  const words = new BigInt64Array(2)
  const timespec = new Uint8Array(words.buffer)
  const check = (name: string, result: number): number => {
    if (result < 0) throw systemCallError(name, errno())
    return result
  }
  return {
    socket: (domain, type, protocol) =>
      check('socket', calls.socket(domain, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol)),
    bind: (fd, address) => void check('bind', calls.bind(fd, address, address.length)),
    setOption: (fd, level, option, value) =>
      void check('setsockopt', calls.setsockopt(fd, level, option, value, value.length)),
    attachFilter: (fd, program) => {
      const filter = filterDescription(program, koffi.address(program))
      check('setsockopt', calls.setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, filter, 16))
    },
    eventfd: () => check('eventfd', calls.eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
    close: (fd) => void calls.close(fd),
    recv: (fd, buffer, length) => calls.recv(fd, buffer, length, 0),
    recvmsg: (fd, message) => calls.recvmsg(fd, message, 0),
    send: (fd, bytes, length) => calls.send(fd, bytes, length, 0),
    read: calls.read,
    poll: calls.poll,
    errno,
    timeOfDay: () => {
      check('clock_gettime', calls.clock_gettime(CLOCK_REALTIME, timespec))
      return Number(words[0]) * 1e3 + Number(words[1]) / 1e6
    },
    addressOf: (bytes) => koffi.address(bytes),
  }
}

function declareCalls(declare: <A extends unknown[]>(text: string) => Call<A>) {
  type Bytes = Uint8Array
  return {
    socket: declare<[number, number, number]>('int socket(int, int, int)'),
    bind: declare<[number, Bytes, number]>('int bind(int, const void *, uint32_t)'),
    setsockopt: declare<[number, number, number, Bytes, number]>(
      'int setsockopt(int, int, int, const void *, uint32_t)',
    ),
    eventfd: declare<[number, number]>('int eventfd(unsigned int, int)'),
    close: declare<[number]>('int close(int)'),
    recv: declare<[number, Bytes, number, number]>('long recv(int, void *, size_t, int)'),
    recvmsg: declare<[number, Bytes, number]>('long recvmsg(int, void *, int)'),
    send: declare<[number, Bytes, number, number]>('long send(int, const void *, size_t, int)'),
    read: declare<[number, Bytes, number]>('long read(int, void *, size_t)'),
    clock_gettime: declare<[number, Bytes]>('int clock_gettime(int, void *)'),
    poll: declare<[Bytes, number, number]>('int poll(void *, unsigned long, int)'),
  }
}

/** struct sock_fprog: the number of 8-byte instructions, padding, and where they are. */
function filterDescription(program: Uint8Array, address: bigint): Uint8Array {
  const description = new Uint8Array(16)
  const view = new DataView(description.buffer)
  view.setUint16(0, program.length / 8, LITTLE_ENDIAN)
  view.setBigUint64(8, address, LITTLE_ENDIAN)
  return description
}

/** An error like Node's own: `code` is the name (`EPERM`), `syscall` the call. */
export function systemCallError(syscall: string, errno: number): NodeJS.ErrnoException {
  const code = getSystemErrorName(-errno)
  return Object.assign(new Error(`${syscall}: ${code}`), { code, errno, syscall })
}

/** Nothing to read for now, or the interface is down: netlink tells which, the caller goes on. */
export function isTransient(errno: number): boolean {
  const { EAGAIN, EINTR, ENETDOWN, ENXIO, ENODEV, ENOBUFS } = constants.errno
  return [EAGAIN, EINTR, ENETDOWN, ENXIO, ENODEV, ENOBUFS].includes(errno)
}
