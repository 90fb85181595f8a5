import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { cut, mend } from '../../demo/faults.ts'
import { watchClaims } from '../support/wire/claims-heard.ts'
import { end, LEADS, pair, timed } from '../support/speaker/speaker-pair.ts'
import type { SpeakersLan } from '../support/speaker/speakers-lan.ts'
import {
  createSpeakersLan,
  longestGap,
  speakersLanRefusal,
  VIPS,
} from '../support/speaker/speakers-lan.ts'
import { startStopwatch } from '../support/stopwatch.ts'

/*
 * Speakers on two or three nodes elect one of themselves by a Lease of a real API server, under the traffic of a
 * client; what goes wrong, and for how long nobody answers.
 */

const skip = speakersLanRefusal() ?? false

let world: SpeakersLan
t.before(async () => {
  if (skip !== false) return
  world = await createSpeakersLan()
  world.writePlan()
})
t.teardown(() => world?.close())

t.test('SIGTERM hands over within a second', { skip }, async (t) => {
  const [first, second] = await pair(t, world)
  const flow = await world.ask()
  const watch = startStopwatch()
  first.kill('SIGTERM')
  const took = await timed(second, LEADS, watch)
  t.equal(await first.ended, 0)
  t.comment(`the other leads after ${took} ms; the process ended after ${watch.took()} ms`)
  t.ok(took < watch.widened(1000))
  t.match(
    first.reports().map(({ event }) => event),
    /LeaseReleased|SpeakerStopped/,
  )
  await sleep(500)
  const result = await flow.end()
  t.equal(result.lost, 0, 'known neighbours lose nothing')
  t.equal(world.lease().holderIdentity, 'node-2_pod')
})

t.test('killed and started again: its own Lease is resumed at once', { skip }, async (t) => {
  const [first] = await pair(t, world)
  const { leaseTransitions } = world.lease()
  const flow = await world.ask()
  first.kill('SIGKILL')
  await first.ended
  const watch = startStopwatch()
  const again = world.speaker('node-1')
  t.teardown(() => end(again))
  const took = await timed(again, LEADS, watch)
  t.comment(`leads again ${took} ms after its start`)
  t.equal((await flow.end()).lost, 0)
  t.equal(world.lease().leaseTransitions, leaseTransitions, 'nobody else held it')
})

t.test('killed for good: another one leads after the Lease', { skip }, async (t) => {
  const [first, second] = await pair(t, world)
  const flow = await world.ask()
  const watch = startStopwatch()
  first.kill('SIGKILL')
  const took = await timed(second, LEADS, watch)
  t.comment(`another one leads after ${took} ms`)
  t.ok(took < watch.widened(5500))
  t.equal((await flow.end()).lost, 0, 'known neighbours lose nothing')
})

t.test('the leader dies with its node: another one leads', { skip }, async (t) => {
  const [, second] = await pair(t, world)
  const flow = await world.ask()
  await sleep(500)
  const watch = startStopwatch()
  cut(world.lan, 'node-1')
  const took = await timed(second, LEADS, watch)
  await sleep(1500)
  const gap = longestGap(await flow.end())
  mend(world.lan, 'node-1')
  t.comment(`another one leads after ${took} ms; the longest silence: ${Math.round(gap)} ms`)
  t.ok(gap < watch.widened(2000))
  t.match(
    second.reports().find(({ event }) => event === 'LeaseAcquired'),
    { reason: 'twoWitnesses' },
  )
})

t.test('a frozen leader says nothing after another one has taken over', { skip }, async (t) => {
  const [first, second] = await pair(t, world)
  const claims = await watchClaims(world.lan, world.lan.host('node-1'), VIPS)
  const forget = setInterval(() => world.client.exec(['ip', 'neigh', 'flush', 'dev', 'eth0']), 100)
  const flow = await world.ask()
  await sleep(500)
  const watch = startStopwatch()
  first.kill('SIGSTOP')
  const took = await timed(second, LEADS, watch)
  const { time } = await second.until(LEADS)
  await sleep(1000)
  first.kill('SIGCONT')
  await first.until(({ event }) => event === 'GrantVoided' || event === 'LeadingEnded')
  await sleep(2000)
  clearInterval(forget)
  const { received } = await flow.end()
  const heard = await claims.end()
  const late = heard.filter(({ at }) => at > Date.parse(time))
  t.comment(`another one led after ${took} ms; ${received} answers to the client since`)
  t.ok(heard.length > 0, 'it had answered before')
  t.strictSame(late, [])
  t.equal(world.lease().holderIdentity, 'node-2_pod')
})
