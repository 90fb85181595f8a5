import { isReachable, type Host } from './host.ts'
import type { PlannedModel } from './plan-model.ts'
import type { World } from './simulate.ts'

/** Nothing else may have happened for so long before and after: whoever has begun to lead is at work by then. */
const QUIET = 5_000
/** A loop that wakes a little late, and a queue of news: the budget lets one frame out each ten milliseconds. */
const SLACK = 240

/** After a fault: the addresses of a node that is gone move within the time that probing takes at most. */
export function expectMoves(world: World): void {
  for (const planned of world.model.addresses) {
    const owner = world.nodes.find(({ name }) => name === world.judge.owner(planned.address)?.node)
    if (owner !== undefined && isExpected(world, planned, owner)) expectMove(world, planned, owner)
  }
}

/**
 * Where the leader is another host, and its first standby a third one: that one is alive, and a witness that the
 * leader's own port is. Where the first standby is the leader's own node, clients are, if it has answered them.
 */
function isExpected(world: World, { address, candidates }: PlannedModel, owner: Host): boolean {
  const { nodes, setting, judge, schedule } = world
  if (isReachable(owner) || owner.pausedUntil > schedule.now) return false
  const told = judge.owner(address)
  if (told === undefined || told.at > schedule.now - QUIET) return false
  const leader = leaderOf(world)
  if (leader === undefined || leader === owner.name) return false
  const standby = nodes.find(({ name }) => name === candidates.find((one) => one !== owner.name))
  if (standby === undefined || !isReachable(standby)) return false
  return standby.name !== leader || setting.sparesSpeakers
}

function leaderOf({ nodes, lease, setting }: World): string | undefined {
  return setting.isAlone ? nodes[0]?.name : lease.holder
}

function expectMove(world: World, { address }: PlannedModel, owner: Host): void {
  const { schedule, judge, lan, model } = world
  const { now } = schedule
  if (lan.weather.loss > 0) return
  const bound = worstCase(model.pool.probe) + SLACK + 4 * lan.weather.delay[1]
  schedule.at(now + bound, () => {
    if (isReachable(owner) || !judge.wasQuiet(now - QUIET, schedule.now, owner)) return
    if (judge.owner(address)?.node !== owner.name) return
    judge.wrong(`${address.text} is still at ${owner.name}, ${bound.toFixed(0)} ms after its end`)
  })
}

/**
 * A node dies just after an answer: a whole interval to the next probe; its time-out, half an interval where
 * answers are quick; confirming probes a fifth apart, and the time-out of the last one.
 */
function worstCase(probe: {
  readonly intervalMilliseconds: number
  readonly failureThreshold: number
}): number {
  const { intervalMilliseconds: interval, failureThreshold } = probe
  return interval * (2 + (failureThreshold - 2) / 5)
}
