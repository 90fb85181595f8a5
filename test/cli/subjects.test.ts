import t from 'tap'
import { nearestSubjects } from '../../cli/subjects.ts'

const state = {
  services: ['a/web', 'b/web', 'c/web', 'd/web', 'a/mail'].map((key) => {
    const [namespace = '', name = ''] = key.split('/')
    return { metadata: { namespace, name } }
  }),
  nodes: [{ metadata: { name: 'worker-1' } }],
}

t.test('a Service of that name, in any namespace, at most three', (t) => {
  t.same(nearestSubjects('web', { state }), ['a/web', 'b/web', 'c/web'])
  t.same(nearestSubjects('svc/mail', { state }), ['a/mail'])
  t.end()
})

t.test('else the nearest name', (t) => {
  t.same(nearestSubjects('a/mial', { state }), ['a/mail'])
  t.same(nearestSubjects('wrker-1', { state }), ['worker-1'])
  t.same(nearestSubjects('something-else', { state }), [])
  t.same(nearestSubjects('web', { state: {} }), [])
  t.end()
})
