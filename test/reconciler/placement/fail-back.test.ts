import fc from 'fast-check'
import t from 'tap'
import { NOBODY } from '../../../reconciler/placement/choice.ts'
import type { Choice, ChoiceInput, NodeClass } from '../../../reconciler/placement/choice.ts'
import { failBack } from '../../../reconciler/placement/fail-back.ts'
import {
  choiceInput,
  newAddress,
  nodeClass,
  numbers,
  owners,
  tally,
  unevenness,
} from '../../support/planning/choice-cases.ts'

const everyNode = { settled: () => true }

function moved(input: ChoiceInput, before: readonly (readonly number[])[]): number[][] {
  const choices = before.map((candidates): Choice => ({
    candidates: [...candidates],
    reason: 'kept',
  }))
  failBack(input, choices)
  return choices.map(({ candidates }) => candidates)
}

function inputOf(
  nodes: number,
  count: number,
  settled: ChoiceInput['pools'][number] = everyNode,
  classes: readonly NodeClass[] = [nodeClass(numbers(nodes))],
): ChoiceInput {
  const addresses = numbers(count).map((index) => newAddress(index, classes))
  return choiceInput(nodes, addresses, { pools: [settled] })
}

t.test('a pool without fail-back moves nothing', async (t) => {
  t.strictSame(moved(inputOf(2, 3, { settled: undefined }), [[0], [0], [0]]), [[0], [0], [0]])
})

t.test('an empty node gets its share, and who gave it is the first standby', async (t) => {
  const after = moved(inputOf(2, 4), [
    [0, 1],
    [0, 1],
    [0, 1],
    [0, 1],
  ])
  t.strictSame(after, [
    [0, 1],
    [0, 1],
    [1, 0],
    [1, 0],
  ])
})

t.test('the limit holds after a move', async (t) => {
  const input = { ...inputOf(4, 2), limit: 2 }
  t.strictSame(
    moved(input, [
      [0, 1],
      [0, 1],
    ]).map(({ length }) => length),
    [2, 2],
  )
})

t.test('a node that is not settled neither takes nor gives', async (t) => {
  const settled = { settled: (node: number) => node !== 2 }
  t.strictSame(
    moved(inputOf(3, 6, settled), [[2], [2], [2], [0], [0], [0]]).map(([owner]) => owner),
    [2, 2, 2, 0, 0, 1],
  )
  t.strictSame(moved(inputOf(3, 1, { settled: () => false }), [[2]]), [[2]])
})

t.test('where no node of the best class is settled, the next class counts', async (t) => {
  const classes = [nodeClass([2], { weight: 9 }), nodeClass([0, 1])]
  const settled = { settled: (node: number) => node !== 2 }
  const after = moved(inputOf(3, 2, settled, classes), [[0], [0]])
  t.strictSame(
    after.map(([owner]) => owner),
    [0, 1],
  )
  const none = moved(inputOf(3, 1, { settled: (node) => node === 0 }, [nodeClass([1, 2])]), [[0]])
  t.strictSame(none, [[0]])
})

t.test('nodes of more weight take what others carry', async (t) => {
  const classes = [nodeClass([1, 2], { weight: 9 }), nodeClass([0])]
  const after = moved(inputOf(3, 4, everyNode, classes), [[0], [0], [0], [0]])
  t.strictSame(
    tally(
      after.map(([owner]) => owner),
      3,
    ),
    [0, 2, 2],
  )
})

t.test(
  'the node that a Service prefers takes its address, and keeps it however loaded',
  async (t) => {
    const all = [nodeClass([0, 1])]
    const addresses = numbers(4).map((index) =>
      newAddress(index, all, { preferred: index < 3 ? 1 : NOBODY }),
    )
    const input = choiceInput(2, addresses, { pools: [everyNode] })
    t.strictSame(
      moved(input, [[0], [0], [1], [1]]).map(([owner]) => owner),
      [1, 1, 1, 0],
    )
  },
)

t.test('no address that could move carries to a much less loaded node in the end', async () => {
  const groups = fc.array(
    fc.record({
      nodes: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
      size: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(groups, (parts) => {
      const addresses = parts.flatMap(({ nodes, size }) => {
        const classes = [nodeClass([...nodes].sort((a, b) => a - b))]
        return numbers(size).map((index) => newAddress(index, classes))
      })
      const input = choiceInput(5, addresses, { pools: [everyNode] })
      const after = moved(
        input,
        addresses.map(({ classes }) => [classes[0]!.nodes[0]!]),
      ).map(([owner]) => owner!)
      const counts = tally(after, 5)
      return after.every((owner, index) =>
        addresses[index]!.classes[0]!.nodes.every((node) => counts[owner]! - counts[node]! < 2),
      )
    }),
  )
})

t.test('an address without candidates is no load', async (t) => {
  t.strictSame(moved(inputOf(2, 2), [[0], []]), [[0], []])
})

t.test('pools are evened out each by itself', async (t) => {
  const addresses = [
    newAddress(0, [nodeClass([0, 1])]),
    newAddress(1, [nodeClass([0, 1])], { pool: 1 }),
  ]
  const input = choiceInput(2, addresses, { pools: [everyNode, everyNode] })
  t.strictSame(moved(input, [[0], [0]]), [[0], [0]])
})

const loads = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })

t.test('even in the end, with the fewest moves that this takes, and done after once', async () => {
  fc.assert(
    fc.property(loads, (counts) => {
      const before = counts.flatMap((count, node) => numbers(count).map(() => [node]))
      const input = inputOf(counts.length, before.length)
      const after = moved(input, before)
      const reached = tally(
        after.map(([owner]) => owner),
        counts.length,
      )
      const moves = after.filter(([owner], index) => owner !== before[index]![0]).length
      const choices = after.map((candidates): Choice => ({ candidates, reason: 'kept' }))
      failBack(input, choices)
      return (
        unevenness(reached) < 2 &&
        moves === fewestMoves(counts) &&
        owners(choices).every((owner, index) => owner === after[index]![0])
      )
    }),
  )
})

/** Each node above its share gives what is too much; the larger shares go to those that have most. */
function fewestMoves(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const least = Math.floor(total / counts.length)
  const larger = total - least * counts.length
  const sorted = [...counts].sort((a, b) => b - a)
  return sorted.reduce(
    (sum, count, rank) => sum + Math.max(0, count - least - (rank < larger ? 1 : 0)),
    0,
  )
}
