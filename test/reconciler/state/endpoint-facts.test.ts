import t from 'tap'
import { readEndpoints, serviceOfSlice } from '../../../reconciler/state/endpoint-facts.ts'
import type { Finding } from '../../../api/finding.ts'

const LABEL = 'kubernetes.io/service-name'

t.test('serviceOfSlice', (t) => {
  const labels = { [LABEL]: 'web' }
  const cases: readonly [unknown, unknown][] = [
    [{ metadata: { namespace: 'shop', labels } }, { namespace: 'shop', name: 'web' }],
    [{ metadata: { labels } }, { namespace: 'default', name: 'web' }],
    [{ metadata: { namespace: 'shop', labels }, addressType: 'FQDN' }, undefined],
    [{ metadata: { namespace: 'shop', labels: { [LABEL]: 5 } } }, undefined],
    [{ metadata: { namespace: 'shop' } }, undefined],
    [{}, undefined],
    [null, undefined],
  ]
  for (const [slice, expected] of cases) t.same(serviceOfSlice(slice), expected)
  t.end()
})

t.test('readEndpoints', (t) => {
  const findings: Finding[] = []
  const endpoints = [
    { nodeName: 'a', conditions: { ready: true, serving: true, terminating: false } },
    { nodeName: 'b', conditions: { ready: false, serving: true, terminating: true } },
    { nodeName: 'c', conditions: { ready: false } },
    { nodeName: 'd' },
    { conditions: null },
    'text',
    { nodeName: 5, conditions: 'x' },
  ]
  const object = { kind: 'EndpointSlice', namespace: 'shop', name: 'web-1' }
  const read = readEndpoints({ endpoints }, { object, findings })
  t.same(read, [
    { nodeName: 'a', ready: true, serving: true, terminating: false },
    { nodeName: 'b', ready: false, serving: true, terminating: true },
    { nodeName: 'c', ready: false, serving: false, terminating: false },
    { nodeName: 'd', ready: true, serving: true, terminating: false },
    { nodeName: undefined, ready: true, serving: true, terminating: false },
    { nodeName: undefined, ready: true, serving: true, terminating: false },
    { nodeName: undefined, ready: true, serving: true, terminating: false },
  ])
  t.same(
    findings.map(({ message }) => message),
    [
      'endpoints[] is not a mapping',
      'endpoints[].conditions is not a mapping',
      'endpoints[].nodeName is not a string',
    ],
  )
  t.end()
})
