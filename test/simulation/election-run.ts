import { createDice, type Dice } from './dice.ts'
import { createJudge } from './election-judge.ts'
import { createWorld, NODES, type MakeElection, type World } from './election-world.ts'

export interface ElectionRun {
  readonly violations: readonly string[]
  readonly longest: { readonly double: number; readonly silence: number }
  readonly log: readonly string[]
}

const STEP = 20
const QUIET = 40_000

/** One run: faults, then a long time without any, at the end of which one leads and holds the Lease. */
export function runElection(seed: number, make?: MakeElection): ElectionRun {
  return play(seed, make, (world, dice, pause) => {
    const faults = 1 + dice.below(8)
    for (let fault = 0; fault < faults; fault++) {
      disturb(world, dice)
      pause(dice.chance(0.6) ? dice.between(50, 6_000) : dice.between(6_000, 30_000))
    }
  })
}

const HOUR = 3_600_000

/** An hour without an API server, in which nodes die and come back, one after the other, the leader's among them. */
export function runOutage(seed: number): ElectionRun {
  return play(seed, undefined, (world, dice, pause) => {
    for (const { node } of world.members) world.serve(node, false)
    const end = world.schedule.now + HOUR
    while (world.schedule.now < end) {
      const node = dice.pick(NODES)
      world.crash(node)
      pause(dice.between(1_000, 60_000))
      world.boot(node)
      pause(dice.between(10_000, 120_000))
    }
  })
}

type Pause = (milliseconds: number) => void

/** What `story` does happens under the eyes of a judge. */
function play(
  seed: number,
  make: MakeElection | undefined,
  story: (world: World, dice: Dice, pause: Pause) => void,
): ElectionRun {
  const dice = createDice(seed)
  const world = createWorld(dice, make)
  const judge = createJudge(world)
  const until = (end: number) => {
    while (world.schedule.now < end && judge.violations.length === 0) {
      world.schedule.runUntil(world.schedule.now + STEP)
      judge.look()
    }
  }
  const pause: Pause = (milliseconds) => {
    judge.disturbed()
    if (judge.violations.length === 0) until(world.schedule.now + milliseconds)
    else world.schedule.runUntil(world.schedule.now + milliseconds)
  }
  until(dice.between(0, 10_000))
  story(world, dice, pause)
  repair(world)
  pause(QUIET)
  const answering = world.members.filter((member) => member.answers())
  const holder = world.lease?.record.holderIdentity
  const ends = answering.length === 1 && holder === `${answering[0]!.node}_pod`
  const violations = [...judge.violations, ...(ends ? [] : ['it does not end with one leader'])]
  return { violations, longest: judge.longest, log: world.log }
}

function disturb(world: World, dice: Dice): void {
  const member = dice.pick(world.members)
  const { node } = member
  const all = world.members.map((other) => other.node)
  const deeds: (() => void)[] = [
    () => world.serve(node, !member.isServed),
    () => all.forEach((name) => world.serve(name, false)),
    () => all.forEach((name) => world.serve(name, true)),
    () => world.setSides(NODES.map(() => dice.below(2))),
    () => world.setSides(NODES.map((name) => (name === node ? 1 : 0))),
    () => world.setSides(NODES.map(() => 0)),
    () => (world.isUp(node) ? world.crash(node) : world.boot(node)),
    () => (member.isRunning ? world.kill(node) : world.isUp(node) && world.start(node)),
    () => (world.isUp('n4') ? world.crash('n4') : world.boot('n4')),
    () => {
      if (!member.isRunning) return
      if (member.isFrozen) world.thaw(node)
      else world.freeze(node)
    },
  ]
  dice.pick(deeds)()
}

function repair(world: World): void {
  world.setSides(NODES.map(() => 0))
  for (const member of world.members) {
    world.serve(member.node, true)
    if (!world.isUp(member.node)) world.boot(member.node)
    if (member.isFrozen) world.thaw(member.node)
    if (!member.isRunning) world.start(member.node)
  }
  if (!world.isUp('n4')) world.boot('n4')
}
