import type { Family } from '../api/address.ts'
import type { Admission } from './allocation/admission.ts'
import type { FreeAddresses } from './allocation/free.ts'
import type { PoolObstacle, PoolVerdict } from './allocation/result.ts'
import type { Round } from './allocation/round.ts'
import type { Pool, ServiceFact } from './model.ts'

/** What the pools say to a Service that asks for no address, or for that one pool. */
interface PoolAnswer {
  /** The pools that give it nothing, in the order in which they are asked. */
  readonly verdicts: readonly PoolVerdict[]
  /** True if there is a pool that would give it an address. */
  readonly available: boolean
}

export type PoolAnswers = (service: ServiceFact, family: Family) => PoolAnswer

/** Answers once everything is decided; made once for all Services that hear the same. */
export function poolAnswers(round: Round, free: FreeAddresses): PoolAnswers {
  const known = new Map<Admission, Map<string, PoolAnswer>>()
  return (service, family) => {
    const admission = round.admissionOf(service)
    const answers = known.get(admission) ?? new Map<string, PoolAnswer>()
    known.set(admission, answers)
    const key = `${family} ${service.requestedPool}`
    const answer = answers.get(key) ?? ask(round, free, service, family)
    answers.set(key, answer)
    return answer
  }
}

function ask(round: Round, free: FreeAddresses, service: ServiceFact, family: Family): PoolAnswer {
  const { requestedPool } = service
  const asked = round.index.pools.filter(
    ({ name }) => requestedPool === undefined || name === requestedPool,
  )
  const verdicts = asked.flatMap((pool) => {
    const because = poolObstacle(round, free, service, { pool, family })
    return because === undefined ? [] : [{ pool: pool.name, because }]
  })
  return { verdicts, available: verdicts.length < asked.length }
}

function poolObstacle(
  round: Round,
  free: FreeAddresses,
  service: ServiceFact,
  { pool, family }: { readonly pool: Pool; readonly family: Family },
): PoolObstacle | undefined {
  const obstacle = round.admissionOf(service).obstacles.get(pool)
  if (obstacle !== undefined) return obstacle
  if (pool.suspend) return 'suspended'
  if (!pool.autoAssign && service.requestedPool === undefined) return 'autoAssignOff'
  if (pool.ranges.every(({ first }) => first.family !== family)) return 'noneOfFamily'
  return free.lowest(pool, family) === undefined ? 'exhausted' : undefined
}
