import t from 'tap'
import {
  decodeEthernet,
  ETHER_TYPE,
  ethernetRejection,
  etherType,
  isGroupAt,
  isToGroup,
  putEthernet,
} from '../../../speaker/wire/ethernet.ts'
import {
  ARP_REPLY,
  ARP_REQUEST,
  changed,
  ECHO_REQUEST,
  SOLICITATION,
} from '../../support/wire/frame-octets.ts'
import { garbage, hex } from '../../support/wire/hex.ts'

const REJECTED = [
  ['shorter than a header', hex('021122334455 026162636465 08'), 'frameTooShort'],
  ['nothing', hex(''), 'frameTooShort'],
  ['IEEE 802.1Q tag', changed(ARP_REQUEST, [12, '8100']), 'vlanTagged'],
  ['IEEE 802.1ad tag', changed(ARP_REQUEST, [12, '88a8']), 'vlanTagged'],
  ['older stacked tag', changed(ARP_REQUEST, [12, '9100']), 'vlanTagged'],
  ['greatest length', changed(ARP_REQUEST, [12, '05ff']), 'lengthInsteadOfType'],
  ['LLDP', changed(ARP_REQUEST, [12, '88cc']), 'otherEtherType'],
] as const

t.test('a frame that is neither ARP nor IP is rejected for its reason', async (t) => {
  for (const [name, frame, reason] of REJECTED) t.equal(ethernetRejection(frame), reason, name)
})

t.test('ARP and IP pass', async (t) => {
  t.equal(ethernetRejection(ARP_REQUEST), undefined)
  t.equal(ethernetRejection(SOLICITATION), undefined)
  t.equal(ethernetRejection(ECHO_REQUEST), undefined)
  t.equal(etherType(SOLICITATION), ETHER_TYPE.ipv6)
})

t.test('the header is read field by field', async (t) => {
  t.strictSame(decodeEthernet(ARP_REPLY), {
    destination: '02:11:22:33:44:55',
    source: '02:61:62:63:64:65',
  })
})

t.test('the header is written field by field, and nothing behind it', async (t) => {
  const frame = garbage(16)
  const header = { destination: hex('021122334455'), source: hex('026162636465') }
  putEthernet(frame, header, ETHER_TYPE.arp)
  t.strictSame(frame, hex('021122334455 026162636465 0806 a5a5'))
})

t.test('a group is told by its address', async (t) => {
  t.strictSame([ARP_REQUEST, SOLICITATION, ARP_REPLY].map(isToGroup), [true, true, false])
  t.notOk(isGroupAt(ARP_REQUEST, 6), 'a source is no group')
})
