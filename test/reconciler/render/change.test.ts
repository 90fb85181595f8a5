import t from 'tap'
import type { PlanChange } from '../../../reconciler/plan/change.ts'
import { describeChange, isChange, paintLine } from '../../../reconciler/render/change.ts'

const of = { address: '198.51.100.240', segment: 'default', pool: 'lan', disruptive: false }
const services = ['default/web']

const CASES: readonly { readonly change: PlanChange; readonly says: string }[] = [
  { change: { ...of, type: 'assign', reason: 'NewAssignment', services, to: 'a' }, says: 'new' },
  {
    change: { ...of, type: 'move', reason: 'NodeGone', services, from: 'a', to: 'b' },
    says: 'from a: the former owner is gone',
  },
  {
    change: { ...of, type: 'move', reason: 'OwnerFound', services, from: undefined, to: 'b' },
    says: 'from nobody: nobody could answer before',
  },
  {
    change: { ...of, type: 'move', reason: 'Unexplained', services, from: 'a', to: 'b' },
    says: 'from a',
  },
  {
    change: { ...of, type: 'release', reason: 'ServiceGone', services, from: 'a' },
    says: 'released: the Service is gone',
  },
  { change: { ...of, type: 'release', reason: 'Unexplained', services }, says: 'released' },
  {
    change: {
      ...of,
      type: 'retarget',
      reason: 'SharingChanged',
      before: ['default/a', 'default/b'],
      after: ['default/a'],
    },
    says: 'before: default/a, default/b: shared otherwise',
  },
  {
    change: {
      ...of,
      type: 'retarget',
      reason: 'ServiceGone',
      before: ['default/a'],
      after: services,
    },
    says: 'before: default/a: the Service is gone',
  },
  {
    change: { ...of, type: 'standbys', reason: 'StandbysChanged', before: ['b'], after: [] },
    says: 'standbys before: b',
  },
  {
    change: { ...of, type: 'standbys', reason: 'StandbysChanged', before: [], after: ['b'] },
    says: 'standbys before: none',
  },
  { change: { ...of, type: 'keep', reason: 'PoolChanged' }, says: 'other pool' },
  { change: { ...of, type: 'keep', reason: 'Unchanged' }, says: '' },
]

for (const { change, says } of CASES)
  t.test(`${change.type} ${change.reason}: ${says}`, (t) => {
    t.equal(describeChange(change), says)
    t.equal(isChange(change), change.reason !== 'Unchanged')
    t.end()
  })

t.test('lines take the colour of their mark', (t) => {
  t.equal(paintLine('+ x', true), '\u001b[32m+ x\u001b[0m')
  t.equal(paintLine('  x', true), '  x')
  t.equal(paintLine('- x', false), '- x')
  t.end()
})
