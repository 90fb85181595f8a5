import type { ApiFailure } from './api-failure.ts'

/** What of an HTTP answer says why it is none. */
export interface FailedAnswer {
  readonly status: number
  /** Mostly a metav1.Status, but whatever stands between us and the API server answers in its own way. */
  readonly body: string
  /** The header, as it came. */
  readonly retryAfter?: string | undefined
}

/** metav1.Status, as far as it is read. */
interface StatusObject {
  readonly message?: unknown
  readonly reason?: unknown
  readonly code?: unknown
  readonly details?: { readonly retryAfterSeconds?: unknown } | null
}

const LONGEST_MESSAGE = 500

/** Turns an answer that is not 2xx into the failure that it tells of. */
export function failureOf({ status, body, retryAfter }: FailedAnswer): ApiFailure {
  const told = statusOf(body)
  const message = messageOf(told, body) ?? `HTTP status ${status}`
  return classified(status, message, {
    alreadyExists: told?.reason === 'AlreadyExists',
    retryAfterSeconds: secondsOf(retryAfter) ?? secondsOf(told?.details?.retryAfterSeconds),
  })
}

/** The failure in the ERROR event of a watch, whose object is a metav1.Status. */
export function failureOfStatus(object: object): ApiFailure {
  const { code } = object as StatusObject
  const status = typeof code === 'number' ? code : 500
  return failureOf({ status, body: JSON.stringify(object) })
}

interface Hints {
  readonly alreadyExists: boolean
  readonly retryAfterSeconds: number | undefined
}

function classified(status: number, message: string, hints: Hints): ApiFailure {
  const named = NAMED.get(status)
  if (named !== undefined) return { failure: named, message }
  const { retryAfterSeconds } = hints
  if (status === 409)
    return { failure: hints.alreadyExists ? 'alreadyExists' : 'conflict', message }
  if (status === 429 || (status === 503 && retryAfterSeconds !== undefined))
    return { failure: 'tooManyRequests', message, retryAfterSeconds }
  return { failure: HOPELESS.has(status) ? 'invalid' : 'serverError', message, status }
}

const NAMED: ReadonlyMap<number, 'unauthorized' | 'forbidden' | 'notFound' | 'gone'> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [410, 'gone'],
] as const)

const HOPELESS: ReadonlySet<number> = new Set([400, 405, 413, 415, 422])

function statusOf(body: string): StatusObject | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function messageOf(told: StatusObject | undefined, body: string): string | undefined {
  const text = typeof told?.message === 'string' ? told.message : body
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line === '') return undefined
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line
}

/** RFC 9110 §10.2.3 also allows a date, which needs a clock: the API server sends seconds. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? +value : value
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined
}
