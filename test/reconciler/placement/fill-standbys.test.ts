import t from 'tap'
import type { Choice, ChoiceInput } from '../../../reconciler/placement/choice.ts'
import { fillStandbys } from '../../../reconciler/placement/fill-standbys.ts'
import {
  choiceInput,
  newAddress,
  nodeClass,
  numbers,
  tally,
  unevenness,
} from '../../support/planning/choice-cases.ts'

function filled(input: ChoiceInput, before: readonly (readonly number[])[]): number[][] {
  const choices = before.map((candidates): Choice => ({
    candidates: [...candidates],
    reason: 'kept',
  }))
  fillStandbys(input, choices)
  return choices.map(({ candidates }) => candidates)
}

function inputOf(nodes: number, count: number): ChoiceInput {
  const all = [nodeClass(numbers(nodes))]
  return choiceInput(
    nodes,
    numbers(count).map((index) => newAddress(index, all)),
  )
}

t.test('an address alone takes the nodes behind its owner, round the end', async (t) => {
  t.strictSame(filled(inputOf(5, 1), [[3]]), [[3, 4, 0, 1]])
})

t.test('the addresses of one owner take different first standbys', async (t) => {
  const lists = filled(
    inputOf(4, 6),
    numbers(6).map(() => [0]),
  )
  t.strictSame(
    tally(
      lists.map((list) => list[1]),
      4,
    ),
    [0, 2, 2, 2],
  )
  const second = lists.filter((list) => list[1] === 1).map((list) => list[2])
  t.not(second[0], second[1])
})

t.test('standbys that are there stay, are counted, and the others make up for them', async (t) => {
  const lists = filled(inputOf(3, 4), [[0, 1, 2], [0, 1, 2], [0], [0]])
  t.strictSame(lists, [
    [0, 1, 2],
    [0, 1, 2],
    [0, 2, 1],
    [0, 2, 1],
  ])
})

t.test('nobody is a candidate twice, and the list ends where the nodes do', async (t) => {
  t.strictSame(filled(inputOf(2, 3), [[0], [0, 1], [1]]), [
    [0, 1],
    [0, 1],
    [1, 0],
  ])
})

t.test('ready nodes come first, then those of more weight, then the rest', async (t) => {
  const classes = [
    nodeClass([1], { weight: 5 }),
    nodeClass([3, 4]),
    nodeClass([0, 2], { ready: false }),
  ]
  const input = choiceInput(
    5,
    numbers(2).map((index) => newAddress(index, classes)),
    { unready: [0, 2] },
  )
  t.strictSame(filled(input, [[1], [1]]), [
    [1, 3, 4, 0],
    [1, 4, 3, 0],
  ])
})

t.test('the node that the Service prefers comes first among those as ready as it is', async (t) => {
  const classes = [nodeClass([0, 1, 2]), nodeClass([3, 4], { ready: false })]
  const both = [
    newAddress(0, classes, { preferred: 2 }),
    newAddress(1, classes, { preferred: 2 }),
    newAddress(2, classes, { preferred: 4 }),
    newAddress(3, classes, { preferred: 4 }),
  ]
  const input = choiceInput(5, both, { unready: [3, 4] })
  t.strictSame(filled(input, [[0], [0], [1, 0, 2], [1, 0, 2]]), [
    [0, 2, 1, 3],
    [0, 2, 1, 4],
    [1, 0, 2, 4],
    [1, 0, 2, 4],
  ])
})

t.test('nothing is added where nobody may be, nor without an owner', async (t) => {
  const input = choiceInput(3, [newAddress(0, []), newAddress(1, [nodeClass([0, 1])])])
  t.strictSame(filled(input, [[2], []]), [[2], []])
  const mixed = choiceInput(3, [newAddress(0, []), newAddress(1, [nodeClass([0, 1, 2])])])
  t.strictSame(filled(mixed, [[2], [2]]), [[2], [2, 0, 1]])
})

t.test('many addresses of one owner go round many times', async (t) => {
  const lists = filled(
    inputOf(7, 100),
    numbers(100).map(() => [2]),
  )
  const counts = tally(
    lists.map((list) => list[1]),
    7,
  )
  t.equal(counts[2], 0)
  t.ok(unevenness(counts.filter((_, node) => node !== 2)) < 2)
})
