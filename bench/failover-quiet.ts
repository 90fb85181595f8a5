import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FailoverLan } from './failover-lan.ts'
import { forgetNeighbors, PAIR, settledSpeaker, writePlan } from './failover-lan.ts'
import type { Figure } from './harness.ts'

/*
 * What must cost nothing: a move that the plan asks for, and a machine that has no time.
 */

const EVERY_MICROSECONDS = 1_000
const CONNECTIONS = 20

/** The plan moves both addresses to and fro between two workers that live. */
export async function handOverFigure(wire: FailoverLan, runs: number): Promise<Figure> {
  const setUp = { addresses: PAIR.speaker }
  const speaker = await settledSpeaker(wire, setUp)
  let [sent, lost, reset, stuck] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run++) {
    forgetNeighbors(wire.client)
    const load = { addresses: PAIR.speaker, everyMicroseconds: EVERY_MICROSECONDS }
    const flow = await wire.traffic.datagrams(wire.client, load)
    const [address] = PAIR.speaker
    const tcp = { address, connections: CONNECTIONS, everyMicroseconds: 10_000 }
    const connections = await wire.traffic.connections(wire.client, tcp)
    await sleep(200)
    writePlan(wire, setUp, run % 2 === 0 ? [1, 0] : [0, 1])
    await sleep(1_000)
    const [datagrams, streams] = [await flow.end(), await connections.end()]
    const owner = run % 2 === 0 ? 'worker-2' : 'worker-1'
    if (datagrams.addresses.some(({ name }) => name !== owner)) lost = Infinity
    sent += datagrams.sent
    lost += datagrams.lost
    reset += streams.reset
    stuck += streams.stuck
  }
  speaker.kill('SIGTERM')
  await speaker.ended
  return {
    measure: `planned hand-over, ${runs} times: datagrams lost`,
    yardstick: '',
    result: `${lost} of ${sent}; TCP connections broken: ${reset + stuck} of ${runs * CONNECTIONS}, ${stuck} of them silently`,
    goal: 'no datagram; connections documented',
    met: lost === 0,
  }
}

/** Every core has something else to do; no node has died. */
export async function falseVerdictsFigure(wire: FailoverLan, minutes: number): Promise<Figure> {
  const speaker = await settledSpeaker(wire, { addresses: PAIR.speaker })
  const burners = cpus().map(() =>
    wire.client.spawn([process.execPath, '-e', 'for (;;) { /* burn */ }']),
  )
  await sleep(minutes * 60_000)
  for (const burner of burners) burner.kill('SIGKILL')
  const events = speaker.reports().map(({ event }) => event)
  const count = (wanted: string) => events.filter((event) => event === wanted).length
  const wrong = count('NodeDown') + count('AddressMoved')
  speaker.kill('SIGTERM')
  await speaker.ended
  return {
    measure: `false verdicts in ${minutes} min, ${burners.length} busy programs on ${burners.length} cores`,
    yardstick: '',
    result: `${wrong}; verdicts held: ${count('VerdictsHeld')}`,
    goal: '0',
    met: wrong === 0,
  }
}
