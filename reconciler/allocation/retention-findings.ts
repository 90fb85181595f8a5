import type { Retention } from './result.ts'
import type { Finding } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { firstOf } from '../../api/text.ts'
import { addressesText, serviceRef } from '../model/words.ts'
import type { Advice } from '../reasons/reason.ts'
import type { RetentionEntry } from '../reasons/retentions.ts'
import { retentionEntry } from '../reasons/retentions.ts'
import { groupBy } from '../../api/group-by.ts'

/**
 * One finding for each pool and reason, however many addresses it has; addresses that are reserved or a node's
 * own have one each. That Services are not known is said once, elsewhere.
 */
export function retentionFindings(retained: readonly Retention[]): Finding[] {
  return [...groupBy(retained, groupOf).values()].flatMap(groupFinding)
}

function groupOf({ address, pool, reason }: Retention): string {
  const isSingle = retentionEntry(reason.type).single !== undefined
  return `${reason.type} ${isSingle ? address.text : pool}`
}

function groupFinding(group: readonly Retention[]): Finding[] {
  const [first] = group as readonly [Retention, ...Retention[]]
  const { single, advice, owner } = retentionEntry(first.reason.type)
  if (single !== undefined) return [singleFinding(first, single)]
  return advice === undefined ? [] : [poolFinding(group, advice, owner())]
}

function singleFinding(
  retention: Retention,
  single: NonNullable<RetentionEntry['single']>,
): Finding {
  const { address, pool, reason, services } = retention
  const kept = { address: address.text, pool, services: servicesText(retention) }
  const { code, ...parts } = single(kept, reason as never)
  return makeFinding(code, { ...parts, object: serviceRef(services[0]!) })
}

function poolFinding(
  group: readonly Retention[],
  { code, hint }: Advice,
  although: string,
): Finding {
  const { pool } = group[0]!
  const count = addressesText(new Set(group.map(({ address }) => address.text)).size)
  const message = `${count} of pool ${pool} kept in use, although ${although}: ${listText(group)}`
  return makeFinding(code, { message, hint, object: { kind: 'AddressPool', name: pool } })
}

const SHOWN = 5

function listText(group: readonly Retention[]): string {
  return firstOf(
    group.map((one) => `${one.address.text} (${servicesText(one)})`),
    SHOWN,
  )
}

function servicesText({ services, reason }: Retention): string {
  return reason.type === 'notAdmitted' ? reason.service : services.join(', ')
}
