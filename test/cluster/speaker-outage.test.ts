import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { cut, mend } from '../../demo/faults.ts'
import { LEADS, pair, timed } from '../support/speaker/speaker-pair.ts'
import type { SpeakersLan } from '../support/speaker/speakers-lan.ts'
import {
  API_ADDRESS,
  createSpeakersLan,
  longestGap,
  speakersLanRefusal,
} from '../support/speaker/speakers-lan.ts'
import { startStopwatch } from '../support/stopwatch.ts'

/*
 * Speakers that have been elected lose the API server, under the traffic of a client.
 */

const skip = speakersLanRefusal() ?? false

let world: SpeakersLan
t.before(async () => {
  if (skip !== false) return
  world = await createSpeakersLan()
  world.writePlan()
})
t.teardown(() => world?.close())

t.test('the API server is away: addresses are answered, and fail over', { skip }, async (t) => {
  const { controlPlane, lan } = world
  const [first, second] = await pair(t, world)
  const flow = await world.ask()
  controlPlane.apiServer.kill('SIGSTOP')
  const watch = startStopwatch()
  await first.until(({ event }) => event === 'FailStaticStarted')
  t.comment(`fail static ${watch.took()} ms after the API server stopped`)
  await sleep(10_000)
  const before = await flow.end()
  t.equal(before.lost, 0)

  const during = await world.ask()
  const death = startStopwatch()
  cut(lan, 'node-3')
  await first.until(({ event }) => event === 'AddressMoved')
  t.comment(`a node died: its address moved after ${death.took()} ms`)
  await sleep(5000)
  const gap = longestGap(await during.end())
  t.comment(`the longest silence: ${Math.round(gap)} ms`)
  t.ok(gap < death.widened(1000))
  mend(lan, 'node-3')
  t.notOk(second.reports().some(LEADS), 'nobody else began to answer')
  controlPlane.apiServer.kill('SIGCONT')
  await first.until(({ event }) => event === 'FailStaticEnded')
  t.equal(world.lease().holderIdentity, 'node-1_pod')
})

t.test('the leader is cut off from the API server alone', { skip }, async (t) => {
  const [first, second] = await pair(t, world)
  const flow = await world.ask()
  const node = world.lan.host('node-1')
  const nowhere = [
    'ip',
    'neigh',
    'replace',
    API_ADDRESS,
    'lladdr',
    '02:de:ad:00:00:01',
    'dev',
    'eth0',
  ]
  const watch = startStopwatch()
  node.exec([...nowhere, 'nud', 'permanent'])
  const took = await timed(second, LEADS, watch)
  await first.until(({ event }) => event === 'LeadingEnded')
  const ended = watch.took()
  await sleep(1000)
  node.exec(['ip', 'neigh', 'del', API_ADDRESS, 'dev', 'eth0'])
  t.comment(`another one leads after ${took} ms, the first ended after ${ended} ms`)
  t.equal((await flow.end()).lost, 0)
  t.equal(world.lease().holderIdentity, 'node-2_pod')
})

t.test('API server, leader and an owner die at once: all is back', { skip }, async (t) => {
  const [, second] = await pair(t, world)
  const flow = await world.ask()
  await sleep(500)
  const watch = startStopwatch()
  cut(world.lan, 'control')
  cut(world.lan, 'node-1')
  const took = await timed(second, LEADS, watch)
  await sleep(2000)
  const gap = longestGap(await flow.end())
  mend(world.lan, 'control')
  mend(world.lan, 'node-1')
  t.comment(`another one stands in after ${took} ms; the longest silence: ${Math.round(gap)} ms`)
  t.ok(gap < watch.widened(3000))
  await second.until(({ event }) => event === 'StandInEnded')
})
