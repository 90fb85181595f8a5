import type { ApiFailure } from '../client/api-failure.ts'
import type { LeaseChange, StoredLease } from './record.ts'

/** What happens to whoever takes part in an election. At most one request is in flight. */
export type LeaseEvent =
  /** A watch tells it; undefined: there is none. */
  | { readonly type: 'lease'; readonly lease: StoredLease | undefined }
  /** The request in flight was carried out; a read tells what there is, a write what it became. */
  | { readonly type: 'answered'; readonly lease: StoredLease }
  /** It was not, or nobody knows. A read of a Lease that is not there fails with `notFound`. */
  | { readonly type: 'failed'; readonly failure: ApiFailure }
  /** The deadline has come. */
  | { readonly type: 'deadline' }
  /** The end is wanted: whoever holds the Lease releases it. */
  | { readonly type: 'stop' }

/** A request. Its outcome is the next `answered` or `failed`, at the latest after the time-out. */
export type LeaseRequest =
  | { readonly type: 'read'; readonly timeoutMilliseconds: number }
  | {
      readonly type: 'write'
      readonly change: LeaseChange
      /** Undefined: create it. Else replace it, if it is still this version. */
      readonly over: StoredLease | undefined
      readonly timeoutMilliseconds: number
    }

/** Nothing more will be asked for, and nothing is held. */
export interface ElectionEnded {
  readonly type: 'ended'
}
