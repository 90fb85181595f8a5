import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readState } from '../../../reconciler/io/read-state.ts'

const options = { assumeNone: [], stdin: () => Promise.resolve('') }
const NODE = 'apiVersion: v1\nkind: Node\nmetadata: { name: n1 }\n'
const SERVICE = JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } })

t.test('files, folders and standard input together', async (t) => {
  const path = t.testdir({
    'services.json': SERVICE,
    deep: { er: { 'nodes.yml': NODE, 'notes.txt': 'not read: {', 'more.yaml': '---\n---\n' } },
  })
  const stdin = () => Promise.resolve('{"kind":"NamespaceList","apiVersion":"v1","items":[]}')
  const paths = [join(path, 'services.json'), join(path, 'deep'), '-']
  const { snapshot: state, findings, complete } = await readState(paths, { assumeNone: [], stdin })
  t.same(
    state.services?.map(({ metadata }) => metadata.name),
    ['web'],
  )
  t.same(
    state.nodes?.map(({ metadata }) => metadata.name),
    ['n1'],
  )
  t.equal(state.endpointSlices, undefined)
  t.same(state.namespaces, [])
  t.same(findings, [])
  t.equal(complete, true)
})

t.test('UTF-16, as PowerShell writes it, and a byte order mark', async (t) => {
  const path = t.testdir({})
  writeFileSync(join(path, 'utf16.yaml'), Buffer.from(`\uFEFF${NODE}`, 'utf16le'))
  writeFileSync(join(path, 'bom.json'), `\uFEFF${SERVICE}`)
  const { snapshot: state, findings } = await readState([path], options)
  t.equal(state.nodes?.length, 1)
  t.equal(state.services?.length, 1)
  t.same(findings, [])
})

t.test('what cannot be read or parsed makes the state incomplete', async (t) => {
  const path = t.testdir({ 'broken.yaml': 'kind: [', 'node.yaml': NODE })
  mkdirSync(join(path, 'trap.yaml'))
  const missing = join(path, 'missing.yaml')
  const { snapshot: state, findings, complete } = await readState([missing, path], options)
  t.equal(complete, false)
  t.equal(state.nodes?.length, 1, 'the rest is read')
  t.same(
    findings.map(({ code, message }) => [code, message.replaceAll(path, '')]),
    [
      ['BW3001', '/missing.yaml cannot be read: there is no such file or folder'],
      [
        'BW3002',
        '/broken.yaml is not YAML or JSON: unexpected end of the stream within a flow collection',
      ],
    ],
  )
})

t.test('JSON that is cut off is a fault with a place', async (t) => {
  const path = t.testdir({ 'state.json': '{\n  "kind": "List",\n  "items": [' })
  const { findings } = await readState([path], options)
  t.match(findings, [{ code: 'BW3002', at: { line: 3, lineText: '  "items": [' } }])
})

t.test('a path that holds nothing of use is named', async (t) => {
  const path = t.testdir({ 'pods.yaml': 'kind: PodList\nitems: []\n', none: {} })
  const { findings, complete } = await readState([path, join(path, 'none')], options)
  t.same(
    findings.map(({ code, severity }) => [code, severity]),
    [
      ['BW3004', 'warning'],
      ['BW3004', 'warning'],
    ],
  )
  t.equal(complete, true)
})
