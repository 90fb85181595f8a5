import t from 'tap'
import { dutiesOf, ownAddresses } from '../../speaker/claims.ts'
import { linkOf } from '../support/scenario.ts'
import { neighbor, node, planned } from '../support/wire-fixtures.ts'

const eth0 = linkOf('eth0 02:00:00:00:00:01 up 10.0.0.1/24')
const eth1 = linkOf('eth1 02:00:00:00:00:02 down 10.0.0.2/24')
const eth2 = linkOf('eth2 02:00:00:00:00:03 up 10.0.0.3/24 2001:db8::3/64')

t.test('a claim for each address on each of its links that is up', async (t) => {
  const wanted = [planned('10.0.0.101'), planned('10.0.0.100'), planned('2001:db8::64')]
  const { placed, views, claims } = dutiesOf(wanted, [eth0, eth1, eth2], (link, owner) =>
    neighbor(link, owner),
  )
  t.strictSame(
    claims.map(({ planned: { address }, link }) => `${address.text} ${link.state.name}`),
    [
      '10.0.0.101 eth0',
      '10.0.0.101 eth2',
      '10.0.0.100 eth0',
      '10.0.0.100 eth2',
      '2001:db8::64 eth2',
    ],
  )
  t.strictSame([...views.keys()], ['eth0', 'eth2'])
  t.strictSame(
    placed.map(({ links }) => links.map(({ name }) => name)),
    [['eth0', 'eth1', 'eth2'], ['eth0', 'eth1', 'eth2'], ['eth2']],
  )
})

t.test('an owner is wanted once on a link, and is the first candidate', async (t) => {
  const worker1 = node('worker-1', '10.0.0.11')
  const worker2 = node('worker-2', '10.0.0.12')
  const asked: string[] = []
  const wanted = [planned('10.0.0.100', worker2, worker1), planned('10.0.0.101', worker2)]
  const { claims } = dutiesOf(wanted, [eth0, eth2], (link, owner) => {
    asked.push(`${owner.name} ${link.state.name}`)
    return neighbor(link, owner)
  })
  t.strictSame(asked, ['worker-2 eth0', 'worker-2 eth2'])
  t.equal(claims[0]?.owner, claims[2]?.owner)
})

t.test('the own addresses of all links are ours', async (t) => {
  t.strictSame([...ownAddresses([eth0, eth2])], ['10.0.0.1', '10.0.0.3', '2001:db8::3'])
})
