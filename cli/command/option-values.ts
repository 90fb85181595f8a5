import { InvalidArgumentError } from 'commander'
import type { StateKind } from '../../reconciler/state/snapshot.ts'
import type { HttpAddress } from '../../daemon/page-server.ts'

/** How kubectl lets people name the kinds. */
const KIND_NAMES: Readonly<Record<string, StateKind>> = {
  service: 'Service',
  services: 'Service',
  svc: 'Service',
  node: 'Node',
  nodes: 'Node',
  no: 'Node',
  endpointslice: 'EndpointSlice',
  endpointslices: 'EndpointSlice',
  namespace: 'Namespace',
  namespaces: 'Namespace',
  ns: 'Namespace',
}

/**
 * One kind by kubectl's names, added to those of the options before. Throws InvalidArgumentError for any other
 * text.
 */
export function parseKind(text: string, before: readonly StateKind[] = []): StateKind[] {
  const kind = KIND_NAMES[text.toLowerCase()]
  if (kind === undefined)
    throw new InvalidArgumentError('Allowed are Service, Node, EndpointSlice, Namespace.')
  return [...before, kind]
}

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

/**
 * RFC 3339 in any zone; returned in UTC, to the second, as Kubernetes writes times. Throws InvalidArgumentError for
 * any other text.
 */
export function parseTime(text: string): string {
  const time = new Date(text)
  if (!RFC_3339.test(text) || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Write it as 2026-01-31T12:00:00Z.')
  return inSeconds(time)
}

/** RFC 3339 in UTC, the fraction of the second cut off. */
export function inSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** From 0 to 1, both included. Throws InvalidArgumentError for any other text. */
export function parseShare(text: string): number {
  const share = Number(text)
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('Write a number from 0 (nothing) to 1 (everything), like 0.5.')
  return share
}

/** From 1 to 999. Throws InvalidArgumentError for any other text. */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new InvalidArgumentError('Write a whole number from 1 to 999.')
  return Number(text)
}

/** An hour: whoever waits longer wants `run`. */
const LONGEST_WAIT_SECONDS = 3600

/** In seconds; 0: does not wait. Throws InvalidArgumentError for any other text. */
export function parseWait(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) <= LONGEST_WAIT_SECONDS) return Number(text)
  throw new InvalidArgumentError(`Write whole seconds from 0 to ${LONGEST_WAIT_SECONDS}.`)
}

/**
 * `<address>:<port>`, an IPv6 address in brackets. Not undefined for `off`: commander would make an empty text of it.
 * Throws InvalidArgumentError for any other text.
 */
export function parseHttp(text: string): HttpAddress | 'off' {
  if (text === 'off') return text
  const [, inBrackets, plain, digits] =
    /^(?:\[([\da-f:]+)\]|([^:[\]\s]+)):(\d{1,5})$/i.exec(text) ?? []
  const host = inBrackets ?? plain
  const port = Number(digits)
  if (host !== undefined && port <= 65_535) return { host, port }
  throw new InvalidArgumentError(
    'Write an address and a port, like 127.0.0.1:9470, [::1]:9470 or 0.0.0.0:9470 for all, or off.',
  )
}

/**
 * From 1 to 65,535. Not undefined for `off`: commander would make an empty text of it. Throws
 * InvalidArgumentError for any other text.
 */
export function parsePort(text: string): number | 'off' {
  if (text === 'off') return text
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_535) return port
  throw new InvalidArgumentError('Write a port from 1 to 65535, like 10256, or off.')
}

/** Where a speaker may be asked. Throws InvalidArgumentError for any other text. */
export function parseServer(text: string): HttpAddress {
  const address = parseHttp(text)
  if (address !== 'off') return address
  throw new InvalidArgumentError('Write the address that the speaker serves, like 127.0.0.1:9470.')
}

/** Ours: a burst is over before the refresh begins, and each round costs frames for every address. */
const LONGEST_BURST = { rounds: 10, milliseconds: 60_000 } as const

/** Milliseconds since the change, rising, the first 0. Throws InvalidArgumentError for any other text. */
export function parseBurst(text: string): readonly number[] {
  const times = text.split(',').map((part) => (/^\s*\d{1,5}\s*$/.test(part) ? Number(part) : NaN))
  const isRising = times.every((time, at) => (at === 0 ? time === 0 : time > (times[at - 1] ?? 0)))
  const { rounds, milliseconds } = LONGEST_BURST
  if (isRising && times.length <= rounds && (times.at(-1) ?? 0) <= milliseconds) return times
  throw new InvalidArgumentError(
    `Write up to ${rounds} rising times in milliseconds, the first 0 and none above ${milliseconds}, like 0,50,200,1100,5000.`,
  )
}

/** A day. */
const LONGEST_REFRESH_SECONDS = 86_400

/** In seconds; 0: never. Throws InvalidArgumentError for any other text. */
export function parseRefresh(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= LONGEST_REFRESH_SECONDS) return Number(text)
  throw new InvalidArgumentError(
    `Write whole seconds from 1 to ${LONGEST_REFRESH_SECONDS}, or 0 for never.`,
  )
}

/** More than a link of a gigabit carries of the shortest frames. */
const HIGHEST_BUDGET = 1_000_000

/** A rate a second. Throws InvalidArgumentError for any other text. */
export function parseBudget(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= HIGHEST_BUDGET) return Number(text)
  throw new InvalidArgumentError(`Write a whole number a second, from 1 to ${HIGHEST_BUDGET}.`)
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 }

/** Ours: who wants to wait longer than an hour for a leader wants none. */
const LONGEST_DURATION_MILLISECONDS = 3_600_000

/** As Kubernetes writes durations, with one unit; in milliseconds. Throws InvalidArgumentError for any other text. */
export function parseDuration(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text) ?? []
  const milliseconds = Number(digits) * (UNITS[unit] ?? 0)
  if (milliseconds >= 1 && milliseconds <= LONGEST_DURATION_MILLISECONDS) return milliseconds
  throw new InvalidArgumentError('Write a time with its unit, like 4s or 500ms, up to 60m.')
}
