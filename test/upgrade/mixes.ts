import { other, type Release } from './release-before.ts'

/*
 * Every mix of releases that an upgrade may pass through, and a walk through all of them.
 */

/** What is upgraded by itself, the quickest first: the walk changes it the most often. */
export const PARTS = ['crd', 'reconciler', 'standby', 'leader'] as const

export type Part = (typeof PARTS)[number]

/** The release of each part. */
export type Mix = Readonly<Record<Part, Release>>

export const ALL_BEFORE: Mix = {
  crd: 'before',
  reconciler: 'before',
  standby: 'before',
  leader: 'before',
}

export function withOther(mix: Mix, part: Part): Mix {
  return { ...mix, [part]: other(mix[part]) }
}

export function mixName(mix: Mix): string {
  return PARTS.map((part) => `${part} ${mix[part]}`).join(', ')
}

/**
 * The parts to change, one after the other: from `ALL_BEFORE` through all sixteen mixes, each once, as the reflected
 * binary code has them (F. Gray, US patent 2,632,058), and the same way back.
 */
export function walk(): readonly Part[] {
  const there = Array.from({ length: 2 ** PARTS.length - 1 }, (_, index) => partAt(index + 1))
  return [...there, ...there.toReversed()]
}

/** The ruler function: how often `step` can be halved. */
function partAt(step: number): Part {
  const part = PARTS[Math.log2(step & -step)]
  if (part === undefined) throw new Error(`there is no step ${step}`)
  return part
}
