import t from 'tap'
import { formatState } from '../../../reconciler/state/format-state.ts'
import { parseState } from '../../../reconciler/state/parse-state.ts'

const STATE = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: { name: web, namespace: shop, uid: "1", creationTimestamp: "2026-01-01T00:00:00Z" }
    spec: { type: LoadBalancer }
  - { apiVersion: v1, kind: NodeList, metadata: {}, items: [] }
`

t.test('what is written is read back', async (t) => {
  const { snapshot } = parseState([{ path: 'state.yaml', text: STATE }])
  const again = parseState([{ path: 'state.yaml', text: formatState(snapshot) }])
  t.strictSame(again.snapshot.services, snapshot.services)
  t.strictSame(again.snapshot.nodes, [], 'known to be empty')
  t.equal(again.snapshot.endpointSlices, undefined, 'not known')
})
