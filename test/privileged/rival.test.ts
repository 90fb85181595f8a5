import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Test } from 'tap'
import { filterRefusal, swallowForeignMacs, swallowNothing } from '../../demo/faults.ts'
import { keepalivedRefusal, startKeepalived } from '../../demo/keepalived.ts'
import type { HostSpec, Lan } from '../../demo/lan.ts'
import { createLan, lanRefusal, writeSysctls } from '../../demo/lan.ts'
import { failoverPlanOf } from '../support/speaker/failover-plan.ts'
import { writePlans } from '../support/speaker/plan-sketch.ts'
import { ipv4Hex, ipv6Hex, macHex } from '../support/wire/raw-frames.ts'
import type { Logged, RunningSpeaker } from '../support/speaker/speaker.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import type { Station } from '../support/wire/station.ts'
import { startStation } from '../support/wire/station.ts'
import { until } from '../support/until.ts'

const skip = lanRefusal() ?? false
const skipKeepalived = skip === false ? (keepalivedRefusal() ?? false) : skip
const skipFilter = skip === false ? (filterRefusal() ?? false) : skip

const VIPS = ['10.9.0.100', 'fd00:9::100']
const accepts = ['10.9.0.100/32', 'fd00:9::100/128']
const NODES = [1, 2].map((n) => ({ name: `node-${n}`, addresses: [`10.9.0.${n}`, `fd00:9::${n}`] }))

/** RFC 5227 §1.1, DEFEND_INTERVAL. */
const DEFEND_MILLISECONDS = 10_000

/** The last announcement of a burst, speaker/timing/constants.ts. */
const BURST_MILLISECONDS = 5_500

function network(t: Test, others: readonly HostSpec[]): Lan {
  const lan = createLan([
    ...NODES.map(({ name, addresses: [ipv4, ipv6] }) => ({
      name,
      addresses: [`${ipv4}/24`, `${ipv6}/64`],
      accepts,
    })),
    { name: 'speaker', addresses: ['10.9.0.50/24', 'fd00:9::50/64'] },
    ...others,
  ])
  t.teardown(() => lan.close())
  return lan
}

function writePlan(t: Test): string {
  const file = join(t.testdir(), 'plan.json')
  const candidates = Object.fromEntries(VIPS.map((address) => [address, [0, 1]]))
  writePlans(file, failoverPlanOf({ nodes: NODES, candidates }))
  return file
}

async function start(lan: Lan, file: string): Promise<RunningSpeaker> {
  const speaker = startSpeaker(lan.host('speaker'), ['--plan', file])
  for (const address of VIPS) await speaker.until(announced(address))
  return speaker
}

function conflict(address: string): (report: Logged) => boolean {
  return (report) => report.event === 'AddressConflict' && report.address === address
}

/** Times of our broadcast announcements of each address; frames within 100 ms of the first are one. */
async function announcementTimes(
  station: Station,
  ours: string,
  milliseconds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(VIPS.map((address) => [address, []]))
  const end = performance.now() + milliseconds
  station.take()
  while (performance.now() < end) {
    await sleep(20)
    const frames = station.take().map((frame) => frame.toString('hex'))
    for (const address of VIPS) {
      const before = times.get(address) ?? []
      const isFresh = performance.now() - (before.at(-1) ?? -Infinity) > 100
      if (isFresh && frames.some((hex) => isAnnouncement(hex, address, ours)))
        before.push(performance.now())
    }
  }
  return times
}

/** ARP with the address as the sender's, or an advertisement to all nodes (RFC 4861 §4.4). */
function isAnnouncement(hex: string, address: string, from: string): boolean {
  if (hex.slice(12, 24) !== from) return false
  if (!address.includes(':'))
    return hex.startsWith('ffffffffffff') && hex.slice(56, 64) === ipv4Hex(address)
  const isAdvertisement = hex.startsWith('333300000001') && hex.slice(108, 110) === '88'
  return isAdvertisement && hex.slice(124, 156) === ipv6Hex(address)
}

t.test('keepalived has the same addresses', { skip: skipKeepalived }, async (t) => {
  const lan = network(t, [
    { name: 'rival', addresses: ['10.9.0.60/24', 'fd00:9::60/64'] },
    { name: 'station', addresses: [] },
  ])
  const folder = t.testdir()
  const speaker = await start(lan, writePlan(t))
  const station = await startStation(lan.host('station'))
  await sleep(BURST_MILLISECONDS)
  const rival = lan.host('rival')
  const options = { hosts: [rival], addresses: VIPS, advertSeconds: 1, refreshSeconds: 1, folder }
  const keepalived = startKeepalived(options)
  t.teardown(() => keepalived.stop())
  const times = announcementTimes(station, macHex(lan.host('speaker').mac), 26_000)
  for (const address of VIPS) {
    const found = await speaker.until(conflict(address))
    t.match(found, { mac: rival.mac, link: 'eth0', reason: 'Stranger' }, `${address} is reported`)
  }
  for (const [address, found] of await times) {
    const apart = found.slice(1).map((time, at) => Math.round(time - (found[at] ?? 0)))
    const tooSoon = apart.filter((gap) => gap < DEFEND_MILLISECONDS - 100)
    t.ok(found.length >= 2, `${address} is defended, ${found.length} times`)
    t.strictSame(tooSoon, [], `at most once in ten seconds: ${apart.join(', ')} ms apart`)
  }
  t.equal(
    speaker.reports().filter(({ event }) => event === 'AddressConflict').length,
    VIPS.length,
    'it is told once',
  )
})

t.test('a node answers for an address that another node owns', { skip }, async (t) => {
  const lan = network(t, [])
  const second = lan.host('node-2')
  // What stands on `lo` is answered for on every interface, as kube-proxy's IPVS without strictARP has it.
  writeSysctls(second.namespace, { 'net/ipv4/conf/all/arp_ignore': 0 })
  const speaker = await start(lan, writePlan(t))
  const first = speaker.reports().find(announced('10.9.0.100'))
  const found = await speaker.until(conflict('10.9.0.100'))
  t.match(found, { mac: second.mac, link: 'eth0', reason: 'NodeAnswersItself', node: 'node-2' })
  const seconds = (Date.parse(found.time) - Date.parse(first?.time ?? '')) / 1_000
  t.ok(seconds < 10, `found ${seconds} s after the first announcement`)
})

t.test('a network that swallows our frames', { skip: skipFilter }, async (t) => {
  const lan = network(t, [{ name: 'listener', addresses: ['10.9.0.51/24', 'fd00:9::51/64'] }])
  const file = writePlan(t)
  swallowForeignMacs(lan, 'speaker')
  await start(lan, file)
  const argv = ['--plan', file, '--listen']
  const listener = startSpeaker(lan.host('listener'), argv)
  const unheard = (address: string) => (report: Logged) =>
    report.event === 'AnnouncementsNotHeard' && report.addresses.includes(address)
  for (const address of VIPS) {
    const found = await listener.until(unheard(address))
    t.match(found, { link: 'eth0' }, `${address} is not heard`)
  }
  swallowNothing(lan)
  const heard = () => listener.reports().some(({ event }) => event === 'AnnouncementsHeard')
  await until(heard, 'it is heard again')
  t.notOk(
    listener.reports().some(({ event }) => event === 'Announced'),
    'who listens says nothing',
  )
})
