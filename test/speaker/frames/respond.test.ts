import t from 'tap'
import { bindOn, linkView, type LinkView, type OwnerFor } from '../../../speaker/lan/link-view.ts'
import { readFrame, type ReceptionRefusal } from '../../../speaker/frames/received.ts'
import { respond, type Answer, type NoReplyReason } from '../../../speaker/frames/respond.ts'
import {
  CLIENT,
  described,
  eth0,
  neighbor,
  node,
  octets,
  planned,
  received,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire/wire-fixtures.ts'

/** A link that answers for one address of each family; of 10.0.0.101 and ::65 the owner is unknown. */
function answering(): LinkView {
  const link = linkView(eth0())
  const known = neighbor(link, node('worker-1', '10.0.0.11'), WORKER_1)
  const unknown = neighbor(link, node('worker-2', '10.0.0.12'))
  for (const address of ['10.0.0.100', '2001:db8::64']) bindOn(link, planned(address), [known])
  for (const address of ['10.0.0.101', '2001:db8::65']) bindOn(link, planned(address), [unknown])
  return link
}

const owner: OwnerFor = (binding) => binding.owner

function outcome(text: string): Answer | NoReplyReason | ReceptionRefusal {
  const frame = readFrame(octets(text), answering())
  return typeof frame === 'string' ? frame : respond(frame, owner)
}

function said(text: string): string {
  const given = outcome(text)
  return typeof given === 'string' ? given : described(given.bytes)
}

const REPLY = `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.50 at ${CLIENT}`

const ARP: readonly (readonly [name: string, frame: string, expected: string])[] = [
  ['broadcast', `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`, REPLY],
  ['unicast', `${CLIENT} > ${US} ARP request who-has 10.0.0.100 tell 10.0.0.50`, REPLY],
  [
    'to a multicast MAC',
    `${CLIENT} > 01:00:5e:00:00:01 ARP request who-has 10.0.0.100 tell 10.0.0.50`,
    REPLY,
  ],
  [
    'sender not the source of the frame: the answer goes to the sender',
    `${WORKER_2} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50 at ${CLIENT}`,
    REPLY,
  ],
  [
    'sender of another network',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 192.0.2.50`,
    `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 192.0.2.50 at ${CLIENT}`,
  ],
  [
    'sender of class E',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 240.0.0.1`,
    `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 240.0.0.1 at ${CLIENT}`,
  ],
  [
    'probe',
    `${CLIENT} > broadcast ARP probe who-has 10.0.0.100`,
    `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 0.0.0.0 at ${CLIENT}`,
  ],
  [
    'to another MAC',
    `${CLIENT} > ${WORKER_1} ARP request who-has 10.0.0.100 tell 10.0.0.50`,
    'notToUs',
  ],
  ['from us', `${US} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`, 'ownFrame'],
  [
    'reply',
    `${CLIENT} > ${US} ARP reply 10.0.0.100 is-at ${CLIENT} to 10.0.0.1 at ${US}`,
    'notAQuestion',
  ],
  ['echo', `${CLIENT} > ${US} 10.0.0.50 > 10.0.0.100 echo request 7 1`, 'notAQuestion'],
  [
    'nobody of ours',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.99 tell 10.0.0.50`,
    'notOurs',
  ],
  [
    'announcement',
    `${CLIENT} > broadcast ARP announcement 10.0.0.100 is-at ${CLIENT}`,
    'senderIsTarget',
  ],
  [
    'sender 127.0.0.1',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 127.0.0.1`,
    'senderNotUnicast',
  ],
  [
    'sender 0.0.0.1',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 0.0.0.1`,
    'senderNotUnicast',
  ],
  [
    'sender 224.0.0.1',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 224.0.0.1`,
    'senderNotUnicast',
  ],
  [
    'sender 255.255.255.255',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 255.255.255.255`,
    'senderNotUnicast',
  ],
  [
    'sender is the link itself',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.1`,
    'senderIsOwnAddress',
  ],
  [
    'sender at a group',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50 at 33:33:00:00:00:01`,
    'senderHardwareGroup',
  ],
  [
    'owner unknown',
    `${CLIENT} > broadcast ARP request who-has 10.0.0.101 tell 10.0.0.50`,
    'ownerUnresolved',
  ],
]

t.test('ARP', async (t) => {
  for (const [name, frame, expected] of ARP) t.equal(said(frame), expected, name)
})

const GROUP = `${CLIENT} > 33:33:ff:00:00:64`
const NS = 'ff02::1:ff00:64 NS who-has 2001:db8::64'
const NA = `${US} > ${CLIENT} 2001:db8::64 > fe80::aa NA 2001:db8::64 [SO] tlla ${WORKER_1}`

const NDP: readonly (readonly [name: string, frame: string, expected: string])[] = [
  ['to the group', `${GROUP} fe80::aa > ${NS} slla ${CLIENT}`, NA],
  ['without option: to the source of the frame', `${GROUP} fe80::aa > ${NS}`, NA],
  [
    'option not the source of the frame: to the option',
    `${WORKER_2} > 33:33:ff:00:00:64 fe80::aa > ${NS} slla ${CLIENT}`,
    NA,
  ],
  [
    'unicast',
    `${CLIENT} > ${US} fe80::aa > 2001:db8::64 NS who-has 2001:db8::64 slla ${CLIENT}`,
    NA,
  ],
  [
    'unicast without option',
    `${CLIENT} > ${US} fe80::aa > 2001:db8::64 NS who-has 2001:db8::64`,
    NA,
  ],
  [
    'to all nodes',
    `${CLIENT} > 33:33:00:00:00:01 fe80::aa > ff02::1 NS who-has 2001:db8::64 slla ${CLIENT}`,
    NA,
  ],
  [
    'to an address of the link',
    `${CLIENT} > ${US} fe80::aa > fe80::1 NS who-has 2001:db8::64 slla ${CLIENT}`,
    NA,
  ],
  [
    'from a global address',
    `${GROUP} 2001:db8::aa > ${NS} slla ${CLIENT}`,
    `${US} > ${CLIENT} 2001:db8::64 > 2001:db8::aa NA 2001:db8::64 [SO] tlla ${WORKER_1}`,
  ],
  [
    'probe',
    `${GROUP} :: > ${NS}`,
    `${US} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`,
  ],
  [
    'to another MAC',
    `${CLIENT} > ${WORKER_1} fe80::aa > 2001:db8::64 NS who-has 2001:db8::64`,
    'notToUs',
  ],
  ['from us', `${US} > 33:33:ff:00:00:64 fe80::1 > ${NS} slla ${US}`, 'ownFrame'],
  [
    'advertisement',
    `${CLIENT} > ${US} 2001:db8::64 > fe80::1 NA 2001:db8::64 [SO]`,
    'notAQuestion',
  ],
  ['echo', `${CLIENT} > ${US} fe80::aa > 2001:db8::64 echo request 7 1`, 'notAQuestion'],
  [
    'nobody of ours',
    `${CLIENT} > 33:33:ff:00:00:63 fe80::aa > ff02::1:ff00:63 NS who-has 2001:db8::63`,
    'notOurs',
  ],
  [
    'to another group',
    `${CLIENT} > 33:33:ff:00:00:63 fe80::aa > ff02::1:ff00:63 NS who-has 2001:db8::64`,
    'otherDestination',
  ],
  ['from the address itself', `${GROUP} 2001:db8::64 > ${NS} slla ${CLIENT}`, 'senderIsTarget'],
  ['from an address of the link', `${GROUP} fe80::1 > ${NS} slla ${CLIENT}`, 'senderIsOwnAddress'],
  ['option of a group', `${GROUP} fe80::aa > ${NS} slla 33:33:00:00:00:01`, 'senderHardwareGroup'],
  [
    'owner unknown',
    `${CLIENT} > 33:33:ff:00:00:65 fe80::aa > ff02::1:ff00:65 NS who-has 2001:db8::65`,
    'ownerUnresolved',
  ],
]

t.test('NDP', async (t) => {
  for (const [name, frame, expected] of NDP) t.equal(said(frame), expected, name)
})

t.test('who asked is told, unless it has no address yet', async (t) => {
  const [broadcast] = ARP
  const asked = outcome(broadcast?.[1] ?? '')
  const probed = outcome(`${CLIENT} > broadcast ARP probe who-has 10.0.0.100`)
  const probedV6 = outcome(`${GROUP} :: > ${NS}`)
  t.match(asked, { asker: { protocol: Uint8Array.of(10, 0, 0, 50) } })
  t.match([probed, probedV6], [{ asker: undefined }, { asker: undefined }])
})

t.test('the owner may depend on the asker', async (t) => {
  const link = answering()
  const other = neighbor(link, node('worker-2', '10.0.0.12'), WORKER_2)
  const bySender: OwnerFor = (binding, asker) =>
    asker !== undefined && (asker.protocol.at(-1) ?? 0) % 2 === 1 ? other : binding.owner
  const asked = (sender: string) => {
    const text = `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell ${sender}`
    const given = respond(received(text, link), bySender)
    return typeof given === 'string' ? given : described(given.bytes)
  }
  t.match(asked('10.0.0.50'), `is-at ${WORKER_1}`)
  t.match(asked('10.0.0.51'), `is-at ${WORKER_2}`)
})
