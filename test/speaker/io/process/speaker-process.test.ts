import { join } from 'node:path'
import t from 'tap'
import { runSpeaker } from '../../../../speaker/io/process/speaker-process.ts'

const skip = process.platform === 'linux' ? false : 'needs Linux'

function options(planFile: string, interfaces?: readonly string[]) {
  const write = (line: string) => t.comment(line)
  const machineOptions = interfaces === undefined ? {} : { interfaces }
  const about = { holder: 'here', version: '0', statusFile: undefined, http: undefined }
  return {
    plan: { kind: 'file', file: planFile, segment: undefined },
    machineOptions,
    ...about,
    logFormat: 'json',
    write,
  } as const
}

t.test('without a plan it does not start, and leaves nothing running', { skip }, async (t) => {
  const path = join(t.testdir({}), 'plan.json')
  t.match(await runSpeaker(options(path)), {
    kind: 'notStarted',
    cure: { message: /there is no file/ },
  })
})

t.test('a broken plan is told with its place', { skip }, async (t) => {
  const path = join(t.testdir({ 'plan.yaml': 'a: [\n' }), 'plan.yaml')
  t.match(await runSpeaker(options(path)), {
    kind: 'notStarted',
    cure: { message: /plan\.yaml:2:1: not a plan/ },
  })
})

t.test('an interface that is not there is told before any privilege', { skip }, async (t) => {
  const plan = {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: 'default' },
    spec: {
      segment: 'default',
      revision: '',
      digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'1'.repeat(64)}` },
      nodes: [],
      pools: [],
      announcements: [],
    },
  }
  const path = join(t.testdir({ 'plan.json': JSON.stringify(plan) }), 'plan.json')
  t.match(await runSpeaker(options(path, ['nowhere0'])), {
    kind: 'notStarted',
    cure: { message: 'there is no interface nowhere0' },
  })
})
