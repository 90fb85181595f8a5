import { createRequire } from 'node:module'
import type * as Koffi from 'koffi'

const require = createRequire(import.meta.url)

/** What `raw-socket` offers of itself, as far as it is used. */
export interface RawSocketModule {
  createSocket(options: { addressFamily: number; protocol: number }): RawSocket
  readonly AddressFamily: { readonly IPv6: number }
  readonly Protocol: { readonly ICMPv6: number }
}

export interface RawSocket {
  setOption(level: number, option: number, value: Uint8Array, length: number): void
  pauseRecv(): void
  close(): void
  on(event: 'error', listener: (error: Error) => void): void
}

/** koffi: calls of libc without a compiler. */
export function loadKoffi(): typeof Koffi {
  return loadNative('koffi') as typeof Koffi
}

export function loadRawSocket(): RawSocketModule {
  return loadNative('raw-socket') as RawSocketModule
}

/** Throws an Error with code `MISSING_MODULE` where npm could not install it: both are optional. */
function loadNative(name: string): unknown {
  try {
    return require(name) as unknown
  } catch (cause) {
    throw Object.assign(new Error(`the module ${name} cannot be loaded`, { cause }), {
      code: 'MISSING_MODULE',
    })
  }
}
