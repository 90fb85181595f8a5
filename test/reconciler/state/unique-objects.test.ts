import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import type { StateKind } from '../../../reconciler/state/snapshot.ts'
import { uniqueObjects } from '../../../reconciler/state/unique-objects.ts'

function unique(kind: StateKind, ...objects: readonly unknown[]) {
  const findings: Finding[] = []
  return { objects: uniqueObjects(kind, objects, findings), findings }
}

const service = (name: string, metadata: object = {}, spec: object = {}) => ({
  metadata: { name, ...metadata },
  spec,
})

t.test('keys', (t) => {
  const { objects } = unique('Service', service('web', { namespace: 'shop' }), service('api'))
  t.same(
    objects.map(({ key, ref }) => [key, ref]),
    [
      ['default/api', { kind: 'Service', namespace: 'default', name: 'api' }],
      ['shop/web', { kind: 'Service', namespace: 'shop', name: 'web' }],
    ],
  )
  const nodes = unique('Node', { metadata: { name: 'n1', namespace: 'ignored' } }).objects
  t.same(
    nodes.map(({ key, ref }) => [key, ref]),
    [['n1', { kind: 'Node', name: 'n1' }]],
  )
  t.end()
})

t.test('an object without a name is told and left out', (t) => {
  const nameless = [{}, null, 'text', { metadata: 'x' }, { metadata: { name: 5 } }, service('')]
  const { objects, findings } = unique('Service', ...nameless)
  t.same(objects, [])
  t.same(
    findings.map(({ code }) => code),
    nameless.map(() => 'BW3005'),
  )
  t.end()
})

t.test('the same object twice is one', (t) => {
  const again = { spec: {}, metadata: { namespace: 'default', name: 'web' } }
  const { objects, findings } = unique('Service', again, {
    metadata: { name: 'web', namespace: 'default' },
    spec: {},
  })
  t.equal(objects.length, 1)
  t.same(findings, [])
  t.end()
})

t.test('of two versions the newer counts, in either order', (t) => {
  const older = service('web', { resourceVersion: '9' }, { port: 1 })
  const newer = service('web', { resourceVersion: '10' }, { port: 2 })
  for (const pair of [
    [older, newer],
    [newer, older],
  ]) {
    const { objects, findings } = unique('Service', ...pair)
    t.same(
      objects.map(({ object }) => object['spec']),
      [{ port: 2 }],
    )
    t.match(findings, [
      { code: 'BW3006', object: { name: 'web' }, message: /^Service default\/web stands/ },
    ])
  }
  t.end()
})

t.test('without versions the choice still does not depend on the order', (t) => {
  const a = service('web', {}, { port: 1 })
  const b = service('web', { resourceVersion: 'x' }, { port: 2 })
  const forth = unique('Service', a, b, a).objects
  const back = unique('Service', b, a, a).objects
  t.equal(forth.length, 1)
  t.same(forth, back)
  t.end()
})
