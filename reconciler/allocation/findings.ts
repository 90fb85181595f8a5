import type { AllocationIncomplete, Release, AllocationRefusal, AddressObstacle } from './result.ts'
import { retentionFindings } from './retention-findings.ts'
import type { Round } from './round.ts'
import type { Finding } from '../../api/finding.ts'
import { compareFindings } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { describeRelease, describeRefusal } from './describe.ts'
import type { Decided } from './outcome.ts'
import type { FindingCode } from '../../api/codes/code.ts'
import type { ServiceFact } from '../model/model.ts'
import { addressesText, serviceRef } from '../model/words.ts'

/** What people should know of a round, in the order of `compareFindings`. */
export function allocationFindings(
  round: Round,
  { refusals, releases, retained }: Decided,
  incomplete: readonly AllocationIncomplete[],
): Finding[] {
  const findings = [
    ...[...refusals].flatMap(([key, list]) => {
      const service = round.holderOf(key)!.service
      return list.flatMap((refusal) => refusalFinding(service, refusal))
    }),
    ...releases.flatMap(releaseFinding),
    ...retentionFindings(retained),
    ...incomplete.map(incompleteFinding),
  ]
  return findings.sort(compareFindings)
}

function releaseFinding(release: Release): Finding[] {
  if (release.reason.type !== 'sharingEnded') return []
  return [
    makeFinding('BW4014', {
      message: `Service ${describeRelease(release)}`,
      hint: 'make the two fit each other again, or use the new address',
      object: serviceRef(release.service),
    }),
  ]
}

function incompleteFinding(incomplete: AllocationIncomplete): Finding {
  switch (incomplete.type) {
    case 'servicesUnknown':
      return makeFinding('BW4017', {
        message: `Services are not known: nothing changes for ${addressesText(incomplete.addresses)} in force`,
        hint: 'add Services to the cluster state',
      })
    case 'namespacesUnknown':
      return makeFinding('BW4018', {
        message: `Namespaces are not known, and these pools select by their labels: ${incomplete.pools.join(', ')}`,
        hint: 'add Namespaces to the cluster state',
      })
    case 'nodeAddressesUnknown':
      return makeFinding('BW4019', {
        message: `Nodes are not known: ${addressesText(incomplete.addresses)} given now without a check against the addresses of nodes`,
        hint: 'add Nodes to the cluster state',
      })
  }
}

type RefusalOf<Type extends AllocationRefusal['type']> = Extract<AllocationRefusal, { type: Type }>

type Advice = readonly [FindingCode, string]

/** None for what has a finding elsewhere, or is as it should be. */
export function refusalFinding(service: ServiceFact, refusal: AllocationRefusal): Finding[] {
  const advice = adviceOn(service, refusal)
  if (advice === undefined) return []
  const { key, namespace, name } = service
  const [code, hint] = advice
  const message = `Service ${key}: ${describeRefusal(refusal)}`
  return [makeFinding(code, { message, hint, object: { kind: 'Service', namespace, name } })]
}

function adviceOn(service: ServiceFact, refusal: AllocationRefusal): Advice | undefined {
  switch (refusal.type) {
    // The annotation has a finding already, from where it is read.
    case 'requestUnreadable':
      return undefined
    case 'request':
      return [refusal.because.type === 'inUse' ? 'BW4004' : 'BW4003', requestHint(refusal.because)]
    case 'reservation':
      return reservationAdvice(refusal)
    case 'requestedPool':
      return ['BW4005', 'correct the annotation bellwether.dev/pool, or the pool']
    case 'noPoolFits':
    case 'poolsExhausted':
      return poolsAdvice(service, refusal)
    case 'otherFamilyMissing':
      return ['BW4006', 'add addresses of the other family to a pool, or use PreferDualStack']
    case 'statusAddressUnknown':
      return ['BW4016', 'correct the pool that is broken']
  }
}

function requestHint(because: AddressObstacle): string {
  switch (because.type) {
    case 'outsidePools':
      return 'add the address to a pool, or ask for one that is in a pool'
    case 'outsideRequestedPool':
      return 'make bellwether.dev/pool and the requested address agree'
    case 'notAdmitted':
      return 'change the selectors of the pool or the labels of the Service: selectors bind requests too'
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
function reservationAdvice({ because }: RefusalOf<'reservation'>): Advice | undefined {
  if (because.type === 'inUse') return undefined
  return ['BW4012', 'change the reservation, or what stands against it']
}

/** PreferDualStack asks for a second family where there is one: that no pool has any is no surprise. */
function poolsAdvice(
  { familyPolicy, families }: ServiceFact,
  { type, family }: RefusalOf<'noPoolFits' | 'poolsExhausted'>,
): Advice | undefined {
  const isExtra = familyPolicy === 'PreferDualStack' && family !== families[0]
  if (type === 'noPoolFits')
    return isExtra ? undefined : ['BW4001', 'make a pool take the Service, or declare one for it']
  return [
    isExtra ? 'BW4007' : 'BW4002',
    'add addresses of that family to a pool that takes the Service',
  ]
}
