import type { AddressObstacle, AllocationRefusal } from './allocation-result.ts'
import { obstacleText, serviceRef, verdictsText } from './allocation-texts.ts'
import type { FindingCode } from './finding-codes.ts'
import type { Finding } from './finding.ts'
import { makeFinding } from './make-finding.ts'
import type { ServiceFact } from './model.ts'

type RefusalOf<Type extends AllocationRefusal['type']> = Extract<AllocationRefusal, { type: Type }>

/** At most one finding: an unreadable request has one already, from where it is read. */
export function refusalFinding(service: ServiceFact, refusal: AllocationRefusal): Finding[] {
  switch (refusal.type) {
    case 'requestUnreadable':
      return []
    case 'request':
      return [requestFinding(service, refusal)]
    case 'reservation':
      return reservationFinding(service, refusal)
    case 'requestedPool':
      return [requestedPoolFinding(service, refusal)]
    case 'noPoolFits':
    case 'poolsExhausted':
      return poolsFinding(service, refusal)
    case 'otherFamilyMissing':
      return [dualStackFinding(service, refusal)]
    case 'statusAddressUnknown':
      return [statusFinding(service, refusal)]
  }
}

function finding(
  code: FindingCode,
  { key }: ServiceFact,
  { message, hint }: { readonly message: string; readonly hint: string },
): Finding {
  const object = serviceRef(key)
  return makeFinding(code, { message: `Service ${key} ${message}`, hint, object })
}

function requestFinding(service: ServiceFact, refusal: RefusalOf<'request'>): Finding {
  const { address, because } = refusal
  const code = because.type === 'inUse' ? 'BW4004' : 'BW4003'
  const message = `cannot have ${address.text}, which it asks for: ${obstacleText(because)}${instead(refusal)}`
  return finding(code, service, { message, hint: requestHint(because) })
}

function instead({ instead: address }: AllocationRefusal): string {
  return address === undefined ? '' : `; it has ${address.text}`
}

function requestHint(because: AddressObstacle): string {
  switch (because.type) {
    case 'outsidePools':
      return 'add the address to a pool, or ask for one that is in a pool'
    case 'outsideRequestedPool':
      return 'make bellwether.dev/pool and the requested address agree'
    case 'notAdmitted':
      return 'change the selectors of the pool or the labels of the Service; selectors bind requests too'
    case 'suspended':
      return 'remove suspend from the pool, or ask for an address of another one'
    case 'reservedForOther':
    case 'nodeAddress':
      return 'ask for another address'
    case 'inUse':
      return 'ask for another address, or make the two Services fit to share'
    case 'familyNotWanted':
      return 'add the family to spec.ipFamilies, or remove the request'
    case 'secondOfFamily':
      return 'ask for one address of each family'
    case 'reservationFirst':
      return 'remove the reservation or the request'
  }
}

/** An address that is in use and reserved has a finding as an address that is kept. */
function reservationFinding(service: ServiceFact, refusal: RefusalOf<'reservation'>): Finding[] {
  const { address, because } = refusal
  if (because.type === 'inUse') return []
  const message = `cannot have ${address.text}, which is reserved for it: ${obstacleText(because)}${instead(refusal)}`
  const hint = 'change the reservation, or what stands against it'
  return [finding('BW4012', service, { message, hint })]
}

const ABSENCE_TEXTS: Record<RefusalOf<'requestedPool'>['because'], string> = {
  absent: 'no pool has that name',
  broken: 'its declaration has an error',
  unknown: 'no pool of that name could be read',
}

function requestedPoolFinding(service: ServiceFact, refusal: RefusalOf<'requestedPool'>): Finding {
  const { pool, because, family } = refusal
  const message = `asks for an ${family} address of pool ${pool}, and ${ABSENCE_TEXTS[because]}${instead(refusal)}`
  const hint = 'correct the annotation bellwether.dev/pool, or the pool'
  return finding('BW4005', service, { message, hint })
}

function poolsFinding(
  service: ServiceFact,
  refusal: RefusalOf<'noPoolFits' | 'poolsExhausted'>,
): Finding[] {
  const { type, family, pools } = refusal
  const isSecond = service.familyPolicy === 'PreferDualStack' && family !== service.families[0]
  if (isSecond && type === 'noPoolFits') return []
  const what = refusal.instead ? 'gets no address of the requested pool' : 'gets no address'
  const message = `${what} (${family}): ${verdictsText(pools)}${instead(refusal)}`
  if (isSecond) return [finding('BW4007', service, { message, hint: MORE_ADDRESSES })]
  return type === 'noPoolFits'
    ? [finding('BW4001', service, { message, hint: 'make a pool take the Service' })]
    : [finding('BW4002', service, { message, hint: MORE_ADDRESSES })]
}

const MORE_ADDRESSES = 'add addresses to one of the pools that take the Service'

function dualStackFinding(
  service: ServiceFact,
  { family, missing }: RefusalOf<'otherFamilyMissing'>,
): Finding {
  return finding('BW4006', service, {
    message: `gets no ${family} address either, because it requires both families and ${missing} cannot be had`,
    hint: `add ${missing} addresses to a pool that takes the Service, or use PreferDualStack`,
  })
}

function statusFinding(
  service: ServiceFact,
  { address }: RefusalOf<'statusAddressUnknown'>,
): Finding {
  return finding('BW4016', service, {
    message: `has ${address.text} in its status, which may lie in a pool that cannot be read, so it gets no other address`,
    hint: 'correct the pool that is broken',
  })
}
