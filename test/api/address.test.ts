import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import t from 'tap'
import {
  addressBytes,
  addressFromBytes,
  addressOf,
  compareAddresses,
  compareRanges,
  contains,
  formatRange,
  intersection,
  isRefused,
  mergeRanges,
  networkOf,
  parseAddress,
  parsePrefix,
  parseRange,
  rangeOfPrefix,
  rangeSize,
  subtract,
  type AddressRange,
} from '../../api/address.ts'
import { addressFrom as address, rangeFrom as range } from '../support/planning/addresses.ts'

function texts(ranges: readonly AddressRange[]): string[] {
  return ranges.map(formatRange)
}

/** The canonical text, or why there is none. */
function canonical(text: string): string {
  const parsed = parseAddress(text)
  return isRefused(parsed) ? parsed.refused : parsed.text
}

function rangeText(text: string): string {
  const parsed = parseRange(text)
  return isRefused(parsed) ? parsed.refused : formatRange(parsed)
}

t.test('parseAddress', (t) => {
  const cases: readonly [string, string][] = [
    ['0.0.0.0', '0.0.0.0'],
    ['192.0.2.10', '192.0.2.10'],
    ['255.255.255.255', '255.255.255.255'],
    ['192.0.2.256', 'notAnAddress'],
    ['192.0.2.010', 'notAnAddress'],
    ['192.0.2', 'notAnAddress'],
    ['192.0.2.1.', 'notAnAddress'],
    ['192.0.2.1.5', 'notAnAddress'],
    ['192..2.1', 'notAnAddress'],
    ['3221225994', 'notAnAddress'],
    ['0x7f.1', 'notAnAddress'],
    [' 192.0.2.1', 'notAnAddress'],
    ['', 'notAnAddress'],
    ['web.example.com', 'notAnAddress'],
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8:0:0:0:0:0:0001', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['2001:db8::1::2', 'notAnAddress'],
    ['2001:db8:12345::', 'notAnAddress'],
    ['1:2:3:4:5:6:7', 'notAnAddress'],
    ['1:2:3:4:5:6:7:8:9', 'notAnAddress'],
    ['2001:db8::g', 'notAnAddress'],
    ['fe80::1%eth0', 'zoneNotAllowed'],
    ['::ffff:192.0.2.1', 'ipv4MappedAddress'],
    ['::ffff:c000:201', 'ipv4MappedAddress'],
  ]
  for (const [text, expected] of cases) t.equal(canonical(text), expected, text)
  t.end()
})

t.test('an embedded IPv4 address is as strict as an address alone', (t) => {
  t.equal(canonical('64:ff9b::192.0.2.033'), 'notAnAddress')
  t.equal(canonical('64:ff9b::0xc0.0.2.33'), 'notAnAddress')
  t.equal(canonical('64:ff9b::192.0.2.256'), 'notAnAddress')
  t.end()
})

t.test('parsePrefix', (t) => {
  const cases: readonly [string, string][] = [
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['192.0.2.1/32', '192.0.2.1/32'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::/0', '::/0'],
    ['192.0.2.0/33', 'badPrefixLength'],
    ['2001:db8::/129', 'badPrefixLength'],
    ['192.0.2.0/024', 'badPrefixLength'],
    ['192.0.2.0/', 'badPrefixLength'],
    ['192.0.2.0', 'badPrefixLength'],
    ['192.0.2.0/24/24', 'badPrefixLength'],
    ['192.0.2.0/-1', 'badPrefixLength'],
    ['192.0.2.1/24', 'hostBitsSet'],
    ['2001:db8::1/64', 'hostBitsSet'],
    ['nonsense/24', 'notAnAddress'],
    ['', 'notAnAddress'],
  ]
  for (const [text, expected] of cases) {
    const prefix = parsePrefix(text)
    const shown = isRefused(prefix) ? prefix.refused : `${prefix.network.text}/${prefix.length}`
    t.equal(shown, expected, text)
  }
  t.end()
})

t.test('parseRange', (t) => {
  const cases: readonly [string, string][] = [
    ['192.0.2.10', '192.0.2.10'],
    ['192.0.2.0/30', '192.0.2.0-192.0.2.3'],
    ['192.0.2.10-192.0.2.20', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10 - 192.0.2.20', '192.0.2.10-192.0.2.20'],
    ['2001:db8::1-2001:db8::f', '2001:db8::1-2001:db8::f'],
    ['2001:db8::/64', '2001:db8::-2001:db8::ffff:ffff:ffff:ffff'],
    ['192.0.2.10-192.0.2.10', '192.0.2.10'],
    ['192.0.2.20-192.0.2.10', 'startAfterEnd'],
    ['192.0.2.20-2001:db8::', 'mixedFamilies'],
    ['192.0.2.1-192.0.2.2-192.0.2.3', 'notAnAddress'],
    ['192.0.2.1-', 'notAnAddress'],
    ['-192.0.2.1', 'notAnAddress'],
    ['192.0.2.1/24', 'hostBitsSet'],
  ]
  for (const [text, expected] of cases) t.equal(rangeText(text), expected, text)
  t.end()
})

t.test('bytes', (t) => {
  t.same([...addressBytes(address('192.0.2.10'))], [192, 0, 2, 10])
  t.same(
    [...addressBytes(address('2001:db8::1'))],
    [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  )
  t.throws(() => addressFromBytes(new Uint8Array(5)), {
    name: 'RangeError',
    message: 'an address has 4 or 16 bytes, not 5',
  })
  t.end()
})

t.test('an order of all addresses, and of all ranges', (t) => {
  const sorted = ['0.0.0.1', '192.0.2.9', '192.0.2.10', '::', '::1', '2001:db8::'].map(address)
  for (const [i, a] of sorted.entries())
    for (const [j, b] of sorted.entries()) t.equal(compareAddresses(a, b), Math.sign(i - j))
  t.ok(compareRanges(range('192.0.2.0/24'), range('192.0.2.0/25')) > 0, 'the shorter comes first')
  t.ok(compareRanges(range('192.0.2.0/24'), range('192.0.2.1')) < 0)
  t.equal(compareRanges(range('192.0.2.0/24'), range('192.0.2.0-192.0.2.255')), 0)
  t.end()
})

t.test('large ranges cost nothing', (t) => {
  t.equal(rangeSize(range('2001:db8::/32')), 2n ** 96n)
  t.same(texts(subtract([range('::/0')], [range('::/1')])), [
    '8000::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  ])
  t.end()
})

t.test('the families never meet', (t) => {
  t.equal(intersection(range('0.0.0.0/0'), range('::/0')), undefined)
  t.equal(contains(range('0.0.0.0/0'), address('::1')), false)
  t.same(texts(mergeRanges([range('::/128'), range('255.255.255.255')])), ['255.255.255.255', '::'])
  t.same(texts(subtract([range('0.0.0.0/0')], [range('::/0')])), ['0.0.0.0-255.255.255.255'])
  t.end()
})

const ipv4 = fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value) => addressOf('IPv4', value))
const ipv6 = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
    // Runs of zeros, for the abbreviation of RFC 5952.
    fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  )
  .map(([a, b]) => addressOf('IPv6', a & b))
  .filter(({ value }) => value >> 32n !== 0xffffn)
const anyAddress = fc.oneof(ipv4, ipv6)

t.test('text and bytes round trip, and ipaddr.js agrees', (t) => {
  fc.assert(
    fc.property(anyAddress, (original) => {
      t.same(address(original.text), original)
      t.same(addressFromBytes(addressBytes(original)), original)
      const other = ipaddr.parse(original.text)
      t.same(other.toByteArray(), [...addressBytes(original)])
      const shortest = other instanceof ipaddr.IPv6 ? other.toRFC5952String() : other.toString()
      t.equal(original.text, shortest)
    }),
    { numRuns: 500, seed: 4291 },
  )
  t.end()
})

t.test('networks as ipaddr.js has them', (t) => {
  const prefix = anyAddress.chain((each) =>
    fc.tuple(fc.constant(each), fc.nat(each.family === 'IPv4' ? 32 : 128)),
  )
  fc.assert(
    fc.property(prefix, ([inside, length]) => {
      const network = networkOf(inside, length)
      const [other] = ipaddr.parseCIDR(`${network.text}/${length}`)
      t.ok(ipaddr.parse(inside.text).match(other, length))
      const whole = rangeOfPrefix({ network, length })
      t.ok(contains(whole, inside))
      t.equal(rangeSize(whole), 2n ** BigInt((inside.family === 'IPv4' ? 32 : 128) - length))
      const parsed = parsePrefix(`${network.text}/${length}`)
      t.same(parsed, { network, length })
    }),
    { numRuns: 300, seed: 4291 },
  )
  t.end()
})

t.test('no text makes it throw', (t) => {
  const pieces = ['192', '0', '.', ':', '::', '/', '-', '2001', 'db8', '%', 'ffff', ' ', '24', 'x']
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((each) => each.join(''))
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), (each) => {
      for (const parse of [parseAddress, parsePrefix, parseRange]) parse(each)
      return true
    }),
    { numRuns: 2000, seed: 4291 },
  )
  t.end()
})

/** Small ranges around a border of 256, of both families, so that they meet often. */
const smallRange = fc
  .tuple(fc.constantFrom('IPv4' as const, 'IPv6' as const), fc.nat(40), fc.nat(9))
  .map(([family, start, more]): AddressRange => ({
    first: addressOf(family, 0xc0000200n - 20n + BigInt(start)),
    last: addressOf(family, 0xc0000200n - 20n + BigInt(start + more)),
  }))
const smallRanges = fc.array(smallRange, { maxLength: 8 })

/** The naive way: every address by itself. */
function members(ranges: readonly AddressRange[]): Set<string> {
  const found = new Set<string>()
  for (const { first, last } of ranges)
    for (let value = first.value; value <= last.value; value++)
      found.add(addressOf(first.family, value).text)
  return found
}

function isCanonical(ranges: readonly AddressRange[]): boolean {
  return ranges.every(({ first, last }, index) => {
    const before = ranges[index - 1]
    if (first.value > last.value) return false
    if (before === undefined || before.last.family !== first.family)
      return before === undefined || compareAddresses(before.last, first) < 0
    return before.last.value + 1n < first.value
  })
}

t.test('sets of ranges are sets of addresses', (t) => {
  fc.assert(
    fc.property(smallRanges, smallRanges, (a, b) => {
      const merged = mergeRanges(a)
      t.same(members(merged), members(a))
      t.ok(isCanonical(merged))
      const left = subtract(a, b)
      const removed = members(b)
      t.same(members(left), new Set([...members(a)].filter((each) => !removed.has(each))))
      t.ok(isCanonical(left))
    }),
    { numRuns: 500, seed: 4291 },
  )
  t.end()
})

t.test('an intersection holds what both hold', (t) => {
  fc.assert(
    fc.property(smallRange, smallRange, (a, b) => {
      const common = intersection(a, b)
      const inB = members([b])
      const expected = [...members([a])].filter((each) => inB.has(each))
      t.same([...members(common === undefined ? [] : [common])], expected)
    }),
    { numRuns: 300, seed: 4291 },
  )
  t.end()
})
