import type { PlanPool } from '../../../api/objects.ts'
import {
  bindOn,
  linkView,
  type Binding,
  type LinkView,
  type Neighbor,
} from '../../../speaker/lan/link-view.ts'
import type { NodeHealth } from '../../../speaker/ownership/choice.ts'
import type { Verdict } from '../../../speaker/status/status.ts'
import { eth0, neighbor, node, planned, WORKER_1 } from '../wire/wire-fixtures.ts'

/** What is known of the nodes, by name: up since 0 unless something else is said. */
export interface FakeHealth extends NodeHealth {
  readonly verdicts: Map<string, Verdict>
  readonly upSinces: Map<string, number>
  readonly damped: Map<string, number>
  readonly demoted: Set<string>
  readonly awaited: Set<string>
}

export function createHealth(): FakeHealth {
  const verdicts = new Map<string, Verdict>()
  const upSinces = new Map<string, number>()
  const damped = new Map<string, number>()
  const demoted = new Set<string>()
  const awaited = new Set<string>()
  const verdictOf = ({ node: { name } }: Neighbor) => verdicts.get(name) ?? 'up'
  return {
    verdicts,
    upSinces,
    damped,
    demoted,
    awaited,
    isAwaited: ({ node: { name } }) => awaited.has(name),
    isDemoted: ({ node: { name } }) => demoted.has(name),
    verdictOf,
    upSince: (one) =>
      ['up', 'suspect'].includes(verdictOf(one)) ? (upSinces.get(one.node.name) ?? 0) : undefined,
    dampedUntil({ node: { name } }, now) {
      const until = damped.get(name) ?? -Infinity
      return until > now ? until : undefined
    },
  }
}

/** worker-1 to worker-4 on a link. */
export function workersOn(link: LinkView): readonly [Neighbor, Neighbor, Neighbor, Neighbor] {
  const worker = (number: number) =>
    neighbor(link, node(`worker-${number}`, `10.0.0.1${number}`), WORKER_1)
  return [worker(1), worker(2), worker(3), worker(4)]
}

/** A binding of these candidates; of its pool, what a test is about. */
export function bindingOf(
  candidates: Binding['candidates'],
  pool: Partial<PlanPool> = {},
  address = '10.0.0.100',
): Binding {
  const wanted = planned(address)
  return bindOn(candidates[0].link, { ...wanted, pool: { ...wanted.pool, ...pool } }, candidates)
}

export const someLink = () => linkView(eth0())
