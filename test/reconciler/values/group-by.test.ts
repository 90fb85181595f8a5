import t from 'tap'
import { groupBy } from '../../../reconciler/values/group-by.ts'

t.test('items under each key, in their order', async (t) => {
  t.strictSame(
    [...groupBy(['bb', 'a', 'cc', 'd'], (text) => text.length)],
    [
      [2, ['bb', 'cc']],
      [1, ['a', 'd']],
    ],
  )
  t.equal(groupBy([], () => 0).size, 0)
})
