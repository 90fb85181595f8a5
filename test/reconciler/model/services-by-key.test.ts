import t from 'tap'
import { servicesByKey } from '../../../reconciler/model/services-by-key.ts'
import type { ServiceFact } from '../../../reconciler/model/model.ts'

void t.test('Services by key, one index for one list', (t) => {
  const service = { key: 'team/web' } as ServiceFact
  const services = Object.freeze([service])
  const index = servicesByKey(services)
  t.equal(index.get('team/web'), service)
  t.equal(index.size, 1)
  t.equal(servicesByKey(services), index)
  t.equal(servicesByKey([]).size, 0)
  t.end()
})
