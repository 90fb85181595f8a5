import t from 'tap'
import { leaseRefusals } from '../../../kubernetes/lease/rules.ts'
import {
  BEACON_INTERVAL,
  BEACON_SILENCE,
  LISTEN_BEFORE_ANSWERING,
  LAN_MERGED_AFTER,
  RIVAL_PERSISTS_AFTER,
  READ_TIMEOUT,
  HEARD_BY_ALL_AFTER,
  SPEAKER_TIMING,
  RIVAL_UNAWARE_AFTER,
  WRITE_TIMEOUT,
} from '../../../speaker/election/timing.ts'

t.test("a speaker's durations keep client-go's rules", async (t) => {
  t.strictSame(leaseRefusals(SPEAKER_TIMING, 'a'), [])
})

t.test('what each duration rests on', async (t) => {
  const { renewDeadline, retryPeriod } = SPEAKER_TIMING
  t.ok(3 * WRITE_TIMEOUT <= renewDeadline, 'three writes fit in the renew deadline')
  t.ok(2 * retryPeriod + READ_TIMEOUT < 2_000, 'silence of the API server is known in 2 s')
  t.ok(LISTEN_BEFORE_ANSWERING > BEACON_INTERVAL, 'who listens hears a beacon')
  t.ok(BEACON_SILENCE >= 3 * BEACON_INTERVAL, 'two beacons may be lost')
  t.ok(
    RIVAL_UNAWARE_AFTER < BEACON_INTERVAL &&
      RIVAL_PERSISTS_AFTER > BEACON_INTERVAL &&
      RIVAL_PERSISTS_AFTER < 2 * BEACON_INTERVAL,
  )
  t.ok(HEARD_BY_ALL_AFTER >= 2 * BEACON_INTERVAL && LAN_MERGED_AFTER >= 5 * BEACON_INTERVAL)
})
