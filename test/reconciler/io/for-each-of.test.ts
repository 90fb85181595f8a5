import t from 'tap'
import { forEachOf } from '../../../reconciler/io/for-each-of.ts'

t.test('all of them, in their order, so many at a time and no more', async (t) => {
  const begun: number[] = []
  const most: number[] = []
  let running = 0
  await forEachOf([1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item)
    most.push(++running)
    await Promise.resolve()
    running--
  })
  t.strictSame(begun, [1, 2, 3, 4, 5])
  t.equal(Math.max(...most), 2)
})

t.test('nothing to do', async (t) => {
  await forEachOf([], 3, async () => void t.fail('there is nothing'))
})

t.test('the first fault is told once all others have ended', async (t) => {
  const ended: string[] = []
  const work = async (item: string) => {
    if (item === 'bad') throw new Error('bad')
    await Promise.resolve()
    ended.push(item)
  }
  await t.rejects(forEachOf(['bad', 'a', 'b'], 2, work), { message: 'bad' })
  t.strictSame(ended, ['a', 'b'])
})
