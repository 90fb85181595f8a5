import { join } from 'node:path'
import t from 'tap'
import { readPlanFile } from '../../../../speaker/io/files/plan-file.ts'

function plan(segment: string) {
  return {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: {
      segment,
      revision: '',
      digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'1'.repeat(64)}` },
      nodes: [],
      pools: [],
      announcements: [],
    },
  }
}

const red = JSON.stringify(plan('red'))
const blue = JSON.stringify(plan('blue'))

const READABLE: readonly (readonly [string, string, string | undefined, readonly string[]])[] = [
  ['one plan as JSON', red, undefined, ['red']],
  [
    'a List',
    `{"apiVersion":"v1","kind":"List","items":[${red},${blue}]}`,
    undefined,
    ['red', 'blue'],
  ],
  ['a List of the kind', `{"kind":"AnnouncementPlanList","items":[${blue}]}`, undefined, ['blue']],
  ['several YAML documents', `---\n${red}\n---\n${blue}\n---\n`, undefined, ['red', 'blue']],
  ['one of several segments', `---\n${red}\n---\n${blue}\n`, 'blue', ['blue']],
]

for (const [name, text, segment, segments] of READABLE)
  t.test(`${name} is read`, async (t) => {
    const path = join(t.testdir({ plan: text }), 'plan')
    const reading = await readPlanFile(path, segment)
    t.match(reading, { plans: segments.map((segment) => ({ spec: { segment } })) })
  })

const REFUSED: readonly (readonly [string, string, string | undefined, object])[] = [
  ['an empty file', '', undefined, { message: /it is empty/ }],
  ['a List of nothing', '{"kind":"List","items":[]}', undefined, { message: /it is empty/ }],
  ['half of a file', red.slice(0, 100), undefined, { message: /not a plan/, at: { line: 1 } }],
  [
    'broken YAML',
    'kind: AnnouncementPlan\nspec: [\n',
    undefined,
    { message: /not a plan/, at: { line: 3, column: 1, length: 1, lineText: '' } },
  ],
  ['another kind', '{"kind":"AddressPool"}', undefined, { message: /is not a plan/ }],
  ['a text', 'hello', undefined, { message: /is not a plan/ }],
  [
    'a segment twice',
    `---\n${red}\n---\n${red}\n`,
    undefined,
    { message: /two plans of segment red/ },
  ],
  ['no such segment', `---\n${red}\n---\n${blue}\n`, 'green', { hint: 'it has: blue, red' }],
]

for (const [name, text, segment, refusal] of REFUSED)
  t.test(`${name} is refused`, async (t) => {
    const path = join(t.testdir({ plan: text }), 'plan')
    t.match(await readPlanFile(path, segment), refusal)
  })

t.test('a file that is not there, and a folder', async (t) => {
  const folder = t.testdir({})
  t.match(await readPlanFile(join(folder, 'plan'), undefined), { message: /there is no file/ })
  t.match(await readPlanFile(folder, undefined), { message: /EISDIR/ })
})
