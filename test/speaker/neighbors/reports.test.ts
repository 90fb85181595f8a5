import t from 'tap'
import { linkView } from '../../../speaker/lan/link-view.ts'
import {
  nodeHasTwoMacs,
  nodeResolved,
  nodesShareMac,
  nodeUnresolved,
} from '../../../speaker/neighbors/reports.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { eth0, neighbor, node, WORKER_1, WORKER_2 } from '../../support/wire/wire-fixtures.ts'

const worker1 = node('worker-1', '10.0.0.11', '2001:db8::11')
const known = neighbor(linkView(eth0()), worker1, WORKER_1)
const unknown = neighbor(linkView(eth0()), worker1)

t.test('a node is at its MAC, by the address that it told it for', async (t) => {
  t.strictSame(known.mac && nodeResolved(known, ip('10.0.0.11'), known.mac), {
    level: 'info',
    event: 'NodeResolved',
    node: 'worker-1',
    address: '10.0.0.11',
    mac: WORKER_1,
    link: 'eth0',
  })
})

t.test('a node that is silent', async (t) => {
  t.strictSame(nodeUnresolved(unknown, true), {
    level: 'warn',
    event: 'NodeUnresolved',
    node: 'worker-1',
    addresses: ['10.0.0.11', '2001:db8::11'],
    link: 'eth0',
    message:
      'node worker-1 does not answer for 10.0.0.11 and 2001:db8::11 on eth0; nothing it owns is answered',
    hint: 'is the node up, and is eth0 on its segment? The annotation bellwether.dev/address.<segment> names its address there',
  })
})

t.test('a node that cannot be asked', async (t) => {
  t.match(nodeUnresolved(unknown, false), {
    message: 'node worker-1 has no address that eth0 could ask for; nothing it owns is answered',
    hint: 'give eth0 an IPv6 address, or the node an IPv4 address on that segment',
  })
})

t.test('two nodes with one MAC, by their names', async (t) => {
  const other = neighbor(linkView(eth0()), node('worker-0', '10.0.0.10'))
  t.strictSame(known.mac && nodesShareMac(known, other, known.mac), {
    level: 'warn',
    event: 'NodesShareMac',
    nodes: ['worker-0', 'worker-1'],
    macs: [WORKER_1],
    link: 'eth0',
    message: `worker-0 and worker-1 both tell the MAC ${WORKER_1} on eth0: a frame to it reaches one of them`,
    hint: 'are they virtual machines of one image? Give each a MAC of its own; or one answers for the other (proxy ARP)',
  })
})

t.test('a node with two MACs', async (t) => {
  t.match(nodeHasTwoMacs(known, [WORKER_1, WORKER_2]), {
    level: 'warn',
    event: 'NodeHasTwoMacs',
    nodes: ['worker-1'],
    macs: [WORKER_1, WORKER_2],
    link: 'eth0',
    message: `worker-1 tells several MACs on eth0: ${WORKER_1}, ${WORKER_2}`,
  })
})
