import type { Family } from '../../api/address.ts'
import type { LinkView, Neighbor } from '../lan/link-view.ts'
import { roleKey, type ProbeRole } from './roles.ts'
import { adopt, begin, newTarget, nextEvent, restInterval, type Target } from './target.ts'
import { createSpread } from '../timing/spread.ts'
import { createTimers } from '../timing/timers.ts'

/** All that is probed, each with the time at which something has to be done about it. */
export interface ProbeTable {
  /** Exactly these from now on; what is known of those that stay is kept. */
  follow(roles: readonly ProbeRole[], now: number): void
  /** Begins to probe: the MAC is known, or another one than before. */
  start(target: Target, now: number): void
  /** Sets the time anew, after the target has changed. */
  arm(this: void, target: Target): void
  takeDue(now: number): readonly Target[]
  targetOf(neighbor: Neighbor, family: Family): Target | undefined
  /** The target whose verdict counts for the family: the other family's, if the node has no address of this one. */
  judgedBy(neighbor: Neighbor, family: Family): Target | undefined
  /** Another node of the link that is up and owes no answer. */
  witness(link: LinkView, node: Neighbor['node']): Target | undefined
  /** True if another node than that of the target is probed on its link. */
  hasOthers(this: void, target: Target): boolean
  all(): readonly Target[]
  readonly deadline: number | undefined
}

/** `stretch` says what the interval of a target is multiplied by. */
export function createProbeTable(stretch: (target: Target) => number): ProbeTable {
  const targets = new Map<string, Target>()
  const timers = createTimers()
  const spread = createSpread()

  const arm = (target: Target) => {
    const { key, neighbor } = target.role
    if (neighbor.mac === undefined) timers.clear(key)
    else timers.set(key, nextEvent(target))
  }
  const start = (target: Target, now: number) => {
    const share = spread()
    // A node that was down and gives a MAC is most likely back.
    const wait = target.verdict === 'down' ? 0 : share * restInterval(target, stretch(target))
    begin(target, now, now + wait)
    arm(target)
  }
  const add = (role: ProbeRole, now: number) => {
    const target = newTarget(role, now)
    adopt(target, role, now)
    targets.set(role.key, target)
    if (role.neighbor.mac !== undefined) start(target, now)
  }
  const targetOf = (neighbor: Neighbor, family: Family) => targets.get(roleKey(neighbor, family))

  return {
    follow(roles, now) {
      const kept = new Set(roles.map(({ key }) => key))
      for (const key of [...targets.keys()])
        if (!kept.has(key)) {
          targets.delete(key)
          timers.clear(key)
        }
      for (const role of roles) {
        const known = targets.get(role.key)
        if (known === undefined) add(role, now)
        else {
          adopt(known, role, now)
          arm(known)
        }
      }
    },
    start,
    arm,
    takeDue: (now) => timers.takeDue(now).flatMap((key) => targets.get(key) ?? []),
    targetOf,
    judgedBy: (neighbor, family) =>
      targetOf(neighbor, family) ?? targetOf(neighbor, family === 'IPv4' ? 'IPv6' : 'IPv4'),
    witness: (link, node) =>
      firstOf(targets, (target) => canWitness(target, link) && target.role.neighbor.node !== node),
    hasOthers: ({ role: { neighbor } }) => {
      const { link, node } = neighbor
      const isOther = ({ role }: Target) =>
        role.neighbor.link === link && role.neighbor.node !== node
      return firstOf(targets, isOther) !== undefined
    },
    all: () => [...targets.values()],
    get deadline() {
      return timers.earliest
    },
  }
}

function canWitness({ role, verdict, outstanding }: Target, link: LinkView): boolean {
  return role.neighbor.link === link && verdict === 'up' && outstanding.length === 0
}

function firstOf(
  targets: ReadonlyMap<string, Target>,
  isWanted: (target: Target) => boolean,
): Target | undefined {
  for (const target of targets.values()) if (isWanted(target)) return target
  return undefined
}
