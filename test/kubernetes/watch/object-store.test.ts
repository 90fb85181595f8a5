import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { ObjectStore } from '../../../kubernetes/watch/object-store.ts'

function stored(name: string, resourceVersion: string, spec: object = {}): KubernetesObject {
  return { metadata: { namespace: 'lan', name, uid: `uid of ${name}`, resourceVersion }, spec }
}

function names(store: ObjectStore): readonly string[] | undefined {
  return store.objects?.map(({ metadata }) => metadata.name)
}

t.test('nothing is known before the first list', async (t) => {
  const store = new ObjectStore()
  t.equal(store.objects, undefined)
  t.notOk(store.known)
  t.equal(store.get('lan/a'), undefined)
  t.notOk(store.put(stored('a', '1')), 'an event does not make the others known')
  t.notOk(store.remove(stored('a', '1')))
  t.notOk(store.forget())
  t.equal(store.objects, undefined)
})

t.test('a list of none is known', async (t) => {
  const store = new ObjectStore()
  t.ok(store.replaceAll([]))
  t.ok(store.known)
  t.strictSame(store.objects, [])
  t.notOk(store.replaceAll([]))
})

t.test('sorted by key, another array after each change and none without', async (t) => {
  const store = new ObjectStore()
  store.replaceAll([stored('c', '1'), stored('a', '2')])
  const before = store.objects
  t.strictSame(names(store), ['a', 'c'])
  t.equal(store.objects, before)
  t.ok(store.put(stored('b', '3')))
  t.not(store.objects, before)
  t.strictSame(names(store), ['a', 'b', 'c'])
  t.ok(store.remove(stored('a', '4')))
  t.strictSame(names(store), ['b', 'c'])
  t.notOk(store.remove(stored('a', '4')), 'it is not there any more')
})

t.test('the same version is no change, another object of the name is', async (t) => {
  const store = new ObjectStore()
  store.replaceAll([stored('a', '1')])
  t.notOk(store.put(stored('a', '1')))
  t.ok(store.put(stored('a', '2')))
  const other = stored('a', '2')
  t.ok(store.put({ ...other, metadata: { ...other.metadata, uid: 'another' } }))
  t.equal(store.get('lan/a')?.metadata.uid, 'another')
})

t.test('a list tells what was missed: added, changed, gone', async (t) => {
  const store = new ObjectStore()
  store.replaceAll([stored('a', '1'), stored('b', '2')])
  t.notOk(store.replaceAll([stored('b', '2'), stored('a', '1')]), 'in another order')
  t.ok(store.replaceAll([stored('a', '1'), stored('b', '3')]), 'changed')
  t.ok(store.replaceAll([stored('a', '1')]), 'gone')
  t.ok(store.replaceAll([stored('c', '1')]), 'another one')
  t.strictSame(names(store), ['c'])
})

t.test('a version that was given out twice is seen by its content', async (t) => {
  const store = new ObjectStore()
  store.replaceAll([stored('a', '5', { ports: [80] })])
  t.ok(store.replaceAll([stored('a', '5', { ports: [443] })]))
})

t.test('forgetting is not the same as having none', async (t) => {
  const store = new ObjectStore()
  store.replaceAll([stored('a', '1')])
  t.equal(store.objects?.length, 1)
  t.ok(store.forget())
  t.equal(store.objects, undefined)
  t.ok(store.replaceAll([]))
  t.strictSame(store.objects, [])
})
