import { seededRandom } from '../support/random.ts'

/** Everything that a seed decides. */
export interface Dice {
  /** At least `least`, below `limit`. */
  between(least: number, limit: number): number
  /** 0 to `count` - 1. */
  below(count: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
}

export function createDice(seed: number): Dice {
  const unit = seededRandom(seed)
  const below = (count: number) => Math.floor(unit() * count)
  return {
    between: (least, limit) => least + unit() * (limit - least),
    below,
    chance: (probability) => probability > 0 && unit() < probability,
    pick: (items) => items[below(items.length)]!,
    shuffled(items) {
      const left = [...items]
      return items.map(() => left.splice(below(left.length), 1)[0]!)
    },
  }
}
