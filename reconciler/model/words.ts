import type { ServiceKey } from './model.ts'
import type { ObjectRef } from '../../api/finding.ts'

/** `1 address`, `2 addresses`. */
export function addressesText(count: number): string {
  return count === 1 ? '1 address' : `${count} addresses`
}

/** The key is `namespace/name`. */
export function serviceRef(key: ServiceKey): ObjectRef {
  const slash = key.indexOf('/')
  return { kind: 'Service', namespace: key.slice(0, slash), name: key.slice(slash + 1) }
}
