import fc from 'fast-check'
import t from 'tap'
import { emptyLoads, NOBODY } from '../../../reconciler/placement/choice.ts'
import type { Choice, ChoiceInput } from '../../../reconciler/placement/choice.ts'
import { placeOwners, rankCandidates } from '../../../reconciler/placement/place-owners.ts'
import type { NumberedRank } from '../../../reconciler/placement/place-owners.ts'
import {
  choiceInput,
  newAddress,
  nodeClass,
  numbers,
  owners,
  tally,
} from '../../support/planning/choice-cases.ts'

function placed(input: ChoiceInput, loaded: readonly number[] = []): (number | undefined)[] {
  const choices: Choice[] = input.addresses.map(() => ({ candidates: [], reason: 'nobody' }))
  const loads = emptyLoads(input.pools.length, input.nodes.length)
  loaded.forEach((count, node) => {
    loads.byPool[0]![node] = count
    loads.ofSegment[node] = count
  })
  placeOwners(input, choices, loads)
  return owners(choices)
}

t.test('ready nodes come before all others, whatever they carry', async (t) => {
  const classes = [nodeClass([1]), nodeClass([0], { ready: false })]
  t.strictSame(placed(choiceInput(2, [newAddress(0, classes)], { unready: [0] }), [0, 9]), [1])
})

t.test('then the node that the Service prefers, whatever its weight', async (t) => {
  const classes = [nodeClass([0], { weight: 10 }), nodeClass([1])]
  t.strictSame(placed(choiceInput(2, [newAddress(0, classes, { preferred: 1 })])), [1])
})

t.test('but not if it is not ready and another is', async (t) => {
  const classes = [nodeClass([0]), nodeClass([1], { ready: false })]
  const input = choiceInput(2, [newAddress(0, classes, { preferred: 1 })], { unready: [1] })
  t.strictSame(placed(input), [0])
})

t.test('then more weight, whatever they carry', async (t) => {
  const classes = [nodeClass([1], { weight: 10 }), nodeClass([0])]
  t.strictSame(placed(choiceInput(2, [newAddress(0, classes)]), [0, 9]), [1])
})

t.test('then fewer addresses of the pool, then of the segment', async (t) => {
  const all = [nodeClass([0, 1, 2])]
  t.strictSame(placed(choiceInput(3, [newAddress(0, all)]), [2, 1, 2]), [1])
  const addresses = [newAddress(0, all), newAddress(1, [nodeClass([0, 1, 2])], { pool: 1 })]
  const [first, second] = placed(choiceInput(3, addresses))
  t.not(second, first)
})

t.test('those with the least choice are placed first, so that the rest evens out', async (t) => {
  const all = [nodeClass([0, 1])]
  const input = choiceInput(2, [newAddress(0, all), newAddress(1, [nodeClass([0])])])
  t.strictSame(placed(input), [1, 0])
})

t.test('addresses with different nodes share the loads of their pool', async (t) => {
  const all = [nodeClass(numbers(4))]
  const half = [nodeClass([0, 1])]
  const addresses = numbers(20).map((index) => newAddress(index, index % 2 === 0 ? all : half))
  t.strictSame(tally(placed(choiceInput(4, addresses)), 4), [5, 5, 5, 5])
})

t.test('nodes whose hashes are equal go by their names', async (t) => {
  const input = choiceInput(3, [newAddress(0, [nodeClass([0, 1, 2])])])
  const alike = { ...input, nodes: input.nodes.map((node) => ({ ...node, hash: 7 })) }
  t.strictSame(placed(alike), [0])
  const ranking = rankCandidates(alike, alike.addresses[0]!, emptyLoads(1, 3))
  t.strictSame(
    ranking.map(({ number }) => number),
    [0, 1, 2],
  )
  // A bucket loses nodes from its middle, and so its order.
  const many = numbers(9).map((index) => newAddress(index, [nodeClass([0, 1, 2])]))
  const several = choiceInput(3, many)
  t.strictSame(placed({ ...several, nodes: alike.nodes }), [0, 1, 2, 0, 1, 2, 0, 1, 2])
})

t.test('without classes nobody is placed', async (t) => {
  t.strictSame(placed(choiceInput(2, [newAddress(0, [])])), [undefined])
})

t.test('the ranking that is told names the owner first, and is in order', async () => {
  const anyInput = fc
    .array(
      fc.record({
        nodes: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
        preferred: fc.constantFrom(NOBODY, 0, 1, 2),
        pool: fc.integer({ min: 0, max: 1 }),
      }),
      { maxLength: 30 },
    )
    .map((parts) =>
      choiceInput(
        6,
        parts.map(({ nodes, preferred, pool }, index) => {
          const ready = nodes.filter((node) => node !== 5).sort((a, b) => a - b)
          const classes = [
            ...(ready.length > 0 ? [nodeClass(ready)] : []),
            ...(nodes.includes(5) ? [nodeClass([5], { ready: false })] : []),
          ]
          const wanted = nodes.includes(preferred) ? preferred : NOBODY
          return newAddress(index, classes, { preferred: wanted, pool })
        }),
        { unready: [5], pools: [{ settled: undefined }, { settled: undefined }] },
      ),
    )
  fc.assert(
    fc.property(anyInput, (input) => {
      const choices: Choice[] = input.addresses.map(() => ({ candidates: [], reason: 'nobody' }))
      const rankings = new Map<number, NumberedRank[]>()
      placeOwners(input, choices, emptyLoads(2, 6), (index, ranking) =>
        rankings.set(index, ranking()),
      )
      return choices.every(
        ({ candidates, reason }, index) =>
          reason === 'placed' && rankings.get(index)![0]!.number === candidates[0],
      )
    }),
  )
})

t.test('a ranking holds every candidate with what is compared', async (t) => {
  const classes = [nodeClass([0, 1], { weight: 3 }), nodeClass([2], { ready: false })]
  const input = choiceInput(3, [newAddress(0, classes, { preferred: 1 })], { unready: [2] })
  const loads = emptyLoads(1, 3)
  loads.byPool[0]![1] = 4
  loads.ofSegment[1] = 5
  t.strictSame(rankCandidates(input, input.addresses[0]!, loads), [
    { number: 1, ready: true, preferred: true, weight: 3, poolAddresses: 4, segmentAddresses: 5 },
    { number: 0, ready: true, preferred: false, weight: 3, poolAddresses: 0, segmentAddresses: 0 },
    { number: 2, ready: false, preferred: false, weight: 0, poolAddresses: 0, segmentAddresses: 0 },
  ])
})
