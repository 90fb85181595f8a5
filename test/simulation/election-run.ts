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
  const dice = createDice(seed)
  const world = createWorld(dice, make)
  const judge = createJudge(world)
  const until = (end: number) => {
    while (world.schedule.now < end && judge.violations.length === 0) {
      world.schedule.runUntil(world.schedule.now + STEP)
      judge.look()
    }
  }
  until(dice.between(0, 10_000))
  const faults = 1 + dice.below(8)
  for (let fault = 0; fault < faults; fault++) {
    disturb(world, dice)
    judge.disturbed()
    until(
      world.schedule.now +
        (dice.chance(0.6) ? dice.between(50, 6_000) : dice.between(6_000, 30_000)),
    )
  }
  repair(world)
  judge.disturbed()
  until(world.schedule.now + QUIET)
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
