import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { WrittenObjects } from '../../../reconciler/watch/written-objects.ts'

const object = (name: string, resourceVersion: string): KubernetesObject => ({
  metadata: { name, resourceVersion },
})

const names = (objects: readonly KubernetesObject[]) =>
  objects.map(({ metadata }) => `${metadata.name}@${metadata.resourceVersion}`)

t.test('nothing was written: the cache itself', (t) => {
  const cached = [object('a', '1')]
  t.equal(new WrittenObjects().over(cached, 0), cached)
  t.end()
})

t.test('a cache behind our write is overlaid, until it has caught up', (t) => {
  const written = new WrittenObjects()
  written.wrote(object('b', '10'), false, 0)
  t.strictSame(names(written.over([object('a', '1'), object('b', '9')], 10)), ['a@1', 'b@10'])
  const current = [object('a', '1'), object('b', '10')]
  t.equal(written.over(current, 20), current)
  const older = [object('b', '9')]
  t.equal(written.over(older, 30), older, 'forgotten once it has')
  t.end()
})

t.test('what others wrote after us counts', (t) => {
  const written = new WrittenObjects()
  written.wrote(object('a', '10'), false, 0)
  const cached = [object('a', '11')]
  t.equal(written.over(cached, 10), cached)
  t.end()
})

t.test('what we created is there, sorted; what was deleted does not come back', (t) => {
  const written = new WrittenObjects()
  written.wrote(object('b', '10'), true, 0)
  written.wrote(object('z', '10'), false, 0)
  t.strictSame(names(written.over([object('a', '1'), object('c', '1')], 10)), [
    'a@1',
    'b@10',
    'c@1',
  ])
  t.strictSame(names(written.over([], 6000)), [], 'not for ever')
  t.end()
})

t.test('an object without a version is not ahead of any', (t) => {
  const written = new WrittenObjects()
  written.wrote({ metadata: { name: 'a' } }, false, 0)
  const cached = [{ metadata: { name: 'a' } }]
  t.equal(written.over(cached, 0), cached)
  t.end()
})
