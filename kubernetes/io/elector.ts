import { performance } from 'node:perf_hooks'
import type { ApiClient } from '../client/api-client.ts'
import type { ApiFailure } from '../client/api-failure.ts'
import { createLeaseElection, type LeaseElectionEffect } from '../lease/election.ts'
import type { LeaseEvent } from '../lease/events.ts'
import { CORE_TIMING, leaseRefusals, type LeaseTiming } from '../lease/rules.ts'
import { performLeaseRequest } from './lease-request.ts'

export interface ElectorOptions {
  readonly client: ApiClient
  readonly name: string
  /** Default: the client's. */
  readonly namespace?: string
  readonly identity: string
  /** Default: 15 s, 10 s, 2 s. Settings that break client-go's rules throw: ask `leaseRefusals` before. */
  readonly timing?: LeaseTiming
  /** Whether we lead, or who else does, is another than before. `holder` is empty for nobody, undefined for not known. */
  readonly onChange: (state: ElectorState) => void
  readonly onTrouble?: (failure: ApiFailure) => void
}

export interface ElectorState {
  readonly leads: boolean
  readonly holder: string | undefined
}

export interface Elector extends ElectorState {
  /** Asked right before each write: false from the moment the renew deadline has passed. */
  readonly leads: boolean
  /** Releases the Lease, if it is held. Whatever writes under it must have ended before. */
  stop(): Promise<void>
}

/** Takes part in the election of one Lease until it is stopped. */
export function startElector(options: ElectorOptions): Elector {
  const { client, name, identity, timing = CORE_TIMING, namespace = client.namespace } = options
  const [refusal] = leaseRefusals(timing, identity)
  if (refusal) throw new Error(refusal.message)
  const election = createLeaseElection({ identity, timing, jitter: Math.random })
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let grantedUntil = -Infinity
  let told: ElectorState = { leads: false, holder: undefined }
  let timer: NodeJS.Timeout | undefined

  const state = (): ElectorState => ({
    leads: performance.now() < grantedUntil,
    holder: election.holder,
  })

  const perform = (effect: LeaseElectionEffect) => {
    if (effect.type === 'grant') grantedUntil = effect.until
    else if (effect.type === 'trouble') options.onTrouble?.(effect.failure)
    else if (effect.type === 'ended') end()
    else if (effect.type !== 'holder')
      void performLeaseRequest(client, { namespace, name }, effect).then(handle)
  }

  const tell = () => {
    const { leads, holder } = state()
    if (leads === told.leads && holder === told.holder) return
    told = { leads, holder }
    options.onChange(told)
  }

  const handle = (event: LeaseEvent) => {
    for (const effect of election.handle(event, performance.now())) perform(effect)
    tell()
    arm()
  }

  /** The end of a grant wakes too, so that it is told at once. */
  const arm = () => {
    clearTimeout(timer)
    const now = performance.now()
    const ends = [election.deadline, now < grantedUntil ? grantedUntil : undefined]
    const at = Math.min(...ends.map((end) => end ?? Infinity))
    if (at === Infinity) return
    const isDue = () => (performance.now() >= at ? handle({ type: 'deadline' }) : arm())
    timer = setTimeout(isDue, Math.max(0, Math.ceil(at - now)))
  }

  handle({ type: 'deadline' })
  return {
    get leads() {
      return state().leads
    },
    get holder() {
      return election.holder
    },
    async stop() {
      handle({ type: 'stop' })
      await ended
    },
  }
}
