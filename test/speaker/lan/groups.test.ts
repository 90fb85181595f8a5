import t from 'tap'
import { createGroups } from '../../../speaker/lan/groups.ts'
import { bindOn, linkView } from '../../../speaker/lan/link-view.ts'
import { binding, eth0, lines, neighbor, node, planned } from '../../support/wire/wire-fixtures.ts'

t.test('a group that several addresses share is joined and left once', async (t) => {
  const groups = createGroups()
  const [one, other] = [binding('2001:db8::64'), binding('2001:db8:1::64')]
  t.strictSame(lines(groups.follow([one, other])), ['eth0 join ff02::1:ff00:64'])
  t.strictSame(lines(groups.follow([other])), [])
  t.strictSame(lines(groups.follow([])), ['eth0 leave ff02::1:ff00:64'])
})

t.test('the old is left before the new is joined', async (t) => {
  const groups = createGroups()
  groups.follow([binding('2001:db8::64')])
  t.strictSame(lines(groups.follow([binding('2001:db8::65')])), [
    'eth0 leave ff02::1:ff00:64',
    'eth0 join ff02::1:ff00:65',
  ])
})

t.test('an IPv4 address has no group', async (t) => {
  t.strictSame(createGroups().follow([binding('10.0.0.100')]), [])
})

t.test('an interface that was replaced under its name is joined again', async (t) => {
  const groups = createGroups()
  const replaced = linkView({ ...eth0(), index: 77 })
  groups.follow([binding('2001:db8::64')])
  const owner = neighbor(replaced, node('worker-1'))
  t.strictSame(lines(groups.follow([bindOn(replaced, planned('2001:db8::64'), [owner])])), [
    'eth0 leave ff02::1:ff00:64',
    'eth0 join ff02::1:ff00:64',
  ])
})
