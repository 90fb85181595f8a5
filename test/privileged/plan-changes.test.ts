import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import { ipv4Hex, macHex, arpFrame } from '../support/wire/raw-frames.ts'
import type { Station } from '../support/wire/station.ts'
import { startStation } from '../support/wire/station.ts'
import { until } from '../support/until.ts'

const skip = lanRefusal() ?? false

const STATION = '02000000000a'
const nodes = [
  { name: 'one', addresses: ['10.9.0.1', 'fd00:9::1'] },
  { name: 'two', addresses: ['10.9.0.2', 'fd00:9::2'] },
]

async function setUp(t: Test) {
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'] },
    { name: 'two', addresses: ['10.9.0.2/24', 'fd00:9::2/64'] },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
    { name: 'station', addresses: [] },
  ])
  t.teardown(() => lan.close())
  const station = await startStation(lan.host('station'))
  return { lan, station, plan: join(t.testdir(), 'plan.json') }
}

/** Resolves with the answer to an ARP request: the MAC of the address, in hex. */
async function whoHas(station: Station, address: string): Promise<string> {
  const fields = { senderMac: STATION, sender: '10.9.0.9', target: address }
  const isAnswer = (frame: Buffer) => {
    const hex = frame.toString('hex')
    return hex.startsWith(STATION) && hex.includes(`0002`) && hex.slice(56, 64) === ipv4Hex(address)
  }
  station.take()
  station.send(arpFrame({ to: 'ffffffffffff', from: STATION, ...fields }))
  await station.until(isAnswer)
  return station.take().find(isAnswer)?.toString('hex').slice(44, 56) ?? ''
}

t.test('a plan file that cannot be used keeps the last good one in force', { skip }, async (t) => {
  const { lan, station, plan } = await setUp(t)
  const one = macHex(lan.host('one').mac)
  writePlans(plan, planOf({ nodes, owners: { '10.9.0.100': 0 } }))
  const speaker = startSpeaker(lan.host('speaker'), ['--plan', plan])
  await speaker.until(announced('10.9.0.100'))

  let refused = 0
  for (const [name, spoil] of [
    ['half of it, written in place', () => writeFileSync(plan, '{"apiVersion": "bellw')],
    ['empty', () => writeFileSync(plan, '')],
    ['another kind', () => writeFileSync(plan, 'kind: AddressPool\n')],
    ['gone', () => rmSync(plan)],
  ] as const) {
    spoil()
    refused++
    const count = () => speaker.reports().filter(({ event }) => event === 'PlanRefused').length
    await until(() => count() >= refused, `${name} is refused`)
    t.equal(await whoHas(station, '10.9.0.100'), one, `${name}: the address is answered`)
  }

  writePlans(plan, planOf({ nodes, owners: { '10.9.0.100': 1 } }))
  await speaker.until(announced('10.9.0.100', lan.host('two').mac))
  t.equal(await whoHas(station, '10.9.0.100'), macHex(lan.host('two').mac), 'a good one is taken')
})

t.test('two segments in a file; one of them goes', { skip }, async (t) => {
  const { lan, station, plan } = await setUp(t)
  const red = planOf({ segment: 'red', nodes, owners: { '10.9.0.100': 0 } })
  const blue = planOf({ segment: 'blue', nodes, owners: { '10.9.0.101': 1 } })
  writePlans(plan, red, blue)
  const speaker = startSpeaker(lan.host('speaker'), ['--plan', plan])
  await speaker.until(announced('10.9.0.100'))
  await speaker.until(announced('10.9.0.101'))
  t.equal(await whoHas(station, '10.9.0.100'), macHex(lan.host('one').mac))
  t.equal(await whoHas(station, '10.9.0.101'), macHex(lan.host('two').mac))

  writePlans(plan, blue)
  await speaker.until((report) => report.event === 'Withdrawn' && report.address === '10.9.0.100')
  t.equal(await whoHas(station, '10.9.0.101'), macHex(lan.host('two').mac), 'the other goes on')
})

t.test('--segment takes one of them', { skip }, async (t) => {
  const { lan, plan } = await setUp(t)
  const red = planOf({ segment: 'red', nodes, owners: { '10.9.0.100': 0 } })
  const blue = planOf({ segment: 'blue', nodes, owners: { '10.9.0.101': 1 } })
  writePlans(plan, red, blue)
  const speaker = startSpeaker(lan.host('speaker'), ['--plan', plan, '--segment', 'blue'])
  await speaker.until(announced('10.9.0.101'))
  const inForce = speaker.reports().filter(({ event }) => event === 'PlanInForce')
  t.match(inForce, [{ segment: 'blue', addresses: 1 }])
  t.equal(inForce.length, 1)
})
