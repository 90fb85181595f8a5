import t from 'tap'
import { addressConflict } from '../../../speaker/conflicts/reports.ts'
import type { ConflictReason } from '../../../speaker/reports/report.ts'
import { mac } from '../../support/wire/frame-text.ts'

const STATUS = {
  address: '10.0.0.100',
  link: 'eth0',
  mac: mac('02:00:00:00:00:ee'),
  firstHeard: 0,
  lastHeard: 0,
  count: 1,
}

function said(reason: ConflictReason, node?: string) {
  return addressConflict({ ...STATUS, reason, node })
}

t.test('a conflict says who, where, and what to do', async (t) => {
  t.strictSame(said('Stranger'), {
    level: 'error',
    event: 'AddressConflict',
    address: '10.0.0.100',
    link: 'eth0',
    mac: '02:00:00:00:00:ee',
    reason: 'Stranger',
    message: '02:00:00:00:00:ee on eth0 claims 10.0.0.100',
    hint: 'find the host by its MAC in the table of the switch; or take the address out of the pool',
  })
})

t.test('each reason has its own cure', async (t) => {
  t.match(said('VirtualRouter'), { message: /VRRP or CARP group/, hint: /keepalived/ })
  t.match(said('ProxyArp'), { message: /answers for 10.0.0.100 and/, hint: /turn proxy ARP off/ })
  t.match(said('NodeAnswersItself', 'worker-2'), {
    node: 'worker-2',
    message:
      'the kernel of node worker-2 (02:00:00:00:00:ee) answers for 10.0.0.100 on eth0 by itself',
    hint: /ipvs.strictARP.*arp_ignore=1/,
  })
  t.match(said('NodeAnswersItself'), { message: /the kernel of node / })
})
