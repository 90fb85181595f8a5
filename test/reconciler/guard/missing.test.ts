import t from 'tap'
import type { AllocationIncomplete } from '../../../reconciler/allocation/result.ts'
import { missingFindings, missingInputs } from '../../../reconciler/guard/missing.ts'
import type { ClusterFacts, PoolSet } from '../../../reconciler/model/model.ts'
import { facts, poolSet, service } from '../../support/planning/facts.ts'
import { placed, placeInput, threeNodes } from '../../support/planning/placed.ts'
import { planOf } from '../../support/planning/plans.ts'

const previous = [planOf([{ address: '192.0.2.1', services: ['default/web'], candidates: 'ab' }])]
const local = service('default/web', { externalTrafficPolicy: 'Local' })
const allKnown = facts([service('default/web')], { nodes: threeNodes() })

function missing(
  known: ClusterFacts,
  pools: PoolSet = placeInput().pools,
  allocation: readonly AllocationIncomplete[] = [],
): string[] {
  const segments = placed({ facts: known, pools, previous })
  return missingInputs(pools, known, segments, allocation).map(({ input, frozen }) =>
    `${input} ${frozen.join()}`.trim(),
  )
}

const unread = { ...poolSet(), complete: false }
const namespaces: AllocationIncomplete = {
  kind: 'Namespace',
  type: 'namespacesUnknown',
  pools: ['lan'],
}

const cases: readonly [string, string[], string[]][] = [
  ['everything is known', missing(allKnown), []],
  ['no Nodes', missing({ ...allKnown, nodes: undefined }), ['Node 192.0.2.1']],
  ['no Services', missing({ ...allKnown, services: undefined }), ['Service 192.0.2.1']],
  [
    'no EndpointSlices, and somebody needs them',
    missing({ ...allKnown, services: [local], endpoints: undefined }),
    ['EndpointSlice 192.0.2.1'],
  ],
  ['no EndpointSlices, and nobody needs them', missing({ ...allKnown, endpoints: undefined }), []],
  [
    'no Namespaces, and allocation needs them',
    missing({ ...allKnown, namespaces: undefined }, undefined, [namespaces]),
    ['Namespace'],
  ],
  ['no Namespaces, and nobody needs them', missing({ ...allKnown, namespaces: undefined }), []],
  ['pools that could not be read', missing(allKnown, unread), ['AddressPool 192.0.2.1']],
  ['pools that are gone', missing(allKnown, poolSet()), []],
  [
    'nothing at all',
    missing({ ...allKnown, services: undefined, nodes: undefined }, unread),
    ['AddressPool', 'Service 192.0.2.1', 'Node 192.0.2.1'],
  ],
]

for (const [name, found, expected] of cases)
  t.test(name, async (t) => t.strictSame(found, expected))

t.test('a finding for what choosing needs', async (t) => {
  const frozen = ['192.0.2.1']
  const found = missingFindings([
    { input: 'AddressPool', frozen },
    { input: 'Service', frozen },
    { input: 'Node', frozen },
    { input: 'EndpointSlice', frozen },
    { input: 'Namespace', frozen: [] },
  ])
  t.strictSame(
    found.map(({ code, message }) => `${code} ${message}`),
    [
      'BW5104 the cluster state has no Nodes: candidates kept as they were for 1 address',
      'BW5104 the cluster state has no EndpointSlices: candidates kept as they were for 1 address',
    ],
  )
})
