import fc from 'fast-check'
import t from 'tap'
import { createHeap, type Heap } from '../../../speaker/timing/heap.ts'

interface Item {
  readonly rank: number
}

const isBefore = (a: Item, b: Item) => a.rank < b.rank
const items = (ranks: readonly number[]) => ranks.map((rank) => ({ rank }))

function drained(heap: Heap<Item>): readonly number[] {
  const ranks: number[] = []
  for (let item = heap.pop(); item !== undefined; item = heap.pop()) ranks.push(item.rank)
  return ranks
}

t.test('nothing is the least of nothing', async (t) => {
  const heap = createHeap(isBefore, [])
  t.strictSame([heap.size, heap.least, heap.pop(), heap.size], [0, undefined, undefined, 0])
})

t.test('the least comes first, wherever it was added', async (t) => {
  const heap = createHeap(isBefore, items([5, 3]))
  for (const item of items([4, 1, 2])) heap.push(item)
  t.strictSame([heap.size, heap.least], [5, { rank: 1 }])
  t.strictSame(drained(heap), [1, 2, 3, 4, 5])
})

t.test('any values come in order, given at once or one by one', async (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), (first, later) => {
      const heap = createHeap(isBefore, items(first))
      for (const item of items(later)) heap.push(item)
      const sorted = [...first, ...later].sort((a, b) => a - b)
      return JSON.stringify(drained(heap)) === JSON.stringify(sorted)
    }),
    { numRuns: 500, seed: 5 },
  )
  t.pass('500 lists')
})
