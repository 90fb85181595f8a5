import t from 'tap'
import {
  absenceOf,
  indexPools,
  poolsAt,
  releaseAllowedBy,
  somePoolUnknown,
} from '../../../reconciler/allocation/pool-index.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { pool, poolSet } from '../../support/planning/facts.ts'

const names = (pools: readonly { readonly name: string }[]) => pools.map(({ name }) => name)

t.test('pools are asked by priority, then name, in whatever order they come', async (t) => {
  const addresses = ['10.0.0.1-10.0.0.9']
  const b = pool('b', { addresses })
  const a = pool('a', { addresses })
  const first = pool('z', { addresses: ['10.0.0.5'], priority: 1 })
  const { pools } = indexPools(poolSet(b, first, a))
  t.strictSame(names(pools), ['z', 'a', 'b'])
  const index = indexPools(poolSet(b, a, first))
  t.strictSame(names(poolsAt(index, addressFrom('10.0.0.5'))), ['z', 'a', 'b'])
  t.strictSame(names(poolsAt(index, addressFrom('10.0.0.6'))), ['a', 'b'])
  t.strictSame(names(poolsAt(index, addressFrom('10.0.1.6'))), [])
})

t.test('addresses that the pool avoids are none of its own', async (t) => {
  const index = indexPools(poolSet(pool('a', { addresses: ['10.0.0.0/24'], avoidBuggyIPs: true })))
  t.strictSame(names(poolsAt(index, addressFrom('10.0.0.255'))), [])
})

t.test('of two reservations of one address that of the first pool counts', async (t) => {
  const addresses = ['10.0.0.1-10.0.0.9']
  const second = pool('b', {
    addresses,
    reserve: { '10.0.0.7': 'x/b', '10.0.0.5': 'x/a', '10.0.0.1': 'x/b' },
  })
  const first = pool('a', { addresses, reserve: { '10.0.0.7': 'x/a' } })
  const { reserved, reservedFor } = indexPools(poolSet(second, first))
  t.match(reserved.get('10.0.0.7'), { pool: 'a', service: 'x/a' })
  const texts = (key: string) => reservedFor.get(key)?.map(({ address }) => address.text)
  t.strictSame(texts('x/a'), ['10.0.0.7', '10.0.0.5'])
  t.strictSame(texts('x/b'), ['10.0.0.1'])
})

t.test('one address reserved twice in one pool is for the first Service by key', async (t) => {
  const address = addressFrom('10.0.0.1')
  const twice = pool('a', { addresses: ['10.0.0.1'] })
  const reservations = ['x/b', 'x/a'].map((service) => ({ address, service }))
  const { reserved } = indexPools(poolSet({ ...twice, reservations }))
  t.equal(reserved.get('10.0.0.1')?.service, 'x/a')
})

t.test('what is known of a pool that is not in force', async (t) => {
  const whole = indexPools(poolSet())
  const broken = indexPools({ pools: [], broken: ['a'], complete: true })
  const partial = indexPools({ pools: [], broken: [], complete: false })
  t.strictSame([whole, broken, partial].map(somePoolUnknown), [false, true, true])
  t.equal(absenceOf(whole, 'a'), 'absent')
  t.equal(absenceOf(broken, 'a'), 'broken')
  t.equal(absenceOf(broken, 'b'), 'absent')
  t.equal(absenceOf(partial, 'a'), 'unknown')
})

t.test('a release is allowed by address, or for all that a pool gave', async (t) => {
  const addresses = ['10.0.0.1']
  const index = indexPools(
    poolSet(
      pool('named', { addresses, allowRelease: ['10.0.0.8', 'fd00::1'] }),
      pool('starred', { addresses, allowRelease: ['*'] }),
    ),
  )
  const allowedBy = (text: string, givenBy: string) =>
    releaseAllowedBy(index, addressFrom(text), givenBy)
  t.equal(allowedBy('10.0.0.8', 'other'), 'named')
  t.equal(allowedBy('fd00::1', 'named'), 'named')
  t.equal(allowedBy('10.0.0.9', 'starred'), 'starred')
  t.equal(allowedBy('10.0.0.9', 'named'), undefined)
})
