import type { Advice, Sentences } from './reason.ts'
import { toAll } from './reason.ts'

/** How many addresses would change, how many may, and how many are in force. */
interface Counts {
  readonly changes: number
  readonly limit: number
  readonly inForce: number
}

interface GuardEntry extends Sentences<Counts> {
  readonly advice: Advice
}

/** What makes a plan go too far; the key is what `--allow` names. Owners may read it: it counts, and names nobody. */
export const GUARD_REFUSALS = {
  moves: {
    ...toAll(
      ({ changes, inForce, limit }: Counts) =>
        `the plan moves ${changes} of ${inForce} addresses in force to other nodes, and ${limit} may`,
    ),
    advice: { code: 'BW5201', hint: allow('moves') },
  },
  releases: {
    ...toAll(
      ({ changes, inForce, limit }: Counts) =>
        `the plan takes ${changes} of ${inForce} addresses in force away, and ${limit} may`,
    ),
    advice: { code: 'BW5202', hint: allow('releases') },
  },
  emptyPools: {
    ...toAll(({ inForce }: Counts) => `there is no pool, and ${inForce} addresses are in force`),
    advice: { code: 'BW5203', hint: allow('emptyPools') },
  },
} satisfies Readonly<Record<string, GuardEntry>>

/** What the guard would block, by kind. */
export type AllowedChange = keyof typeof GUARD_REFUSALS

function allow(kind: string): string {
  return `if it is meant, allow it for this once: --allow ${kind}`
}
