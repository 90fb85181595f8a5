import type { RawSocketNotLoaded } from '../../reports/report.ts'
import type { MissingModule, RawSocketModule } from './native-modules.ts'
import { loadRawSocket } from './native-modules.ts'
import type { SystemCalls } from './system-calls.ts'
import { AF_INET6, loadSystemCalls, SOCK_RAW } from './system-calls.ts'

/** <linux/in.h> */
export const IPPROTO_ICMPV6 = 58

/** One raw ICMPv6 socket, as far as membership of groups needs it. */
export interface Icmpv6Socket {
  /** Throws an error if the kernel refuses. */
  setOption(level: number, option: number, value: Uint8Array): void
  close(): void
}

/** How sockets are opened, and what is to be told about that. */
export interface Icmpv6Opener {
  /** Throws an error if the kernel refuses. */
  open(this: void): Icmpv6Socket
  readonly report?: RawSocketNotLoaded
}

/** Where the modules come from; both throw MissingModule. */
export interface Icmpv6Modules {
  rawSocket(this: void): RawSocketModule
  systemCalls(this: void): SystemCalls
}

const INSTALLED: Icmpv6Modules = { rawSocket: loadRawSocket, systemCalls: loadSystemCalls }

/**
 * By raw-socket where it loads; by koffi, which opens the packet sockets anyway, where it does not. Throws
 * MissingModule if there is neither.
 */
export function chooseIcmpv6Opener(modules: Icmpv6Modules = INSTALLED): Icmpv6Opener {
  try {
    const raw = modules.rawSocket()
    return { open: () => openByRawSocket(raw) }
  } catch (error) {
    const calls = modules.systemCalls()
    return { open: () => openBySystemCalls(calls), report: notLoaded(error as MissingModule) }
  }
}

const REBUILD = 'nothing has to be done; to have raw-socket, run "npm rebuild raw-socket"'

function notLoaded({ message, failure }: MissingModule): RawSocketNotLoaded {
  return {
    level: 'info',
    event: 'RawSocketNotLoaded',
    reason: failure,
    message: `${message}; koffi opens the ICMPv6 sockets instead`,
    hint: `${REBUILD}, with the Node that runs the speaker`,
  }
}

/** Reads nothing. Throws an error if the kernel refuses. */
export function openByRawSocket(raw: RawSocketModule): Icmpv6Socket {
  const addressFamily = raw.AddressFamily.IPv6
  const socket = raw.createSocket({ addressFamily, protocol: raw.Protocol.ICMPv6 })
  // What a socket says after it has been closed concerns nobody.
  socket.on('error', () => undefined)
  socket.pauseRecv()
  return {
    // raw-socket takes Node's Buffer alone.
    setOption: (level, option, value) =>
      socket.setOption(level, option, Buffer.from(value), value.length),
    close: () => socket.close(),
  }
}

/** The socket is not polled: its owner lets it hear nothing. */
export function openBySystemCalls(calls: SystemCalls): Icmpv6Socket {
  const descriptor = calls.socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6)
  return {
    setOption: (level, option, value) => calls.setOption(descriptor, level, option, value),
    close: () => calls.close(descriptor),
  }
}
