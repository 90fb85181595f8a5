import t from 'tap'
import { describeMove, describeRetarget } from '../../../reconciler/reasons/changes.ts'

t.test('changes in a few words', async (t) => {
  t.equal(describeMove('NodeGone'), 'the former owner is gone')
  t.equal(describeMove('Unexplained'), '')
  t.equal(describeRetarget('SharingChanged'), 'shared otherwise')
  t.equal(describeRetarget('ServiceGone'), 'the Service is gone')
})
