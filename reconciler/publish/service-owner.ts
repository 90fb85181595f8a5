import type { KubernetesObject, ManagedFields } from '../../kubernetes/objects/object.ts'
import { isPlainObject } from '../values/json.ts'

/** What we write is ours by this name (metadata.managedFields). */
export const FIELD_MANAGER = 'bellwether-reconciler'

/** Whether a Service has its addresses, and why not. */
export const ASSIGNED_CONDITION = 'bellwether.dev/Assigned'

/** `loadBalancer.ingress` is an atomic list: it has an owner as a whole. */
export function ownsIngress({ fieldsV1 }: ManagedFields): boolean {
  const status = fieldsV1?.['f:status']
  const loadBalancer = isPlainObject(status) ? status['f:loadBalancer'] : undefined
  return isPlainObject(loadBalancer) && loadBalancer['f:ingress'] !== undefined
}

/** True for our own entry about the status of an object. */
export function isStatusOwner({ manager, subresource }: ManagedFields): boolean {
  return manager === FIELD_MANAGER && subresource === 'status'
}

/** Another manager that owns the addresses in the status of a Service. */
export function foreignOwner({ metadata }: KubernetesObject): string | undefined {
  return metadata.managedFields?.find(
    (entry) => entry.manager !== FIELD_MANAGER && ownsIngress(entry),
  )?.manager
}

/** True if anything in the status of the Service is ours. */
export function ownsStatus({ metadata }: KubernetesObject): boolean {
  return metadata.managedFields?.some(isStatusOwner) ?? false
}
