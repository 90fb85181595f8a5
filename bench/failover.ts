import { cutFigures } from './failover-cut.ts'
import { createFailoverLan, refusal } from './failover-lan.ts'
import { falseVerdictsFigure, handOverFigure } from './failover-quiet.ts'
import { scaleFigures } from './failover-scale.ts'
import type { Figure } from './harness.ts'
import { machine, renderFigures } from './harness.ts'
import { writeSections } from './performance-page.ts'

/**
 * `npm run bench:failover`: how long an address is gone when its owner dies, beside keepalived, and what else a
 * machine that probes must not do. `--write` puts the table into docs/performance.md; `--long` looks for false
 * verdicts for half an hour; `--only cut|handOver|verdicts|scale` measures a part, `--runs 3` less often. Needs
 * root, iproute2, keepalived and a C compiler.
 */
const RUNS = 20
const TITLE = 'Fail-over'
const MINUTES = { usual: 1, long: 30 }

const flags = process.argv.slice(2)
const valueOf = (flag: string) =>
  flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined
const only = valueOf('--only')
const runs = Number(valueOf('--runs') ?? RUNS)
const seed = Number(process.env['BELLWETHER_SEED'] ?? Date.now() % 1_000_000)

const missing = refusal()
if (missing !== undefined) throw new Error(`this benchmark ${missing}`)

const wire = await createFailoverLan()
const minutes = flags.includes('--long') ? MINUTES.long : MINUTES.usual
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  cut: () => cutFigures(wire, { seed, runs }),
  handOver: async () => [await handOverFigure(wire, runs)],
  verdicts: async () => [await falseVerdictsFigure(wire, minutes)],
  scale: () => scaleFigures(wire.folder),
}

try {
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(parts))
    if (only === undefined || only === name) figures.push(...(await measure()))
  const head =
    `${machine()}; median and worst of ${runs} runs, in turn with keepalived 2 (priorities 254 and 253, the quickest).\n` +
    `Two addresses are asked each 2 ms; the figure is the longest time between two answers. Seed ${seed}.`
  const text = `${head}\n\n${renderFigures(figures)}`
  console.log(text)
  if (flags.includes('--write')) writeSections([{ title: TITLE, text }])
  process.exitCode = figures.every(({ met }) => met) ? 0 : 1
} finally {
  wire.close()
}
