import fc from 'fast-check'
import t from 'tap'
import { intersection, mergeRanges, subtract } from '../../../api/address.ts'
import { readDeclaredRanges } from '../../../reconciler/pools/declared-ranges.ts'
import {
  MAX_OVERLAPS,
  overlapFindings,
  type PoolEntries,
} from '../../../reconciler/pools/overlaps.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

function pool(name: string, addresses: readonly string[], exclude: readonly string[] = []) {
  const spec = JSON.stringify({ addresses, exclude })
  const document = poolDocument(`  ${spec}\n`, name)
  const excluded = mergeRanges(
    readDeclaredRanges(document, 'exclude', []).map(({ range }) => range),
  )
  return { name, entries: readDeclaredRanges(document, 'addresses', []), excluded }
}

function check(...pools: readonly PoolEntries[]): string[] {
  return findingTexts(overlapFindings(pools)).map((text) => text.replace(/^\S+ /, ''))
}

t.test('inside a pool', (t) => {
  t.same(check(pool('a', ['192.0.2.1', '192.0.2.2', '2001:db8::/64'])), [])
  t.same(check(pool('a', ['192.0.2.0/24', '192.0.2.200-192.0.3.9', '192.0.2.7'])), [
    'BW2013 <"192.0.2.200-192.0.3.9"> 192.0.2.200-192.0.2.255 is also in 192.0.2.0/24 -> write 192.0.3.0-192.0.3.9 here',
    'BW2013 <"192.0.2.7"> 192.0.2.7 is also in 192.0.2.0/24 -> remove one of the two entries',
  ])
  t.end()
})

t.test('between pools, the first one has it', (t) => {
  t.same(check(pool('a', ['192.0.2.5-192.0.2.9']), pool('b', ['192.0.2.0-192.0.2.7'])), [
    'BW2014 <"192.0.2.0-192.0.2.7"> 192.0.2.5-192.0.2.7 is also in the pool a (192.0.2.5-192.0.2.9) -> write 192.0.2.0-192.0.2.4 here; until then a gives out these addresses, because it comes first by priority and name',
  ])
  t.end()
})

t.test('what is excluded overlaps with nothing', (t) => {
  const a = pool('a', ['192.0.2.0/24'], ['192.0.2.128/25', '192.0.2.3'])
  t.same(check(a, pool('b', ['192.0.2.128/25', '192.0.2.3'])), [])
  t.same(check(a, pool('b', ['192.0.2.0/30'])).length, 1, 'one finding for two common parts')
  t.same(check(pool('a', ['192.0.2.0/24'], ['192.0.0.0/16']), pool('b', ['192.0.2.1'])), [])
  t.end()
})

t.test('large IPv6 ranges', (t) => {
  t.match(check(pool('a', ['2001:db8::/32']), pool('b', ['2001:db8:1::/48'])), [
    /^BW2014 .* 2001:db8:1::-2001:db8:1:ffff:ffff:ffff:ffff:ffff is also in the pool a/,
  ])
  t.end()
})

t.test('n entries that all overlap do not give n² findings', (t) => {
  const nested = Array.from({ length: 200 }, (_, index) => `192.0.2.0-192.0.3.${index}`)
  const findings = overlapFindings([pool('a', nested)])
  t.equal(findings.length, MAX_OVERLAPS + 1)
  t.match(findings.at(-1), {
    message: `there are more than ${MAX_OVERLAPS} overlaps; the others are not shown`,
  })
  t.end()
})

t.test('the same pairs as by comparing each with each', (t) => {
  const text = fc
    .tuple(fc.nat(60), fc.nat(8))
    .map(([first, more]) => `192.0.2.${first}-192.0.2.${first + more}`)
  const some = fc.uniqueArray(text, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 3 }), (specs) => {
      const pools = specs.map(([addresses, exclude], index) =>
        pool(`p${index}`, addresses, exclude),
      )
      const parts = pools.flatMap(({ entries, excluded }) =>
        entries.map(({ range }) => subtract([range], excluded)),
      )
      let expected = 0
      for (const [i, a] of parts.entries())
        for (const b of parts.slice(i + 1))
          if (a.some((x) => b.some((y) => intersection(x, y) !== undefined))) expected++
      return overlapFindings(pools).length === expected
    }),
    { numRuns: 300, seed: 4291 },
  )
  t.end()
})
