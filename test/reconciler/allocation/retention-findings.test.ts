import t from 'tap'
import type { Retention } from '../../../reconciler/allocation/result.ts'
import type { RetentionReason } from '../../../reconciler/reasons/retentions.ts'
import { retentionFindings } from '../../../reconciler/allocation/retention-findings.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { addressesText, serviceRef } from '../../../reconciler/model/words.ts'

function retention(reason: RetentionReason, parts: Partial<Retention> = {}): Retention {
  const address = addressFrom('10.0.0.1')
  return { address, pool: 'web', segment: 'default', services: ['x/a'], reason, ...parts }
}

const CASES: readonly { reason: RetentionReason; code: string | undefined; message?: RegExp }[] = [
  { reason: { type: 'poolRemoved' }, code: 'BW4008', message: /is not declared any more/ },
  { reason: { type: 'poolNarrowed' }, code: 'BW4008', message: /was narrowed/ },
  { reason: { type: 'poolBroken' }, code: 'BW4009', message: /has an error/ },
  { reason: { type: 'poolUnknown' }, code: 'BW4009', message: /could not be read/ },
  { reason: { type: 'servicesUnknown' }, code: undefined },
  {
    reason: { type: 'notAdmitted', service: 'x/b', because: 'namespaces' },
    code: 'BW4010',
    message: /10\.0\.0\.1 \(x\/b\)$/,
  },
  {
    reason: { type: 'reservedForOther', reservedFor: 'x/c' },
    code: 'BW4011',
    message: /reserved for Service x\/c, while x\/a has it/,
  },
  { reason: { type: 'nodeAddress', node: 'n1' }, code: 'BW4013', message: /of Node n1$/ },
  { reason: { type: 'poolSharing', sharing: 'none' }, code: 'BW4015', message: /share/ },
]

for (const { reason, code, message } of CASES)
  t.test(reason.type, async (t) => {
    const findings = retentionFindings([retention(reason)])
    t.strictSame(
      findings.map((finding) => finding.code),
      code === undefined ? [] : [code],
    )
    for (const finding of findings) t.match(finding.message, message)
  })

t.test('one finding for each pool and reason', async (t) => {
  const many = [1, 2, 3, 4, 5, 6, 7].map((last) =>
    retention({ type: 'poolRemoved' }, { address: addressFrom(`10.0.0.${last}`) }),
  )
  const other = retention({ type: 'poolRemoved' }, { pool: 'db', services: ['x/a', 'x/b'] })
  const findings = retentionFindings([...many, other, retention({ type: 'poolNarrowed' })])
  t.match(findings, [
    {
      message: /^7 addresses of pool web kept .*: 10\.0\.0\.1 \(x\/a\), .*\.5 \(x\/a\) and 2 more$/,
      object: { kind: 'AddressPool', name: 'web' },
    },
    { message: /^1 address of pool db .*10\.0\.0\.1 \(x\/a, x\/b\)$/ },
    { message: /was narrowed/ },
  ])
})

t.test("addresses that are reserved or a node's own have a finding each", async (t) => {
  const reason = { type: 'nodeAddress', node: 'n1' } as const
  const two = ['10.0.0.1', '10.0.0.2'].map((text) =>
    retention(reason, { address: addressFrom(text) }),
  )
  t.match(retentionFindings(two), [
    { object: { kind: 'Service', namespace: 'x', name: 'a' }, hint: /exclude 10\.0\.0\.1/ },
    { hint: /exclude 10\.0\.0\.2/ },
  ])
})

t.test('words', async (t) => {
  t.strictSame([0, 1, 2].map(addressesText), ['0 addresses', '1 address', '2 addresses'])
  t.strictSame(serviceRef('x/a'), { kind: 'Service', namespace: 'x', name: 'a' })
})
