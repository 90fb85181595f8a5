import { microTime } from '../../kubernetes/objects/micro-time.ts'
import { hashName } from '../../api/hash.ts'
import { TokenBucket } from '../../api/token-bucket.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'

export const EVENT_CONTROLLER = 'bellwether.dev/reconciler'

/** Something to tell about an object. */
export interface Happening {
  readonly regarding: {
    readonly apiVersion: string
    readonly kind: string
    readonly namespace?: string
    readonly name: string
    readonly uid?: string
  }
  readonly type: 'Normal' | 'Warning'
  /** One word in CamelCase. */
  readonly reason: string
  /** What we did or did not do, as a verb: `Assign`. */
  readonly action: string
  readonly note: string
}

export type EventWrite =
  | { readonly write: 'create'; readonly object: KubernetesObject }
  /** RFC 7386. */
  | { readonly write: 'patch'; readonly object: KubernetesObject }

export interface EventSettings {
  /** How many events may be written at once. */
  readonly burst: number
  readonly perSecond: number
}

/** A cluster of some hundred events an hour is read; a thousand in a second are not. */
export const EVENT_SETTINGS: EventSettings = { burst: 25, perSecond: 0.5 }

/** events.k8s.io/v1: what comes again within this time is a series. */
const SERIES_MILLISECONDS = 6 * 60_000
/** The API's limit for `note`. */
const LONGEST_NOTE = 1024
const MOST_REMEMBERED = 4096

interface Series {
  readonly object: KubernetesObject
  count: number
  lastAt: number
}

/**
 * Makes events of happenings: repetitions become a series, and more than the rate allows are dropped and counted.
 * Times are milliseconds since 1970.
 */
export class EventSeries {
  readonly #instance: string
  readonly #allowance: TokenBucket
  readonly #series = new Map<string, Series>()
  #dropped = 0

  /** `instance` names this process, e.g. the Pod. */
  constructor(instance: string, { perSecond, burst }: EventSettings = EVENT_SETTINGS) {
    this.#instance = instance
    this.#allowance = new TokenBucket(perSecond, burst)
  }

  /** How many happenings have not been told. */
  get dropped(): number {
    return this.#dropped
  }

  /** Undefined: not told, because too much is told already. */
  tell(happening: Happening, now: number): EventWrite | undefined {
    const key = keyOf(happening)
    const known = this.#series.get(key)
    const isSeries = known !== undefined && now - known.lastAt <= SERIES_MILLISECONDS
    if (isSeries) {
      known.count++
      known.lastAt = now
    }
    if (!this.#allowance.take(now)) {
      this.#dropped++
      return undefined
    }
    if (isSeries) return { write: 'patch', object: seriesPatch(known) }
    const object = eventObject(happening, this.#instance, now)
    this.#remember(key, { object, count: 1, lastAt: now })
    return { write: 'create', object }
  }

  #remember(key: string, series: Series): void {
    this.#series.delete(key)
    this.#series.set(key, series)
    const [oldest] = this.#series.keys()
    if (this.#series.size > MOST_REMEMBERED) this.#series.delete(oldest!)
  }
}

function keyOf({ regarding, type, reason, note }: Happening): string {
  const { kind, namespace = '', name, uid = '' } = regarding
  return [kind, namespace, name, uid, type, reason, note].join('\0')
}

function eventObject(happening: Happening, instance: string, now: number): KubernetesObject {
  const { regarding, type, reason, action, note } = happening
  const hash = (hashName(keyOf(happening)) >>> 0).toString(16)
  return {
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: {
      name: `${regarding.name.slice(0, 200)}.${now.toString(16)}${hash}`,
      // Events about what has no namespace are kept in this one (client-go's recorder does the same).
      namespace: regarding.namespace ?? 'default',
    },
    eventTime: microTime(now * 1_000),
    reportingController: EVENT_CONTROLLER,
    reportingInstance: instance.slice(0, 128),
    action,
    reason,
    regarding,
    note: note.slice(0, LONGEST_NOTE),
    type,
  }
}

function seriesPatch({ object: { metadata }, count, lastAt }: Series): KubernetesObject {
  return { metadata, series: { count, lastObservedTime: microTime(lastAt * 1_000) } }
}
