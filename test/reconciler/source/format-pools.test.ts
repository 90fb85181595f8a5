import t from 'tap'
import type { AddressPool } from '../../../api/objects.ts'
import { API_VERSION } from '../../../api/objects.ts'
import { formatPools } from '../../../reconciler/source/format-pools.ts'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'

function pool(name: string, ...addresses: string[]): AddressPool {
  return { apiVersion: API_VERSION, kind: 'AddressPool', metadata: { name }, spec: { addresses } }
}

t.test('a document for each pool, by name', async (t) => {
  const text = formatPools([pool('mail', '2001:db8::/124'), pool('lan', '192.0.2.10')])
  t.equal(
    text,
    `apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata:
  name: lan
spec:
  addresses:
    - 192.0.2.10
---
apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata:
  name: mail
spec:
  addresses:
    - 2001:db8::/124
`,
  )
})

t.test('what is written is read back', async (t) => {
  const pools = [pool('a', '192.0.2.10'), pool('b', '192.0.2.20-192.0.2.29')]
  const read = parsePools([{ path: 'pools.yaml', text: formatPools(pools) }])
  t.strictSame(
    read.pools.map(({ value }) => value),
    pools,
  )
  t.strictSame(read.unreadable, [])
})

t.test('the order of the input does not matter, even of two with one name', async (t) => {
  const [one, other] = [pool('a', '192.0.2.1'), pool('a', '192.0.2.2')]
  t.equal(formatPools([one, other]), formatPools([other, one]))
})

t.test('no pool is an empty text', async (t) => {
  t.equal(formatPools([]), '')
})
