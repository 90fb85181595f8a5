import t from 'tap'
import { round } from '../support/allocation-round.ts'
import { held, node, pool, service } from '../support/facts.ts'

const red = { matchLabels: { team: 'red' } }
const selecting = pool('red', { addresses: ['10.0.0.1'], namespaceSelector: red, priority: 1 })
const open = pool('web', { addresses: ['10.0.1.1-10.0.1.9'] })

t.test('everything is known', async (t) => {
  const { incomplete } = round({ pools: [selecting, open], services: [service('x/a')] })
  t.strictSame(incomplete, [])
})

t.test('no Services', async (t) => {
  const { incomplete } = round({
    pools: [open],
    services: undefined,
    previous: [held('10.0.1.1', ['x/a'])],
    namespaces: undefined,
    nodes: undefined,
  })
  t.strictSame(incomplete, [{ kind: 'Service', type: 'servicesUnknown', addresses: 1 }])
})

t.test('no Namespaces, and a new Service that a pool might take by namespace', async (t) => {
  const { incomplete } = round({
    pools: [selecting, open],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.strictSame(incomplete, [{ kind: 'Namespace', type: 'namespacesUnknown', pools: ['red'] }])
})

t.test('no Namespaces, and a Service that gets none for it', async (t) => {
  const { incomplete } = round({
    pools: [{ ...selecting, serviceSelector: { matchLabels: { app: 'a' } } }, selecting],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.match(incomplete, [{ kind: 'Namespace', pools: ['red'] }])
})

t.test('no Namespaces, and nothing that would need them', async (t) => {
  const withoutSelector = round({
    pools: [open],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.strictSame(withoutSelector.incomplete, [])
  const allHeld = round({
    pools: [selecting, open],
    services: [service('x/a')],
    previous: [held('10.0.1.1', ['x/a'])],
    namespaces: undefined,
  })
  t.strictSame(allHeld.incomplete, [])
})

t.test('no Nodes, and a new address', async (t) => {
  const parts = { pools: [open], services: [service('x/a')], nodes: undefined }
  t.strictSame(round(parts).incomplete, [
    { kind: 'Node', type: 'nodeAddressesUnknown', addresses: 1 },
  ])
  const previous = [held('10.0.1.1', ['x/a'])]
  t.strictSame(round({ ...parts, previous }).incomplete, [])
  t.strictSame(round({ ...parts, nodes: [node('n1')] }).incomplete, [])
})
