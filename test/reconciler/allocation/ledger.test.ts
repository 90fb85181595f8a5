import t from 'tap'
import type { Ledger } from '../../../reconciler/allocation/ledger.ts'
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
} from '../../../reconciler/allocation/ledger.ts'
import { addressFrom } from '../../support/addresses.ts'
import { pool, service } from '../../support/facts.ts'

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
