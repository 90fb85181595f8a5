import t from 'tap'
import {
  collectState,
  nothingIn,
  parseJson,
  unparsable,
} from '../../../reconciler/state/documents.ts'

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } }
const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } }
const slice = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'web-1' },
}
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }
const list = (items: readonly unknown[], rest: object = {}) => ({
  apiVersion: 'v1',
  kind: 'List',
  items,
  ...rest,
})

function collect(...values: readonly unknown[]) {
  return collectState(
    values.map((value) => ({ path: 'state.yaml', value })),
    [],
  )
}

t.test('objects are told apart by kind and group', (t) => {
  const knative = { ...service, apiVersion: 'serving.knative.dev/v1' }
  const metrics = { ...node, apiVersion: 'metrics.k8s.io/v1beta1' }
  const nameless = { kind: 'Service', metadata: { name: 'by-hand' } }
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } }
  const {
    snapshot: state,
    findings,
    complete,
  } = collect(
    service,
    list([node, slice, knative, pod]),
    [namespace, metrics],
    nameless,
    null,
    undefined,
  )
  t.same(state.services, [service, nameless])
  t.same(state.nodes, [node])
  t.same(state.endpointSlices, [slice])
  t.same(state.namespaces, [namespace])
  t.same(findings, [])
  t.equal(complete, true)
  t.end()
})

t.test('a kind that does not occur is unknown', (t) => {
  t.strictSame(collect(list([])).snapshot, {})
  t.end()
})

t.test('a list of one kind tells that there are none', (t) => {
  const empty = (kind: string, apiVersion: string) => ({ kind, apiVersion, items: [] })
  t.same(
    collect(empty('ServiceList', 'v1'), empty('EndpointSliceList', 'discovery.k8s.io/v1')).snapshot,
    { services: [], endpointSlices: [] },
  )
  t.same(collect(empty('ServiceList', 'serving.knative.dev/v1')).snapshot.services, undefined)
  t.same(collect(empty('PodList', 'v1')).findings, [])
  t.end()
})

t.test('items of a list of one kind need not repeat it', (t) => {
  const items = [{ metadata: { name: 'web' } }, 'nonsense']
  const { snapshot: state } = collect({ kind: 'ServiceList', apiVersion: 'v1', items })
  t.same(state.services, [{ metadata: { name: 'web' } }])
  t.end()
})

t.test('kinds may be said to have no objects', (t) => {
  const documents = [{ path: 'state.yaml', value: node }]
  t.same(collectState(documents, ['Service', 'Node']).snapshot, {
    services: [],
    nodes: [node],
  })
  t.end()
})

t.test('a part of a list makes the state incomplete', (t) => {
  const cases: readonly [unknown, string][] = [
    [
      { apiVersion: 'v1', items: [service] },
      'state.yaml holds a list without a kind: its end is missing',
    ],
    [
      list([service], { metadata: { continue: 'abc' } }),
      'state.yaml holds one page of a longer list (metadata.continue is set)',
    ],
    [
      list([service], { metadata: { remainingItemCount: 3 } }),
      'state.yaml holds one page of a longer list (metadata.continue is set)',
    ],
  ]
  for (const [value, message] of cases) {
    const { findings, complete, snapshot: state } = collect(value)
    t.same(
      findings.map((finding) => [finding.code, finding.message]),
      [['BW3003', message]],
    )
    t.equal(complete, false)
    t.same(state.services, [service], 'what is there is read')
  }
  const whole = list([service], { metadata: { resourceVersion: '', continue: '' } })
  t.equal(collect(whole).complete, true)
  t.end()
})

t.test('what is no object is told', (t) => {
  const { findings, complete } = collect('hello', list([service, 5]))
  t.same(
    findings.map(({ code, message }) => [code, message]),
    [
      ['BW3002', 'state.yaml holds the text `hello` where a Kubernetes object should be'],
      ['BW3002', 'state.yaml holds the number 5 where a Kubernetes object should be'],
    ],
  )
  t.equal(complete, false)
  t.end()
})

t.test('parseJson', (t) => {
  t.same(parseJson(' {"kind":"Node"}\n'), { values: [{ kind: 'Node' }] })
  t.same(parseJson('[1]'), { values: [[1]] })
  t.equal(parseJson('kind: Node'), undefined)
  t.equal(parseJson('{kind: Node}'), undefined, 'a flow mapping of YAML')
  t.equal(parseJson('{"kind": "List", "items": ['), undefined, 'cut off')
  t.end()
})

t.test('findings about whole texts', (t) => {
  t.equal(nothingIn('x').message, 'x holds no Service, Node, EndpointSlice or Namespace')
  t.same(unparsable('x', { reason: 'because' }).at, undefined)
  const at = { line: 2, column: 3, length: 1, lineText: 'a: [' }
  const placed = unparsable('x', { reason: 'because', at })
  t.same(placed.at, { file: 'x', ...at })
  t.equal(placed.message, 'x is not YAML or JSON: because')
  t.end()
})

t.test('an object without a name is told of and passed over', (t) => {
  const pool = { apiVersion: 'bellwether.dev/v1alpha1', kind: 'AddressPool' }
  const { findings, snapshot, complete } = collect(
    { ...service, metadata: {} },
    { kind: 'NodeList', apiVersion: 'v1', items: [{ metadata: { name: '' } }, node] },
    { ...pool, metadata: { name: 5 } },
    { ...pool, metadata: 'text' },
  )
  t.match(findings, [
    { code: 'BW3005', message: /^a Service / },
    { code: 'BW3005', message: /^a Node / },
    { code: 'BW3005', message: /^a AddressPool / },
    { code: 'BW3005', message: /^a AddressPool / },
  ])
  t.strictSame(snapshot, { services: [], nodes: [node], pools: [] })
  t.equal(complete, true)
  t.end()
})
