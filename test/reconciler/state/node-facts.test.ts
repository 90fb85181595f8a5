import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import { readNode } from '../../../reconciler/state/node-facts.ts'
import { uniqueObjects } from '../../../reconciler/state/unique-objects.ts'

function read(metadata: object, status?: unknown) {
  const findings: Finding[] = []
  const [node] = uniqueObjects('Node', [{ metadata: { name: 'n1', ...metadata }, status }], [])
  if (node === undefined) throw new Error('no name')
  const fact = readNode(node, { object: node.ref, findings })
  const segments = Object.entries(fact.segmentAddresses).map(([segment, addresses]) => [
    segment,
    addresses.map(({ text }) => text),
  ])
  return {
    fact: {
      ...fact,
      internalIPs: fact.internalIPs.map(({ text }) => text),
      segmentAddresses: Object.fromEntries(segments) as object,
    },
    messages: findings.map(({ code, path, message }) => `${code} ${path} ${message}`),
  }
}

t.test('everything that a Node says', (t) => {
  const { fact, messages } = read(
    {
      labels: { zone: 'east', 'node.kubernetes.io/exclude-from-external-load-balancers': '' },
      annotations: { 'bellwether.dev/address.lan': '198.51.100.1, 2001:db8::2', other: 'x' },
    },
    {
      addresses: [
        { type: 'InternalIP', address: '192.0.2.1' },
        { type: 'InternalIP', address: '2001:db8::1' },
        { type: 'ExternalIP', address: '203.0.113.1' },
        { type: 'Hostname', address: 'n1' },
      ],
      conditions: [
        { type: 'NetworkUnavailable', status: 'True' },
        { type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' },
      ],
    },
  )
  t.same(messages, [])
  t.same(fact, {
    name: 'n1',
    labels: { zone: 'east', 'node.kubernetes.io/exclude-from-external-load-balancers': '' },
    ready: true,
    readySince: '2026-01-01T00:00:00Z',
    networkUnavailable: true,
    excludedByLabel: true,
    internalIPs: ['192.0.2.1', '2001:db8::1'],
    segmentAddresses: { lan: ['198.51.100.1', '2001:db8::2'] },
  })
  t.end()
})

t.test('a Node that says nothing is not Ready', (t) => {
  t.same(read({}).fact, {
    name: 'n1',
    labels: {},
    ready: false,
    readySince: '',
    networkUnavailable: false,
    excludedByLabel: false,
    internalIPs: [],
    segmentAddresses: {},
  })
  for (const status of ['False', 'Unknown'])
    t.equal(read({}, { conditions: [{ type: 'Ready', status }] }).fact.ready, false, status)
  t.end()
})

t.test('what is wrong is told and counts as absent', (t) => {
  const { fact, messages } = read(
    { annotations: { 'bellwether.dev/address.lan': '192.0.2.1,x', 'bellwether.dev/pool': 'p' } },
    {
      addresses: [{ type: 'InternalIP', address: 'n1' }, { type: 'InternalIP' }, 'text'],
      conditions: ['text', { type: 'Ready', status: true }],
    },
  )
  t.same(fact.internalIPs, [])
  t.same(fact.segmentAddresses, {})
  t.equal(fact.ready, false)
  t.same(messages, [
    'BW3010 status.addresses[0].address Node n1: `n1` is not an IP address',
    'BW3010 status.addresses[1].address Node n1: an address is missing here',
    'BW3007 status.addresses[2] status.addresses[2] is not a mapping',
    'BW3012 metadata.annotations[bellwether.dev/pool] the annotation bellwether.dev/pool means nothing on a Node',
    'BW3010 metadata.annotations[bellwether.dev/address.lan] Node n1: `x` is not an IP address',
  ])
  t.end()
})
