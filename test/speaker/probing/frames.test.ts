import t from 'tap'
import { linkView } from '../../../speaker/lan/link-view.ts'
import { arpProbeOf, echoProbe } from '../../../speaker/probing/frames.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { roleOf, workerOn } from '../../support/speaker/probe-fixtures.ts'
import { eth0, lines, neighbor, node, US, WORKER_1 } from '../../support/wire/wire-fixtures.ts'
import { echoSource } from '../../../speaker/frames/outgoing.ts'

const on = (...prefixes: readonly string[]) => linkView(eth0(...prefixes))
const shown = (effect: ReturnType<typeof echoProbe>) =>
  effect === undefined ? undefined : lines([effect])[0]

t.test('an echo goes to the MAC that is known, from our address in the same network', async (t) => {
  const role = roleOf(workerOn(on('192.0.2.1/24', '10.0.0.1/24')))
  t.equal(
    shown(echoProbe(role, 513, 1027)),
    `${US} > ${WORKER_1} 10.0.0.1 > 10.0.0.11 echo request 513 1027`,
  )
  t.equal(echoProbe(role, 513, 1027)?.type, 'send')
})

t.test('of IPv6, from the address whose network it is; else from the link-local one', async (t) => {
  const echo = (...prefixes: readonly string[]) =>
    shown(echoProbe(roleOf(workerOn(on(...prefixes)), { family: 'IPv6' }), 7, 9))
  t.equal(
    echo('fe80::1/64', '2001:db8::5/64'),
    `${US} > ${WORKER_1} 2001:db8::5 > 2001:db8::11 echo request 7 9`,
  )
  t.equal(echo('fe80::1/64'), `${US} > ${WORKER_1} fe80::1 > 2001:db8::11 echo request 7 9`)
})

t.test('without an address to come from, or a MAC to go to, there is no echo', async (t) => {
  t.equal(echoProbe(roleOf(workerOn(on('192.0.2.1/24'))), 1, 1), undefined)
  t.equal(
    echoProbe(roleOf(neighbor(on('10.0.0.1/24'), node('worker-1', '10.0.0.11'))), 1, 1),
    undefined,
  )
})

t.test('where echoes can come from', async (t) => {
  const link = on('192.0.2.1/24', '10.0.0.1/24', 'fe80::1/64')
  t.equal(echoSource(link, ip('10.0.0.11'))?.text, '10.0.0.1')
  t.equal(echoSource(link, ip('10.0.1.11')), undefined, 'a router would have to bring the answer')
  t.equal(echoSource(link, ip('2001:db8::11'))?.text, 'fe80::1')
  t.equal(echoSource(on('10.0.0.1/24'), ip('2001:db8::11')), undefined)
})

t.test('a question goes to the MAC that is known', async (t) => {
  const link = on()
  const [v4, v6] = [roleOf(workerOn(link)), roleOf(workerOn(link), { family: 'IPv6' })]
  t.equal(
    shown(arpProbeOf(v4, false)),
    `${US} > ${WORKER_1} ARP request who-has 10.0.0.11 tell 10.0.0.1`,
  )
  t.equal(
    shown(arpProbeOf(v6, false)),
    `${US} > ${WORKER_1} fe80::1 > 2001:db8::11 NS who-has 2001:db8::11 slla ${US}`,
  )
})

t.test('or to everybody: if that is wanted, or if no MAC is known', async (t) => {
  const link = on()
  const [v4, v6] = [roleOf(workerOn(link)), roleOf(workerOn(link), { family: 'IPv6' })]
  const toAll = `${US} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.1`
  t.equal(shown(arpProbeOf(v4, true)), toAll)
  t.equal(
    shown(arpProbeOf(v6, true)),
    `${US} > 33:33:ff:00:00:11 fe80::1 > ff02::1:ff00:11 NS who-has 2001:db8::11 slla ${US}`,
  )
  const unknown = roleOf(neighbor(link, node('worker-1', '10.0.0.11')))
  t.equal(shown(arpProbeOf(unknown, false)), toAll)
})

t.test('a link without IPv6 can solicit nobody', async (t) => {
  const role = roleOf(workerOn(on('10.0.0.1/24')), { family: 'IPv6' })
  t.equal(arpProbeOf(role, false), undefined)
  t.equal(arpProbeOf(role, true), undefined)
})
