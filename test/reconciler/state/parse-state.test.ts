import t from 'tap'
import { parseState } from '../../../reconciler/state/parse-state.ts'

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: default }\n'
const NODES = JSON.stringify({
  apiVersion: 'v1',
  kind: 'NodeList',
  items: [{ metadata: { name: 'n1' } }],
})

t.test('texts of YAML and JSON, taken together', async (t) => {
  const { snapshot, findings, complete } = parseState([
    { path: 'services.yaml', text: SERVICE },
    { path: 'nodes.json', text: NODES },
  ])
  t.match(snapshot, {
    services: [{ metadata: { name: 'web' } }],
    nodes: [{ metadata: { name: 'n1' } }],
  })
  t.equal(snapshot.namespaces, undefined)
  t.strictSame([findings, complete], [[], true])
})

t.test('kinds of which there are none', async (t) => {
  const { snapshot } = parseState([{ path: 'nodes.json', text: NODES }], ['Namespace'])
  t.strictSame([snapshot.namespaces, snapshot.services], [[], undefined])
})

t.test('a text that cannot be parsed: not complete', async (t) => {
  const { snapshot, findings, complete } = parseState([
    { path: 'bad.yaml', text: 'kind: [' },
    { path: 'nodes.json', text: NODES },
  ])
  t.match(findings, [{ code: 'BW3002', at: { file: 'bad.yaml' } }])
  t.equal(complete, false)
  t.equal(snapshot.nodes?.length, 1)
})

t.test('a text that is no object: not complete', async (t) => {
  const { findings, complete } = parseState([{ path: 'text.yaml', text: 'hello' }])
  t.match(findings, [{ code: 'BW3002' }])
  t.equal(complete, false)
})
