import t from 'tap'
import type { WireStatus } from '../../../../speaker/status/heartbeat.ts'
import { createSpeakerState } from '../../../../speaker/io/process/speaker-state.ts'
import type { PlanInForce } from '../../../../speaker/reports/report.ts'
import { BEAT, OFFICE } from '../../../support/speaker/statuses.ts'

const PLAN: PlanInForce = {
  level: 'info',
  event: 'PlanInForce',
  segment: 'office',
  digest: 'sha256:00',
  addresses: 2,
}
const LINK_UP = { level: 'info', event: 'LinkUp', link: 'eth0', mac: '02:00:00:00:00:01' } as const
const LINK_DOWN = { level: 'warn', event: 'LinkDown', link: 'eth0' } as const
const REFUSED = { level: 'error', event: 'PlanRefused', message: '', hint: '' } as const

/** A state whose clock stands still until it is set. */
function setUp(source?: () => Promise<WireStatus>) {
  const clock = { at: 10_000 }
  let asked = 0
  const state = createSpeakerState({
    holder: 'worker-1',
    origin: { file: 'plan.json' },
    version: '0.1.0',
    source: () => {
      asked++
      return source?.() ?? Promise.resolve({ statuses: [OFFICE], now: 62_000 })
    },
    clock: { monotonic: () => clock.at, wall: () => clock.at + 1_000_000 },
  })
  return { state, clock, asked: () => asked }
}

t.test('from the start to the first heartbeat', async (t) => {
  const { state, clock } = setUp()
  clock.at += 400
  t.strictSame(state.vitals(), {
    silentMilliseconds: 400,
    started: false,
    addresses: undefined,
    links: [],
    sendsFail: false,
  })
  state.started()
  state.adopted([PLAN, { ...PLAN, segment: 'lab', addresses: 3 }])
  t.match(state.vitals(), { silentMilliseconds: 0, started: true, addresses: 5 })
})

t.test('a link counts while it is up and carries an address', async (t) => {
  const { state, clock } = setUp()
  state.beat(BEAT)
  t.strictSame(state.vitals().links, [], 'up, but carries nothing')
  state.note(LINK_UP)
  t.strictSame(state.vitals().links, ['eth0'])
  state.beat({ ...BEAT, linksUp: [] })
  t.strictSame(state.vitals().links, [], 'the loop sees it first')
  state.beat(BEAT)
  state.note(LINK_DOWN)
  t.strictSame(state.vitals().links, [])
  clock.at += 1500
  t.equal(state.vitals().silentMilliseconds, 1500)
})

t.test('sends that fail', async (t) => {
  const { state } = setUp()
  state.beat({ ...BEAT, sent: 5, sendFailures: 0 })
  state.beat({ ...BEAT, sent: 5, sendFailures: 2 })
  t.equal(state.vitals().sendsFail, true)
})

t.test('the document says who, which plans, and when', async (t) => {
  const { state } = setUp()
  t.match(await state.document(), { holder: 'worker-1', plan: { file: 'plan.json', digests: [] } })
  state.adopted([PLAN])
  t.match(await state.document(), {
    plan: { digests: [{ segment: 'office', digest: 'sha256:00' }] },
    time: '1970-01-01T00:16:50.000Z',
    segments: [{ segment: 'office', planDigest: 'sha256:00' }],
  })
})

t.test('one picture serves those who ask at about the same time', async (t) => {
  const { state, clock, asked } = setUp()
  await Promise.all([state.document(), state.document(), state.metrics()])
  clock.at += 499
  await state.document()
  t.equal(asked(), 1)
  clock.at += 1
  await state.document()
  t.equal(asked(), 2)
  await state.freshDocument()
  t.equal(asked(), 3, 'who must not miss anything asks anew')
})

t.test('metrics know of a plan that was refused, until one is carried out', async (t) => {
  const { state } = setUp()
  t.match(await state.metrics(), { planRefused: false, beat: undefined, version: '0.1.0' })
  state.note(REFUSED)
  t.match(await state.metrics(), { planRefused: true })
  state.adopted([PLAN])
  state.beat(BEAT)
  t.match(await state.metrics(), {
    planRefused: false,
    digests: [{ segment: 'office', digest: 'sha256:00' }],
    beat: { heartbeat: BEAT, wallMilliseconds: 1_010_000 },
  })
})

t.test('a loop that does not answer: no document, and metrics of what is known', async (t) => {
  const { state } = setUp(() => Promise.reject(new Error('gone')))
  await t.rejects(state.document(), { message: 'gone' })
  t.match(await state.metrics(), { statuses: [], planRefused: false })
  const stuck = setUp(() => new Promise(() => undefined)).state
  await t.rejects(stuck.document(), { message: 'the loop of the wire does not answer' })
})
