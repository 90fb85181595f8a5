import type { AllocationIncomplete, Release } from './result.ts'
import { retentionFindings } from './retention-findings.ts'
import type { Round } from './round.ts'
import type { Finding } from '../../api/finding.ts'
import { compareFindings } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { describeRelease } from './describe.ts'
import type { Decided } from './outcome.ts'
import type { ServiceFact } from '../model/model.ts'
import { addressesText, serviceRef } from '../model/words.ts'
import type { AllocationRefusal } from '../reasons/refusals.ts'
import { adviceOn, describeRefusal } from '../reasons/refusals.ts'
import { releaseAdvice } from '../reasons/releases.ts'

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
  const advice = releaseAdvice(release.reason.type)
  if (advice === undefined) return []
  const { code, hint } = advice
  const message = `Service ${describeRelease(release)}`
  return [makeFinding(code, { message, hint, object: serviceRef(release.service) })]
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

/** None for what has a finding elsewhere, or is as it should be. */
export function refusalFinding(service: ServiceFact, refusal: AllocationRefusal): Finding[] {
  const { key, namespace, name, familyPolicy, families } = service
  // PreferDualStack asks for a second family where there is one.
  const isExtra = familyPolicy === 'PreferDualStack' && refusal.family !== families[0]
  const advice = adviceOn(refusal, isExtra)
  if (advice === undefined) return []
  const { code, hint } = advice
  const message = `Service ${key}: ${describeRefusal(refusal)}`
  return [makeFinding(code, { message, hint, object: { kind: 'Service', namespace, name } })]
}
