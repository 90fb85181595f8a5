import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Assignment, ClusterFacts } from '../model/model.ts'
import { servicesByKey } from '../model/services-by-key.ts'

/**
 * The port on which each node tells whether it has endpoints for an address, if the Services say one. Where they
 * are not known, as the previous plans have it. Services that share an address select the same Pods: any of
 * their ports will do.
 */
export function healthCheckPorts(
  { services }: Pick<ClusterFacts, 'services'>,
  previous: readonly AnnouncementPlan[],
): (assignment: Pick<Assignment, 'address' | 'services'>) => number | undefined {
  if (services === undefined) {
    const former = formerPorts(previous)
    return ({ address }) => former.get(address.text)
  }
  const known = servicesByKey(services)
  return (assignment) => {
    for (const key of assignment.services) {
      const port = known.get(key)?.healthCheckNodePort
      if (port !== undefined) return port
    }
    return undefined
  }
}

function formerPorts(previous: readonly AnnouncementPlan[]): ReadonlyMap<string, number> {
  const ports = new Map<string, number>()
  for (const { spec } of previous)
    for (const { address, healthCheckNodePort } of spec.announcements)
      if (healthCheckNodePort !== undefined) ports.set(address, healthCheckNodePort)
  return ports
}
