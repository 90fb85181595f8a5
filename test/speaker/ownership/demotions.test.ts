import t from 'tap'
import { createDemotions } from '../../../speaker/ownership/demotions.ts'
import { node } from '../../support/wire/wire-fixtures.ts'

const ONE = { node: node('worker-1', '10.0.0.11') }
const TWO = { node: node('worker-2', '10.0.0.12') }

t.test('a node is demoted for every address, a place for one', async (t) => {
  const demotions = createDemotions()
  t.notOk(demotions.isDemoted(ONE, '10.0.0.100'))
  demotions.replace({
    nodes: ['worker-1'],
    places: [{ address: '10.0.0.100', node: 'worker-2' }],
    awaited: [],
  })
  t.ok(demotions.isDemoted(ONE, '10.0.0.100'))
  t.ok(demotions.isDemoted(TWO, '10.0.0.100'))
  t.notOk(demotions.isDemoted(TWO, '10.0.0.101'))
})

t.test('what is not said again holds no more; who is concerned is told', async (t) => {
  const demotions = createDemotions()
  const place = { address: '10.0.0.100', node: 'worker-2' }
  t.strictSame(
    [...demotions.replace({ nodes: ['worker-1'], places: [], awaited: [] })],
    ['worker-1'],
  )
  t.strictSame(
    [...demotions.replace({ nodes: ['worker-1'], places: [place], awaited: [] })],
    ['worker-2'],
  )
  t.strictSame([...demotions.replace({ nodes: ['worker-1'], places: [place], awaited: [] })], [])
  t.strictSame(
    [...demotions.replace({ nodes: [], places: [], awaited: [] })],
    ['worker-1', 'worker-2'],
  )
  t.notOk(demotions.isDemoted(ONE, '10.0.0.100'))
})

t.test('a place that is awaited is not demoted', async (t) => {
  const demotions = createDemotions()
  const awaited = [{ address: '10.0.0.100', node: 'worker-2' }]
  t.strictSame([...demotions.replace({ nodes: [], places: [], awaited })], ['worker-2'])
  t.ok(demotions.isAwaited(TWO, '10.0.0.100'))
  t.notOk(demotions.isAwaited(TWO, '10.0.0.101'))
  t.notOk(demotions.isAwaited(ONE, '10.0.0.100'))
  t.notOk(demotions.isDemoted(TWO, '10.0.0.100'))
  t.strictSame([...demotions.replace({ nodes: [], places: [], awaited: [] })], ['worker-2'])
  t.notOk(demotions.isAwaited(TWO, '10.0.0.100'))
})

t.test('a node as such', async (t) => {
  const demotions = createDemotions()
  demotions.replace({ nodes: ['worker-1'], places: [], awaited: [] })
  t.ok(demotions.isNodeDemoted('worker-1'))
  t.notOk(demotions.isNodeDemoted('worker-2'))
})
