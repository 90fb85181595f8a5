import t from 'tap'
import type { Inputs } from '../../reconciler/inputs.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { decide, reconcile } from '../../reconciler/reconcile.ts'
import {
  candidatesByAddress,
  inputsOf,
  nodeOf,
  poolOf,
  serviceOf,
} from '../support/planning/generate-placements.ts'

const names = ['n1', 'n2', 'n3']

function cluster(parts: Partial<Inputs> = {}, services = ['a', 'b', 'c', 'd']): Inputs {
  const state = {
    services: services.map((name) => serviceOf(name)),
    nodes: names.map((name) => nodeOf(name)),
    endpointSlices: [],
    namespaces: [],
  }
  return inputsOf({ pools: [poolOf(0, {})], state }, parts)
}

t.test('from nothing to a plan', async (t) => {
  const outcome = reconcile(cluster({ revision: 'abc' }))
  t.match(outcome.plans, [{ metadata: { name: 'default' }, spec: { revision: 'abc' } }])
  t.strictSame(
    [...candidatesByAddress(outcome.plans).keys()],
    ['192.0.0.1', '192.0.0.2', '192.0.0.3', '192.0.0.4'],
  )
  t.strictSame(
    outcome.diff.map(({ type }) => type),
    ['assign', 'assign', 'assign', 'assign'],
  )
  t.strictSame([outcome.findings, outcome.blocked, outcome.incomplete], [[], [], []])
  t.match(outcome.explanations.service('default/a'), { standing: 'ours' })
})

t.test('a Service that is deleted releases its address', async (t) => {
  const previous = reconcile(cluster()).plans
  const outcome = reconcile(cluster({ previous }, ['a', 'c', 'd']))
  t.match(
    outcome.diff.filter(({ type }) => type !== 'keep'),
    [{ type: 'release', address: '192.0.0.2', reason: 'ServiceGone', services: ['default/b'] }],
  )
  t.strictSame(outcome.blocked, [])
})

t.test('all Services gone at once: blocked, and the proposal is there to be seen', async (t) => {
  const previous = reconcile(cluster()).plans
  const outcome = reconcile(cluster({ previous }, []))
  t.match(outcome.blocked, [{ kind: 'releases', changes: 4 }])
  t.match(outcome.findings, [{ code: 'BW5202', severity: 'error' }])
  t.strictSame([...candidatesByAddress(outcome.plans).keys()], [])
  const allowed = cluster({ previous, options: { allow: ['releases'] } }, [])
  t.strictSame(reconcile(allowed).blocked, [])
})

t.test('no Services known: nothing is released', async (t) => {
  const previous = reconcile(cluster()).plans
  const inputs = cluster({ previous })
  const outcome = reconcile({ ...inputs, state: { ...inputs.state, services: undefined } })
  t.strictSame(candidatesByAddress(outcome.plans), candidatesByAddress(previous))
  t.match(outcome.incomplete, [{ input: 'Service' }])
  t.strictSame(outcome.blocked, [])
})

t.test(
  'pool files that could not be read: the addresses stay, and the finding is passed on',
  async (t) => {
    const previous = reconcile(cluster()).plans
    const unreadable = [makeFinding('BW1001', { message: 'not readable', hint: 'see to it' })]
    const outcome = reconcile({ ...cluster({ previous }), pools: [], unreadable })
    t.strictSame(candidatesByAddress(outcome.plans), candidatesByAddress(previous))
    t.match(outcome.incomplete, [{ input: 'AddressPool' }])
    t.ok(outcome.findings.includes(unreadable[0]!))
    t.strictSame(outcome.blocked, [])
  },
)

t.test('pools that are gone: the addresses stay, and the plan is blocked', async (t) => {
  const previous = reconcile(cluster()).plans
  const outcome = reconcile({ ...cluster({ previous }), pools: [] })
  t.strictSame(candidatesByAddress(outcome.plans), candidatesByAddress(previous))
  t.match(outcome.blocked, [{ kind: 'emptyPools' }])
})

t.test('Services of no class, where asked for', async (t) => {
  const inputs = cluster()
  const services = inputs.state.services!.map(({ metadata, spec }) => ({
    metadata,
    spec: { type: 'LoadBalancer', ...(spec?.ipFamilies && { ipFamilies: spec.ipFamilies }) },
  }))
  const classless = { ...inputs, state: { ...inputs.state, services } }
  t.equal(candidatesByAddress(reconcile(classless).plans).size, 0)
  const taken = reconcile({ ...classless, options: { asDefaultClass: true } })
  t.equal(candidatesByAddress(taken.plans).size, 4)
})

t.test('more nodes than half cannot leave at once unasked', async (t) => {
  const inputs = cluster({}, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])
  const previous = reconcile(inputs).plans
  const nodes = [nodeOf('n1')]
  const outcome = reconcile({ ...inputs, previous, state: { ...inputs.state, nodes } })
  t.match(outcome.blocked, [{ kind: 'moves', changes: 6, limit: 5, inForce: 9 }])
  t.match(
    outcome.diff.filter(({ type }) => type === 'move'),
    Array(6).fill({ reason: 'NodeGone' }),
  )
})

t.test('a time that is none is told at once', async (t) => {
  for (const now of ['hello', '', '2026-01-31', '2026-02-31T12:00:00Z'])
    t.throws(() => reconcile(cluster({ now })), {
      name: 'RangeError',
      message: `now is "${now}": write a time as 2026-01-31T12:00:00Z`,
    })
})

t.test('what was understood is for the inside alone', async (t) => {
  const { outcome, pools, facts } = decide(cluster())
  t.strictSame(outcome.plans, reconcile(cluster()).plans)
  t.equal(pools.pools.length, 1)
  t.equal(facts.nodes?.length, 3)
  t.notOk('pools' in outcome || 'facts' in outcome)
})
