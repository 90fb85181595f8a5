import { pathToFileURL } from 'node:url'
import { reconcile } from '../reconciler/reconcile.ts'
import type { Inputs } from '../reconciler/inputs.ts'
import { median, milliseconds, renderFigures, timed } from './harness.ts'
import type { Figure } from './harness.ts'
import { largeInputs } from './large-cluster.ts'

const RUNS = 9
const WARM_UPS = 6

/** The median of some calls after some that are not counted: until then the code is still being compiled. */
function warm(inputs: Inputs, next: () => Inputs = () => inputs): number {
  for (let run = 0; run < WARM_UPS; run++) reconcile(next())
  return median(
    Array.from({ length: RUNS }, () => {
      const given = next()
      return timed(() => void reconcile(given))
    }),
  )
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

/** As a watch hands them over: each time one Service is another object, and all others are the same. */
function* oneChanged(inputs: Inputs): Generator<Inputs, never> {
  const services = [...(inputs.state.services ?? [])]
  for (let index = 0; ; index = (index + 1) % services.length) {
    services[index] = { ...services[index]! }
    yield { ...inputs, state: { ...inputs.state, services: [...services] } }
  }
}

/** Planning in a warm process, from parsed objects: first, again, with a change, and a tenth and ten times as much. */
export function planFigures(): Figure[] {
  const small = largeInputs(10_000)
  const first = warm(small)
  const settled = { ...small, previous: reconcile(small).plans }
  const again = warm(settled)
  const changes = oneChanged(settled)
  const changed = warm(settled, () => changes.next().value)
  const tenth = warm(largeInputs(1_000))
  const large = warm(largeInputs(100_000))
  const tenthOf = `a tenth of 10,000: ${milliseconds(first / 10)}`
  const linear = `10 times 10,000: ${milliseconds(10 * first)}`
  return [
    figure('plan 10,000 Services, 1,000 nodes, 20 pools, warm', first, 100),
    figure('the same on its own result', again, 100),
    figure('on its own result, with one Service changed each time', changed, 100),
    figure('plan 1,000 Services, 1,000 nodes, 20 pools, warm', tenth, 10, tenthOf),
    figure('plan 100,000 Services, warm', large, 13 * first, linear),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(renderFigures(planFigures()))
