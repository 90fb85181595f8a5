import { Agent, get } from 'node:http'
import { drive } from '../../../daemon/drive.ts'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { Demoted } from '../../ownership/demotions.ts'
import type { HealthReport, HealthAnswer } from '../../reports/health.ts'
import { ANSWER_TIMEOUT } from '../../serving/timing.ts'
import type { HealthTarget } from '../../serving/targets.ts'
import type { LanObservation } from '../../lan/lan-observation.ts'
import type {
  ServiceHealthEffect,
  ServiceHealthEvent,
  ServiceHealthOptions,
} from '../../serving/service-health.ts'
import { createServiceHealth } from '../../serving/service-health.ts'
import { monotonicNow } from '../linux/clocks.ts'

export interface ServiceHealthParts {
  readonly demote: (demoted: Demoted) => void
  readonly log: (report: HealthReport) => void
}

/** Asks nodes beyond layer 2, and tells the wire thread who cannot serve. */
export interface ServiceHealthDriver {
  /** Before the plan is carried out: what moves may have to wait. */
  follow(plan: AnnouncementPlan): void
  lan(nodes: LanObservation['nodes']): void
  close(): void
}

export function createServiceHealthDriver(
  options: ServiceHealthOptions,
  parts: ServiceHealthParts,
): ServiceHealthDriver {
  const agent = new Agent({ keepAlive: true, timeout: 10_000 })
  const perform = (effect: ServiceHealthEffect) => {
    if (effect.type === 'demote') parts.demote(effect.demoted)
    else if (effect.type === 'report') parts.log(effect.report)
    else void ask(effect.target)
  }
  const ask = async (target: HealthTarget) => {
    const answer = await askHealth(target, agent)
    driver.tell({ type: 'answered', key: target.key, answer })
  }
  const driver = drive<ServiceHealthEvent, ServiceHealthEffect>(
    createServiceHealth(options),
    monotonicNow,
    (effects) => effects.forEach(perform),
  )
  return {
    follow: (plan) => driver.tell({ type: 'plan', plan }),
    lan: (nodes) => driver.tell({ type: 'lan', nodes }),
    close() {
      driver.close()
      agent.destroy()
    },
  }
}

/** What is answered is nobody's secret, and of it the status alone counts. */
export function askHealth(
  { host, port, path }: Pick<HealthTarget, 'host' | 'port' | 'path'>,
  agent: Agent,
): Promise<HealthAnswer> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT)
    const request = get({ host, port, path, agent, signal }, (response) => {
      response.on('error', () => undefined)
      response.resume()
      resolve(ANSWERS.get(response.statusCode ?? 0) ?? 'strange')
    })
    request.on('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'ECONNREFUSED' ? 'refused' : 'silent'),
    )
  })
}

const ANSWERS: ReadonlyMap<number, HealthAnswer> = new Map([
  [200, 'fit'],
  [503, 'unfit'],
])
