import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import yaml from 'js-yaml'
import t from 'tap'
import type { AnnouncementPlan } from '../api/objects.ts'
import type { Inputs } from '../reconciler/inputs.ts'
import { isRefused, parseAddress } from '../api/address.ts'
import { readSources } from '../reconciler/io/read-sources.ts'
import { readState } from '../reconciler/io/read-state.ts'
import type { Outcome } from '../reconciler/outcome.ts'
import { planFromObject } from '../api/plan-text.ts'
import { parsePools } from '../reconciler/source/parse-pools.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import { isChange } from '../reconciler/render/change.ts'
import type { Explanation } from '../reconciler/render/explanation.ts'
import { renderExplanation } from '../reconciler/render/explanation.ts'
import { renderFindings } from '../reconciler/render/findings.ts'
import { renderPlansAsYaml } from '../reconciler/render/plan-documents.ts'
import { renderPlan } from '../reconciler/render/plan.ts'
import { root } from './support/root.ts'

/** REWRITE=1 writes what is expected anew, to be reviewed as a difference. */
const REWRITE = process.env['REWRITE'] === '1'
const CASES = join(root, 'fixtures/cases')
const FEWEST_CASES = 25

interface Case {
  readonly description: string
  readonly now: string
  readonly options?: Inputs['options']
  readonly owners?: Inputs['owners']
  /** Services, addresses and nodes. */
  readonly explain?: readonly string[]
}

const stdin = () => Promise.reject(new Error('cases do not read standard input'))

async function inputsOf(folder: string, { now, options, owners }: Case): Promise<Inputs> {
  const { sources } = await readSources(['pools'], { cwd: folder, stdin })
  const { snapshot: state, findings } = await readState([join(folder, 'state.yaml')], {
    assumeNone: [],
    stdin,
  })
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
  return {
    ...parsePools(sources),
    state,
    previous: previousOf(join(folder, 'previous.yaml')),
    now,
    ...(options === undefined ? {} : { options }),
    ...(owners === undefined ? {} : { owners }),
  }
}

function previousOf(path: string): AnnouncementPlan[] {
  if (!existsSync(path)) return []
  const documents = yaml.loadAll(readFileSync(path, 'utf8'), undefined, {
    schema: yaml.CORE_SCHEMA,
  })
  return documents.map((document) => {
    const plan = planFromObject(document)
    if (!('spec' in plan)) throw new Error(JSON.stringify(plan))
    return plan
  })
}

function explain(subject: string, { explanations }: Outcome): Explanation {
  if (!isRefused(parseAddress(subject))) return explanations.address(subject)
  return subject.includes('/') ? explanations.service(subject) : explanations.node(subject)
}

function expectedTexts(outcome: Outcome, subjects: readonly string[]): Record<string, string> {
  const explained = subjects.map(
    (subject) => `$ bellwether explain ${subject}\n${renderExplanation(explain(subject, outcome))}`,
  )
  return {
    'plan.txt': renderPlan(outcome, false),
    'plan.yaml': renderPlansAsYaml(outcome.plans),
    'findings.txt': renderFindings(outcome.findings, { color: false }),
    'explanation.txt': explained.join('\n'),
  }
}

const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

t.ok(names.length >= FEWEST_CASES, `there are ${names.length} cases`)

for (const name of names)
  t.test(name, async (t) => {
    const folder = join(CASES, name)
    const given = yaml.load(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Case
    const inputs = await inputsOf(folder, given)
    const outcome = reconcile(inputs)
    for (const [file, text] of Object.entries(expectedTexts(outcome, given.explain ?? []))) {
      const path = join(folder, file)
      if (REWRITE) writeFileSync(path, text)
      t.equal(text, existsSync(path) ? readFileSync(path, 'utf8') : '', file)
    }
    const again = reconcile({ ...inputs, previous: outcome.plans })
    t.same(again.diff.filter(isChange), [], 'planning on its own result changes nothing')
    t.same(again.plans, outcome.plans)
  })
