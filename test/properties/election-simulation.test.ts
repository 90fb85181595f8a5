import t from 'tap'
import { runElection, runOutage } from '../simulation/election-run.ts'

/*
 * Three speakers with clocks of different rate, an API server that each may or may not reach, a LAN that falls
 * apart, crashes, frozen processes, lost and late messages. Everything in a run follows from its seed;
 * `BELLWETHER_SIMULATION_SEED=17 npx tap` on this file shows what happens in run 17.
 */

const RUNS = Number(process.env['BELLWETHER_PROPERTY_RUNS'] ?? 1_000)
const REPLAYED = process.env['BELLWETHER_SIMULATION_SEED']

if (REPLAYED === undefined)
  t.test(`${RUNS} runs end as they should`, async (t) => {
    const longest = { double: 0, silence: 0 }
    for (let seed = 1; seed <= RUNS; seed++) {
      const result = runElection(seed)
      longest.double = Math.max(longest.double, result.longest.double)
      longest.silence = Math.max(longest.silence, result.longest.silence)
      if (result.violations.length > 0)
        t.fail(`BELLWETHER_SIMULATION_SEED=${seed}`, { violations: result.violations })
    }
    t.comment(`two answered for ${longest.double} ms, nobody for ${longest.silence} ms`)
    t.ok(longest.silence > 0, 'there was something to see')
  })
else
  t.test(`run ${REPLAYED}`, async (t) => {
    const { violations, log } = runElection(Number(REPLAYED))
    t.comment(`\n${log.join('\n')}`)
    t.strictSame(violations, [])
  })

const OUTAGES = Math.ceil(RUNS / 100)

t.test(`${OUTAGES} outages of an hour, in which any node dies`, async (t) => {
  const longest = { double: 0, silence: 0 }
  for (let seed = 1; seed <= OUTAGES; seed++) {
    const result = runOutage(seed)
    longest.double = Math.max(longest.double, result.longest.double)
    longest.silence = Math.max(longest.silence, result.longest.silence)
    if (result.violations.length > 0) t.fail(`outage ${seed}`, { violations: result.violations })
  }
  t.comment(`two answered for ${longest.double} ms, nobody for ${longest.silence} ms`)
  t.ok(longest.silence > 0, 'there was something to see')
})
