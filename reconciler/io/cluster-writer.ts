import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  EVENTS,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { ClusterSnapshot } from '../state/snapshot.ts'
import { storedPlans } from '../publish/snapshot-inputs.ts'
import type { Happening } from '../publish/event-series.ts'
import { planHappenings, poolHappenings, serviceHappenings } from '../publish/happenings.ts'
import type { PassDecision, PassMemory, PassSettings, PassTime } from '../publish/pass.ts'
import { decidePass } from '../publish/pass.ts'
import { areStored } from '../publish/plan-writes.ts'
import type { PlanWrite } from '../publish/plan-writes.ts'
import type { PoolDecision } from '../publish/pool-status.ts'
import type { ServiceKey } from '../model/model.ts'
import { FIELD_MANAGER } from '../publish/service-owner.ts'
import type { ServiceDecision } from '../publish/service-status.ts'
import { forEachOf } from './for-each-of.ts'
import { writePlan } from './write-plan.ts'

/** What writing needs of a client. */
export type WritingClient = Pick<ApiClient, 'get' | 'create' | 'replace' | 'apply' | 'mergePatch'>

/** How many requests were sent. */
export interface PassWrites {
  readonly plans: number
  readonly services: number
  readonly pools: number
  readonly events: number
}

export interface PassResult {
  /**
   * `done`: all is written that was decided. `conflict`: somebody else wrote meanwhile, so decide again from fresh reads.
   * `failed`: the API server did not do something that it was asked; try again later.
   */
  readonly result: 'done' | 'conflict' | 'failed'
  readonly decision: PassDecision
  readonly writes: PassWrites
  /** Services whose addresses wait for a live speaker. */
  readonly waiting: readonly string[]
  /** What did not work, each once. Events that could not be written are not among them. */
  readonly failures: readonly ApiFailure[]
  /** When counts of pools are due that have not been written yet, in milliseconds since 1970. */
  readonly countsDueAt: number | undefined
  /** Statuses that are left for the next pass. */
  readonly postponed: number
}

export interface PassOptions extends PassSettings {
  /** Read the plans once more at the very end: for those who do not watch them. */
  readonly verify?: boolean
  /**
   * After so long no further status is begun in this pass: what is new then is planned, and announced, before statuses that the API
   * server is slow to take. Undefined: all of them are written.
   */
  readonly statusMilliseconds?: number
}

/** Requests on their way at a time. */
const CONCURRENCY = 16
/** Counts of one pool are not written more often. */
const COUNTS_MILLISECONDS = 10_000

/** Decides from what was read, and writes what follows: the plans, which are the ledger, before anything else. */
export async function performPass(
  client: WritingClient,
  snapshot: ClusterSnapshot,
  options: PassOptions,
  context: { readonly memory: PassMemory; readonly time: PassTime },
): Promise<PassResult> {
  const pass = new Pass(client, decidePass(snapshot, options, context.time.now), context)
  await pass.run(snapshot, options)
  return pass.result()
}

class Pass {
  readonly #client: WritingClient
  readonly #decision: PassDecision
  readonly #memory: PassMemory
  readonly #time: PassTime
  readonly #writes = { plans: 0, services: 0, pools: 0, events: 0 }
  readonly #failures = new Map<string, ApiFailure>()
  readonly #unwritten = new Set<ServiceKey>()
  #hasConflict = false
  #countsDueAt: number | undefined

  constructor(
    client: WritingClient,
    decision: PassDecision,
    { memory, time }: { readonly memory: PassMemory; readonly time: PassTime },
  ) {
    this.#client = client
    this.#decision = decision
    this.#memory = memory
    this.#time = time
  }

  async run(snapshot: ClusterSnapshot, options: PassOptions): Promise<void> {
    const { verify = false, statusMilliseconds = Infinity } = options
    const { plans, services, pools, outcome, hindrance } = this.#decision
    const arePlansWritten =
      (await this.#writePlans(plans.gains)) &&
      (await this.#writePlans(plans.losses)) &&
      (await this.#confirm())
    if (arePlansWritten) {
      await this.#writeServices(services, performance.now() + statusMilliseconds)
      if (verify && this.#writes.services > 0) await this.#verify()
      const isHeld = hindrance !== undefined && hindrance.reason !== 'InputIncomplete'
      await this.#tell([
        ...serviceHappenings(services.filter(({ key }) => !this.#unwritten.has(key))),
        ...(isHeld ? [] : planHappenings(outcome.diff, snapshot.services ?? [])),
      ])
    }
    await forEachOf(pools, CONCURRENCY, (decision) => this.#writePool(decision))
    await this.#tell(poolHappenings(pools, snapshot.pools ?? []))
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
      postponed: this.#memory.postponed.size,
    }
  }

  /** False if one could not be written: then nothing may be built on it. */
  async #writePlans(writes: readonly PlanWrite[]): Promise<boolean> {
    const answers = await Promise.all(writes.map((write) => this.#writePlan(write)))
    return answers.every((answer) => answer === 'written')
  }

  async #writePlan({ segment, plan }: PlanWrite): Promise<'written' | 'not'> {
    const stored = this.#stored.get(segment)
    this.#writes.plans++
    const answer = await writePlan(this.#client, plan, stored)
    if (this.#isRefused(answer)) return 'not'
    this.#stored.set(segment, answer)
    return 'written'
  }

  /** The objects as they are stored, as far as we know; each of our writes makes another version. */
  get #stored(): Map<string, KubernetesObject> {
    this.#storedObjects ??= new Map(
      this.#decision.stored.map(({ plan, object }) => [plan.spec.segment, object]),
    )
    return this.#storedObjects
  }
  #storedObjects: Map<string, KubernetesObject> | undefined

  /**
   * With several plans, one of them may have been written by somebody else after ours was decided and before ours was
   * written: no resourceVersion tells of that.
   */
  async #confirm(): Promise<boolean> {
    const { outcome } = this.#decision
    if (this.#writes.plans === 0 || outcome.plans.length < 2) return true
    return this.#verify()
  }

  /**
   * Read one by one, which the API server answers from etcd in a few milliseconds: a list waits, right after a write, until the
   * server's own cache has caught up (80 ms and more).
   */
  async #verify(): Promise<boolean> {
    const { plans } = this.#decision.outcome
    const objects: KubernetesObject[] = []
    await forEachOf(plans, CONCURRENCY, async ({ metadata: { name } }) => {
      const object = await this.#client.get(ANNOUNCEMENT_PLANS, { name })
      if (!this.#isRefused(object)) objects.push(object)
    })
    const isSame = areStored(plans, storedPlans(objects).stored)
    if (!isSame && this.#failures.size === 0) this.#hasConflict = true
    return isSame
  }

  async #writeServices(services: readonly ServiceDecision[], endsAt: number): Promise<void> {
    const { postponed } = this.#memory
    const due = services.filter(({ action }) => action !== 'leave')
    const inTurn = [
      ...due.filter(({ key }) => postponed.has(key)),
      ...due.filter(({ key }) => !postponed.has(key)),
    ]
    postponed.clear()
    let begun = 0
    await forEachOf(inTurn, CONCURRENCY, async (decision) => {
      // Some are written in any case, so that each pass gets on.
      if (begun++ < CONCURRENCY || performance.now() < endsAt) return this.#writeService(decision)
      postponed.add(decision.key)
      this.#unwritten.add(decision.key)
    })
  }

  async #writeService(decision: ServiceDecision): Promise<void> {
    if (decision.action === 'leave') return
    const force = decision.action === 'apply' && decision.force
    this.#writes.services++
    const answer = await this.#client.apply(SERVICES, decision.object, {
      fieldManager: FIELD_MANAGER,
      force,
      subresource: 'status',
    })
    // It has been deleted meanwhile: there is nothing left to write to.
    if (!isFailure(answer) || answer.failure === 'notFound') return
    this.#unwritten.add(decision.key)
    this.#isRefused(answer)
  }

  async #writePool(decision: PoolDecision): Promise<void> {
    if (!this.#isPoolDue(decision)) return
    this.#writes.pools++
    const answer = await this.#client.apply(ADDRESS_POOLS, decision.object, {
      fieldManager: FIELD_MANAGER,
      force: true,
      subresource: 'status',
    })
    if (isFailure(answer) && answer.failure !== 'notFound') this.#fail(answer)
    else this.#memory.countsWrittenAt.set(decision.name, this.#time.milliseconds)
  }

  #isPoolDue({ name, changes }: PoolDecision): boolean {
    if (changes !== 'counts') return changes === 'conditions'
    const writtenAt = this.#memory.countsWrittenAt.get(name)
    const dueAt = writtenAt === undefined ? 0 : writtenAt + COUNTS_MILLISECONDS
    if (dueAt <= this.#time.milliseconds) return true
    this.#countsDueAt = Math.min(this.#countsDueAt ?? dueAt, dueAt)
    return false
  }

  /** Events are for people: that one is missing changes nothing. */
  async #tell(happenings: readonly Happening[]): Promise<void> {
    const writes = happenings.flatMap(
      (happening) => this.#memory.events.tell(happening, this.#time.milliseconds) ?? [],
    )
    await forEachOf(writes, CONCURRENCY, async ({ write, object }) => {
      this.#writes.events++
      if (write === 'create') await this.#client.create(EVENTS, object)
      else await this.#client.mergePatch(EVENTS, object)
    })
  }

  #isRefused<T extends object>(answer: T | ApiFailure): answer is ApiFailure {
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
