import type { ObjectList } from '../client/api-client.ts'
import type { ApiFailure, ApiFailureReason } from '../client/api-failure.ts'
import type { WatchNote } from './lines.ts'

/** What happens to a reflector. */
export type ReflectorEvent =
  | { readonly type: 'start' }
  | { readonly type: 'listed'; readonly list: ObjectList }
  | { readonly type: 'listFailed'; readonly failure: ApiFailure }
  | { readonly type: 'opened' }
  | { readonly type: 'note'; readonly note: WatchNote }
  /** The watch has ended; undefined: in good order. */
  | { readonly type: 'ended'; readonly failure: ApiFailure | undefined }
  | { readonly type: 'deadline' }

/** What a reflector wants done, in this order. */
export type ReflectorEffect =
  | { readonly type: 'list' }
  | {
      readonly type: 'watch'
      readonly resourceVersion: string
      readonly timeoutSeconds: number
    }
  /** Nothing of the watch that is open may reach the reflector any more. */
  | { readonly type: 'drop' }
  | { readonly type: 'changed' }
  | { readonly type: 'settled' }
  | { readonly type: 'report'; readonly report: ReflectorReport }

export type ReflectorReport =
  /** Nothing new is heard; what is known stays. */
  | { readonly report: 'watchLost'; readonly failure: ApiFailure }
  /** The server says no: what is there is not known. */
  | { readonly report: 'watchDenied'; readonly failure: ApiFailure }
  | { readonly report: 'watchRegained'; readonly afterMilliseconds: number }
  /** The server tells an older state than before, and insists: its data were restored. */
  | { readonly report: 'serverWentBack'; readonly from: string; readonly to: string }

/** For metrics. */
export interface WatchNumbers {
  /** When anything was last heard, on the clock of the caller; -Infinity: never. */
  readonly lastHeard: number
  readonly lists: number
  readonly watches: number
  readonly failures: ReadonlyMap<ApiFailureReason | 'malformed' | 'silent', number>
}
