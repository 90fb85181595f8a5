import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { ChangeFilter } from '../../../reconciler/watch/change-filter.ts'

const node = (name: string, version: string, given: object = {}): KubernetesObject => ({
  metadata: { name, resourceVersion: version },
  ...given,
})

/** A cache that holds what it is told. */
function cache(filter: ChangeFilter) {
  const objects = new Map<string, KubernetesObject>()
  return {
    put: (object: KubernetesObject) => {
      objects.set(object.metadata.name, filter.trim(object))
      return filter.isNews([...objects.values()])
    },
    remove: (name: string) => {
      objects.delete(name)
      return filter.isNews([...objects.values()])
    },
  }
}

const whole = () => new ChangeFilter({ trim: (object) => object })

t.test('what is new, other, or gone is news', (t) => {
  const { put, remove } = cache(whole())
  t.equal(put(node('a', '1')), true)
  t.equal(put(node('b', '2')), true)
  t.equal(put(node('a', '3', { spec: 1 })), true)
  t.equal(remove('b'), true)
  t.equal(put(node('b', '2')), true, 'and back')
  t.end()
})

t.test('another resourceVersion alone is none', (t) => {
  const { put } = cache(whole())
  put(node('a', '1', { spec: 1 }))
  t.equal(put(node('a', '2', { spec: 1 })), false)
  t.end()
})

t.test('what is trimmed away, or not read, is none', (t) => {
  const trimmed = cache(new ChangeFilter({ trim: ({ metadata }) => ({ metadata }) }))
  trimmed.put(node('a', '1', { heartbeat: 1 }))
  t.equal(trimmed.put(node('a', '2', { heartbeat: 2 })), false)
  const read = cache(new ChangeFilter({ trim: (object) => object, decisive: ({ spec }) => [spec] }))
  read.put(node('a', '1', { spec: 1, status: 1 }))
  t.equal(read.put(node('a', '2', { spec: 1, status: 2 })), false)
  t.equal(read.put(node('a', '3', { spec: 2, status: 2 })), true)
  t.end()
})

t.test('what we wrote is none when the watch tells it; what others make of it is', (t) => {
  const filter = whole()
  const { put } = cache(filter)
  put(node('a', '1', { status: 0 }))
  filter.expect(node('a', '2', { status: 1 }))
  t.equal(put(node('a', '2', { status: 1 })), false)
  filter.expect(node('a', '3', { status: 2 }))
  t.equal(put(node('a', '4', { status: 9 })), true)
  t.end()
})

t.test('that a kind is known, or is not any more, is news', (t) => {
  const filter = whole()
  t.equal(filter.isNews(undefined), false)
  t.equal(filter.isNews([]), true)
  t.equal(filter.isNews([]), false)
  t.equal(filter.isNews(undefined), true)
  t.end()
})
