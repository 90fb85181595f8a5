import t from 'tap'
import { sabotaged, SABOTAGES } from '../simulation/sabotage.ts'
import { simulate } from '../simulation/simulate.ts'

/*
 * A network in virtual time: speakers, nodes and clients, and what may befall them. Everything in a run
 * follows from its seed. CI asks for more runs; `BELLWETHER_SIMULATION_SEED=17 npx tap` on this file shows
 * what happens in run 17.
 */

const RUNS = Number(process.env['BELLWETHER_PROPERTY_RUNS'] ?? 60)
const REPLAYED = process.env['BELLWETHER_SIMULATION_SEED']
/** Sabotage is noticed within so many runs: not in each one is there something to notice. */
const RUNS_UNTIL_NOTICED = 40

if (REPLAYED === undefined) {
  t.test(`${RUNS} runs end as they should`, async (t) => {
    let moves = 0
    for (let seed = 1; seed <= RUNS; seed++) {
      const result = simulate(seed)
      moves += result.moves
      if (result.violations.length > 0)
        t.fail(`BELLWETHER_SIMULATION_SEED=${seed}`, { violations: result.violations })
    }
    t.ok(moves > RUNS / 4, `${moves} moves of addresses in ${RUNS} runs`)
  })

  t.test('a run is the same each time', async (t) => {
    const traceOf = (seed: number) => {
      const lines: string[] = []
      simulate(seed, { trace: (line) => lines.push(line) })
      return lines
    }
    for (const seed of [1, 2, 3]) t.strictSame(traceOf(seed), traceOf(seed))
  })

  for (const sabotage of SABOTAGES)
    t.test(`a machine that ${sabotage.name} is noticed`, async (t) => {
      const seeds = Array.from({ length: RUNS_UNTIL_NOTICED }, (_, index) => index + 1)
      const noticed = seeds.find((seed) =>
        simulate(seed, {
          sabotage: (machine) => sabotaged(machine, sabotage),
          options: sabotage.options ?? {},
        }).violations.some((violation) => sabotage.noticed.test(violation)),
      )
      t.ok(noticed, `noticed in run ${noticed}`)
    })
} else {
  t.test(`run ${REPLAYED}`, async (t) => {
    const lines: string[] = []
    const { violations } = simulate(Number(REPLAYED), { trace: (line) => lines.push(line) })
    t.comment(`\n${lines.join('\n')}`)
    t.strictSame(violations, [])
  })
}
