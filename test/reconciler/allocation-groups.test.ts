import t from 'tap'
import type { Holding, SharingGroups } from '../../reconciler/allocation/ledger.ts'
import {
  holdersOf,
  originOf,
  addressesToShare,
  enterGroup,
  leaveGroup,
} from '../../reconciler/allocation/ledger.ts'
import type { ServiceFact } from '../../reconciler/model.ts'
import { addressFrom } from '../support/addresses.ts'
import { pool, service } from '../support/facts.ts'

const origin = originOf(pool('web', { addresses: ['10.0.0.0/24'] }))
const holding = (text: string): Holding => {
  return { address: addressFrom(text), origin, holders: [], sharingKey: undefined }
}
const keyed = (name: string, ...ports: number[]) =>
  service(`x/${name}`, {
    sharingKey: 'k',
    ports: ports.map((port) => ({ protocol: 'TCP', port })),
  })

function enter(groups: SharingGroups, one: Holding, member: ServiceFact): void {
  one.holders.push(...holdersOf([member]))
  enterGroup(groups, one, member)
}

function leave(groups: SharingGroups, one: Holding, member: ServiceFact): void {
  const at = one.holders.findIndex(({ service }) => service.key === member.key)
  one.holders.splice(at, 1)
  leaveGroup(groups, one, member)
}

function offered(groups: SharingGroups, member: ServiceFact, family: 'IPv4' | 'IPv6' = 'IPv4') {
  return [...addressesToShare(groups, member, family)].map(({ address }) => address.text)
}

t.test('the addresses of those with the same key, by family', async (t) => {
  const groups: SharingGroups = new Map()
  enter(groups, holding('10.0.0.1'), keyed('a', 80))
  enter(groups, holding('10.0.0.2'), keyed('b', 443))
  enter(groups, holding('fd00::1'), keyed('c', 80))
  const web = keyed('d', 53)
  t.strictSame(offered(groups, web), ['10.0.0.1', '10.0.0.2'])
  t.strictSame(offered(groups, web, 'IPv6'), ['fd00::1'])
  t.strictSame(offered(groups, { ...web, sharingKey: 'other' }), [])
  t.strictSame(offered(groups, service('x/d')), [], 'without a key')
})

t.test('none where a port is in use on all of them', async (t) => {
  const groups: SharingGroups = new Map()
  const [one, two] = [holding('10.0.0.1'), holding('10.0.0.2')]
  enter(groups, one, keyed('a', 80, 80))
  enter(groups, two, keyed('b', 443))
  const both = keyed('c', 80, 443)
  t.strictSame(offered(groups, both), ['10.0.0.1', '10.0.0.2'], 'no port is everywhere')
  enter(groups, two, keyed('d', 80))
  t.strictSame(offered(groups, both), [])
  leave(groups, two, keyed('d', 80))
  t.strictSame(offered(groups, both), ['10.0.0.1', '10.0.0.2'])
  leave(groups, two, keyed('b', 443))
  t.strictSame(offered(groups, keyed('e', 443)), ['10.0.0.1'])
  t.strictSame(offered(groups, both), [])
})

t.test('a Service without a key opens no group, and counts in none', async (t) => {
  const groups: SharingGroups = new Map()
  const one = holding('10.0.0.1')
  enter(groups, one, service('x/a'))
  t.equal(groups.size, 0)
  leave(groups, one, service('x/a'))
  enter(groups, one, service('x/a'))
  enter(groups, one, keyed('b', 443))
  leave(groups, one, service('x/a'))
  t.strictSame(offered(groups, keyed('c', 80)), ['10.0.0.1'])
  t.strictSame(offered(groups, keyed('c', 443)), [])
})
