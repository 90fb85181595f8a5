import fc from 'fast-check'
import t from 'tap'
import type { PlanPool } from '../../../api/objects.ts'
import {
  linkView,
  type Binding,
  type LinkView,
  type Neighbor,
} from '../../../speaker/lan/link-view.ts'
import { createOwners, type OwnerNews, type Owners } from '../../../speaker/ownership/owners.ts'
import type { Verdict } from '../../../speaker/status/status.ts'
import { PROPERTY } from '../../support/planning/generate-inputs.ts'
import {
  bindingOf,
  createHealth,
  someLink,
  workersOn,
} from '../../support/speaker/owner-fixtures.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { lines } from '../../support/wire/wire-fixtures.ts'

/** Owners of nodes whose verdicts a test sets, and the reasons that were counted. */
function created() {
  const health = createHealth()
  const counted: string[] = []
  return { health, counted, owners: createOwners(health, (reason) => void counted.push(reason)) }
}

const WORKERS = workersOn(someLink())
const [ONE, TWO, THREE, FOUR] = WORKERS
const said = ({ effects }: OwnerNews) => lines(effects)
const all = new Set<Neighbor>(WORKERS)

t.test('an address begins with its planned owner, which is no move', async (t) => {
  const { owners, counted } = created()
  const binding = bindingOf([ONE, TWO])
  t.equal(owners.ownerOf('10.0.0.100', 'eth0'), undefined)
  t.equal(owners.since(binding), 0)
  t.strictSame(owners.follow([binding], 7), { effects: [], moved: [] })
  t.equal(binding.owner, ONE)
  t.equal(owners.ownerOf('10.0.0.100', 'eth0'), ONE)
  t.equal(owners.since(binding), 7)
  t.equal(owners.deadline, undefined)
  t.strictSame(counted, [])
})

t.test('an owner that is down is left, and what it owned is told', async (t) => {
  const { owners, health, counted } = created()
  const bindings = [bindingOf([ONE, TWO]), bindingOf([TWO, ONE], {}, '10.0.0.101')]
  const [binding, other] = bindings as [Binding, Binding]
  owners.follow(bindings, 0)
  health.verdicts.set('worker-1', 'down')
  const news = owners.reconsider(new Set([ONE]), 500)
  t.strictSame(said(news), [
    'warn AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (ownerDown)',
  ])
  t.strictSame(news.moved, [binding])
  t.equal(binding.owner, TWO)
  t.equal(other.owner, TWO)
  t.equal(owners.since(binding), 500)
  t.strictSame(counted, ['ownerDown'])
})

t.test('of a node that is neither owner nor candidate, nothing follows', async (t) => {
  const { owners, health } = created()
  const binding = bindingOf([ONE, TWO])
  owners.follow([binding], 0)
  health.verdicts.set('worker-1', 'down')
  t.strictSame(owners.reconsider(new Set([THREE]), 500), { effects: [], moved: [] })
  t.equal(binding.owner, ONE)
})

t.test('a binding is decided once, however many of its nodes have changed', async (t) => {
  const { owners, health } = created()
  owners.follow([bindingOf([ONE, TWO, THREE])], 0)
  for (const name of ['worker-1', 'worker-2']) health.verdicts.set(name, 'down')
  t.equal(owners.reconsider(all, 500).moved.length, 1)
})

t.test('the bindings that a node owns', async (t) => {
  const { owners, health } = created()
  const bindings = [bindingOf([ONE, TWO]), bindingOf([TWO, ONE], {}, '10.0.0.101')]
  owners.follow(bindings, 0)
  t.strictSame(owners.bindingsOf(ONE), [bindings[0]])
  health.verdicts.set('worker-1', 'down')
  owners.reconsider(all, 1)
  t.strictSame(owners.bindingsOf(ONE), [])
  t.strictSame(owners.bindingsOf(TWO), bindings)
  t.strictSame(owners.bindingsOf(FOUR), [])
})

t.test('where nobody answers, an address is stranded, which is told once', async (t) => {
  const { owners, health } = created()
  const binding = bindingOf([ONE, TWO])
  owners.follow([binding], 0)
  for (const name of ['worker-1', 'worker-2']) health.verdicts.set(name, 'down')
  t.strictSame(said(owners.reconsider(all, 1)), [
    'error NoCandidateUp: no candidate of 10.0.0.100 answers on eth0; it stays with worker-1',
  ])
  t.strictSame(said(owners.reconsider(all, 2)), [])
  health.verdicts.set('worker-2', 'up')
  t.strictSame(said(owners.reconsider(all, 3)), [
    'warn AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (ownerDown)',
  ])
  health.verdicts.set('worker-2', 'down')
  t.equal(said(owners.reconsider(all, 4)).length, 1, 'stranded again')
})

t.test('an owner that comes back before anybody else keeps its address', async (t) => {
  const { owners, health, counted } = created()
  const binding = bindingOf([ONE, TWO])
  owners.follow([binding], 0)
  for (const name of ['worker-1', 'worker-2']) health.verdicts.set(name, 'down')
  owners.reconsider(all, 1)
  health.verdicts.clear()
  t.strictSame(owners.reconsider(all, 2), { effects: [], moved: [] })
  t.equal(binding.owner, ONE)
  t.equal(owners.since(binding), 0)
  t.strictSame(counted, [])
})

t.test('a plan that names another owner waits for that one to be known', async (t) => {
  const { owners, health, counted } = created()
  owners.follow([bindingOf([ONE, TWO])], 0)
  health.verdicts.set('worker-3', 'unknown')
  const binding = bindingOf([THREE, ONE])
  binding.owner = ONE
  t.strictSame(owners.follow([binding], 10), { effects: [], moved: [] })
  t.equal(binding.owner, ONE)
  health.verdicts.set('worker-3', 'up')
  t.strictSame(said(owners.reconsider(new Set([THREE]), 20)), [
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-3 on eth0 (planned)',
  ])
  t.equal(binding.owner, THREE)
  t.strictSame(counted, ['planned'])
})

t.test('an owner that is no candidate any more is kept until another one can', async (t) => {
  const { owners, health } = created()
  owners.follow([bindingOf([ONE])], 0)
  health.verdicts.set('worker-2', 'unknown')
  const binding = bindingOf([TWO])
  binding.owner = ONE
  owners.follow([binding], 10)
  t.equal(binding.owner, ONE)
  health.verdicts.set('worker-2', 'down')
  t.strictSame(said(owners.reconsider(all, 20)), [])
  t.equal(binding.owner, ONE, 'it answers')
  health.verdicts.set('worker-2', 'up')
  t.strictSame(said(owners.reconsider(all, 30)), [
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (planned)',
  ])
})

t.test('a plan that names a node that is down is followed when that is up', async (t) => {
  const { owners, health } = created()
  owners.follow([bindingOf([ONE, TWO])], 0)
  health.verdicts.set('worker-2', 'down')
  const binding = bindingOf([TWO, ONE])
  binding.owner = ONE
  t.strictSame(said(owners.follow([binding], 10)), [])
  t.equal(binding.owner, ONE)
  health.verdicts.set('worker-2', 'up')
  t.strictSame(said(owners.reconsider(all, 20)), [
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (planned)',
  ])
})

t.test('an owner that is no candidate any more, and goes down, is noticed', async (t) => {
  const { owners, health } = created()
  owners.follow([bindingOf([ONE])], 0)
  health.verdicts.set('worker-2', 'unknown')
  const binding = bindingOf([TWO, THREE])
  binding.owner = ONE
  owners.follow([binding], 10)
  health.verdicts.set('worker-1', 'down')
  t.strictSame(said(owners.reconsider(new Set([ONE]), 20)), [
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-3 on eth0 (planned)',
  ])
})

/** An address that has moved to worker-2 and could go back since 1,000. */
function away(pool: Partial<PlanPool>, dampedUntil?: number) {
  const made = created()
  const { owners, health } = made
  const binding = bindingOf([ONE, TWO], pool)
  owners.follow([binding], 0)
  health.verdicts.set('worker-1', 'down')
  owners.reconsider(all, 500)
  health.verdicts.delete('worker-1')
  health.upSinces.set('worker-1', 1_000)
  if (dampedUntil !== undefined) health.damped.set('worker-1', dampedUntil)
  const news = owners.reconsider(new Set([ONE]), 1_000)
  return { ...made, binding, news }
}

const BACK = ['info AddressMoved: 10.0.0.100 moves from worker-2 to worker-1 on eth0 (failback)']

t.test('fail-back: never', async (t) => {
  const { owners, news } = away({ failback: 'never' })
  t.strictSame(said(news), [])
  t.equal(owners.deadline, undefined)
})

t.test('fail-back: immediate', async (t) => {
  const { owners, news, counted } = away({ failback: 'immediate' })
  t.strictSame(said(news), BACK)
  t.equal(owners.deadline, undefined)
  t.strictSame(counted, ['ownerDown', 'failback'])
})

t.test('fail-back: after it has been stable', async (t) => {
  const { owners, news, binding } = away({ failback: 'afterStable', failbackDelaySeconds: 30 })
  t.strictSame(said(news), [])
  t.equal(owners.deadline, 31_000)
  t.strictSame(owners.tick(30_999), { effects: [], moved: [] })
  const back = owners.tick(31_000)
  t.strictSame(said(back), BACK)
  t.strictSame(back.moved, [binding])
  t.equal(owners.deadline, undefined)
})

t.test('a node that falls again while it is waited for is waited for anew', async (t) => {
  const { owners, health } = away({ failback: 'afterStable', failbackDelaySeconds: 30 })
  health.verdicts.set('worker-1', 'down')
  owners.reconsider(new Set([ONE]), 20_000)
  t.equal(owners.deadline, undefined)
  health.verdicts.delete('worker-1')
  health.upSinces.set('worker-1', 25_000)
  owners.reconsider(new Set([ONE]), 25_000)
  t.equal(owners.deadline, 55_000)
})

t.test('a node that is damped is waited for', async (t) => {
  const { owners } = away({ failback: 'immediate' }, 90_000)
  t.equal(owners.deadline, 90_000)
  t.strictSame(said(owners.tick(90_000)), BACK)
})

t.test('an address that is not planned any more is forgotten', async (t) => {
  const { owners, binding } = away({ failback: 'afterStable' })
  owners.follow([], 2_000)
  t.equal(owners.deadline, undefined)
  t.equal(owners.ownerOf('10.0.0.100', 'eth0'), undefined)
  t.equal(owners.since(binding), 0)
  const again = bindingOf([ONE, TWO])
  owners.follow([again], 3_000)
  t.equal(again.owner, ONE)
})

t.test('a link that is away for a while keeps its owners', async (t) => {
  const { owners } = created()
  const eth1 = linkView(linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24'))
  const [one, two] = workersOn(eth1)
  const [here, there] = [bindingOf([ONE, TWO]), bindingOf([one, two])]
  owners.follow([here, there], 0)
  owners.heard(there, two, 5)
  owners.follow([here], 10)
  t.equal(owners.ownerOf('10.0.0.100', 'eth1'), two)
  t.equal(here.owner, ONE, 'each link by itself')
  const back = bindingOf([one, two])
  back.owner = two
  t.strictSame(owners.follow([here, back], 20), { effects: [], moved: [] })
  t.equal(back.owner, two)
  t.equal(owners.since(back), 5)
})

t.test('what time was to change on a link that is away waits for the link', async (t) => {
  const { owners, binding } = away({ failback: 'afterStable', failbackDelaySeconds: 30 })
  const eth1 = linkView(linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24'))
  const elsewhere = bindingOf([workersOn(eth1)[0]])
  owners.follow([elsewhere], 2_000)
  t.strictSame(owners.tick(31_000), { effects: [], moved: [] })
  t.strictSame(said(owners.follow([elsewhere, binding], 40_000)), BACK)
})

t.test('on a link that was replaced, the same node is another neighbour', async (t) => {
  const { owners, health } = created()
  owners.follow([bindingOf([ONE, TWO])], 0)
  health.verdicts.set('worker-1', 'down')
  owners.reconsider(all, 5)
  const replaced = linkView(linkOf('eth0 02:00:00:00:00:02 up 10.0.0.1/24'))
  const [one, two] = workersOn(replaced)
  const binding = bindingOf([one, two])
  binding.owner = two
  t.strictSame(owners.follow([binding], 10), { effects: [], moved: [] })
  t.equal(binding.owner, two)
  t.equal(owners.ownerOf('10.0.0.100', 'eth0'), two)
  t.equal(owners.since(binding), 5)
})

t.test('a speaker that starts again moves nothing', async (t) => {
  const { owners, counted } = created()
  owners.remember([{ address: '10.0.0.100', owner: 'worker-2', plannedOwner: 'worker-1' }])
  const binding = bindingOf([ONE, TWO])
  t.strictSame(owners.follow([binding], 0), { effects: [], moved: [] })
  t.equal(binding.owner, TWO)
  t.strictSame(counted, [])
})

t.test('but what the plan has moved meanwhile is moved', async (t) => {
  const { owners } = created()
  owners.remember([{ address: '10.0.0.100', owner: 'worker-2', plannedOwner: 'worker-2' }])
  const binding = bindingOf([ONE, TWO])
  t.strictSame(said(owners.follow([binding], 0)), [
    'info AddressMoved: 10.0.0.100 moves from worker-2 to worker-1 on eth0 (planned)',
  ])
})

t.test('an owner that is remembered but no candidate is none', async (t) => {
  const { owners } = created()
  owners.remember([{ address: '10.0.0.100', owner: 'worker-9', plannedOwner: 'worker-9' }])
  const binding = bindingOf([ONE, TWO])
  t.strictSame(owners.follow([binding], 0), { effects: [], moved: [] })
  t.equal(binding.owner, ONE)
})

t.test('what is remembered counts once: an address that was gone begins anew', async (t) => {
  const { owners } = created()
  owners.remember([{ address: '10.0.0.100', owner: 'worker-2', plannedOwner: 'worker-1' }])
  owners.follow([bindingOf([ONE, TWO])], 0)
  owners.follow([], 1)
  const binding = bindingOf([ONE, TWO])
  owners.follow([binding], 2)
  t.equal(binding.owner, ONE)
})

t.test('what another speaker announces is taken over', async (t) => {
  const { owners, counted } = created()
  const binding = bindingOf([ONE, TWO])
  owners.follow([binding], 0)
  const news = owners.heard(binding, TWO, 5)
  t.strictSame(said(news), [
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (heard)',
  ])
  t.strictSame(news.moved, [binding])
  t.equal(binding.owner, TWO)
  t.equal(owners.since(binding), 5)
  t.strictSame(owners.heard(binding, TWO, 6), { effects: [], moved: [] })
  t.strictSame(owners.reconsider(all, 7), { effects: [], moved: [] }, 'and stays')
  t.strictSame(counted, ['heard'])
})

t.test('a node that cannot be resolved loses what it owns', async (t) => {
  const { owners, health } = created()
  const lost: Neighbor = { ...ONE, mac: undefined, isUnresolvable: true }
  const binding = bindingOf([lost, TWO])
  owners.follow([binding], 0)
  health.verdicts.set('worker-1', 'down')
  t.strictSame(said(owners.reconsider(new Set([lost]), 5)), [
    'warn AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (ownerUnresolved)',
  ])
})

/** Some bindings, each with its candidates, on one link. */
const bindingsArbitrary = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }), {
  minLength: 1,
  maxLength: 6,
})
const aStep = fc.record({
  node: fc.nat(3),
  verdict: fc.constantFrom<Verdict>('up', 'up', 'suspect', 'down'),
})

function bindingsOn(link: LinkView, orders: readonly (readonly number[])[]): readonly Binding[] {
  const workers = workersOn(link)
  return orders.map((order, index) => {
    const [first = workers[0], ...rest] = order.map((at) => workers[at] ?? workers[0])
    return bindingOf([first, ...rest], { failback: 'afterStable' }, `10.0.0.${100 + index}`)
  })
}

/** Lets all this happen; who owns what in the end, by address. */
function ownersAfter(
  bindings: readonly Binding[],
  steps: readonly { readonly node: number; readonly verdict: Verdict }[],
): Record<string, string> {
  const { owners, health } = created()
  const nodes = workersOn(bindings[0]?.link ?? someLink())
  owners.follow(bindings, 0)
  steps.forEach(({ node, verdict }, index) => {
    const now = (index + 1) * 20_000
    health.verdicts.set(`worker-${node + 1}`, verdict)
    health.upSinces.set(`worker-${node + 1}`, now)
    const candidates = bindings.flatMap((binding) => binding.candidates)
    const same = candidates.filter((one) => one.node.name === nodes[node]?.node.name)
    owners.reconsider(new Set(same), now)
    owners.tick(now)
  })
  const pairs = bindings.map(
    ({ planned, owner }) => [planned.address.text, owner.node.name] as const,
  )
  return Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)))
}

t.test('who owns what does not depend on the order of the bindings', async () => {
  fc.assert(
    fc.property(bindingsArbitrary, fc.array(aStep, { maxLength: 12 }), (orders, steps) => {
      const bindings = bindingsOn(someLink(), orders)
      const reversed = [...bindingsOn(someLink(), orders)].reverse()
      const [one, other] = [ownersAfter(bindings, steps), ownersAfter(reversed, steps)]
      return JSON.stringify(one) === JSON.stringify(other)
    }),
    PROPERTY,
  )
})

t.test(
  'whatever happens, the owner of a claim is a candidate that is not down, if there is one',
  async () => {
    fc.assert(
      fc.property(bindingsArbitrary, fc.array(aStep, { maxLength: 12 }), (orders, steps) => {
        const bindings = bindingsOn(someLink(), orders)
        ownersAfter(bindings, steps)
        const last = new Map(steps.map(({ node, verdict }) => [`worker-${node + 1}`, verdict]))
        const isDown = ({ node }: Neighbor) => last.get(node.name) === 'down'
        return bindings.every(
          ({ candidates, owner }) =>
            candidates.includes(owner) && (!isDown(owner) || candidates.every(isDown)),
        )
      }),
      PROPERTY,
    )
  },
)

t.test('owners that are remembered are those from before', async () => {
  fc.assert(
    fc.property(bindingsArbitrary, fc.array(aStep, { maxLength: 12 }), (orders, steps) => {
      const bindings = bindingsOn(someLink(), orders)
      const before = ownersAfter(bindings, steps)
      const restarted: Owners = created().owners
      restarted.remember(
        bindings.map(({ planned, candidates }) => ({
          address: planned.address.text,
          owner: before[planned.address.text] ?? '',
          plannedOwner: candidates[0].node.name,
        })),
      )
      const again = bindingsOn(someLink(), orders)
      restarted.follow(again, 0)
      return again.every(({ planned, owner }) => before[planned.address.text] === owner.node.name)
    }),
    PROPERTY,
  )
})
