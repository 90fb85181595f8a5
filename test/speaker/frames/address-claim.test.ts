import t from 'tap'
import { claimIn, probeIn } from '../../../speaker/frames/address-claim.ts'
import { macKey } from '../../../speaker/lan/link-view.ts'
import { macFromBytes } from '../../../speaker/wire/mac.ts'
import {
  binding,
  CLIENT,
  received,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire/wire-fixtures.ts'

const v4 = binding('10.0.0.100')
const v6 = binding('2001:db8::64')

/** The MAC that a frame claims the address for, and whether it was told to us alone. */
function claimed(text: string, { link } = text.includes('ARP') ? v4 : v6) {
  const claim = claimIn(received(text, link))
  return claim && [macFromBytes(claim.frame.bytes, claim.macAt), claim.frame.isAnswer]
}

t.test('the sender of ARP: announcement, question, gratuitous reply', async (t) => {
  for (const said of [
    `ARP announcement 10.0.0.100 is-at ${WORKER_1}`,
    `ARP request who-has 10.0.0.77 tell 10.0.0.100 at ${WORKER_1}`,
    `ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.100 at ${WORKER_1}`,
  ])
    t.strictSame(claimed(`${CLIENT} > broadcast ${said}`), [WORKER_1, false], said)
})

t.test('an ARP reply to us is an answer; a request to us is not', async (t) => {
  const reply = `ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.1 at ${US}`
  t.strictSame(claimed(`${CLIENT} > ${US} ${reply}`), [WORKER_1, true])
  const request = `ARP request who-has 10.0.0.1 tell 10.0.0.100 at ${WORKER_1}`
  t.strictSame(claimed(`${CLIENT} > ${US} ${request}`), [WORKER_1, false])
})

t.test('the target of an advertisement', async (t) => {
  const toAll = `${CLIENT} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O]`
  t.strictSame(claimed(`${toAll} tlla ${WORKER_1}`), [WORKER_1, false])
  t.strictSame(claimed(toAll), [CLIENT, false], 'without the option, where it comes from')
  const toUs = `${CLIENT} > ${US} 2001:db8::64 > fe80::1 NA 2001:db8::64 [SO] tlla ${WORKER_1}`
  t.strictSame(claimed(toUs), [WORKER_1, true])
})

t.test('the source of a solicitation', async (t) => {
  const question = `${CLIENT} > ${US} 2001:db8::64 > fe80::1 NS who-has fe80::1`
  t.strictSame(claimed(`${question} slla ${WORKER_1}`), [WORKER_1, false])
  t.strictSame(claimed(question), [CLIENT, false])
})

t.test('what speaks of other addresses, or asks for ours, claims nothing', async (t) => {
  for (const text of [
    `${CLIENT} > broadcast ARP announcement 10.0.0.50 is-at ${CLIENT}`,
    `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`,
    `${CLIENT} > broadcast ARP probe who-has 10.0.0.100`,
    `${CLIENT} > ${US} fe80::aa > fe80::1 NA fe80::aa [SO] tlla ${CLIENT}`,
    `${CLIENT} > 33:33:ff:00:00:64 :: > ff02::1:ff00:64 NS who-has 2001:db8::64`,
  ])
    t.equal(claimed(text), undefined, text)
})

t.test('the nodes that have the MAC and the Ethernet source are found', async (t) => {
  const { link, owner } = binding('10.0.0.100')
  const other = { ...owner, key: 'other' }
  const bytesOf = (mac: string) => Uint8Array.from(mac.split(':'), (part) => parseInt(part, 16))
  link.nodesByMac.set(macKey(bytesOf(WORKER_1), 0), owner).set(macKey(bytesOf(WORKER_2), 0), other)
  const found = (source: string, mac: string) => {
    const text = `${source} > broadcast ARP announcement 10.0.0.100 is-at ${mac}`
    const claim = claimIn(received(text, link))
    return claim && [claim.sender, claim.node, claim.isForSender]
  }
  t.strictSame(found(WORKER_2, WORKER_1), [other, owner, false])
  t.strictSame(found(WORKER_1, WORKER_1), [owner, owner, true])
  t.strictSame(found(CLIENT, CLIENT), [undefined, undefined, true])
})

t.test('a probe for our address: by whom, for what', async (t) => {
  const probed = (text: string, { link } = text.includes('NS') ? v6 : v4) => {
    const probe = probeIn(received(text, link))
    const address = probe?.binding.planned.address.text
    return probe && `${macFromBytes(probe.frame.bytes, probe.macAt)} ${address}`
  }
  const probe = `${CLIENT} > broadcast ARP probe who-has`
  t.equal(probed(`${probe} 10.0.0.100`), `${CLIENT} 10.0.0.100`)
  t.equal(probed(`${probe} 10.0.0.99`), undefined)
  const solicitation = `${CLIENT} > 33:33:ff:00:00:64`
  const target = 'ff02::1:ff00:64 NS who-has 2001:db8::64'
  t.equal(probed(`${solicitation} :: > ${target}`), `${CLIENT} 2001:db8::64`)
  t.equal(probed(`${solicitation} fe80::aa > ${target}`), undefined)
  t.equal(probed(`${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`), undefined)
  const reply = `ARP reply 0.0.0.0 is-at ${CLIENT} to 10.0.0.100 at ${US}`
  t.equal(probed(`${CLIENT} > ${US} ${reply}`), undefined)
})
