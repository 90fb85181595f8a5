import fc from 'fast-check'
import t from 'tap'
import type { ChoiceAddress, ChoiceInput } from '../../../reconciler/placement/choice.ts'
import { choose } from '../../../reconciler/placement/choose.ts'
import {
  choiceInput,
  chosenBefore,
  newAddress,
  nodeClass,
  numbers,
  owners,
  tally,
  unevenness,
} from '../../support/planning/choice-cases.ts'

const three = [nodeClass([0, 1, 2])]

const kept: readonly {
  readonly name: string
  readonly address: Partial<ChoiceAddress>
  readonly candidates: readonly number[]
  readonly reason: string
}[] = [
  {
    name: 'a planned owner that still is a candidate stays, whoever announces meanwhile',
    address: { former: [1, 0, 2], reported: 2 },
    candidates: [1, 0, 2],
    reason: 'kept',
  },
  {
    name: 'an owner that is gone is followed by its next standby',
    address: { former: [1, 0], ownerStays: false },
    candidates: [1, 0, 2],
    reason: 'nextStandby',
  },
  {
    name: 'or by the node that announces the address already',
    address: { former: [1, 0], ownerStays: false, reported: 0 },
    candidates: [0, 1, 2],
    reason: 'reportedOwner',
  },
  {
    name: 'who announces an address of which no plan is known carries it on',
    address: { reported: 2 },
    candidates: [2, 0, 1],
    reason: 'reportedOwner',
  },
  {
    name: 'nobody is added where nobody may be',
    address: { former: [2, 1], classes: [] },
    candidates: [2, 1],
    reason: 'kept',
  },
  { name: 'nobody may', address: { classes: [] }, candidates: [], reason: 'nobody' },
]

for (const { name, address, candidates, reason } of kept)
  t.test(name, async (t) => {
    const [choice] = choose(choiceInput(3, [newAddress(0, three, address)]))
    t.strictSame(choice, { candidates, reason })
  })

t.test('no more candidates than the limit, and the standbys that stay are the first', async (t) => {
  const input = choiceInput(5, [
    newAddress(0, [nodeClass(numbers(5))], { former: [4, 3, 2, 1, 0] }),
    newAddress(1, [nodeClass(numbers(5))], { former: [4, 3], ownerStays: false }),
    newAddress(2, [nodeClass(numbers(5))], {
      former: [4, 3, 2, 1],
      ownerStays: false,
      reported: 0,
    }),
  ])
  const choices = choose({ ...input, limit: 2 })
  t.strictSame(
    choices.map(({ candidates }) => candidates),
    [
      [4, 3],
      [4, 3],
      [0, 4],
    ],
  )
})

t.test('new addresses avoid a node that has taken over others', async (t) => {
  const input = choiceInput(2, [
    newAddress(0, [nodeClass([0, 1])], { former: [0, 1], reported: 1 }),
    newAddress(1, [nodeClass([0, 1])]),
  ])
  t.strictSame(owners(choose(input)), [0, 0])
})

/** Pools with all nodes, and addresses dealt to them. */
const equals: fc.Arbitrary<ChoiceInput> = fc
  .record({
    nodes: fc.integer({ min: 1, max: 9 }),
    sizes: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ nodes, sizes }) => {
    const classes = sizes.map(() => [nodeClass(numbers(nodes))])
    const pools = sizes.flatMap((size, pool) => numbers(size).map(() => pool))
    const addresses = pools.map((pool, index) => newAddress(index, classes[pool]!, { pool }))
    return choiceInput(nodes, addresses, { pools: sizes.map(() => ({ settled: undefined })) })
  })

t.test('at first placement each pool and the whole segment are even', async () => {
  fc.assert(
    fc.property(equals, (input) => {
      const found = owners(choose(input))
      const perPool = input.pools.map((_, pool) =>
        tally(
          found.filter((_, index) => input.addresses[index]!.pool === pool),
          input.nodes.length,
        ),
      )
      return [...perPool, tally(found, input.nodes.length)].every(
        (counts) => unevenness(counts) < 2,
      )
    }),
  )
})

t.test('the first standbys of each owner are even, and so are the next', async () => {
  fc.assert(
    fc.property(equals, (input) => {
      const lists = choose(input).map(({ candidates }) => candidates)
      const prefixes = new Set(
        lists.flatMap((list) => list.slice(0, -1).map((_, end) => list.slice(0, end + 1).join())),
      )
      return [...prefixes].every((text) => {
        const prefix = text.split(',').map(Number)
        const alike = lists.filter((list) => list.slice(0, prefix.length).join() === text)
        const others = numbers(input.nodes.length).filter((node) => !prefix.includes(node))
        const counts = tally(
          alike.map((list) => list[prefix.length]),
          input.nodes.length,
        )
        return unevenness(others.map((node) => counts[node]!)) < 2
      })
    }),
  )
})

t.test('choosing on its own result changes nothing', async (t) => {
  fc.assert(
    fc.property(equals, (input) => {
      const choices = choose(input)
      const again = choose(chosenBefore(input, choices))
      t.strictSame(
        again.map(({ candidates }) => candidates),
        choices.map(({ candidates }) => candidates),
      )
    }),
    { numRuns: 30 },
  )
})
