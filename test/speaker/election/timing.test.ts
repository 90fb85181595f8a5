import t from 'tap'
import { leaseRefusals } from '../../../kubernetes/lease/rules.ts'
import {
  BEACON,
  BEACON_SILENCE,
  LISTENING,
  MERGED,
  PERSISTING,
  READ_TIMEOUT,
  SETTLED,
  SPEAKER_TIMING,
  UNAWARE,
  WRITE_TIMEOUT,
} from '../../../speaker/election/timing.ts'

t.test("a speaker's durations keep client-go's rules", async (t) => {
  t.strictSame(leaseRefusals(SPEAKER_TIMING, 'a'), [])
})

t.test('what each duration rests on', async (t) => {
  const { renewDeadline, retryPeriod } = SPEAKER_TIMING
  t.ok(3 * WRITE_TIMEOUT <= renewDeadline, 'three writes fit in the renew deadline')
  t.ok(2 * retryPeriod + READ_TIMEOUT < 2_000, 'silence of the API server is known in 2 s')
  t.ok(LISTENING > BEACON, 'who listens hears a beacon')
  t.ok(BEACON_SILENCE >= 3 * BEACON, 'two beacons may be lost')
  t.ok(UNAWARE < BEACON && PERSISTING > BEACON && PERSISTING < 2 * BEACON)
  t.ok(SETTLED >= 2 * BEACON && MERGED >= 5 * BEACON)
})
