import t from 'tap'
import type { Ledger, Holding, SharingGroups } from '../../../reconciler/allocation/ledger.ts'
import {
  addressKey,
  emptyLedger,
  give,
  holdersOf,
  holdingAt,
  isIncomplete,
  keysOf,
  originOf,
  receivers,
  addressesToShare,
  enterGroup,
  leaveGroup,
} from '../../../reconciler/allocation/ledger.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { pool, service } from '../../support/planning/facts.ts'
import type { ServiceFact } from '../../../reconciler/model/model.ts'

const origin = originOf(pool('web', { addresses: ['10.0.0.0/24'] }))
const addressesIn = ({ holdings }: Ledger) =>
  [...holdings.values()].map(({ address }) => address.text)
const grant = (text: string) => ({ address: addressFrom(text), origin, rule: 'held' as const })

t.test('the oldest Service comes first; one of unknown age last', async (t) => {
  const holders = holdersOf([
    service('x/c', { createdAt: '' }),
    service('x/b'),
    service('x/d', { createdAt: '' }),
    service('x/a'),
    service('x/z', { createdAt: '2020-01-01T00:00:00Z' }),
  ])
  t.strictSame(
    holders.map(({ service, rank }) => [service.key, rank]),
    [
      ['x/z', 0],
      ['x/a', 1],
      ['x/b', 2],
      ['x/c', 3],
      ['x/d', 4],
    ],
  )
})

t.test('unknown age last, whichever comes first', async (t) => {
  const [first] = holdersOf([service('x/b'), service('x/a', { createdAt: '' })])
  t.equal(first?.service.key, 'x/b')
})

t.test('SingleStack takes the first family', async (t) => {
  const families = ['IPv6', 'IPv4'] as const
  const [single] = holdersOf([service('x/a', { families })])
  const [dual] = holdersOf([service('x/a', { families, familyPolicy: 'PreferDualStack' })])
  t.strictSame(single?.families, ['IPv6'])
  t.strictSame(dual?.families, ['IPv6', 'IPv4'])
})

t.test('a new address replaces the one of that family', async (t) => {
  const ledger = emptyLedger()
  const [a, b] = holdersOf([
    service('x/a', { sharingKey: 'k' }),
    service('x/b', { sharingKey: 'k' }),
  ])
  give(ledger, a!, grant('10.0.0.1'))
  give(ledger, b!, grant('10.0.0.1'))
  give(ledger, a!, grant('10.0.0.2'))
  t.strictSame(addressesIn(ledger), ['10.0.0.1', '10.0.0.2'])
  t.strictSame(keysOf(holdingAt(ledger, addressFrom('10.0.0.1'))!.holders), ['x/b'])
  t.strictSame(ledger.freed, [], 'the other one has it still')
  give(ledger, b!, grant('10.0.0.2'))
  t.strictSame(
    ledger.freed.map(({ text }) => text),
    ['10.0.0.1'],
  )
  t.strictSame([...ledger.holdings.keys()], [addressKey(addressFrom('10.0.0.2'))])
  t.strictSame(keysOf(holdingAt(ledger, addressFrom('10.0.0.2'))!.holders.toReversed()), [
    'x/a',
    'x/b',
  ])
})

t.test(
  'an address of the other family is no replacement, and one without a key no group',
  async (t) => {
    const ledger = emptyLedger()
    const [a] = holdersOf([service('x/a')])
    give(ledger, a!, grant('10.0.0.1'))
    give(ledger, a!, grant('fd00::1'))
    t.strictSame(addressesIn(ledger), ['10.0.0.1', 'fd00::1'])
    give(ledger, a!, grant('fd00::2'))
  },
)

t.test('RequireDualStack is complete with both, or if it had one before', async (t) => {
  const dual = {
    families: ['IPv4', 'IPv6'] as const,
    familyPolicy: 'RequireDualStack' as const,
  }
  const ledger = emptyLedger()
  const [a, b] = holdersOf([service('x/a', dual), service('x/b', dual)])
  give(ledger, a!, { ...grant('10.0.0.1'), rule: 'requested' })
  t.ok(isIncomplete(a!))
  t.strictSame(receivers(holdingAt(ledger, addressFrom('10.0.0.1'))!), [])
  give(ledger, a!, { ...grant('fd00::1'), rule: 'automatic' })
  t.notOk(isIncomplete(a!))
  give(ledger, b!, grant('10.0.0.2'))
  t.notOk(isIncomplete(b!))
  t.strictSame(receivers(holdingAt(ledger, addressFrom('10.0.0.2'))!), [b])
})

t.test('keys of addresses differ, the highest IPv4 address included', async (t) => {
  const texts = ['0.0.0.0', '255.255.255.255', '127.255.255.255', '128.0.0.0', '::', '::1']
  t.equal(new Set(texts.map((text) => addressKey(addressFrom(text)))).size, texts.length)
})

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
