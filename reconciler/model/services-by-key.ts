import type { ServiceFact, ServiceKey } from './model.ts'
import { onceForEach } from '../values/memo.ts'

/** The Services of one list by their keys: one index for all who look a Service up in a pass. */
export const servicesByKey = onceForEach(
  (services: readonly ServiceFact[]): ReadonlyMap<ServiceKey, ServiceFact> =>
    new Map(services.map((service) => [service.key, service])),
)
