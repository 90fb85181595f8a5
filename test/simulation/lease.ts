import type { Dice } from './dice.ts'
import type { Schedule } from './schedule.ts'

/** Design §5, "Election": client-go's rules with these durations, in milliseconds. */
const LEASE_DURATION = 4_000
const RENEW_DEADLINE = 3_000
const RETRY_PERIOD = 500

/** One who would lead. */
export interface Candidate {
  readonly name: string
  /** It runs, and hears its network. */
  stands(): boolean
  /** It reaches the service. */
  reachesService(): boolean
  /** It reads its own clock. */
  read(): number
  /** The lease is its own until then, by its own clock. */
  grant(until: number): void
}

/** Lets one lead at a time. Its clock is the true one: clocks differ by less than the two durations. */
export interface LeaseService {
  stand(candidate: Candidate): void
  /** On an orderly end. */
  release(candidate: Candidate): void
  readonly holder: string | undefined
}

export function createLeaseService(schedule: Schedule, dice: Dice): LeaseService {
  let holder: Candidate | undefined
  let expiry = 0
  const isFree = () => holder === undefined || schedule.now >= expiry
  const renew = (candidate: Candidate) => {
    if (!candidate.stands() || !candidate.reachesService()) return
    if (holder !== candidate && !isFree()) return
    // The deadline counts from before the request, as client-go's does.
    const until = candidate.read() + RENEW_DEADLINE
    holder = candidate
    expiry = schedule.now + LEASE_DURATION
    schedule.at(schedule.now + dice.between(1, 20), () => candidate.grant(until))
  }
  return {
    stand(candidate) {
      const again = () => {
        renew(candidate)
        schedule.at(schedule.now + RETRY_PERIOD + dice.between(0, 50), again)
      }
      schedule.at(schedule.now + dice.between(0, RETRY_PERIOD), again)
    },
    release(candidate) {
      if (holder === candidate) expiry = schedule.now
    },
    get holder() {
      return isFree() ? undefined : holder?.name
    },
  }
}
