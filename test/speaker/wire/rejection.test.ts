import t from 'tap'
import { isRejection } from '../../../speaker/wire/rejection.ts'

t.test('a rejection is told from a frame', async (t) => {
  t.ok(isRejection({ rejected: 'vlanTagged' }))
  t.notOk(isRejection({ kind: 'arp' }))
})
