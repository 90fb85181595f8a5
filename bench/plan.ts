import { pathToFileURL } from 'node:url'
import { reconcile } from '../reconciler/reconcile.ts'
import type { Inputs } from '../reconciler/inputs.ts'
import { median, milliseconds, renderFigures, timed } from './harness.ts'
import type { Figure } from './harness.ts'
import { largeInputs } from './large-cluster.ts'

const RUNS = 9
const WARM_UPS = 6

/** The median of some calls after some that are not counted: until then the code is still being compiled. */
function warm(inputs: Inputs): number {
  for (let run = 0; run < WARM_UPS; run++) reconcile(inputs)
  return median(Array.from({ length: RUNS }, () => timed(() => void reconcile(inputs))))
}

function figure(measure: string, elapsed: number, goal: number, yardstick = ''): Figure {
  return {
    measure,
    yardstick,
    result: milliseconds(elapsed),
    goal: `< ${milliseconds(goal)}`,
    met: elapsed < goal,
  }
}

/** Planning in a warm process, from parsed objects: first, again, and ten times as much. */
export function planFigures(): Figure[] {
  const small = largeInputs(10_000)
  const first = warm(small)
  const again = warm({ ...small, previous: reconcile(small).plans })
  const large = warm(largeInputs(100_000))
  const linear = `10 times 10,000: ${milliseconds(10 * first)}`
  return [
    figure('plan 10,000 Services, 1,000 nodes, 20 pools, warm', first, 100),
    figure('the same on its own result', again, 100),
    figure('plan 100,000 Services, warm', large, 13 * first, linear),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(renderFigures(planFigures()))
