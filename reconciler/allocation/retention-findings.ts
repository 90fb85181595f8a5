import type { Retention, RetentionReason } from './result.ts'
import type { FindingCode } from '../../api/codes/code.ts'
import type { Finding } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { addressesText, serviceRef } from '../model/words.ts'

type ReasonOf<Type extends RetentionReason['type']> = Extract<RetentionReason, { type: Type }>

/**
 * One finding for each pool and reason, however many addresses it has; addresses that are reserved or a node's
 * own have one each. That Services are not known is said once, elsewhere.
 */
export function retentionFindings(retained: readonly Retention[]): Finding[] {
  const groups = new Map<string, Retention[]>()
  for (const retention of retained) {
    const key = groupOf(retention)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [retention])
    else group.push(retention)
  }
  return [...groups.values()].flatMap(groupFinding)
}

function groupOf({ address, pool, reason }: Retention): string {
  const isOwn = reason.type === 'reservedForOther' || reason.type === 'nodeAddress'
  return `${reason.type} ${isOwn ? address.text : pool}`
}

function groupFinding(group: readonly Retention[]): Finding[] {
  const { address, pool, reason, services } = group[0]!
  const object = serviceRef(services[0]!)
  switch (reason.type) {
    case 'servicesUnknown':
      return []
    case 'reservedForOther':
      return [
        makeFinding('BW4011', {
          message: `${address.text} is reserved for Service ${reason.reservedFor}, while ${servicesText(group[0]!)} has it`,
          hint: `let ${servicesText(group[0]!)} ask for another address, or reserve another one`,
          object,
        }),
      ]
    case 'nodeAddress':
      return [
        makeFinding('BW4013', {
          message: `${address.text}, which ${servicesText(group[0]!)} has, is an address of Node ${reason.node}`,
          hint: `exclude ${address.text} from pool ${pool}, and let the Service ask for another address`,
          object,
        }),
      ]
    default:
      return [poolFinding(group, reason)]
  }
}

type PoolReason = Exclude<
  RetentionReason,
  ReasonOf<'servicesUnknown' | 'reservedForOther' | 'nodeAddress'>
>

const POOL_FINDINGS: Record<
  PoolReason['type'],
  { readonly code: FindingCode; readonly why: string; readonly hint: string }
> = {
  poolRemoved: {
    code: 'BW4008',
    why: 'is not declared any more',
    hint: 'declare the pool again, or add bellwether.dev/allow-release with the addresses to another pool',
  },
  poolNarrowed: {
    code: 'BW4008',
    why: 'was narrowed',
    hint: 'add the addresses to a pool again, or add bellwether.dev/allow-release: "*" to this one',
  },
  poolBroken: { code: 'BW4009', why: 'has an error', hint: 'correct the pool' },
  poolUnknown: { code: 'BW4009', why: 'could not be read', hint: 'correct what cannot be read' },
  notAdmitted: {
    code: 'BW4010',
    why: 'would not take their Services today',
    hint: 'nothing has to be done: what is held stays until the Service goes',
  },
  poolSharing: {
    code: 'BW4015',
    why: 'would not let their Services share them today',
    hint: 'nothing has to be done: those that share go on sharing',
  },
}

function poolFinding(group: readonly Retention[], { type }: PoolReason): Finding {
  const { pool } = group[0]!
  const { code, why, hint } = POOL_FINDINGS[type]
  const count = addressesText(new Set(group.map(({ address }) => address.text)).size)
  const message = `${count} of pool ${pool} kept in use, although the pool ${why}: ${listText(group)}`
  return makeFinding(code, { message, hint, object: { kind: 'AddressPool', name: pool } })
}

const SHOWN = 5

function listText(group: readonly Retention[]): string {
  const shown = group.slice(0, SHOWN).map((one) => `${one.address.text} (${servicesText(one)})`)
  const more = group.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function servicesText({ services, reason }: Retention): string {
  return reason.type === 'notAdmitted' ? reason.service : services.join(', ')
}
