import t from 'tap'
import { mergeRanges, subtract } from '../../../api/address.ts'
import { readDeclaredRanges } from '../../../reconciler/pools/declared-ranges.ts'
import {
  describeRanges,
  uselessExcludes,
  withoutAddresses,
} from '../../../reconciler/pools/exclude-findings.ts'
import { rangeFrom } from '../../support/planning/addresses.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

function check(spec: string): string[] {
  const document = poolDocument(spec)
  const excludes = readDeclaredRanges(document, 'exclude', [])
  const given = mergeRanges(readDeclaredRanges(document, 'addresses', []).map(({ range }) => range))
  const ranges = subtract(
    given,
    excludes.map(({ range }) => range),
  )
  return findingTexts([
    ...uselessExcludes(excludes, given),
    ...withoutAddresses(document, given, ranges),
  ])
}

t.test('an exclude that excludes something', (t) => {
  t.same(check('  addresses: [192.0.2.0/24]\n  exclude: [192.0.0.0/23, 192.0.2.200-192.0.3.9]\n'), [
    '7:13 BW2015 <192.0.0.0/23> 192.0.0.0/23 excludes nothing: no entry of addresses contains any part of it -> remove it, or write a part of 192.0.2.0-192.0.2.255',
  ])
  t.end()
})

t.test('beyond the last address, between two, and of the other family', (t) => {
  const spec = `
  addresses: [192.0.2.1, 192.0.2.9]
  exclude: [192.0.2.10, 192.0.2.2-192.0.2.8, "2001:db8::/64"]
`
  t.equal(check(spec).length, 3)
  t.end()
})

t.test('nothing left', (t) => {
  t.same(check('  addresses: [192.0.2.1]\n  exclude: [192.0.2.1]\n'), [
    '7:3 BW2016 <exclude> exclude leaves no address of 192.0.2.1 -> to stop giving out addresses, write `suspend: true`; Services then keep the addresses that they have',
  ])
  t.same(check('  addresses: [192.0.2.255-192.0.3.0]\n  avoidBuggyIPs: true\n'), [
    '7:18 BW2016 <true> avoidBuggyIPs leaves no address of 192.0.2.255-192.0.3.0 -> to stop giving out addresses, write `suspend: true`; Services then keep the addresses that they have',
  ])
  t.same(check('  addresses: [192.0.2.255-192.0.3.1]\n  avoidBuggyIPs: true\n'), [])
  t.same(check('  addresses: [192.0.2.255]\n'), [])
  t.end()
})

t.test('describeRanges', (t) => {
  const ranges = ['192.0.2.1', '192.0.2.3', '192.0.2.5', '192.0.2.7', '192.0.2.9'].map(rangeFrom)
  t.equal(describeRanges(ranges.slice(0, 3)), '192.0.2.1, 192.0.2.3, 192.0.2.5')
  t.equal(describeRanges(ranges), '192.0.2.1, 192.0.2.3, 192.0.2.5 and 2 more')
  t.end()
})
