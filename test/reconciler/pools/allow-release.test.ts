import t from 'tap'
import { readAllowRelease } from '../../../reconciler/pools/allow-release.ts'
import type { Finding } from '../../../api/finding.ts'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import { readPoolDocuments } from '../../../reconciler/pools/read.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'

function read(annotations: string) {
  const text = `apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata:
  name: office
  annotations: ${annotations}
spec: { addresses: [192.0.2.1] }
`
  const [document] = readPoolDocuments(parsePools([{ path: 'office.yaml', text }]).pools).documents
  if (document === undefined) throw new Error(text)
  const findings: Finding[] = []
  return { allowed: readAllowRelease(document, findings), findings: findingTexts(findings) }
}

t.test('addresses in canonical text, or all', (t) => {
  t.same(read('{ other: x }'), { allowed: [], findings: [] })
  t.same(read('{ bellwether.dev/allow-release: "" }'), { allowed: [], findings: [] })
  t.same(read('{ bellwether.dev/allow-release: "*" }'), { allowed: ['*'], findings: [] })
  t.same(read('{ bellwether.dev/allow-release: "192.0.2.1,  2001:DB8::1 192.0.2.2" }'), {
    allowed: ['192.0.2.1', '2001:db8::1', '192.0.2.2'],
    findings: [],
  })
  t.end()
})

t.test('what cannot be read allows nothing', (t) => {
  t.same(read('{ bellwether.dev/allow-release: "192.0.2.1,192.0.2.0/24" }'), {
    allowed: ['192.0.2.1'],
    findings: [
      '5:59 BW2023 <192.0.2.0/24> `192.0.2.0/24` is not an IP address -> write IPv4 as in 192.0.2.10, or IPv6 as in 2001:db8::10, or * for all addresses of the pool',
    ],
  })
  t.end()
})
