import type {
  AddressObstacle,
  AdmissionObstacle,
  PoolObstacle,
  PoolVerdict,
  SharingObstacle,
} from './allocation-result.ts'
import type { ObjectRef } from './finding.ts'
import type { ServiceKey } from './model.ts'

/** `1 address`, `2 addresses`. */
export function addressesText(count: number): string {
  return count === 1 ? '1 address' : `${count} addresses`
}

export function serviceRef(key: ServiceKey): ObjectRef {
  const slash = key.indexOf('/')
  return { kind: 'Service', namespace: key.slice(0, slash), name: key.slice(slash + 1) }
}

/** As the end of "the pool does not take it: ...". */
const ADMISSION_TEXTS: Record<AdmissionObstacle, string> = {
  serviceSelector: 'serviceSelector does not match its labels',
  namespaces: 'its namespace is not in namespaces',
  namespaceSelector: 'namespaceSelector does not match the labels of its namespace',
  namespaceUnknown: 'the labels of its namespace are not known',
}

export function admissionText(because: AdmissionObstacle): string {
  return ADMISSION_TEXTS[because]
}

const POOL_TEXTS: Record<PoolObstacle, string> = {
  ...ADMISSION_TEXTS,
  autoAssignOff: 'autoAssign is false',
  suspended: 'it is suspended',
  noneOfFamily: 'it has no addresses of that family',
  exhausted: 'all its addresses are in use',
  otherHasBothFamilies: 'another pool has both families',
}

/** `pool web: all its addresses are in use; pool db: it is suspended`. */
export function verdictsText(verdicts: readonly PoolVerdict[]): string {
  if (verdicts.length === 0) return 'there are no pools'
  return verdicts.map(({ pool, because }) => `pool ${pool}: ${POOL_TEXTS[because]}`).join('; ')
}

/** Why two Services cannot have one address. */
export function sharingText(because: SharingObstacle): string {
  switch (because.type) {
    case 'noSharingKey':
      return 'not both have the annotation bellwether.dev/share'
    case 'otherSharingKey':
      return `their sharing keys are ${because.key} and ${because.otherKey}`
    case 'samePort':
      return `both use ${because.protocol} port ${because.port}`
    case 'otherTrafficPolicy':
      return 'their externalTrafficPolicy differs'
    case 'otherSelector':
      return 'with externalTrafficPolicy Local both need the same selector'
    case 'poolSharing':
      return `sharing of the pool is ${because.sharing}`
    case 'poolNotInForce':
      return 'the pool of the address is not in force'
  }
}

/** Why a Service may not have one particular address. */
export function obstacleText(because: AddressObstacle): string {
  switch (because.type) {
    case 'outsidePools':
      return `it lies in no ${because.poolsUnknown ? 'pool that could be read' : 'pool'}`
    case 'outsideRequestedPool':
      return `it is not in the requested pool ${because.pool}`
    case 'notAdmitted':
      return `pool ${because.pool} does not take the Service: ${admissionText(because.because)}`
    case 'suspended':
      return `pool ${because.pool} is suspended`
    case 'reservedForOther':
      return `pool ${because.pool} reserves it for Service ${because.service}`
    case 'nodeAddress':
      return `it is an address of Node ${because.node}`
    case 'inUse':
      return `Service ${because.by} has it, and ${sharingText(because.sharing)}`
    case 'familyNotWanted':
      return 'the Service does not use that family'
    case 'secondOfFamily':
      return `the Service has ${because.first.text}, and gets one address of a family`
    case 'reservationFirst':
      return `${because.reserved.text} is reserved for the Service, which comes first`
  }
}
