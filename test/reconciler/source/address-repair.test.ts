import t from 'tap'
import {
  repairAddress,
  repairPrefix,
  repairRange,
} from '../../../reconciler/source/address-repair.ts'

t.test('repairAddress', (t) => {
  const cases: readonly [string, string | undefined][] = [
    [' 192.0.2.1 ', '192.0.2.1'],
    ['192.000.002.001', '192.0.2.1'],
    ['192.0.2.1:443', '192.0.2.1'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['192.0.2', undefined],
    ['web', undefined],
    ['', undefined],
  ]
  for (const [text, repaired] of cases) t.equal(repairAddress(text), repaired, text)
  t.end()
})

t.test('repairPrefix', (t) => {
  const cases: readonly [string, string | undefined][] = [
    ['192.0.2.17/24', '192.0.2.0/24'],
    ['2001:db8::17/64', '2001:db8::/64'],
    ['192.0.2.0/255.255.255.128', '192.0.2.0/25'],
    ['192.0.2.0/0.0.0.0', '0.0.0.0/0'],
    ['192.0.2.0/255.0.255.0', undefined],
    ['192.0.2.0/2001:db8::', undefined],
    ['10/8', '10.0.0.0/8'],
    ['10.1/16', '10.1.0.0/16'],
    ['10.1.2./24', '10.1.2.0/24'],
    ['192.0.2.0/33', undefined],
    ['2001:db8::/129', undefined],
    ['192.0.2.0/x', undefined],
    ['192.0.2.0', undefined],
    ['192.0.2.0/24/24', undefined],
    ['web/24', undefined],
  ]
  for (const [text, repaired] of cases) t.equal(repairPrefix(text), repaired, text)
  t.end()
})

t.test('repairRange', (t) => {
  const cases: readonly [string, string | undefined][] = [
    ['192.0.2.x', '192.0.2.0/24'],
    ['192.0.2', '192.0.2.0/24'],
    ['192.0.2.10-20', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10 – 192.0.2.20', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10..192.0.2.20', '192.0.2.10-192.0.2.20'],
    ['192.0.2.20-192.0.2.10', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10-192.0.2.20/24', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10-2001:db8::1', undefined],
    ['192.0.2.10-web', undefined],
    ['web-192.0.2.10', undefined],
    ['192.0.2.1-192.0.2.2-192.0.2.3', undefined],
    ['192.0.2.17/24', '192.0.2.0/24'],
    ['[::1]', '::1'],
    ['web', undefined],
  ]
  for (const [text, repaired] of cases) t.equal(repairRange(text), repaired, text)
  t.end()
})
