import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { ServiceKey } from '../model/model.ts'
import type { Happening } from './event-series.ts'
import { planHappenings, poolHappenings, serviceHappenings } from './happenings.ts'
import type { PassDecision } from './pass.ts'
import type { PassContext, PassRequest, PassResult, PassWritingEvent } from './pass-request.ts'
import { areStored } from './plan-writes.ts'
import type { PlanWrite } from './plan-writes.ts'
import type { PoolDecision } from './pool-status.ts'
import { storedPlans } from './snapshot-inputs.ts'

/** Requests on their way at a time. */
const CONCURRENCY = 16
/** Counts of one pool are not written more often. */
const COUNTS_MILLISECONDS = 10_000

type Batches = Generator<readonly PassRequest[], boolean>

/**
 * Which requests follow from a decision, and from the answers to those before them: the plans, which are the ledger,
 * first; statuses only once all plans are stored as they were meant. `handle` takes what has happened, with the time in
 * milliseconds of a clock that never goes back, and returns the requests to send now.
 */
export class PassWriting {
  readonly #decision: PassDecision
  readonly #context: PassContext
  readonly #batches: Generator<readonly PassRequest[], void>
  readonly #writes = { plans: 0, services: 0, pools: 0, events: 0 }
  readonly #failures = new Map<string, ApiFailure>()
  readonly #unwritten = new Set<ServiceKey>()
  readonly #stored: Map<string, KubernetesObject>
  #queue: PassRequest[] = []
  #inFlight = 0
  #now = 0
  #hasConflict = false
  #countsDueAt: number | undefined
  /** Of the batch of plans. */
  #refused = 0
  #read: KubernetesObject[] = []
  #statusesEndAt = Infinity
  #statusesBegun = 0

  constructor(decision: PassDecision, context: PassContext) {
    this.#decision = decision
    this.#context = context
    this.#stored = new Map(decision.stored.map(({ plan, object }) => [plan.spec.segment, object]))
    this.#batches = this.#run()
  }

  handle(event: PassWritingEvent, now: number): readonly PassRequest[] {
    this.#now = now
    if (event.event === 'answered') {
      this.#inFlight--
      this.#take(event.request, event.answer)
    }
    const requests = this.#begin()
    while (this.#inFlight === 0 && this.#nextBatch()) requests.push(...this.#begin())
    return requests
  }

  result(): PassResult {
    const failures = [...this.#failures.values()]
    const { services } = this.#decision
    return {
      result: this.#hasConflict ? 'conflict' : failures.length > 0 ? 'failed' : 'done',
      decision: this.#decision,
      writes: this.#writes,
      waiting: services.flatMap((one) =>
        'verdict' in one && one.verdict.reason === 'NoLiveSpeaker' ? [one.key] : [],
      ),
      failures,
      countsDueAt: this.#countsDueAt,
      postponed: this.#context.memory.postponed.size,
    }
  }

  /** What is next of the batch, as long as not too much is on its way. */
  #begin(): PassRequest[] {
    const requests: PassRequest[] = []
    while (this.#inFlight < CONCURRENCY) {
      const request = this.#queue.shift()
      if (request === undefined) return requests
      if (this.#isPostponed(request)) continue
      this.#count(request)
      this.#inFlight++
      requests.push(request)
    }
    return requests
  }

  /** A batch begins once the one before it is answered. */
  #nextBatch(): boolean {
    const batch = this.#batches.next()
    if (batch.done === true) return false
    this.#queue = [...batch.value]
    return true
  }

  *#run(): Generator<readonly PassRequest[], void> {
    const { plans, pools } = this.#decision
    const { snapshot } = this.#context
    const arePlansWritten =
      (yield* this.#writePlans(plans.gains)) &&
      (yield* this.#writePlans(plans.losses)) &&
      (yield* this.#confirm())
    if (arePlansWritten) yield* this.#writeServices()
    yield pools
      .filter((decision) => this.#isPoolDue(decision))
      .map(({ name, object }) => ({ send: 'poolStatus', name, object }))
    yield this.#tell(poolHappenings(pools, snapshot.pools ?? []))
  }

  /** False if one could not be written: then nothing may be built on it. */
  *#writePlans(writes: readonly PlanWrite[]): Batches {
    this.#refused = 0
    yield writes.map(({ segment, plan }) => ({
      send: 'plan',
      segment,
      plan,
      stored: this.#stored.get(segment),
    }))
    return this.#refused === 0
  }

  /**
   * With several plans, one of them may have been written by somebody else after ours was decided and before ours was
   * written: no resourceVersion tells of that.
   */
  *#confirm(): Batches {
    const { plans } = this.#decision.outcome
    if (this.#writes.plans === 0 || plans.length < 2) return true
    return yield* this.#verify()
  }

  /**
   * Read one by one, which the API server answers from etcd in a few milliseconds: a list waits, right after a write, until the
   * server's own cache has caught up (80 ms and more).
   */
  *#verify(): Batches {
    const { plans } = this.#decision.outcome
    this.#read = []
    yield plans.map(({ metadata: { name } }) => ({ send: 'readPlan', name }))
    const isSame = areStored(plans, storedPlans(this.#read).stored)
    if (!isSame && this.#failures.size === 0) this.#hasConflict = true
    return isSame
  }

  *#writeServices(): Generator<readonly PassRequest[], void> {
    const { services, outcome, hindrance } = this.#decision
    const { options, snapshot } = this.#context
    const { verify = false, statusMilliseconds = Infinity } = options
    this.#statusesEndAt = this.#now + statusMilliseconds
    yield this.#statusesInTurn()
    if (verify && this.#writes.services > 0) yield* this.#verify()
    const isHeld = hindrance !== undefined && hindrance.reason !== 'InputIncomplete'
    yield this.#tell([
      ...serviceHappenings(services.filter(({ key }) => !this.#unwritten.has(key))),
      ...(isHeld ? [] : planHappenings(outcome.diff, snapshot.services ?? [])),
    ])
  }

  /** Those that were put off come first. */
  #statusesInTurn(): PassRequest[] {
    const { postponed } = this.#context.memory
    const due = this.#decision.services.flatMap((decision): StatusRequest[] => {
      if (decision.action === 'leave') return []
      const force = decision.action === 'apply' && decision.force
      return [{ send: 'serviceStatus', key: decision.key, object: decision.object, force }]
    })
    const inTurn = [
      ...due.filter(({ key }) => postponed.has(key)),
      ...due.filter(({ key }) => !postponed.has(key)),
    ]
    postponed.clear()
    return inTurn
  }

  /** Some are written in any case, so that each pass gets on. */
  #isPostponed(request: PassRequest): boolean {
    if (request.send !== 'serviceStatus') return false
    if (this.#statusesBegun++ < CONCURRENCY || this.#now < this.#statusesEndAt) return false
    this.#context.memory.postponed.add(request.key)
    this.#unwritten.add(request.key)
    return true
  }

  #isPoolDue({ name, changes }: PoolDecision): boolean {
    if (changes !== 'counts') return changes === 'conditions'
    const { memory, time } = this.#context
    const writtenAt = memory.countsWrittenAt.get(name)
    const dueAt = writtenAt === undefined ? 0 : writtenAt + COUNTS_MILLISECONDS
    if (dueAt <= time.milliseconds) return true
    this.#countsDueAt = Math.min(this.#countsDueAt ?? dueAt, dueAt)
    return false
  }

  #tell(happenings: readonly Happening[]): PassRequest[] {
    const { memory, time } = this.#context
    return happenings.flatMap((happening): PassRequest[] => {
      const event = memory.events.tell(happening, time.milliseconds)
      return event === undefined ? [] : [{ send: 'event', event }]
    })
  }

  #count({ send }: PassRequest): void {
    if (send === 'plan') this.#writes.plans++
    else if (send === 'serviceStatus') this.#writes.services++
    else if (send === 'poolStatus') this.#writes.pools++
    else if (send === 'event') this.#writes.events++
  }

  #take(request: PassRequest, answer: KubernetesObject | ApiFailure): void {
    switch (request.send) {
      case 'plan':
        if (this.#isRefused(answer)) this.#refused++
        else this.#stored.set(request.segment, answer)
        return
      case 'readPlan':
        if (!this.#isRefused(answer)) this.#read.push(answer)
        return
      case 'serviceStatus':
        // It has been deleted meanwhile: there is nothing left to write to.
        if (!isFailure(answer) || answer.failure === 'notFound') return
        this.#unwritten.add(request.key)
        this.#isRefused(answer)
        return
      case 'poolStatus': {
        const { memory, time } = this.#context
        if (isFailure(answer) && answer.failure !== 'notFound') this.#fail(answer)
        else memory.countsWrittenAt.set(request.name, time.milliseconds)
        return
      }
      case 'event': // Events are for people: that one is missing changes nothing.
    }
  }

  #isRefused(answer: KubernetesObject | ApiFailure): answer is ApiFailure {
    if (!isFailure(answer)) return false
    const { failure } = answer
    if (failure === 'conflict' || failure === 'alreadyExists' || failure === 'notFound')
      this.#hasConflict = true
    else this.#fail(answer)
    return true
  }

  #fail(failure: ApiFailure): void {
    this.#failures.set(`${failure.failure} ${failure.message}`, failure)
  }
}

type StatusRequest = Extract<PassRequest, { readonly send: 'serviceStatus' }>
