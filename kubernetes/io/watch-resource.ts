import { drive, type Driver } from '../../daemon/drive.ts'
import type { Selection } from '../client/api-client.ts'
import { isFailure } from '../client/api-failure.ts'
import type { KubernetesObject } from '../objects/object.ts'
import type {
  ReflectorEffect,
  ReflectorEvent,
  ReflectorReport,
  WatchNumbers,
} from '../watch/events.ts'
import { Reflector } from '../watch/reflector.ts'
import { REFLECTOR_SETTINGS, type ReflectorSettings } from '../watch/settings.ts'
import { apiVersionOf, type Resource } from '../objects/resources.ts'
import type { CacheView, WatchCache } from '../watch/cache.ts'
import type { Trim, WatchClient, WatchSink } from '../watch/client.ts'
import type { WatchNote } from '../watch/lines.ts'

export type WatchReport =
  ReflectorReport | { readonly report: 'callbackFailed'; readonly error: unknown }

export interface WatchOptions {
  readonly selection?: Selection
  /** Called after each change of the view, in a turn of its own: several changes that come together are one. */
  readonly changed: () => void
  readonly log?: (report: WatchReport, resource: Resource) => void
  readonly trim?: Trim
  readonly settings?: Partial<ReflectorSettings>
}

export interface ResourceWatch extends WatchCache {
  /** For metrics; `lastHeard` is of the monotonic clock. */
  readonly numbers: WatchNumbers
}

/** Follows all objects of a kind until it is closed. */
export function watchResource(
  client: WatchClient,
  resource: Resource,
  options: WatchOptions,
): ResourceWatch {
  const driver = new WatchDriver(client, resource, options)
  driver.start()
  return driver
}

class WatchDriver implements ResourceWatch {
  readonly settled: Promise<void>
  readonly #client: WatchClient
  readonly #resource: Resource
  readonly #options: WatchOptions
  readonly #reflector: Reflector
  readonly #driver: Driver<ReflectorEvent>
  /** Put first, as in a list: objects look the same, whichever way they came. */
  readonly #named: { readonly apiVersion: string; readonly kind: string }
  #settle: () => void = () => {}
  #open: { close(): void } | undefined
  #closed = false
  #toldSoon = false

  constructor(client: WatchClient, resource: Resource, options: WatchOptions) {
    this.#client = client
    this.#resource = resource
    this.#named = { apiVersion: apiVersionOf(resource), kind: resource.kind }
    this.#options = options
    const settings = { ...REFLECTOR_SETTINGS, ...options.settings }
    this.#reflector = new Reflector(Math.random, settings)
    this.#driver = drive<ReflectorEvent, ReflectorEffect>(
      this.#reflector,
      () => performance.now(),
      (effects) => effects.forEach((effect) => this.#perform(effect)),
    )
    this.settled = new Promise((resolve) => (this.#settle = resolve))
  }

  get view(): CacheView {
    return this.#reflector.view
  }

  get numbers(): WatchNumbers {
    return this.#reflector.numbers
  }

  get(key: string): KubernetesObject | undefined {
    return this.#reflector.get(key)
  }

  start(): void {
    this.#tell({ type: 'start' })
  }

  close(): void {
    this.#closed = true
    this.#drop()
    this.#driver.close()
  }

  #tell(event: ReflectorEvent): void {
    this.#driver.tell(event)
  }

  #perform(effect: ReflectorEffect): void {
    switch (effect.type) {
      case 'list':
        return void this.#list()
      case 'watch':
        return this.#watch(effect)
      case 'drop':
        return this.#drop()
      case 'changed':
        return this.#changed()
      case 'settled':
        return this.#settle()
      case 'report':
        return this.#report(effect.report)
    }
  }

  async #list(): Promise<void> {
    const trim: Trim = (object) => this.#trim(object)
    const options = { ...this.#options.selection, trim }
    const list = await this.#client.list(this.#resource, options)
    this.#tell(isFailure(list) ? { type: 'listFailed', failure: list } : { type: 'listed', list })
  }

  #watch(request: { readonly resourceVersion: string; readonly timeoutSeconds: number }): void {
    const { resourceVersion, timeoutSeconds } = request
    const wanted = { ...this.#options.selection, resourceVersion, timeoutSeconds }
    const sink: WatchSink = {
      opened: () => this.#tell({ type: 'opened' }),
      note: (note) => this.#tell({ type: 'note', note: this.#trimmed(note) }),
      ended: (failure) => this.#tell({ type: 'ended', failure }),
    }
    this.#open = this.#client.watch(this.#resource, wanted, sink)
  }

  #trimmed(note: WatchNote): WatchNote {
    if (note.note !== 'stored') return note
    return { ...note, object: this.#trim({ ...this.#named, ...note.object }) }
  }

  /** What cannot be trimmed is kept whole. */
  #trim(object: KubernetesObject): KubernetesObject {
    try {
      return this.#options.trim?.(object) ?? object
    } catch (error) {
      this.#report({ report: 'callbackFailed', error })
      return object
    }
  }

  #drop(): void {
    this.#open?.close()
    this.#open = undefined
  }

  /** In a microtask: after all effects of this event, and whatever it throws does not reach the watch. */
  #changed(): void {
    if (this.#toldSoon) return
    this.#toldSoon = true
    queueMicrotask(() => {
      this.#toldSoon = false
      if (!this.#closed) this.#guarded(this.#options.changed)
    })
  }

  #guarded(callback: () => void): void {
    try {
      callback()
    } catch (error) {
      this.#report({ report: 'callbackFailed', error })
    }
  }

  #report(report: WatchReport): void {
    try {
      this.#options.log?.(report, this.#resource)
    } catch {
      // A log that fails has nowhere to say so.
    }
  }
}
