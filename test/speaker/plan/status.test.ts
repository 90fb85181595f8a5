import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import type { PlanStatusInput } from '../../../speaker/plan/status.ts'
import { planStatus } from '../../../speaker/plan/status.ts'
import type { ConflictStatus, NodeStatus } from '../../../speaker/status/status.ts'
import type { AnnouncementPlan } from '../../generated/crd-types.ts'
import { root } from '../../support/root.ts'
import { OFFICE } from '../../support/speaker/statuses.ts'

const [UP, DOWN] = OFFICE.nodes as readonly [NodeStatus, NodeStatus]
const [CLAIM] = OFFICE.conflicts as readonly [ConflictStatus]

const INPUT: PlanStatusInput = {
  status: OFFICE,
  facts: { digest: `sha256:${'0'.repeat(64)}`, answerable: ['10.0.0.100'] },
  holder: 'worker-1_speaker-x',
  generation: 3,
  refused: undefined,
  now: 62_000,
  epoch: Date.UTC(2026, 0, 1),
}

interface Crd {
  spec: {
    versions: [{ schema: { openAPIV3Schema: { properties: { status: { properties: object } } } } }]
  }
}

function withNodes(...nodes: readonly Partial<NodeStatus>[]): PlanStatusInput {
  return { ...INPUT, status: { ...OFFICE, nodes: nodes.map((one) => ({ ...UP, ...one })) } }
}

t.test('the whole status', async (t) => {
  const { conditions, ...status } = planStatus(INPUT)
  t.strictSame(status, {
    observedGeneration: 3,
    holder: 'worker-1_speaker-x',
    digest: INPUT.facts.digest,
    announced: 1,
    moved: [],
    macs: [{ node: 'one', mac: '02:00:00:00:00:01' }],
    verdicts: [{ node: 'three', verdict: 'down', since: '2026-01-01T00:01:01Z' }],
    conflicts: [
      {
        address: '10.0.0.100',
        mac: '02:00:00:00:00:99',
        reason: 'Stranger',
        lastSeen: '2026-01-01T00:01:00Z',
      },
    ],
  })
  t.equal(conditions[0]?.lastTransitionTime, '2026-01-01T00:01:02Z')
  t.notOk('observedGeneration' in planStatus({ ...INPUT, generation: undefined }))
})

t.test('it is what the CRD says', async (t) => {
  const status: NonNullable<AnnouncementPlan['status']> = structuredClone(planStatus(INPUT))
  const path = join(root, 'config/crd/bellwether.dev_announcementplans.yaml')
  const crd = parse(readFileSync(path, 'utf8')) as Crd
  const { properties } = crd.spec.versions[0].schema.openAPIV3Schema.properties.status
  t.strictSame(Object.keys(status).sort(), Object.keys(properties).sort())
})

t.test('an address that has moved', async (t) => {
  const [entry] = OFFICE.addresses
  const addresses = [{ ...entry!, owner: 'two' }]
  const { moved } = planStatus({ ...INPUT, status: { ...OFFICE, addresses } })
  t.strictSame(moved, [{ address: '10.0.0.100', node: 'two' }])
})

t.test('a node is told once, by the worst that is said of it', async (t) => {
  const { verdicts, macs } = planStatus(
    withNodes(
      { verdict: 'suspect', since: 1000 },
      { verdict: 'down', since: 2000, link: 'eth1' },
      { verdict: 'suspect', since: 3000, link: 'eth2' },
      { node: 'two', verdict: 'down', since: 4000 },
      { node: 'two', verdict: 'down', since: 5000, link: 'eth1' },
      { node: 'three', verdict: 'unknown', mac: undefined },
    ),
  )
  t.strictSame(verdicts, [
    { node: 'one', verdict: 'down', since: '2026-01-01T00:00:02Z' },
    { node: 'two', verdict: 'down', since: '2026-01-01T00:00:04Z' },
  ])
  t.strictSame(
    macs.map(({ node }) => node),
    ['one', 'two'],
  )
})

t.test('a suspicion is no news before it has lasted', async (t) => {
  const { verdicts } = planStatus(
    withNodes(
      { verdict: 'suspect', since: 60_001 },
      { node: 'two', verdict: 'suspect', since: 60_000 },
    ),
  )
  t.strictSame(verdicts, [{ node: 'two', verdict: 'suspect', since: '2026-01-01T00:01:00Z' }])
})

t.test('never more than the schema allows', async (t) => {
  const conflicts = Array.from({ length: 300 }, () => CLAIM)
  const nodes = Array.from({ length: 5001 }, (_, at) => ({ ...DOWN, node: `n${at}`, mac: UP.mac }))
  const status = planStatus({ ...INPUT, status: { ...OFFICE, conflicts, nodes } })
  t.equal(status.conflicts.length, 256)
  t.equal(status.macs.length, 5000)
  t.equal(status.verdicts.length, 5000)
})

t.test('a claim that goes on is told again each minute', async (t) => {
  const at = (lastHeard: number) =>
    planStatus({ ...INPUT, status: { ...OFFICE, conflicts: [{ ...CLAIM, lastHeard }] } }).conflicts
  t.strictSame(at(60_000), at(119_000))
  t.notSame(at(119_000), at(120_000))
})
