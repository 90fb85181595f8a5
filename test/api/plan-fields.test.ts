import t from 'tap'
import { fieldReader } from '../../api/field-reader.ts'
import { readPlanSpec } from '../../api/plan-fields.ts'
import { PLAN_POOL, planOf } from '../support/planning/plans.ts'

const { spec } = planOf([
  { address: '192.0.2.1', services: ['default/db', 'default/web'], candidates: 'ba' },
  { address: '192.0.2.2', services: ['default/web'], candidates: 'c' },
])

/** Every problem of the spec, as `path: message`. */
function problems(value: unknown): string[] {
  const reader = fieldReader()
  readPlanSpec(reader, value)
  return reader.findings.map(({ path = '', message }) => `${path}: ${message}`)
}

function announced(parts: object): object {
  const [first, ...others] = spec.announcements
  return { ...spec, announcements: [{ ...first, ...parts }, ...others] }
}

function pooled(parts: object): object {
  return { ...spec, pools: [{ ...PLAN_POOL, ...parts }] }
}

t.test('a plan that holds in all its parts', async (t) => {
  t.strictSame(problems(spec), [])
  t.strictSame(problems(pooled({ interfaces: ['eth0'] })), [])
  t.strictSame(problems({ ...spec, nodes: [], pools: [], announcements: [] }), [])
})

const one: readonly [string, object, string][] = [
  ['no segment', { ...spec, segment: '' }, 'spec.segment: spec.segment is ""'],
  ['no revision', { ...spec, revision: undefined }, 'spec.revision: spec.revision is missing'],
  [
    'a short digest',
    { ...spec, digests: { ...spec.digests, pools: 'sha256:0' } },
    'spec.digests.pools: spec.digests.pools is "sha256:0", not "sha256:" and 64',
  ],
  [
    'nodes not sorted',
    { ...spec, nodes: [spec.nodes[1], spec.nodes[0], spec.nodes[2]] },
    'spec.nodes[1]: spec.nodes[1] must come before b',
  ],
  [
    'a node twice',
    { ...spec, nodes: [spec.nodes[0], spec.nodes[0], spec.nodes[2]] },
    'spec.nodes[1]: spec.nodes[1] must come before a, or is there twice',
  ],
  [
    'a node with a bad address',
    { ...spec, nodes: [...spec.nodes.slice(0, 2), { name: 'c', addresses: ['10.0.0.256'] }] },
    'spec.nodes[2].addresses[0]: spec.nodes[2].addresses[0] is no address in its canonical form: 10.0.0.256',
  ],
  [
    'a pool twice',
    { ...spec, pools: [PLAN_POOL, PLAN_POOL] },
    'spec.pools[1]: spec.pools[1] must come',
  ],
  [
    'a bad fail-back',
    pooled({ failback: 'soon' }),
    'spec.pools[0].failback: spec.pools[0].failback is "soon"',
  ],
  [
    'a negative delay',
    pooled({ failbackDelaySeconds: -1 }),
    'spec.pools[0].failbackDelaySeconds: spec.pools[0].failbackDelaySeconds is -1',
  ],
  [
    'no probing interval',
    pooled({ probe: { ...PLAN_POOL.probe, intervalMilliseconds: 0 } }),
    'spec.pools[0].probe.intervalMilliseconds: spec.pools[0].probe.intervalMilliseconds is 0',
  ],
  [
    'an interface without a name',
    pooled({ interfaces: [''] }),
    'spec.pools[0].interfaces[0]: spec.pools[0].interfaces[0] is ""',
  ],
  [
    'a pool that is not in the table',
    announced({ pool: 'wan' }),
    'spec.announcements[0].pool: spec.announcements[0].pool is not in spec.pools: wan',
  ],
  [
    'an address not in its canonical form',
    announced({ address: '2001:DB8::1' }),
    'spec.announcements[0].address: spec.announcements[0].address is no address in its canonical form: 2001:DB8::1',
  ],
  [
    'addresses not sorted',
    announced({ address: '192.0.2.3' }),
    'spec.announcements[1].address: spec.announcements[1].address must come before 192.0.2.3',
  ],
  [
    'an address twice',
    announced({ address: '192.0.2.2' }),
    'spec.announcements[1].address: spec.announcements[1].address must come before 192.0.2.2',
  ],
  [
    'no Services',
    announced({ services: [] }),
    'spec.announcements[0].services: spec.announcements[0].services names no Service',
  ],
  [
    'a Service without a namespace',
    announced({ services: ['web'] }),
    'spec.announcements[0].services[0]: spec.announcements[0].services[0] is "web"',
  ],
  [
    'Services not sorted',
    announced({ services: ['b/b', 'a/a'] }),
    'spec.announcements[0].services[1]: spec.announcements[0].services[1] must come before b/b',
  ],
  [
    'a candidate beyond the node table',
    announced({ candidates: [0, 3] }),
    'spec.announcements[0].candidates[1]: spec.announcements[0].candidates[1] is 3, and spec.nodes has 3',
  ],
  [
    'a negative candidate',
    announced({ candidates: [-1] }),
    'spec.announcements[0].candidates[0]: spec.announcements[0].candidates[0] is -1',
  ],
  [
    'a candidate twice',
    announced({ candidates: [1, 1] }),
    'spec.announcements[0].candidates: spec.announcements[0].candidates names a node twice',
  ],
  [
    'a time without a zone',
    announced({ since: '2026-01-01T00:00:00' }),
    'spec.announcements[0].since: spec.announcements[0].since is "2026-01-01T00:00:00"',
  ],
  [
    'a health-check node port that is none',
    announced({ healthCheckNodePort: 0 }),
    'spec.announcements[0].healthCheckNodePort: spec.announcements[0].healthCheckNodePort is 0',
  ],
]

for (const [name, value, expected] of one)
  t.test(`${name}: one problem`, async (t) => {
    const found = problems(value)
    t.equal(found.length, 1, found.join('\n'))
    t.equal(found[0]?.slice(0, expected.length), expected)
  })

t.test(
  'an address that is missing is one problem, and does not hide the order of the others',
  async (t) => {
    t.strictSame(
      problems(announced({ address: undefined })).map((text) => text.split(':')[0]),
      ['spec.announcements[0].address'],
    )
  },
)

t.test('every problem at once', async (t) => {
  const found = problems({ segment: 1, nodes: [{}], pools: [{}], announcements: [{}] })
  t.ok(found.length > 15, `${found.length}`)
})

t.test('nothing at all', async (t) => {
  t.ok(problems(undefined).length > 0)
})
