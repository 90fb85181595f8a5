import { performance } from 'node:perf_hooks'
import { drive, type Machine } from '../../daemon/drive.ts'
import { earliest } from '../../api/earliest.ts'
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

/** Takes part in the election of one Lease until it is stopped. Throws an error if `leaseRefusals` refuses the timing. */
export function startElector(options: ElectorOptions): Elector {
  const { client, name, identity, timing = CORE_TIMING, namespace = client.namespace } = options
  const [refusal] = leaseRefusals(timing, identity)
  if (refusal) throw new Error(refusal.message)
  const election = createLeaseElection({ identity, timing, jitter: Math.random })
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let grantedUntil = -Infinity
  let told: ElectorState = { leads: false, holder: undefined }
  const clock = () => performance.now()
  const leads = () => clock() < grantedUntil

  const perform = (effect: LeaseElectionEffect) => {
    if (effect.type === 'grant') grantedUntil = effect.until
    else if (effect.type === 'trouble') options.onTrouble?.(effect.failure)
    else if (effect.type === 'ended') end()
    else if (effect.type !== 'holder')
      void performLeaseRequest(client, { namespace, name }, effect).then(driver.tell)
  }

  const report = () => {
    const state: ElectorState = { leads: leads(), holder: election.holder }
    if (state.leads === told.leads && state.holder === told.holder) return
    told = state
    options.onChange(state)
  }

  /** The end of a grant is a deadline too, so that it is told at once. */
  const machine: Machine<LeaseEvent, LeaseElectionEffect> = {
    handle: (event, now) => election.handle(event, now),
    get deadline() {
      return earliest([election.deadline, leads() ? grantedUntil : undefined])
    },
  }
  const driver = drive<LeaseEvent, LeaseElectionEffect>(machine, clock, (effects) => {
    effects.forEach(perform)
    report()
  })

  driver.tell({ type: 'deadline' })
  return {
    get leads() {
      return leads()
    },
    get holder() {
      return election.holder
    },
    async stop() {
      driver.tell({ type: 'stop' })
      await ended
    },
  }
}
