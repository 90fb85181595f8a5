import { pathToFileURL } from 'node:url'
import { formatPlan } from '../api/plan-text.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import type { Figure } from './harness.ts'
import { renderFigures } from './harness.ts'
import { largeInputs } from './large-cluster.ts'

/** The API server takes no larger object (etcd's request limit). */
const LIMIT = 1.5 * 2 ** 20

/** Kept for the status (addresses whose owner is not the planned one) and for managedFields. */
const RESERVE = 0.5 * 2 ** 20

const SUPPORTED = 4_000

function bytes(services: number): number {
  const [plan] = reconcile(largeInputs(services)).plans
  if (plan === undefined) throw new Error('no plan')
  return new TextEncoder().encode(formatPlan(plan)).length
}

/** What a plan weighs: 1,000 nodes in its table, four candidates for each address. */
export function sizeFigures(): Figure[] {
  const [small, large] = [bytes(1_000), bytes(10_000)]
  const each = (large - small) / 9_000
  const fixed = small - 1_000 * each
  const capacity = Math.floor((LIMIT - RESERVE - fixed) / each)
  return [
    {
      measure: 'bytes of a plan for each address, with 1,000 nodes',
      yardstick: `node table: ${(fixed / 1024).toFixed(0)} KiB`,
      result: each.toFixed(0),
      goal: 'documented',
      met: true,
    },
    {
      measure:
        'addresses in one plan under 1.5 MiB, a third of it kept for status and managed fields',
      yardstick: `without the reserve: ${Math.floor((LIMIT - fixed) / each)}`,
      result: String(capacity),
      goal: `>= ${SUPPORTED}`,
      met: capacity >= SUPPORTED,
    },
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(renderFigures(sizeFigures()))
