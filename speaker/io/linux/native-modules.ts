import { createRequire } from 'node:module'
import type * as Koffi from 'koffi'
import type { RawSocketNotLoaded } from '../../reports/report.ts'

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

export type LoadFailure = RawSocketNotLoaded['reason']

/** An optional module that cannot be used. The message is one line. */
export interface MissingModule extends Error {
  readonly code: 'MISSING_MODULE'
  readonly failure: LoadFailure
}

/** koffi: calls of libc without a compiler. Throws MissingModule. */
export function loadKoffi(): typeof Koffi {
  return loadNative('koffi') as typeof Koffi
}

/** Throws MissingModule. */
export function loadRawSocket(): RawSocketModule {
  return loadNative('raw-socket') as RawSocketModule
}

/** Loads a module by the name that npm knows it under. Throws MissingModule. */
export function loadNative(name: string, load: (name: string) => unknown = require): unknown {
  try {
    return load(name)
  } catch (cause) {
    throw missingModule(name, cause as NodeJS.ErrnoException)
  }
}

const SENTENCES: Readonly<Record<LoadFailure, string>> = {
  notInstalled: 'is not installed',
  otherNode: 'was compiled for another version of Node',
  notLoadable: 'cannot be loaded on this machine',
}

function missingModule(name: string, cause: NodeJS.ErrnoException): MissingModule {
  const failure = failureOf(cause)
  const detail = failure === 'notLoadable' ? `: ${cause.message.split('\n')[0] ?? ''}` : ''
  const error = new Error(`the module ${name} ${SENTENCES[failure]}${detail}`, { cause })
  return Object.assign(error, { code: 'MISSING_MODULE', failure } as const)
}

function failureOf({ code, message }: NodeJS.ErrnoException): LoadFailure {
  if (code === 'MODULE_NOT_FOUND') return 'notInstalled'
  if (code === 'ERR_DLOPEN_FAILED' && message.includes('NODE_MODULE_VERSION')) return 'otherNode'
  return 'notLoadable'
}
