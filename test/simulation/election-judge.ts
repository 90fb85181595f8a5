import { NODES, type Member, type World } from './election-world.ts'

/** Two may answer alike for so long after anything has changed: until one has heard the other. */
export const SETTLING = 4_500

/** A side of the LAN may be without an answer for so long after anything has changed. */
export const BOUND = 20_000

/** What is wrong in a world, looked at again and again. */
export interface Judge {
  /** Something was done to the world. */
  disturbed(): void
  look(): void
  readonly violations: readonly string[]
  readonly longest: { readonly double: number; readonly silence: number }
}

export function createJudge(world: World): Judge {
  const violations: string[] = []
  const longest = { double: 0, silence: 0 }
  const doubleSince = new Map<number, number>()
  const silentSince = new Map<number, number>()
  let disturbedAt = 0
  const { schedule } = world
  const wrong = (what: string) => violations.push(`${schedule.now.toFixed(0)}: ${what}`)

  /** How long a condition of a side has held since the last disturbance. */
  const lasting = (since: Map<number, number>, side: number, holds: boolean): number => {
    if (!holds) {
      since.delete(side)
      return 0
    }
    const began = since.get(side) ?? schedule.now
    since.set(side, began)
    return schedule.now - Math.max(began, disturbedAt)
  }

  const lookAt = (side: number) => {
    const here = world.members.filter(({ node }) => world.side(node) === side)
    const owners = here.filter((member) => member.answers())
    const double = lasting(doubleSince, side, owners.length > 1)
    const silence = lasting(silentSince, side, owners.length === 0 && somebodyCould(world, here))
    longest.double = Math.max(longest.double, double)
    longest.silence = Math.max(longest.silence, silence)
    if (double > SETTLING) wrong(`${owners.map(({ node }) => node).join(' and ')} answer`)
    if (silence > BOUND) wrong(`nobody answers on side ${side}`)
  }

  return {
    disturbed() {
      disturbedAt = schedule.now
      for (const member of world.members) if (!member.isFrozen) member.mustBeSilent = false
    },
    look() {
      if (violations.length > 0) return
      for (const side of new Set(NODES.map((node) => world.side(node)))) lookAt(side)
      for (const member of world.members)
        if (member.mustBeSilent && member.answers() && hasRival(world, member))
          wrong(`${member.node} answers though another took over while it was frozen`)
    },
    violations,
    longest,
  }
}

function hasRival(world: World, member: Member): boolean {
  return world.members.some(
    (other) =>
      other !== member && other.answers() && world.side(other.node) === world.side(member.node),
  )
}

/**
 * Whether a speaker that runs on this side should answer: not one that hears nobody, while the API server tells
 * it of a holder that renews its Lease elsewhere.
 */
function somebodyCould(world: World, here: readonly Member[]): boolean {
  const running = here.filter((m) => m.isRunning && !m.isFrozen && world.isUp(m.node))
  if (running.length === 0) return false
  const side = world.side(running[0]!.node)
  const isAlone = NODES.filter((n) => world.isUp(n) && world.side(n) === side).length === 1
  return !isAlone || !running[0]!.isServed
}
