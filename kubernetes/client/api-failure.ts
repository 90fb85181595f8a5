/** Why the API server did not do what it was asked. Messages are for people, in one line. */
export type ApiFailure =
  /** No answer: refused, timed out, cut off, not TLS. Whether the request was carried out is not known. */
  | { readonly failure: 'unreachable'; readonly message: string }
  /** 401: it does not know who asks. */
  | { readonly failure: 'unauthorized'; readonly message: string }
  /** 403: who asks may not do that; the message names verb and resource. */
  | { readonly failure: 'forbidden'; readonly message: string }
  | { readonly failure: 'notFound'; readonly message: string }
  /** 409 with reason AlreadyExists. */
  | { readonly failure: 'alreadyExists'; readonly message: string }
  /** Any other 409: the object has changed, or (server-side apply) another manager owns a field. */
  | { readonly failure: 'conflict'; readonly message: string }
  /** 410, or a watch's ERROR event with code 410: the resourceVersion is too old. */
  | { readonly failure: 'gone'; readonly message: string }
  /** 429, or 503 with Retry-After. Undefined where the server names no time. */
  | {
      readonly failure: 'tooManyRequests'
      readonly message: string
      readonly retryAfterSeconds: number | undefined
    }
  /** 400, 413, 415, 422: asking again in the same way is no use. */
  | { readonly failure: 'invalid'; readonly message: string; readonly status: number }
  /** 5xx, and whatever else is no answer. */
  | { readonly failure: 'serverError'; readonly message: string; readonly status: number }

export type ApiFailureReason = ApiFailure['failure']

/** Whether the API server did not do what it was asked. */
export function isFailure<T extends object>(answer: T | ApiFailure): answer is ApiFailure {
  return 'failure' in answer
}
