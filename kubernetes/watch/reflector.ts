import type { ObjectList } from '../client/api-client.ts'
import type { ApiFailure } from '../client/api-failure.ts'
import { JitteredBackOff } from '../client/back-off.ts'
import { ObjectStore } from './object-store.ts'
import type { KubernetesObject } from '../objects/object.ts'
import type { ReflectorEffect, ReflectorEvent, ReflectorReport, WatchNumbers } from './events.ts'
import {
  FAILURES_BEFORE_RELIST,
  LONGEST_RETRY_AFTER_MILLISECONDS,
  MOST_STALE_LISTS,
  REFLECTOR_SETTINGS,
  type ReflectorSettings,
} from './settings.ts'
import { isOlder } from '../objects/resource-version.ts'
import type { CacheView } from './cache.ts'
import type { WatchNote } from './lines.ts'

type Phase =
  | { readonly phase: 'resting'; readonly until: number; readonly next: 'list' | 'watch' }
  | { readonly phase: 'listing' }
  | { readonly phase: 'opening'; readonly since: number; readonly endsBy: number }
  | { readonly phase: 'watching'; readonly since: number; readonly endsBy: number }

type FailureName = WatchNumbers['failures'] extends ReadonlyMap<infer K, number> ? K : never

/** The server may take this much longer to close a watch than it was asked to. */
const GRACE_MILLISECONDS = 30_000

const MALFORMED: ApiFailure = { failure: 'unreachable', message: 'the watch sent no proper JSON' }
const SLOW: ApiFailure = { failure: 'unreachable', message: 'the watch was not opened in time' }

/**
 * Keeps a copy of all objects of one kind: lists them, then follows the watch, and takes it up again wherever
 * it breaks. Pure: it is told what happens and when, and says what to do.
 */
export class Reflector {
  readonly #settings: ReflectorSettings
  readonly #random: () => number
  readonly #backOff: JitteredBackOff
  readonly #store = new ObjectStore()
  readonly #failures = new Map<FailureName, number>()
  #phase: Phase = { phase: 'resting', until: 0, next: 'list' }
  /** Empty: none. */
  #version = ''
  #failure: ApiFailure | undefined
  /** Attempts in a row that came to nothing. */
  #attempts = 0
  #staleLists = 0
  /** What is known was taken over from before a failure. */
  #isDoubted = false
  #deniedSince: number | undefined
  /** Since when a list or a watch was refused, until a watch is open. */
  #refusedSince: number | undefined
  #settled = false
  #relistAt = Infinity
  #lostSince: number | undefined
  #lastLoss = -Infinity
  #lossTold = false
  #lastHeard = -Infinity
  #lists = 0
  #watches = 0
  #view: CacheView | undefined

  constructor(random: () => number, settings: ReflectorSettings = REFLECTOR_SETTINGS) {
    this.#settings = settings
    this.#random = random
    this.#backOff = new JitteredBackOff(settings.backOff, random)
  }

  get view(): CacheView {
    this.#view ??= { objects: this.#store.objects, failure: this.#failure }
    return this.#view
  }

  get(key: string): KubernetesObject | undefined {
    return this.#store.get(key)
  }

  get numbers(): WatchNumbers {
    return {
      lastHeard: this.#lastHeard,
      lists: this.#lists,
      watches: this.#watches,
      failures: this.#failures,
    }
  }

  /** When `deadline` is to be told, if nothing else happens; undefined while a list is awaited. */
  get deadline(): number | undefined {
    const phase = this.#phase
    switch (phase.phase) {
      case 'resting':
        return phase.until
      case 'listing':
        return undefined
      case 'opening':
        return phase.since + this.#settings.openingMilliseconds
      case 'watching':
        return Math.min(this.#silentAt, phase.endsBy, this.#relistAt)
    }
  }

  handle(event: ReflectorEvent, now: number): readonly ReflectorEffect[] {
    switch (event.type) {
      case 'start':
        return this.#list()
      case 'listed':
        return this.#listed(event.list, now)
      case 'listFailed':
        return this.#listFailed(event.failure, now)
      case 'opened':
        return this.#opened(now)
      case 'note':
        return this.#note(event.note, now)
      case 'ended':
        return this.#ended(event.failure, now)
      case 'deadline':
        return this.#isDue(now) ? this.#late(now) : []
    }
  }

  #isDue(now: number): boolean {
    const { deadline } = this
    return deadline !== undefined && deadline <= now
  }

  get #silentAt(): number {
    return this.#lastHeard + this.#settings.inactivityMilliseconds
  }

  #late(now: number): readonly ReflectorEffect[] {
    const phase = this.#phase
    this.#forgive(now)
    switch (phase.phase) {
      case 'opening':
        return [{ type: 'drop' }, ...this.#retry(SLOW, now)]
      case 'watching':
        return [{ type: 'drop' }, ...this.#lateWatch(now)]
      default:
        return phase.phase === 'resting' && phase.next === 'watch' ? this.#watch(now) : this.#list()
    }
  }

  /**
   * Silence is listed away, not watched on: a server that was restored to an older state sends nothing to who
   * asks for what comes after a resourceVersion that it has not reached yet.
   */
  #lateWatch(now: number): readonly ReflectorEffect[] {
    if (now >= this.#silentAt) this.#count('silent')
    return this.#list()
  }

  #list(): readonly ReflectorEffect[] {
    this.#phase = { phase: 'listing' }
    this.#lists++
    return [{ type: 'list' }]
  }

  #listed(list: ObjectList, now: number): readonly ReflectorEffect[] {
    this.#lastHeard = now
    const known = this.#version
    const wentBack = isOlder(list.resourceVersion, known)
    if (wentBack && ++this.#staleLists <= MOST_STALE_LISTS) return this.#listSoon(now)
    this.#staleLists = 0
    this.#isDoubted = false
    this.#deniedSince = undefined
    this.#version = list.resourceVersion
    const { relistMilliseconds } = this.#settings
    this.#relistAt = now + relistMilliseconds * (0.9 + 0.2 * this.#random())
    return [
      ...(wentBack ? [wentBackReport(known, list.resourceVersion)] : []),
      ...this.#changed(this.#store.replaceAll(list.items)),
      ...this.#settle(),
      ...this.#watch(now),
    ]
  }

  /** The server works; what it says is checked before it is believed. */
  #listSoon(now: number): readonly ReflectorEffect[] {
    const until = now + this.#jittered(this.#settings.staleListMilliseconds)
    this.#phase = { phase: 'resting', until, next: 'list' }
    return []
  }

  #listFailed(failure: ApiFailure, now: number): readonly ReflectorEffect[] {
    this.#count(failure.failure)
    this.#attempts++
    if (!isDenied(failure)) {
      this.#deniedSince = undefined
      this.#rest('list', now, failure)
      return this.#unwell(failure, false, now)
    }
    this.#deniedSince ??= now
    const believed = now - this.#deniedSince >= this.#settings.beliefMilliseconds
    if (this.#store.known && !believed) return this.#askAgainSoon(now)
    return this.#denied(failure, now)
  }

  #askAgainSoon(now: number): readonly ReflectorEffect[] {
    const { shortestMilliseconds: shortest } = this.#settings.backOff
    this.#phase = { phase: 'resting', until: now + shortest * (1 + this.#random()), next: 'list' }
    return []
  }

  #denied(failure: ApiFailure, now: number): readonly ReflectorEffect[] {
    this.#rest('list', now, failure)
    this.#version = ''
    return [...this.#unwell(failure, this.#store.forget(), now), ...this.#settle()]
  }

  #watch(now: number): readonly ReflectorEffect[] {
    const [shortest, longest] = this.#settings.watchSeconds
    const timeoutSeconds = Math.round(shortest + this.#random() * (longest - shortest))
    const endsBy = now + timeoutSeconds * 1000 + GRACE_MILLISECONDS
    this.#phase = { phase: 'opening', since: now, endsBy }
    this.#watches++
    return [{ type: 'watch', resourceVersion: this.#version, timeoutSeconds }]
  }

  #opened(now: number): readonly ReflectorEffect[] {
    const phase = this.#phase
    if (phase.phase !== 'opening') return []
    this.#phase = { phase: 'watching', since: now, endsBy: phase.endsBy }
    this.#refusedSince = undefined
    this.#lastHeard = now
    const { promptMilliseconds, doubtMilliseconds } = this.#settings
    if (this.#isDoubted || now - phase.since > promptMilliseconds)
      this.#relistAt = Math.min(this.#relistAt, now + this.#jittered(doubtMilliseconds))
    return this.#well(now)
  }

  #note(note: WatchNote, now: number): readonly ReflectorEffect[] {
    this.#lastHeard = now
    switch (note.note) {
      case 'bookmark':
        this.#version = note.resourceVersion
        return []
      case 'stored':
        this.#version = note.resourceVersion
        return this.#changed(this.#store.put(note.object))
      case 'deleted':
        this.#version = note.resourceVersion
        return this.#changed(this.#store.remove(note.object))
      case 'error':
        return [{ type: 'drop' }, ...this.#ended(note.failure, now)]
      case 'malformed':
        this.#count('malformed')
        return [{ type: 'drop' }, ...this.#retry(MALFORMED, now)]
    }
  }

  #ended(failure: ApiFailure | undefined, now: number): readonly ReflectorEffect[] {
    if (failure !== undefined) {
      this.#count(failure.failure)
      return this.#retry(failure, now)
    }
    if (this.#forgive(now)) return this.#watch(now)
    this.#attempts++
    return this.#rest(this.#attempts > FAILURES_BEFORE_RELIST ? 'list' : 'watch', now)
  }

  /** A watch that broke once is taken up where it was. Only who fails to do so has lost something. */
  #retry(failure: ApiFailure, now: number): readonly ReflectorEffect[] {
    this.#forgive(now)
    this.#attempts++
    this.#isDoubted = true
    const first = this.#attempts === 1
    if (failure.failure === 'gone' && first) return this.#list()
    this.#rest(this.#nextAfter(failure), now, failure)
    return first ? [] : this.#unwell(failure, false, now)
  }

  #nextAfter(failure: ApiFailure): 'list' | 'watch' {
    if (failure.failure === 'gone' || isDenied(failure)) return 'list'
    if (failure.failure === 'tooManyRequests') return 'watch'
    return this.#attempts < FAILURES_BEFORE_RELIST ? 'watch' : 'list'
  }

  /** Earlier failures do not count any more once a watch has lived for a while. */
  #forgive(now: number): boolean {
    const phase = this.#phase
    if (phase.phase !== 'watching') return false
    if (now - phase.since < this.#settings.healthyMilliseconds) return false
    this.#attempts = 0
    this.#backOff.reset()
    return true
  }

  #rest(next: 'list' | 'watch', now: number, failure?: ApiFailure): readonly ReflectorEffect[] {
    this.#phase = { phase: 'resting', until: now + this.#pause(failure, now), next }
    return []
  }

  #pause(failure: ApiFailure | undefined, now: number): number {
    const drawn = this.#backOff.next()
    if (failure === undefined) return drawn
    if (isDenied(failure) && this.#attempts > 1) return this.#deniedPause(now)
    const asked = failure.failure === 'tooManyRequests' ? (failure.retryAfterSeconds ?? 0) : 0
    return Math.max(drawn, Math.min(asked * 1000, LONGEST_RETRY_AFTER_MILLISECONDS))
  }

  #deniedPause(now: number): number {
    const { deniedMilliseconds, deniedAtFirstMilliseconds } = this.#settings
    const { deniedFirstWhileMilliseconds: firstWhile } = this.#settings
    this.#refusedSince ??= now
    const isFirstWhile = now - this.#refusedSince < firstWhile
    return this.#jittered(isFirstWhile ? deniedAtFirstMilliseconds : deniedMilliseconds)
  }

  #jittered(milliseconds: number): number {
    return milliseconds * (1 - this.#random() / 2)
  }

  #settle(): readonly ReflectorEffect[] {
    if (this.#settled) return []
    this.#settled = true
    return [{ type: 'settled' }]
  }

  #changed(changed: boolean): readonly ReflectorEffect[] {
    if (!changed) return []
    this.#view = undefined
    return [{ type: 'changed' }]
  }

  #count(name: FailureName): void {
    this.#failures.set(name, (this.#failures.get(name) ?? 0) + 1)
  }

  /** All is as it should be; a failure that was told is over. */
  #well(now: number): readonly ReflectorEffect[] {
    const [since, told] = [this.#lostSince, this.#lossTold]
    const failed = this.#failure !== undefined
    this.#failure = undefined
    this.#lostSince = undefined
    this.#lossTold = false
    const regained: readonly ReflectorEffect[] =
      since === undefined || !told ? [] : [{ type: 'report', report: regainedReport(now - since) }]
    return [...regained, ...this.#changed(failed)]
  }

  #unwell(failure: ApiFailure, changed: boolean, now: number): readonly ReflectorEffect[] {
    const news = this.#failure?.failure !== failure.failure
    this.#failure = failure
    this.#view = undefined
    this.#lostSince ??= now
    return [...this.#loss(failure, news, now), ...this.#changed(changed || news)]
  }

  #loss(failure: ApiFailure, news: boolean, now: number): readonly ReflectorEffect[] {
    if (this.#lossTold && !news) return []
    if (now - this.#lastLoss < this.#settings.reportMilliseconds) return []
    this.#lastLoss = now
    this.#lossTold = true
    const report = isDenied(failure) ? 'watchDenied' : 'watchLost'
    return [{ type: 'report', report: { report, failure } }]
  }
}

/** Asking again is no use until somebody changes something: a right, a definition, our own request. */
export function isDenied({ failure }: ApiFailure): boolean {
  return (
    failure === 'forbidden' ||
    failure === 'unauthorized' ||
    failure === 'notFound' ||
    failure === 'invalid'
  )
}

function regainedReport(afterMilliseconds: number): ReflectorReport {
  return { report: 'watchRegained', afterMilliseconds }
}

function wentBackReport(from: string, to: string): ReflectorEffect {
  return { type: 'report', report: { report: 'serverWentBack', from, to } }
}
