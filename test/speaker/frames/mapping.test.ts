import t from 'tap'
import { addressKey } from '../../../speaker/lan/address-key.ts'
import { linkView } from '../../../speaker/lan/link-view.ts'
import { mappingIn } from '../../../speaker/frames/mapping.ts'
import { macFromBytes } from '../../../speaker/wire/mac.ts'
import { ip } from '../../support/wire/frame-text.ts'
import {
  CLIENT,
  eth0,
  neighbor,
  node,
  received,
  US,
  WORKER_1,
} from '../../support/wire/wire-fixtures.ts'

const link = linkView(eth0())
const worker1 = neighbor(link, node('worker-1', '10.0.0.11', '2001:db8::11'))
for (const address of worker1.node.addresses) link.neighbors.set(addressKey(address), worker1)

/** What a frame says of worker-1: address, MAC, and whether it may replace another one. */
function said(text: string): readonly unknown[] | undefined {
  const mapping = mappingIn(received(text, link))
  if (mapping === undefined) return undefined
  t.equal(mapping.neighbor, worker1)
  return [mapping.key, macFromBytes(mapping.bytes, mapping.macAt), mapping.mayReplace]
}

const V4 = addressKey(ip('10.0.0.11'))
const V6 = addressKey(ip('2001:db8::11'))

t.test('the sender of any ARP packet', async (t) => {
  for (const text of [
    `${WORKER_1} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_1} to 10.0.0.1 at ${US}`,
    `${WORKER_1} > broadcast ARP request who-has 10.0.0.1 tell 10.0.0.11`,
    `${WORKER_1} > broadcast ARP announcement 10.0.0.11 is-at ${WORKER_1}`,
  ])
    t.strictSame(said(text), [V4, WORKER_1, true], text)
})

t.test('the source of a solicitation that tells its MAC', async (t) => {
  const text = `${WORKER_1} > 33:33:ff:00:00:05 2001:db8::11 > ff02::1:ff00:5 NS who-has 2001:db8::5`
  t.strictSame(said(`${text} slla ${WORKER_1}`), [V6, WORKER_1, true])
  t.equal(said(text), undefined)
})

t.test('the target of an advertisement; without Override it replaces nothing', async (t) => {
  const text = `${WORKER_1} > ${US} 2001:db8::11 > fe80::1 NA 2001:db8::11`
  t.strictSame(said(`${text} [SO] tlla ${WORKER_1}`), [V6, WORKER_1, true])
  t.strictSame(said(`${text} [S] tlla ${WORKER_1}`), [V6, WORKER_1, false])
  t.equal(said(`${text} [SO]`), undefined)
})

t.test('who is not wanted is not heard', async (t) => {
  t.equal(said(`${CLIENT} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.50`), undefined)
  t.equal(said(`${CLIENT} > ${US} fe80::aa > fe80::1 NA fe80::aa [SO] tlla ${CLIENT}`), undefined)
})

t.test('a MAC that no station can have is none', async (t) => {
  for (const bad of ['ff:ff:ff:ff:ff:ff', '33:33:00:00:00:01', '00:00:00:00:00:00'])
    t.equal(said(`${WORKER_1} > broadcast ARP announcement 10.0.0.11 is-at ${bad}`), undefined, bad)
  const odd = '00:00:00:00:00:01'
  t.strictSame(said(`${odd} > broadcast ARP announcement 10.0.0.11 is-at ${odd}`), [V4, odd, true])
})
