import t from 'tap'
import { isFailure } from '../../../kubernetes/client/api-failure.ts'

t.test('a failure is told from an answer', async (t) => {
  t.ok(isFailure({ failure: 'notFound', message: 'services "a" not found' }))
  t.notOk(isFailure({ resourceVersion: '1', items: [] }))
})
