import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { cut, mend } from '../../demo/faults.ts'
import { root } from '../support/root.ts'
import type { RunningSpeaker } from '../support/speaker/speaker.ts'
import { announced } from '../support/speaker/speaker.ts'
import type { SpeakersLan, StoredPlan } from '../support/speaker/speakers-lan.ts'
import {
  createSpeakersLan,
  NODES,
  speakersLanRefusal,
  speakersPlan,
  VIPS,
} from '../support/speaker/speakers-lan.ts'
import { until } from '../support/until.ts'

/*
 * A speaker that gets its plan from a real API server: what it carries out, what it writes, and what it keeps.
 */

const skip = speakersLanRefusal() ?? false

let world: SpeakersLan
t.before(async () => {
  if (skip === false) world = await createSpeakersLan()
})
t.teardown(() => world?.close())

function condition({ status }: StoredPlan, type: string) {
  return status?.conditions.find((one) => one.type === type)
}

async function allAnnounced(speaker: RunningSpeaker): Promise<void> {
  for (const address of VIPS) await speaker.until(announced(address))
}

t.test('the plan comes from the API server, its status from the leader', { skip }, async (t) => {
  const { controlPlane, folder } = world
  const stateDir = join(folder, 'state')
  const speaker = world.speaker('node-1', ['--state-dir', stateDir])
  t.match(await speaker.until(({ event }) => event === 'NoPlanYet'), { segment: 'default' })
  await until(
    () => world.lease().holderIdentity === 'node-1_pod',
    'it leads before there is a plan',
  )
  const begin = performance.now()
  world.writePlan()
  await allAnnounced(speaker)
  t.comment(`announced ${Math.round(performance.now() - begin)} ms after kubectl apply began`)
  await until(() => world.stored().status?.announced === 4, 'the status tells it')
  const stored = world.stored()
  t.match(stored.status, {
    observedGeneration: stored.metadata.generation,
    holder: 'node-1_pod',
    digest: /^sha256:[0-9a-f]{64}$/,
    announced: 4,
    verdicts: [],
    conflicts: [],
  })
  t.strictSame(
    stored.status?.macs,
    NODES.map(({ name: node }) => ({ node, mac: world.lan.host(node).mac })),
  )
  t.match(condition(stored, 'Ready'), { status: 'True', reason: 'Announced' })
  const columns = controlPlane.kubectl(['get', 'announcementplans'])
  t.comment(columns)
  t.match(columns, /default +True +node-1_pod +4 /)

  t.equal(
    readFileSync(join(stateDir, 'plan-default.json'), 'utf8'),
    `${JSON.stringify(speakersPlan())}\n`,
    'the plan is kept as "bellwether plan -o json" prints it',
  )
  const { resourceVersion } = world.stored().metadata
  await new Promise((resolve) => setTimeout(resolve, 3000))
  t.equal(world.stored().metadata.resourceVersion, resourceVersion, 'nothing changes: no write')

  cut(world.lan, 'node-2')
  await until(() => world.stored().status?.moved?.length === 1, 'the status tells of the move')
  t.match(world.stored().status, {
    moved: [{ address: '10.9.0.102', node: 'node-3' }],
    verdicts: [{ node: 'node-2', verdict: 'down' }],
  })
  mend(world.lan, 'node-2')
  await until(() => world.stored().status?.verdicts.length === 0, 'it is up again')

  controlPlane.kubectl(['delete', 'announcementplan', 'default'])
  t.match(await speaker.until(({ event }) => event === 'PlanGone'), { level: 'warn' })
  t.notOk(
    speaker.reports().some(({ event }) => event === 'Withdrawn'),
    'nothing is released',
  )
  world.writePlan()
  await until(() => world.stored().status?.announced === 4, 'the new object has a status too')
  const { spec, ...head } = speakersPlan()
  world.writePlan({ ...head, spec: { ...spec, announcements: [] } })
  await speaker.until(({ event }) => event === 'Withdrawn')
  await until(() => world.stored().status?.announced === 0, 'an empty plan releases everything')
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
})

t.test('a standby is warm and ready, and says what it is', { skip }, async (t) => {
  world.writePlan()
  const leader = world.speaker('node-1')
  await allAnnounced(leader)
  const standby = world.speaker('node-2')
  await standby.until(({ event }) => event === 'NodeResolved')
  const host = world.lan.host('node-2')
  const fetchIt = `fetch('http://127.0.0.1:9470' + process.argv[1]).then(async (r) => console.log(r.status, await r.text()))`
  const get = (path: string) => host.exec([process.execPath, '-e', fetchIt, path])
  await until(() => get('/readyz').startsWith('200 ok'), 'the standby is ready')
  const metrics = get('/metrics')
  t.match(metrics, 'bellwether_speaker_role{segment="default",role="standby"} 1')
  t.match(metrics, 'bellwether_speaker_lease_info{segment="default",holder="node-1_pod"} 1')
  t.match(metrics, 'bellwether_speaker_api_reachable{segment="default"} 1')
  const command = [process.execPath, join(root, 'bin/bellwether.js'), 'speaker', 'status']
  const shown = host.exec(command)
  t.match(
    shown,
    /Role: standby for \S+, as node-2_pod\nLease: held by node-1_pod\nAPI server: answers/,
  )
  for (const speaker of [leader, standby]) speaker.kill('SIGTERM')
  t.strictSame(await Promise.all([leader.ended, standby.ended]), [0, 0])
})

t.test('what keeps a speaker from starting, and what does not', { skip }, async (t) => {
  const refused = world.speaker('node-1', ['--kubeconfig', '/nowhere/at/all'])
  t.equal(await refused.ended, 2)
  t.match(refused.messages(), /there is no kubeconfig \/nowhere\/at\/all/)
})

t.test('without an API server the plan on disk is carried out', { skip }, async (t) => {
  const { controlPlane, folder } = world
  const kept = ['--state-dir', join(folder, 'kept')]
  const before = world.speaker('node-1', kept)
  await allAnnounced(before)
  before.kill('SIGKILL')
  await before.ended
  controlPlane.apiServer.kill('SIGSTOP')
  t.teardown(() => controlPlane.apiServer.kill('SIGCONT'))
  const begin = performance.now()
  const again = world.speaker('node-1', kept)
  await again.until(({ event }) => event === 'StoredPlanInForce')
  await allAnnounced(again)
  const took = Math.round(performance.now() - begin)
  t.comment(`answers ${took} ms after its start, with no API server`)
  controlPlane.apiServer.kill('SIGCONT')
  await until(() => world.lease().holderIdentity === 'node-1_pod', 'it holds the Lease')
  again.kill('SIGTERM')
  t.equal(await again.ended, 0)
})
