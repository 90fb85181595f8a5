import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { formatPlan } from '../../../../api/plan-text.ts'
import { createHolderStore } from '../../../../speaker/io/cluster/holder-store.ts'
import { createPlanStore, storedPlanPath } from '../../../../speaker/io/files/plan-store.ts'
import type { SpeakerReport } from '../../../../speaker/reports/report.ts'
import { planOf } from '../../../support/speaker/plan-sketch.ts'

const nodes = [{ name: 'one', addresses: ['10.0.0.1'] }]
const PLAN = planOf({ nodes, owners: { '10.0.0.100': 0 } })

function setUp(t: Test, folder = join(t.testdir({}), 'state')) {
  const reports: SpeakerReport[] = []
  const store = createPlanStore(folder, 'default', (report) => reports.push(report))
  return { folder, store, reports }
}

t.test('the last plan is kept, and nothing beside it', async (t) => {
  const { folder, store, reports } = setUp(t)
  t.equal(await store.read(), undefined)
  store.write(planOf({ nodes, owners: {} }))
  store.write(PLAN)
  await store.settled()
  t.strictSame(await store.read(), PLAN)
  t.equal(readFileSync(storedPlanPath(folder, 'default'), 'utf8'), formatPlan(PLAN))
  t.strictSame(readdirSync(folder), ['plan-default.json'])
  t.strictSame(reports, [])
})

t.test('what a crash has cut off, or is of another segment, is no plan', async (t) => {
  const text = formatPlan(PLAN)
  const other = formatPlan(planOf({ segment: 'office', nodes, owners: {} }))
  for (const stored of ['', text.slice(0, 100), other, 'nonsense: [']) {
    const { store, reports } = setUp(t, t.testdir({ 'plan-default.json': stored }))
    t.equal(await store.read(), undefined)
    t.match(reports, [{ level: 'warn', event: 'StoredPlanNotRead' }])
  }
})

t.test('a folder that cannot be written is told once', async (t) => {
  const file = join(t.testdir({ file: '' }), 'file')
  const { store, reports } = setUp(t, file)
  store.write(PLAN)
  await store.settled()
  store.write(PLAN)
  await store.settled()
  t.match(reports, [{ event: 'PlanNotStored', hint: /--state-dir/ }])
  t.equal(reports.length, 1)
  t.equal(await store.read(), undefined)
})

t.test('who led is remembered, if it is a name', async (t) => {
  const folder = t.testdir({})
  const store = createHolderStore(folder, 'default')
  t.equal(store.read(), undefined)
  const path = join(folder, 'holder-default')
  writeFileSync(path, 'node-1_speaker-x\n')
  t.equal(store.read(), 'node-1_speaker-x')
  for (const text of ['', 'node-1', 'two words\n']) {
    writeFileSync(path, text)
    t.equal(store.read(), undefined, JSON.stringify(text))
  }
  mkdirSync(join(folder, 'sub'))
  t.equal(createHolderStore(join(folder, 'sub'), 'default').read(), undefined)
})
