import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { LeaseRequest } from '../../../kubernetes/lease/events.ts'
import type { StoredLease } from '../../../kubernetes/lease/record.ts'
import { describeReport } from '../../../speaker/reports/describe.ts'
import { createElection, type ElectionOptions } from '../../../speaker/election/election.ts'
import type { ElectionEffect, ElectionEvent } from '../../../speaker/election/events.ts'
import type { LanObservation } from '../../../speaker/lan/lan-observation.ts'
import { carriedOut, storedLease } from '../cluster/leases.ts'

const UNREACHABLE: ApiFailure = { failure: 'unreachable', message: 'no answer' }

/** How the API server answers: it does, it says something else, or nothing comes until the time-out. */
export type Serving = 'answers' | 'silent' | ApiFailure

const LATENCY = 10

/** A speaker on node `a`, its API server, and what it sees of its LAN. Times in milliseconds from 0. */
export class ElectionLab {
  readonly election
  readonly told: string[] = []
  serving: Serving = 'answers'
  lease: StoredLease | undefined
  grantedUntil = -Infinity
  beacons = 0
  requests = 0
  now = 0
  #version = 100
  readonly #answers: { at: number; event: ElectionEvent }[] = []
  #view: LanObservation = {
    segment: 's',
    linkUp: true,
    nodes: new Map([
      ['b', 'up'],
      ['c', 'up'],
    ]),
    isBlind: false,
    speakers: new Map(),
  }

  constructor(options: Partial<ElectionOptions> = {}) {
    this.election = createElection({ segment: 's', identity: 'a_pod', ...options }, 0)
  }

  get role() {
    return this.election.role
  }

  /** Frames may be sent. */
  get answers(): boolean {
    return this.now < this.grantedUntil
  }

  tell(event: ElectionEvent): void {
    for (const effect of this.election.handle(event, this.now)) this.#perform(effect)
  }

  /** Tells the view, with this changed. */
  see(change: Partial<LanObservation> = {}): void {
    this.#view = { ...this.#view, ...change }
    this.tell({ type: 'lan', view: this.#view })
  }

  nodes(b: 'up' | 'down' | 'unknown', c: 'up' | 'down' | 'unknown'): void {
    this.see({
      nodes: new Map([
        ['b', b],
        ['c', c],
      ]),
    })
  }

  /** A beacon of the speaker on that node. */
  hear(node: string): void {
    this.see({ speakers: new Map([...this.#view.speakers, [node, this.now]]) })
  }

  /** The API server's Lease becomes another one's, and a watch tells it unless it is said not to. */
  held(holder: string, told = true): void {
    this.lease = storedLease(holder, ++this.#version)
    if (told) this.tell({ type: 'lease', lease: this.lease })
  }

  /** Lets time pass, from deadline to deadline. `each` is called every 500 ms. */
  run(milliseconds: number, each: () => void = () => undefined): void {
    const end = this.now + milliseconds
    let tick = this.now
    for (;;) {
      const answer = this.#answers[0]
      const next = Math.min(this.election.deadline ?? Infinity, answer?.at ?? Infinity, tick)
      if (next > end) break
      this.now = Math.max(this.now, next)
      if (tick <= this.now) {
        tick += 500
        each()
      } else if (answer !== undefined && answer.at <= this.now) {
        this.#answers.shift()
        this.tell(answer.event)
      } else this.tell({ type: 'deadline' })
    }
    this.now = end
  }

  /** The process stands still. */
  freeze(milliseconds: number): void {
    this.now += milliseconds
  }

  #perform(effect: ElectionEffect): void {
    switch (effect.type) {
      case 'read':
      case 'write':
        return this.#request(effect)
      case 'grant':
        this.grantedUntil = effect.until
        return
      case 'announce':
        this.beacons++
        return
      case 'ended':
        this.told.push(`${this.now} ended`)
        return
      case 'report':
        this.told.push(`${this.now} ${describeReport(effect.report)}`)
    }
  }

  #request(request: LeaseRequest): void {
    this.requests++
    const isSilent = this.serving === 'silent'
    const at = this.now + (isSilent ? request.timeoutMilliseconds : LATENCY)
    this.#answers.push({ at, event: this.#outcome(request) })
    this.#answers.sort((a, b) => a.at - b.at)
  }

  #outcome(request: LeaseRequest): ElectionEvent {
    if (this.serving === 'silent') return { type: 'failed', failure: UNREACHABLE }
    if (this.serving !== 'answers') return { type: 'failed', failure: this.serving }
    if (request.type === 'write') {
      if (request.over?.resourceVersion !== this.lease?.resourceVersion)
        return { type: 'failed', failure: { failure: 'conflict', message: 'another version' } }
      this.lease = carriedOut(request.change, ++this.#version)
    }
    if (this.lease !== undefined) return { type: 'answered', lease: this.lease }
    return { type: 'failed', failure: { failure: 'notFound', message: 'no Lease' } }
  }
}

/** One that has come to lead, and hears `b` and `c`. */
export function leadingLab(options: Partial<ElectionOptions> = {}): ElectionLab {
  const lab = new ElectionLab(options)
  lab.see()
  lab.run(500)
  lab.told.length = 0
  return lab
}

/** One that stands by while `b` leads and renews; call `keep` from then on, or the Lease expires. */
export function standbyLab(options: Partial<ElectionOptions> = {}): ElectionLab {
  const lab = new ElectionLab(options)
  lab.lease = storedLease('b_pod', 50)
  lab.see()
  lab.run(2_000, () => lab.held('b_pod'))
  lab.told.length = 0
  return lab
}
