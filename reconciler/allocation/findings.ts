import type { Decided } from '../allocation-decided.ts'
import { refusalFinding } from '../allocation-refusal-findings.ts'
import type { AllocationIncomplete, Release } from './result.ts'
import { addressesText, retentionFindings, serviceRef } from './retention-findings.ts'
import type { Round } from './round.ts'
import type { Finding } from '../finding.ts'
import { compareFindings } from '../finding.ts'
import { makeFinding } from '../make-finding.ts'
import { describeRelease } from './describe.ts'

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
