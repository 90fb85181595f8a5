import { NOBODY } from '../../../reconciler/placement/choice.ts'
import type {
  Choice,
  ChoiceAddress,
  ChoiceInput,
  NodeClass,
} from '../../../reconciler/placement/choice.ts'
import { hashName } from '../../../api/hash.ts'

/** One class of equal, ready nodes. */
export function nodeClass(nodes: readonly number[], parts: Partial<NodeClass> = {}): NodeClass {
  return { ready: true, weight: 0, ...parts, nodes }
}

export function numbers(length: number): number[] {
  return Array.from({ length }, (_, index) => index)
}

/** An address that was never placed, in the first pool. */
export function newAddress(
  index: number,
  classes: readonly NodeClass[],
  parts: Partial<ChoiceAddress> = {},
): ChoiceAddress {
  return {
    hash: hashName(`192.0.2.${index}`),
    pool: 0,
    classes,
    former: [],
    ownerStays: true,
    reported: NOBODY,
    preferred: NOBODY,
    ...parts,
  }
}

/** Nodes of which all but `unready` are ready; pools of which none moves anything. */
export function choiceInput(
  nodes: number,
  addresses: readonly ChoiceAddress[],
  parts: { readonly unready?: readonly number[]; readonly pools?: ChoiceInput['pools'] } = {},
): ChoiceInput {
  const pools = Math.max(0, ...addresses.map(({ pool }) => pool)) + 1
  return {
    nodes: numbers(nodes).map((node) => ({
      hash: hashName(`node-${node}`),
      ready: !(parts.unready ?? []).includes(node),
    })),
    pools: parts.pools ?? numbers(pools).map(() => ({ settled: undefined })),
    addresses,
    limit: 4,
  }
}

/** The same input a moment later: the choices are the former candidates. */
export function chosenBefore(input: ChoiceInput, choices: readonly Choice[]): ChoiceInput {
  return {
    ...input,
    addresses: input.addresses.map((address, index) => ({
      ...address,
      former: choices[index]!.candidates,
      ownerStays: true,
    })),
  }
}

export function owners(choices: readonly Choice[]): (number | undefined)[] {
  return choices.map(({ candidates }) => candidates[0])
}

/** How often each of the numbers below `length` occurs. */
export function tally(values: readonly (number | undefined)[], length: number): number[] {
  return numbers(length).map((number) => values.filter((value) => value === number).length)
}

/** Greatest less least: 0 or 1 where things are spread evenly. */
export function unevenness(counts: readonly number[]): number {
  return Math.max(...counts) - Math.min(...counts)
}
