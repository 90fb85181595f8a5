import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import {
  arpFrame,
  ipv6Hex,
  macHex,
  multicastMacHex,
  ndFrame,
  solicitedNode,
} from '../support/wire/raw-frames.ts'
import { startListening, startStation } from '../support/wire/station.ts'

const skip = lanRefusal() ?? false

const IDENTIFIER = 'be11'
const CLIENT = '0200000000aa'
const BROADCAST = 'ffffffffffff'

interface Sent {
  readonly name: string
  readonly frame: Buffer
  readonly passes: boolean
}

/** Sends all of them, and compares what is heard of them with what should be. */
async function hears(t: Test, args: readonly string[], framesTo: (mac: string) => readonly Sent[]) {
  const lan = createLan([
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
    { name: 'client', addresses: [] },
  ])
  t.teardown(() => lan.close())
  const [listening, client] = await Promise.all([
    startListening(lan.host('speaker'), [String(Number.parseInt(IDENTIFIER, 16)), ...args]),
    startStation(lan.host('client')),
  ])
  const sent = framesTo(macHex(lan.host('speaker').mac))
  for (const { frame } of sent) client.send(frame)
  const wanted = sent.filter(({ passes }) => passes)
  const last = wanted.slice(-1).map(({ frame }) => frame.toString('hex'))
  await listening.until((frame) => last.includes(frame.toString('hex')))
  const heard = listening.take().map((frame) => frame.toString('hex'))
  const found = sent.filter(({ frame }) => heard.includes(frame.toString('hex')))
  t.same(
    found.map(({ name }) => name),
    wanted.map(({ name }) => name),
  )
}

function arp(to: string, operation: string, sender: string, target: string): Buffer {
  return arpFrame({ to, from: CLIENT, operation, senderMac: CLIENT, sender, target })
}

t.test('ARP, in the kernel', { skip }, async (t) => {
  await hears(t, ['10.9.0.100,10.9.0.101,10.9.0.120', '10.9.0.7'], (mac) => [
    { name: 'asked', frame: arp(BROADCAST, '0001', '10.9.0.250', '10.9.0.101'), passes: true },
    { name: 'not asked', frame: arp(BROADCAST, '0001', '10.9.0.250', '10.9.0.102'), passes: false },
    { name: 'to us, not asked', frame: arp(mac, '0001', '10.9.0.250', '10.9.0.99'), passes: false },
    { name: 'reply to us', frame: arp(mac, '0002', '10.9.0.250', '10.9.0.3'), passes: true },
    {
      name: 'reply to all',
      frame: arp(BROADCAST, '0002', '10.9.0.250', '10.9.0.3'),
      passes: false,
    },
    { name: 'a node asks', frame: arp(BROADCAST, '0001', '10.9.0.7', '10.9.0.1'), passes: true },
    {
      name: 'tagged',
      frame: arpFrame({
        ...{ to: BROADCAST, from: CLIENT, tag: '81000005', senderMac: CLIENT },
        ...{ sender: '10.9.0.250', target: '10.9.0.100' },
      }),
      passes: false,
    },
    { name: 'claim', frame: arp(BROADCAST, '0002', '10.9.0.120', '10.9.0.120'), passes: true },
  ])
})

function nd(to: string, type: number, source: string, target: string): Buffer {
  const destination = ipv6Hex('ff02::1')
  const addresses = { source: ipv6Hex(source), destination, target: ipv6Hex(target) }
  return ndFrame({ to, from: CLIENT, type, ...addresses })
}

t.test('neighbour discovery and echo replies, in the kernel', { skip }, async (t) => {
  const all = multicastMacHex(ipv6Hex('ff02::1'))
  const group = multicastMacHex(solicitedNode('fd00:9::a0:2'))
  const echo = (mac: string, type: number, identifier: string) =>
    ndFrame({
      ...{ to: mac, from: CLIENT, type, flags: `${identifier}0001`, target: '' },
      ...{ source: ipv6Hex('fd00:9::7'), destination: ipv6Hex('fd00:9::3') },
    })
  await hears(t, ['fd00:9::a0:1', 'fd00:9::7'], (mac) => [
    { name: 'asked', frame: nd(all, 135, 'fd00:9::fa', 'fd00:9::a0:1'), passes: true },
    { name: 'not asked', frame: nd(all, 135, 'fd00:9::fa', 'fd00:9::a0:2'), passes: false },
    { name: 'of a group', frame: nd(group, 135, 'fd00:9::fa', 'fd00:9::a0:2'), passes: false },
    { name: 'node of itself', frame: nd(all, 136, 'fe80::7', 'fd00:9::7'), passes: true },
    { name: 'advertised to all', frame: nd(all, 136, 'fe80::8', 'fd00:9::8'), passes: false },
    { name: 'advertised to us', frame: nd(mac, 136, 'fe80::8', 'fd00:9::8'), passes: true },
    { name: 'echo of others', frame: echo(mac, 129, 'be12'), passes: false },
    { name: 'echo request', frame: echo(mac, 128, IDENTIFIER), passes: false },
    { name: 'echo reply', frame: echo(mac, 129, IDENTIFIER), passes: true },
  ])
})

/** An IPv4 header of 20 bytes, from 10.9.0.7 to 10.9.0.3: a bridge may drop what has a wrong checksum. */
const WHOLE = '4500001c00000000400166c60a0900070a090003'
const FIRST_FRAGMENT = '4500001c00002000400146c60a0900070a090003'

function icmp(mac: string, type: string, identifier: string, header = WHOLE): Buffer {
  return Buffer.from(`${mac}${CLIENT}0800${header}${type}000000${identifier}0001`, 'hex')
}

t.test('ICMP echo replies, in the kernel', { skip }, async (t) => {
  await hears(t, [], (mac) => [
    { name: 'of others', frame: icmp(mac, '00', 'be12'), passes: false },
    { name: 'request', frame: icmp(mac, '08', IDENTIFIER), passes: false },
    { name: 'fragment', frame: icmp(mac, '00', IDENTIFIER, FIRST_FRAGMENT), passes: false },
    { name: 'to all', frame: icmp(BROADCAST, '00', IDENTIFIER), passes: false },
    { name: 'reply', frame: icmp(mac, '00', IDENTIFIER), passes: true },
  ])
})
