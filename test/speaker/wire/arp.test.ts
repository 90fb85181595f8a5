import t from 'tap'
import {
  arpFrame,
  arpRejection,
  arpSender,
  arpTarget,
  decodeArp,
  isArpAnnouncement,
  isArpProbe,
  isArpRequest,
} from '../../../speaker/wire/arp.ts'
import { ARP_REPLY, ARP_REQUEST, changed } from '../../support/wire/frame-octets.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'

const REJECTED = [
  ['one octet short', ARP_REQUEST.subarray(0, 41), 'arpTooShort'],
  ['Ethernet header alone', ARP_REQUEST.subarray(0, 14), 'arpTooShort'],
  ['hardware type of Frame Relay', changed(ARP_REQUEST, [14, '000f']), 'arpHardwareType'],
  ['protocol type of IPv6', changed(ARP_REQUEST, [16, '86dd']), 'arpProtocolType'],
  ['hardware addresses of 8 octets', changed(ARP_REQUEST, [18, '08']), 'arpAddressLengths'],
  ['protocol addresses of 16 octets', changed(ARP_REQUEST, [19, '10']), 'arpAddressLengths'],
  ['operation 0', changed(ARP_REQUEST, [20, '0000']), 'arpOperation'],
  ['RARP request', changed(ARP_REQUEST, [20, '0003']), 'arpOperation'],
  ['operation 258', changed(ARP_REQUEST, [20, '0102']), 'arpOperation'],
] as const

t.test('what is no ARP for IPv4 over Ethernet is rejected for its reason', async (t) => {
  for (const [name, frame, reason] of REJECTED) t.equal(arpRejection(frame), reason, name)
})

t.test('a packet without padding is whole', async (t) => {
  t.equal(arpRejection(ARP_REQUEST.subarray(0, 42)), undefined)
})

t.test('a request is read field by field', async (t) => {
  t.strictSame(decodeArp(ARP_REQUEST), {
    hardwareType: 1,
    operation: 'request',
    senderHardwareAddress: '02:12:13:14:15:16',
    senderProtocolAddress: ip('10.33.34.35'),
    targetHardwareAddress: '00:00:00:00:00:00',
    targetProtocolAddress: ip('10.49.50.51'),
  })
  t.ok(isArpRequest(ARP_REQUEST))
  t.equal(arpSender(ARP_REQUEST), 0x0a212223)
  t.equal(arpTarget(ARP_REQUEST), 0x0a313233)
})

t.test('a reply is read field by field', async (t) => {
  t.strictSame(decodeArp(changed(ARP_REPLY, [14, '0006'])), {
    hardwareType: 6,
    operation: 'reply',
    senderHardwareAddress: '02:71:72:73:74:75',
    senderProtocolAddress: ip('10.49.50.51'),
    targetHardwareAddress: '02:12:13:14:15:16',
    targetProtocolAddress: ip('10.33.34.35'),
  })
  t.notOk(isArpRequest(ARP_REPLY))
})

t.test('a packet is written field by field, padded with zeros to 60 octets', async (t) => {
  const frame = arpFrame(
    { destination: hex('021122334455'), source: hex('026162636465') },
    {
      hardwareType: 1,
      operation: 'reply',
      senderHardware: hex('027172737475'),
      senderProtocol: hex('0a313233'),
      targetHardware: hex('021213141516'),
      targetProtocol: hex('0a212223'),
    },
  )
  t.strictSame(frame, ARP_REPLY)
})

t.test('probes and announcements are requests of a certain form', async (t) => {
  const probe = decodeArp(changed(ARP_REQUEST, [28, '00000000']))
  const announcement = decodeArp(changed(ARP_REQUEST, [28, '0a313233']))
  const reply = decodeArp(changed(ARP_REPLY, [28, '0a212223']))
  const others = [announcement, decodeArp(ARP_REQUEST), reply]
  t.ok(isArpProbe(probe))
  t.ok(isArpAnnouncement(announcement))
  t.strictSame(others.map(isArpProbe), [false, false, false])
  t.strictSame([probe, decodeArp(ARP_REQUEST), reply].map(isArpAnnouncement), [false, false, false])
})
