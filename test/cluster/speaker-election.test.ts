import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Test } from 'tap'
import type { Logged, RunningSpeaker } from '../support/speaker.ts'
import { announced } from '../support/speaker.ts'
import type { SpeakersLan } from '../support/speakers-lan.ts'
import { createSpeakersLan, speakersLanRefusal, VIPS } from '../support/speakers-lan.ts'

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

const LEADS = ({ event }: Logged) => event === 'LeadingStarted'

/** Two speakers; the first leads. */
async function pair(t: Test): Promise<readonly [RunningSpeaker, RunningSpeaker]> {
  const first = world.speaker('node-1')
  t.teardown(() => end(first))
  await first.until(LEADS)
  for (const address of VIPS) await first.until(announced(address))
  const second = world.speaker('node-2')
  t.teardown(() => end(second))
  await second.until(({ event }) => event === 'NodeResolved')
  await sleep(1000)
  t.notOk(second.reports().some(LEADS), 'one leads')
  t.equal(world.lease().holderIdentity, 'node-1_pod')
  return [first, second]
}

async function end(speaker: RunningSpeaker): Promise<void> {
  speaker.kill('SIGCONT')
  speaker.kill('SIGKILL')
  await speaker.ended
}

/** Milliseconds until this has been reported. */
async function timed(speaker: RunningSpeaker, holds: (report: Logged) => boolean, begin: number) {
  await speaker.until(holds)
  return Math.round(performance.now() - begin)
}

t.test('SIGTERM hands over within a second', { skip }, async (t) => {
  const [first, second] = await pair(t)
  const flow = await world.ask()
  const begin = performance.now()
  first.kill('SIGTERM')
  const took = await timed(second, LEADS, begin)
  t.equal(await first.ended, 0)
  t.comment(
    `the other leads after ${took} ms; the process ended after ${Math.round(performance.now() - begin)} ms`,
  )
  t.ok(took < 1000)
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
  const [first] = await pair(t)
  const { leaseTransitions } = world.lease()
  const flow = await world.ask()
  first.kill('SIGKILL')
  await first.ended
  const begin = performance.now()
  const again = world.speaker('node-1')
  t.teardown(() => end(again))
  const took = await timed(again, LEADS, begin)
  t.comment(`leads again ${took} ms after its start`)
  t.equal((await flow.end()).lost, 0)
  t.equal(world.lease().leaseTransitions, leaseTransitions, 'nobody else held it')
})

t.test('killed for good: another one leads after the Lease', { skip }, async (t) => {
  const [first, second] = await pair(t)
  const flow = await world.ask()
  const begin = performance.now()
  first.kill('SIGKILL')
  const took = await timed(second, LEADS, begin)
  t.comment(`another one leads after ${took} ms`)
  t.ok(took < 5500)
  t.equal((await flow.end()).lost, 0, 'known neighbours lose nothing')
})
