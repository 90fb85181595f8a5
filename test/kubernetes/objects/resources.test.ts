import t from 'tap'
import {
  ADDRESS_POOLS,
  apiVersionOf,
  ENDPOINT_SLICES,
  EVENTS,
  LEASES,
  NODES,
  pathOf,
  SERVICES,
} from '../../../kubernetes/objects/resources.ts'

t.test('paths are those of the API', async (t) => {
  t.equal(pathOf(SERVICES), '/api/v1/services')
  t.equal(pathOf(SERVICES, { namespace: 'web' }), '/api/v1/namespaces/web/services')
  t.equal(
    pathOf(SERVICES, { namespace: 'web', name: 'shop', subresource: 'status' }),
    '/api/v1/namespaces/web/services/shop/status',
  )
  t.equal(pathOf(NODES, { namespace: 'ignored', name: 'a' }), '/api/v1/nodes/a')
  t.equal(pathOf(ADDRESS_POOLS), '/apis/bellwether.dev/v1alpha1/addresspools')
  t.equal(
    pathOf(LEASES, { namespace: 'a', name: 'b' }),
    '/apis/coordination.k8s.io/v1/namespaces/a/leases/b',
  )
  t.equal(pathOf(NODES, { name: 'a/b' }), '/api/v1/nodes/a%2Fb', 'a name is one step')
})

t.test('apiVersion has no slash in the core group', async (t) => {
  t.equal(apiVersionOf(SERVICES), 'v1')
  t.equal(apiVersionOf(ENDPOINT_SLICES), 'discovery.k8s.io/v1')
  t.equal(apiVersionOf(EVENTS), 'events.k8s.io/v1')
})
