import type { AnnouncementPlan } from '../../../api/objects.ts'
import { planOf } from './plan-sketch.ts'

/** An address of a Service with `externalTrafficPolicy: Local`: its health-check node port, and its candidates. */
export interface LocalAddress {
  readonly port?: number
  readonly candidates: readonly number[]
}

/** A plan of nodes a, b, c … at 10.0.0.11, .12, .13 …, and these addresses. */
export function localPlan(
  count: number,
  addresses: Readonly<Record<string, LocalAddress>>,
): AnnouncementPlan {
  const nodes = Array.from({ length: count }, (_, index) => ({
    name: 'abcdefgh'.charAt(index),
    addresses: [`10.0.0.1${index + 1}`],
  }))
  const plan = planOf({ nodes, owners: {} })
  const announcements = Object.entries(addresses).map(([address, { port, candidates }]) => ({
    address,
    services: ['default/web'],
    pool: 'pool',
    candidates,
    since: '2026-01-01T00:00:00Z',
    ...(port === undefined ? {} : { healthCheckNodePort: port }),
  }))
  return { ...plan, spec: { ...plan.spec, announcements } }
}
