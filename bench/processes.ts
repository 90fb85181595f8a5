import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import yaml from 'js-yaml'
import { root } from '../test/support/root.ts'
import { interleaved, median, milliseconds, renderFigures, timedProcess } from './harness.ts'
import type { Figure } from './harness.ts'
import { largeCluster, largePools } from './large-cluster.ts'

const NODE = process.execPath
const BELLWETHER = [NODE, join(root, 'bin/bellwether.js')]
const RUNS = 10

function writePools(folder: string, pools: number, services: number): void {
  mkdirSync(join(folder, 'pools'), { recursive: true })
  for (const { path, text } of largePools(pools, services)) writeFileSync(join(folder, path), text)
}

/** What a process costs above an empty one: the empty one runs in turn with it. */
function above(measure: string, argv: readonly string[], goal: number): Figure {
  const { yardstick, measured } = interleaved(
    RUNS,
    () => timedProcess([NODE, '-e', '0']),
    () => timedProcess([...BELLWETHER, ...argv]),
  )
  return {
    measure,
    yardstick: `node -e 0: ${milliseconds(yardstick)}`,
    result: `+${milliseconds(measured - yardstick)}`,
    goal: `+${goal} ms`,
    met: measured - yardstick <= goal,
  }
}

function whole(measure: string, argv: readonly string[], goal: number): Figure {
  const elapsed = median(Array.from({ length: 5 }, () => timedProcess([...BELLWETHER, ...argv])))
  return {
    measure,
    yardstick: '',
    result: milliseconds(elapsed),
    goal: `< ${goal} ms`,
    met: elapsed < goal,
  }
}

/** Start-up, validation and planning as whole processes, timed from outside. */
export function processFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
  try {
    return measureIn(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measureIn(folder: string): Figure[] {
  const state = largeCluster(10_000, 1_000)
  writeFileSync(join(folder, 'state.json'), JSON.stringify(state, null, 4))
  writeFileSync(join(folder, 'state.yaml'), yaml.dump(state, { noRefs: true }))
  writePools(folder, 20, 10_000)
  writePools(join(folder, 'many'), 1_000, 10_000)
  const pools = join(folder, 'pools')
  const plan = ['plan', '--pools', pools, '-o', 'json', '--now', '2026-01-01T00:00:00Z', '--state']
  return [
    above('`bellwether --help`', ['--help'], 80),
    above('`bellwether validate` of one file', ['validate', join(pools, 'pool-0.yaml')], 80),
    whole('validate 1,000 pool files', ['validate', join(folder, 'many/pools')], 1000),
    whole(
      'plan 10,000 Services, 1,000 nodes, 20 pools from JSON',
      [...plan, join(folder, 'state.json')],
      1500,
    ),
    whole('the same from YAML', [...plan, join(folder, 'state.yaml')], 3000),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(renderFigures(processFigures()))
