import t from 'tap'
import { addressKey } from '../../../speaker/lan/address-key.ts'
import { addressFields, planView } from '../../../speaker/lan/plan-view.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'
import { planOf } from '../../support/speaker/scenario.ts'

t.test('addresses with their candidates, in the order of the plan', async (t) => {
  const plan = planOf([
    'node worker-1 10.0.0.11 2001:db8::11',
    'node worker-2 10.0.0.12',
    'pool office eth1 eth2',
    '10.0.0.101 worker-2 worker-1',
    '10.0.0.100 worker-1',
  ])
  const { addresses, unusable } = planView(plan)
  t.strictSame(
    addresses.map(({ address, pool, candidates }) => [
      address.text,
      pool.name,
      pool.interfaces,
      candidates.map(({ name }) => name),
    ]),
    [
      ['10.0.0.101', 'office', ['eth1', 'eth2'], ['worker-2', 'worker-1']],
      ['10.0.0.100', 'office', ['eth1', 'eth2'], ['worker-1']],
    ],
  )
  t.strictSame(unusable, [])
  const [, worker1] = addresses[0]?.candidates ?? []
  t.strictSame(
    worker1?.addresses.map(({ text }) => text),
    ['10.0.0.11', '2001:db8::11'],
  )
})

t.test('an address without candidates is not answered', async (t) => {
  t.strictSame(planView(planOf(['node worker-1 10.0.0.11', '10.0.0.100'])).addresses, [])
})

t.test('a candidate that the node table does not have is none', async (t) => {
  const { addresses } = planView(planOf(['node worker-1 10.0.0.11', '10.0.0.100 worker-9']))
  t.strictSame(addresses, [])
})

const NO_HOST = [
  'web.example.com',
  '0.0.0.0',
  '0.1.2.3',
  '127.0.0.1',
  '224.0.0.1',
  '239.1.2.3',
  '255.255.255.255',
  '::',
  '::1',
  'ff02::1',
]

t.test('what no host can have is left out, and said', async (t) => {
  for (const text of NO_HOST) {
    const { addresses, unusable } = planView(
      planOf([`node worker-1 10.0.0.11`, `${text} worker-1`]),
    )
    t.strictSame(addresses, [], text)
    t.match(unusable, [{ level: 'error', event: 'AddressUnusable', address: text }], text)
  }
})

t.test('the same of the addresses of nodes', async (t) => {
  const { addresses, unusable } = planView(planOf(['node worker-1 ::1', '240.0.0.1 worker-1']))
  t.strictSame(addresses[0]?.candidates[0].addresses, [])
  t.match(unusable, [{ address: '::1', message: /"::1"/, hint: /bellwether plan/ }])
})

t.test('what is looked up for each frame is made once', async (t) => {
  t.strictSame(addressFields(ip('2001:db8::64')), {
    address: ip('2001:db8::64'),
    octets: hex('20010db8000000000000000000000064'),
    key: addressKey(ip('2001:db8::64')),
    group: hex('ff0200000000000000000001ff000064'),
  })
  t.equal(addressFields(ip('10.0.0.100')).group, undefined)
})
