import t from 'tap'
import type { AddressRange } from '../../../api/address.ts'
import { exclusionOf, holds, isBuggy, rangeWith } from '../../../reconciler/model/pool-addresses.ts'
import { addressFrom as address, rangeFrom } from '../../support/planning/addresses.ts'

function ranges(...texts: readonly string[]): AddressRange[] {
  return texts.map(rangeFrom)
}

t.test('isBuggy', (t) => {
  t.equal(isBuggy(address('192.0.2.0')), true)
  t.equal(isBuggy(address('192.0.2.255')), true)
  t.equal(isBuggy(address('192.0.2.1')), false)
  t.equal(isBuggy(address('192.0.0.254')), false)
  t.equal(isBuggy(address('2001:db8::')), false)
  t.equal(isBuggy(address('2001:db8::ff')), false)
  t.end()
})

t.test('rangeWith', (t) => {
  const sorted = ranges('192.0.2.1', '192.0.2.4-192.0.2.6', '2001:db8::1-2001:db8::4', 'fd00::/64')
  const cases: readonly [string, number | undefined][] = [
    ['192.0.2.0', undefined],
    ['192.0.2.1', 0],
    ['192.0.2.2', undefined],
    ['192.0.2.4', 1],
    ['192.0.2.5', 1],
    ['192.0.2.6', 1],
    ['192.0.2.7', undefined],
    ['::1', undefined],
    ['2001:db8::1', 2],
    ['2001:db8::5', undefined],
    ['fd00::ffff:0:0:1', 3],
    ['fd00:1::', undefined],
  ]
  for (const [text, index] of cases)
    t.equal(rangeWith(sorted, address(text)), index === undefined ? undefined : sorted[index], text)
  t.equal(rangeWith([], address('192.0.2.1')), undefined, 'no ranges')
  t.end()
})

t.test('exclusionOf', (t) => {
  const pool = {
    ranges: ranges('192.0.2.0/25'),
    avoidBuggyIPs: true,
    excluded: ranges('192.0.2.128/25'),
  }
  const { excluded, ...whole } = pool
  t.equal(exclusionOf(pool, address('192.0.2.200')), 'exclude')
  t.equal(exclusionOf(pool, address('192.0.2.0')), 'avoidBuggyIPs')
  t.equal(exclusionOf(pool, address('192.0.2.1')), undefined)
  t.equal(exclusionOf(pool, address('192.0.3.0')), undefined)
  t.equal(exclusionOf(whole, address('192.0.2.200')), undefined)
  t.equal(exclusionOf({ ...pool, avoidBuggyIPs: false }, address('192.0.2.0')), undefined)
  t.end()
})

t.test('holds', (t) => {
  const pool = { ranges: ranges('192.0.2.0/24', '2001:db8::/64'), avoidBuggyIPs: false }
  const careful = { ...pool, avoidBuggyIPs: true }
  t.equal(holds(pool, address('192.0.2.0')), true)
  t.equal(holds(careful, address('192.0.2.0')), false)
  t.equal(holds(careful, address('192.0.2.1')), true)
  t.equal(holds(careful, address('2001:db8::')), true)
  t.equal(holds(careful, address('192.0.3.1')), false)
  t.end()
})
