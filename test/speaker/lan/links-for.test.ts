import t from 'tap'
import { parsePrefix } from '../../../api/address.ts'
import {
  addressOnNoInterface,
  prefixContains,
  isOnLink,
  linksFor,
} from '../../../speaker/lan/links-for.ts'
import type { PlannedAddress } from '../../../speaker/lan/plan-view.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { node, planned } from '../../support/wire/wire-fixtures.ts'

const eth0 = linkOf('eth0 02:00:00:00:00:01 up 10.0.0.1/24 fe80::1/64')
const eth1 = linkOf('eth1 02:00:00:00:00:02 down 10.1.0.1/16 2001:db8:1::1/64')
const eth2 = linkOf('eth2 02:00:00:00:00:03 up 10.1.0.2/16')
const LINKS = [eth0, eth1, eth2]

/** The address in a pool that names these interfaces. */
const inPool = (one: PlannedAddress, ...interfaces: readonly string[]): PlannedAddress => ({
  ...one,
  pool: { ...one.pool, interfaces },
})
const names = (...args: Parameters<typeof linksFor>) => linksFor(...args).map(({ name }) => name)

t.test('the interfaces that the pool names, whatever their networks', async (t) => {
  const named = inPool(planned('10.0.0.100'), 'eth2', 'eth9')
  t.strictSame(names(named, LINKS), ['eth2'])
})

t.test('which may be patterns', async (t) => {
  t.strictSame(names(inPool(planned('10.0.0.100'), '*1', 'eth2'), LINKS), ['eth1', 'eth2'])
})

t.test('a route without a gateway puts an address on a link too', async (t) => {
  const route = parsePrefix('192.0.2.0/24')
  if (!('network' in route)) throw new Error('no prefix')
  const routed = { ...eth2, routes: [route] }
  t.strictSame(names(planned('192.0.2.9'), [eth0, eth1, routed]), ['eth2'])
  t.strictSame(names(planned('10.0.0.9'), [eth0, eth1, routed]), ['eth0'])
})

t.test('else those with the address in a network of theirs, up or not', async (t) => {
  t.strictSame(names(planned('10.1.9.9'), LINKS), ['eth1', 'eth2'])
  t.strictSame(names(planned('2001:db8:1::9'), LINKS), ['eth1'])
})

t.test('else those with an address of the owner in one', async (t) => {
  const owner = node('worker-1', '2001:db8:9::1', '10.0.0.11')
  t.strictSame(names(planned('192.0.2.1', owner), LINKS), ['eth0'])
})

t.test('else none, which has a reason and a cure', async (t) => {
  const lost = planned('192.0.2.1', node('worker-1', '192.0.2.11', '2001:db8:9::1'))
  t.strictSame(names(lost, LINKS), [])
  t.strictSame(addressOnNoInterface(lost, LINKS), {
    level: 'error',
    event: 'AddressOnNoInterface',
    address: '192.0.2.1',
    message:
      'neither 192.0.2.1 nor its owner worker-1 (192.0.2.11, 2001:db8:9::1) is in a network of eth0, eth1, eth2',
    hint: 'run the speaker on a host of that segment, or name the interface in spec.announce.interfaces of the pool',
  })
  t.match(addressOnNoInterface(lost, []), { message: /in a network of any interface$/ })
})

t.test('an interface that is not there has another cure', async (t) => {
  const named = inPool(planned('10.0.0.100'), 'eth8', 'eth9')
  t.match(addressOnNoInterface(named, LINKS), {
    message: /pool office of 10.0.0.100 names eth8, eth9/,
    hint: /correct spec.announce.interfaces of pool office/,
  })
})

t.test('a prefix contains what begins with it, of its own family', async (t) => {
  const cases = [
    ['10.1.0.0/16', '10.1.255.255', true],
    ['10.1.0.0/16', '10.2.0.0', false],
    ['0.0.0.0/0', '10.2.0.0', true],
    ['10.1.0.1/32', '10.1.0.1', true],
    ['10.1.0.1/32', '10.1.0.0', false],
    ['::/0', '10.1.0.1', false],
    ['2001:db8::/64', '2001:db8::ffff:ffff:ffff:ffff', true],
    ['2001:db8::/64', '2001:db8:0:1::', false],
  ] as const
  for (const [prefixText, address, expected] of cases) {
    const prefix = parsePrefix(prefixText)
    t.equal(
      'network' in prefix && prefixContains(prefix, ip(address)),
      expected,
      `${prefixText} ${address}`,
    )
  }
  t.ok(isOnLink(eth1, ip('2001:db8:1::77')))
  t.notOk(isOnLink({ ...eth1, addresses: [] }, ip('2001:db8:1::77')))
})
