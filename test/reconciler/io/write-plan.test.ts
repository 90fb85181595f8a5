import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { KubernetesObject, ObjectMetadata } from '../../../kubernetes/objects/object.ts'
import { writePlan } from '../../../reconciler/io/write-plan.ts'
import { planOf } from '../../support/planning/plans.ts'

const PLAN = planOf([])

const CONFLICT: ApiFailure = { failure: 'conflict', message: 'the object has been modified' }

function version(metadata: Partial<ObjectMetadata>): KubernetesObject {
  return { metadata: { name: 'default', uid: 'a', generation: 1, ...metadata } }
}

const READ = version({ resourceVersion: '1' })

/** A server with one object, which the leader writes to before each of our requests, as often as `statusWrites` says. */
function server(statusWrites: number, changed: Partial<ObjectMetadata> = {}) {
  const asked: string[] = []
  let stored = READ
  let left = statusWrites
  return {
    asked,
    async get() {
      asked.push('get')
      return stored
    },
    async create(_: unknown, object: KubernetesObject) {
      asked.push('create')
      return object
    },
    async replace(_: unknown, object: KubernetesObject) {
      asked.push(`replace ${object.metadata.resourceVersion}`)
      if (left-- > 0) {
        const { resourceVersion } = stored.metadata
        stored = version({ resourceVersion: String(Number(resourceVersion) + 1), ...changed })
      }
      if (object.metadata.resourceVersion !== stored.metadata.resourceVersion) return CONFLICT
      return object
    },
  }
}

async function written(statusWrites: number, changed: Partial<ObjectMetadata> = {}) {
  const api = server(statusWrites, changed)
  const answer = await writePlan(api, PLAN, READ)
  return { asked: api.asked, answer }
}

t.test('a plan that is not stored is created', async (t) => {
  const api = server(0)
  await writePlan(api, PLAN, undefined)
  t.strictSame(api.asked, ['create'])
})

t.test('the version that was read is replaced', async (t) => {
  const { asked, answer } = await written(0)
  t.strictSame(asked, ['replace 1'])
  t.match(answer, { metadata: { resourceVersion: '1' }, spec: { segment: 'default' } })
})

t.test('a status that came between is no conflict', async (t) => {
  const { asked, answer } = await written(2, { annotations: { of: 'somebody' } })
  t.strictSame(asked, ['replace 1', 'get', 'replace 2', 'get', 'replace 3'])
  t.match(answer, { metadata: { resourceVersion: '3', annotations: { of: 'somebody' } } })
})

t.test('a leader that writes without end is one', async (t) => {
  const { asked, answer } = await written(100)
  t.equal(asked.filter((one) => one.startsWith('replace')).length, 4)
  t.same(answer, CONFLICT)
})

t.test('a spec that came between is one', async (t) => {
  for (const changed of [
    { generation: 2 },
    { uid: 'b' },
    { deletionTimestamp: '2026-11-26T00:00:00Z' },
  ]) {
    const { asked, answer } = await written(1, changed)
    t.strictSame(asked, ['replace 1', 'get'])
    t.same(answer, CONFLICT)
  }
})

t.test('what the API server cannot do is told', async (t) => {
  const away: ApiFailure = { failure: 'unreachable', message: 'connection refused' }
  const api = { ...server(0), replace: async () => away }
  t.same(await writePlan(api, PLAN, READ), away)
  const gone = { ...server(1), get: async () => away }
  t.same(await writePlan(gone, PLAN, READ), CONFLICT)
})
