import t from 'tap'
import {
  decodeNdp,
  isSolicitation,
  linkLayerOption,
  ndpFlags,
  ndpFrame,
  ndpRejection,
  solicitedNodeGroup,
} from '../../../speaker/wire/ndp.ts'
import {
  ADVERTISEMENT,
  changed,
  SOLICITATION,
  withOptions,
} from '../../support/wire/frame-octets.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex, withOctet } from '../../support/wire/hex.ts'

const TARGET = '20010db80102030405060708090a0b0c'

t.test('a solicitation is read field by field', async (t) => {
  t.equal(ndpRejection(SOLICITATION), undefined)
  t.ok(isSolicitation(SOLICITATION))
  t.strictSame(decodeNdp(SOLICITATION), {
    type: 'neighborSolicitation',
    targetAddress: ip('2001:db8:102:304:506:708:90a:b0c'),
    sourceLinkLayerAddress: '02:12:13:14:15:16',
  })
})

t.test('an advertisement is read field by field', async (t) => {
  t.equal(ndpRejection(ADVERTISEMENT), undefined)
  t.notOk(isSolicitation(ADVERTISEMENT))
  for (const [flag, name] of [
    ['80', 'router'],
    ['40', 'solicited'],
    ['20', 'override'],
  ] as const) {
    const flags = { router: false, solicited: false, override: false }
    t.strictSame(decodeNdp(changed(ADVERTISEMENT, [58, flag])), {
      type: 'neighborAdvertisement',
      ...flags,
      [name]: true,
      targetAddress: ip('2001:db8:102:304:506:708:90a:b0c'),
      targetLinkLayerAddress: '02:71:72:73:74:75',
    })
  }
  t.equal(ndpFlags(changed(ADVERTISEMENT, [58, 'ff'])), 0xe0, 'reserved bits do not count')
})

const UNSPECIFIED = '00'.repeat(16)
const ALL_NODES = `ff02${'00'.repeat(13)}01`

const REJECTED = [
  ['hop limit 254', changed(SOLICITATION, [21, 'fe']), 'ndpHopLimit'],
  ['a wrong checksum', withOctet(SOLICITATION, 57, 0x59), 'ndpChecksum'],
  ['code 1', changed(SOLICITATION, [55, '01']), 'ndpCode'],
  ['20 octets', changed(SOLICITATION, [18, '0014']), 'ndpTooShort'],
  ['a target of multicast scope', changed(SOLICITATION, [62, 'ff']), 'ndpMulticastTarget'],
  ['an option of length zero', withOptions(SOLICITATION, '0100000000000000'), 'ndpOptionLength'],
  ['the same of an advertisement', withOptions(ADVERTISEMENT, '02000000'), 'ndpOptionLength'],
  [
    'a probe to all nodes',
    changed(withOptions(SOLICITATION, ''), [22, UNSPECIFIED], [38, ALL_NODES]),
    'ndpProbeDestination',
  ],
  ['a probe with its MAC', changed(SOLICITATION, [22, UNSPECIFIED]), 'ndpProbeWithSource'],
  [
    'a solicited advertisement to all nodes',
    changed(ADVERTISEMENT, [38, ALL_NODES]),
    'ndpSolicitedToMulticast',
  ],
] as const

t.test('a message that breaks a rule is rejected for it', async (t) => {
  for (const [name, frame, reason] of REJECTED) t.equal(ndpRejection(frame), reason, name)
})

t.test('what is like it and keeps the rule passes', async (t) => {
  const probe = changed(withOptions(SOLICITATION, ''), [22, UNSPECIFIED])
  const unsolicited = changed(ADVERTISEMENT, [38, ALL_NODES], [58, '20'])
  t.equal(ndpRejection(probe), undefined)
  t.equal(ndpRejection(unsolicited), undefined)
})

t.test('messages without options are read', async (t) => {
  const solicitation = decodeNdp(withOptions(SOLICITATION, ''))
  const advertisement = decodeNdp(withOptions(ADVERTISEMENT, ''))
  t.notHas(solicitation, { sourceLinkLayerAddress: String })
  t.notHas(advertisement, { targetLinkLayerAddress: String })
})

t.test('each message has its own link-layer address option', async (t) => {
  const other = '02 01 028182838485'
  t.equal(linkLayerOption(withOptions(SOLICITATION, other)), undefined)
  t.equal(linkLayerOption(withOptions(SOLICITATION, `${other} 01 01 021213141516`)), 86)
  t.equal(linkLayerOption(withOptions(ADVERTISEMENT, other)), 78)
})

t.test('other messages of ICMPv6 are passed over, whatever else is wrong with them', async (t) => {
  t.equal(ndpRejection(withOctet(SOLICITATION, 54, 128)), 'otherIcmpType')
  t.equal(ndpRejection(changed(SOLICITATION, [18, '0000'])), 'ndpTooShort')
})

t.test('a solicitation is written as it is read', async (t) => {
  const frame = ndpFrame(
    { destination: hex('3333ff0a0b0c'), source: hex('021122334455') },
    {
      trafficClass: 0xab,
      flowLabel: 0xcdef1,
      source: hex('fe800000000000000a21222324252627'),
      destination: hex('ff0200000000000000000001ff0a0b0c'),
    },
    {
      type: 'neighborSolicitation',
      flags: 0,
      target: hex(TARGET),
      linkLayer: hex('021213141516'),
    },
  )
  t.strictSame(frame, SOLICITATION)
})

t.test('RFC 4291 §2.7.1: the group is ff02::1:ff and the last three octets', async (t) => {
  t.strictSame(solicitedNodeGroup(hex(TARGET)), hex('ff0200000000000000000001ff0a0b0c'))
})
