import t from 'tap'
import { addToGroup, groupBy } from '../../api/group-by.ts'

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

t.test('an item under several keys', async (t) => {
  const groups = new Map<string, string[]>()
  for (const text of ['ab', 'b']) for (const key of text) addToGroup(groups, key, text)
  t.strictSame(
    [...groups],
    [
      ['a', ['ab']],
      ['b', ['ab', 'b']],
    ],
  )
})
