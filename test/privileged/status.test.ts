import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import type { Host } from '../../demo/lan.ts'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { parseStatus } from '../../speaker/status/read.ts'
import type { StatusDocument } from '../../speaker/status/document.ts'
import { statusDocument } from '../../speaker/status/document.ts'
import { createWireMachine } from '../../speaker/machine/wire-machine.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import { complaints, valueOf } from '../support/prometheus-text.ts'
import { root } from '../support/root.ts'
import type { RunningSpeaker } from '../support/speaker/speaker.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import { until } from '../support/until.ts'

const skip = lanRefusal() ?? false

/** Why what the machines know cannot be tested: they must give a status of their plan. */
function silence(): string | false {
  const machine = createWireMachine()
  machine.handle({ type: 'plan', plan: planOf({ segment: 'lab', nodes: [], owners: {} }) }, 0)
  return machine.status(0).segment === 'lab' ? false : 'the wire machine gives no status yet'
}

const nodes = [
  { name: 'one', addresses: ['10.9.0.1', 'fd00:9::1'] },
  { name: 'two', addresses: ['10.9.0.2'] },
]

const START = { wall: 0, monotonic: 0 }

/** Asks in the namespace of the host: what is served on its loopback is for itself alone. */
const ASK = `
import { get } from 'node:http'
get(process.argv[1], { agent: false }, (response) => {
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (data) => (body += data))
  response.on('end', () => console.log(JSON.stringify({ status: response.statusCode, body })))
})`

function ask(host: Host, path: string): { readonly status: number; readonly body: string } {
  const url = `http://127.0.0.1:9470${path}`
  const argv = [process.execPath, '--input-type=module', '-e', ASK, url]
  return JSON.parse(host.exec(argv)) as { status: number; body: string }
}

function setUp(t: Test) {
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'] },
    { name: 'two', addresses: ['10.9.0.2/24'] },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
  ])
  t.teardown(() => lan.close())
  const folder = t.testdir({})
  const plan = join(folder, 'plan.json')
  const owners = { '10.9.0.100': 0, '10.9.0.101': 1, 'fd00:9::aa:1': 0 }
  writePlans(plan, planOf({ nodes, owners }))
  return { lan, host: lan.host('speaker'), plan, statusFile: join(folder, 'status.json') }
}

async function allAnnounced(speaker: RunningSpeaker): Promise<void> {
  for (const address of ['10.9.0.100', '10.9.0.101', 'fd00:9::aa:1'])
    await speaker.until(announced(address))
}

function statusIn(path: string): StatusDocument | undefined {
  return existsSync(path) ? parseStatus(readFileSync(path, 'utf8')) : undefined
}

t.test('metrics, health and status of a speaker', { skip }, async (t) => {
  const { host, plan } = setUp(t)
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(({ event }) => event === 'HttpServing')
  await allAnnounced(speaker)
  await until(() => ask(host, '/readyz').status === 200, 'it is ready')
  t.strictSame(ask(host, '/healthz'), { status: 200, body: 'ok\n' })

  const { status, body } = ask(host, '/metrics')
  t.equal(status, 200)
  t.strictSame(complaints(body), [])
  t.equal(valueOf(body, 'send_failures_total'), 0)
  t.equal(valueOf(body, 'links_up'), 1)
  const age = Date.now() / 1000 - (valueOf(body, 'loop_heartbeat_timestamp_seconds') ?? 0)
  t.ok(age < 3, `the last sign was ${age} s ago`)

  host.exec(['ip', 'link', 'set', 'eth0', 'down'])
  await until(() => ask(host, '/readyz').status === 503, 'it is not ready')
  t.match(ask(host, '/readyz').body, /^NoLink: /)
  t.equal(ask(host, '/healthz').status, 200, 'starting it again would not help')
  host.exec(['ip', 'link', 'set', 'eth0', 'up'])
  await until(() => ask(host, '/readyz').status === 200, 'it is ready again')
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
})

t.test('what the machines know, in metrics and tables', { skip: skip || silence() }, async (t) => {
  const { host, plan } = setUp(t)
  const speaker = startSpeaker(host, ['--plan', plan])
  await speaker.until(({ event }) => event === 'HttpServing')
  await allAnnounced(speaker)
  const { body } = ask(host, '/metrics')
  t.equal(valueOf(body, 'leading{segment="default"}'), 1)
  t.equal(valueOf(body, 'addresses{segment="default",state="announced"}'), 3)

  const document = parseStatus(ask(host, '/status').body)
  t.match(document?.segments[0]?.addresses, [
    { address: '10.9.0.100', owner: 'one', state: 'announced' },
    { address: '10.9.0.101', owner: 'two', state: 'announced' },
    { address: 'fd00:9::aa:1', owner: 'one', state: 'announced' },
  ])
  const command = [process.execPath, join(root, 'bin/bellwether.js'), 'speaker', 'status']
  const shown = host.exec(command)
  t.match(shown, /10\.9\.0\.101 +announced +two +02:00:00:00:00:02 +eth0/)
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
})

t.test('the status file is kept, and written at the end', { skip }, async (t) => {
  const { host, plan, statusFile } = setUp(t)
  const speaker = startSpeaker(host, ['--plan', plan, '--status-file', statusFile, '--http', 'off'])
  await allAnnounced(speaker)
  await until(() => statusIn(statusFile) !== undefined, 'it is written')
  const before = statusIn(statusFile)?.time ?? ''
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
  t.ok((statusIn(statusFile)?.time ?? '') > before, 'written again at the end')
  t.notOk(
    speaker.reports().some(({ event }) => event === 'HttpServing'),
    'nothing is served',
  )
})

t.test('a speaker that starts again moves nothing back', { skip: skip || silence() }, async (t) => {
  const { host, plan, statusFile } = setUp(t)
  const { spec, ...head } = planOf({ nodes, owners: { '10.9.0.100': 0 } })
  const announcements = spec.announcements.map((one) => ({ ...one, candidates: [0, 1] }))
  writePlans(plan, { ...head, spec: { ...spec, announcements } })
  // As it would stand there after a move.
  const entry = { address: '10.9.0.100', state: 'announced', owner: 'two', plannedOwner: 'one' }
  const empty = statusDocument(
    [],
    { holder: 'speaker', origin: { file: plan }, digests: [] },
    START,
  )
  const segments = [{ segment: 'default', addresses: [entry], nodes: [], conflicts: [] }]
  writeFileSync(statusFile, JSON.stringify({ ...empty, segments }))
  const speaker = startSpeaker(host, ['--plan', plan, '--status-file', statusFile])
  t.match(await speaker.until(announced('10.9.0.100')), { node: 'two' })
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
  t.match(statusIn(statusFile)?.segments[0]?.addresses, [{ owner: 'two', plannedOwner: 'one' }])
})

t.test('a status file that cannot be written hinders nothing', { skip }, async (t) => {
  const { host, plan, statusFile } = setUp(t)
  const speaker = startSpeaker(host, ['--plan', plan, '--status-file', join(statusFile, 'below')])
  await allAnnounced(speaker)
  const refused = await speaker.until(({ event }) => event === 'StatusNotWritten')
  t.match(refused, { level: 'warn', message: /ENOENT/ })
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
})

t.test('two speakers on one port: the second one works all the same', { skip }, async (t) => {
  const { host, plan } = setUp(t)
  const first = startSpeaker(host, ['--plan', plan])
  await first.until(({ event }) => event === 'HttpServing')
  const second = startSpeaker(host, ['--plan', plan])
  t.match(await second.until(({ event }) => event === 'HttpNotServed'), {
    level: 'error',
    hint: /--http/,
  })
  await allAnnounced(second)
  for (const speaker of [first, second]) speaker.kill('SIGTERM')
  t.strictSame(await Promise.all([first.ended, second.ended]), [0, 0])
})
