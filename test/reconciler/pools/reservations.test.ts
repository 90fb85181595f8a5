import t from 'tap'
import { mergeRanges } from '../../../api/address.ts'
import { readDeclaredRanges } from '../../../reconciler/pools/declared-ranges.ts'
import type { Finding } from '../../../api/finding.ts'
import { readReservations, reservedByTwoPools } from '../../../reconciler/pools/reservations.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

function read(spec: string, name = 'office') {
  const document = poolDocument(spec, name)
  const findings: Finding[] = []
  const ranges = (field: 'addresses' | 'exclude') =>
    mergeRanges(readDeclaredRanges(document, field, findings).map(({ range }) => range))
  const given = ranges('addresses')
  const excluded = ranges('exclude')
  const isComplete = findings.length === 0
  const declared = readReservations(document, { given, excluded, isComplete }, findings)
  return { declared, findings }
}

function kept({ declared }: ReturnType<typeof read>): string[] {
  return declared.map(({ reservation: { address, service } }) => `${address.text} ${service}`)
}

t.test('reservations that hold', (t) => {
  const outcome = read(`
  addresses: [192.0.2.0/24, "2001:db8::/64"]
  exclude: [192.0.2.9]
  reservations:
    - { address: 192.0.2.0, service: shop/web }
    - { address: "2001:DB8::1", service: shop/web }
`)
  t.same(kept(outcome), ['192.0.2.0 shop/web', '2001:db8::1 shop/web'])
  t.same(outcome.findings, [])
  t.match(outcome.declared[0]?.reservation.at, { line: 10, column: 18, length: 9 })
  t.same(kept(read('  addresses: [192.0.2.1]\n')), [])
  t.end()
})

t.test('reservations that do not', (t) => {
  const outcome = read(`
  addresses: [192.0.2.0-192.0.2.20]
  exclude: [192.0.2.9]
  avoidBuggyIPs: true
  reservations:
    - { address: 192.0.2.21, service: a/a }
    - { address: 192.0.2.9, service: a/b }
    - { address: 192.0.2.0, service: a/c }
    - { address: 192.0.2.300, service: a/d }
    - { address: 192.0.2.5, service: a/e }
`)
  t.same(kept(outcome), ['192.0.2.5 a/e'])
  t.same(
    outcome.findings.map(({ code, path }) => [code, path]),
    [
      ['BW2001', 'spec.reservations[3].address'],
      ['BW2017', 'spec.reservations[0].address'],
      ['BW2018', 'spec.reservations[1].address'],
      ['BW2018', 'spec.reservations[2].address'],
    ],
  )
  t.end()
})

t.test('one address twice', (t) => {
  const outcome = read(`
  addresses: ["2001:db8::/64"]
  reservations:
    - { address: "2001:db8::1", service: a/a }
    - { address: "2001:db8::01", service: a/a }
    - { address: "2001:db8::001", service: a/b }
`)
  t.same(kept(outcome), ['2001:db8::1 a/a'])
  t.same(findingTexts(outcome.findings), [
    '10:18 BW2020 <"2001:db8::01"> 2001:db8::1 is reserved twice for a/a -> remove one of the two entries',
    '11:18 BW2019 <"2001:db8::001"> 2001:db8::1 is reserved for a/b and for a/a -> keep one of the two: an address can be reserved for one Service only, even if Services share it',
  ])
  t.match(outcome.findings[0]?.related, [{ message: 'first reserved here', at: { line: 9 } }])
  t.end()
})

t.test('nothing is outside of a pool that cannot be read whole', (t) => {
  const outcome = read(`
  addresses: [192.0.2.1, 192.0.2.300]
  reservations: [{ address: 192.0.2.30, service: a/a }]
`)
  t.same(kept(outcome), ['192.0.2.30 a/a'])
  t.same(
    outcome.findings.map(({ code }) => code),
    ['BW2001'],
  )
  t.end()
})

t.test('one address in several pools', (t) => {
  const spec = `
  addresses: [192.0.2.1, 192.0.2.2]
  reservations: [{ address: 192.0.2.1, service: a/a }]
`
  const declared = ['first', 'second', 'third'].flatMap((name) => read(spec, name).declared)
  const found = reservedByTwoPools(declared)
  t.same(
    found.map(({ code, object, message }) => [code, object?.name, message]),
    ['second', 'third'].map((name) => [
      'BW2021',
      name,
      '192.0.2.1 is reserved here for a/a, and in the pool first for a/a',
    ]),
  )
  t.same(reservedByTwoPools(read(spec).declared), [])
  t.end()
})
