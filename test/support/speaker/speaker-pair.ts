import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Logged, RunningSpeaker } from './speaker.ts'
import { announced } from './speaker.ts'
import type { SpeakersLan } from './speakers-lan.ts'
import { VIPS } from './speakers-lan.ts'
import type { Stopwatch } from '../stopwatch.ts'

export const LEADS = ({ event }: Logged) => event === 'LeadingStarted'

/** Two speakers; the first leads. */
export async function pair(
  t: Test,
  world: SpeakersLan,
): Promise<readonly [RunningSpeaker, RunningSpeaker]> {
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

export async function end(speaker: RunningSpeaker): Promise<void> {
  speaker.kill('SIGCONT')
  speaker.kill('SIGKILL')
  await speaker.ended
}

/** Milliseconds of `watch` until this has been reported. */
export async function timed(
  speaker: RunningSpeaker,
  holds: (report: Logged) => boolean,
  watch: Stopwatch,
) {
  await speaker.until(holds)
  return watch.took()
}
