import t from 'tap'
import {
  isProblem,
  nextPools,
  NO_POOLS_YET,
  poolInputs,
  poolsReading,
} from '../../../reconciler/watch/pools-in-force.ts'

const ONE = poolsReading([{ path: 'lan.yaml', text: 'kind: AddressPool' }], 'a')
const TWO = poolsReading([{ path: 'lan.yaml', text: 'kind: List' }], 'a')
const GONE = { message: 'there is no folder pools', hint: 'see git-sync' }

t.test('the digest is of paths, texts and revision', (t) => {
  const others = [
    TWO,
    poolsReading([{ path: 'lan.yaml', text: 'kind: AddressPool' }], 'b'),
    poolsReading([{ path: 'lan.yml', text: 'kind: AddressPool' }], 'a'),
    poolsReading([], 'a'),
  ]
  t.equal(new Set([ONE, ...others].map(({ digest }) => digest)).size, 5)
  t.equal(poolsReading([...ONE.sources], 'a').digest, ONE.digest)
  t.match(ONE.digest, /^sha256:[\da-f]{64}$/)
  t.end()
})

t.test('what is read comes into force; the same changes nothing', (t) => {
  const first = nextPools(NO_POOLS_YET, ONE)
  t.strictSame(first, { reading: ONE, files: first.files, problem: undefined })
  t.match(first.files, {
    revision: 'a',
    pools: [{ value: { kind: 'AddressPool' } }],
    unreadable: [],
  })
  t.equal(nextPools(first, poolsReading([...ONE.sources], 'a')), first)
  t.equal(nextPools(first, TWO).reading, TWO)
  t.end()
})

t.test('what cannot be read takes nothing out of force, and is told once', (t) => {
  const stale = nextPools(nextPools(NO_POOLS_YET, ONE), GONE)
  t.match(stale, { reading: ONE, files: { pools: { length: 1 } }, problem: GONE })
  t.equal(nextPools(stale, { ...GONE }), stale)
  t.match(nextPools(stale, { ...GONE, message: 'another' }), { problem: { message: 'another' } })
  t.match(nextPools(stale, ONE), { reading: ONE, problem: undefined }, 'it is back')
  t.end()
})

t.test('pools that were never read are unknown', (t) => {
  const inputs = poolInputs(nextPools(NO_POOLS_YET, GONE), 'pools')
  t.match(inputs, { pools: [], revision: '', unreadable: [{ code: 'BW1010', ...GONE }] })
  t.match(poolInputs(NO_POOLS_YET, 'pools').unreadable, [{ at: { file: 'pools' } }])
  const known = nextPools(nextPools(NO_POOLS_YET, ONE), GONE)
  t.equal(poolInputs(known, 'pools'), known.files)
  t.end()
})

t.test('an empty folder is known to be empty', (t) => {
  const empty = poolsReading([], '')
  t.notOk(isProblem(empty))
  t.ok(isProblem(GONE))
  t.strictSame(poolInputs(nextPools(NO_POOLS_YET, empty), 'pools').unreadable, [])
  t.end()
})
