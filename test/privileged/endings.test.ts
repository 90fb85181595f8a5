import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import { root } from '../support/root.ts'
import type { RunningSpeaker } from '../support/speaker/speaker.ts'
import { announced, followSpeaker, startSpeaker } from '../support/speaker/speaker.ts'
import { startStopwatch } from '../support/stopwatch.ts'

/** No way of ending the process hangs it: each takes less than a second. */

const skip = lanRefusal() ?? false
const LONGEST_MILLISECONDS = 1000

const VIP = '10.9.0.100'
const nodes = [{ name: 'one', addresses: ['10.9.0.1'] }]

function setUp(t: Test) {
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'] },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
  ])
  t.teardown(() => lan.close())
  const plan = join(t.testdir(), 'plan.json')
  writePlans(plan, planOf({ nodes, owners: { [VIP]: 0, 'fd00:9::100': 0 } }))
  return { lan, speaker: lan.host('speaker'), plan }
}

/** How it ended, and whether it took too long, counted from what `act` does. */
async function timedEnd(running: RunningSpeaker, act: () => void) {
  const watch = startStopwatch()
  act()
  const end = await running.ended
  return { end, inTime: watch.took() < watch.widened(LONGEST_MILLISECONDS) }
}

t.test('by a signal', { skip }, async (t) => {
  const { speaker, plan } = setUp(t)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const running = startSpeaker(speaker, ['--plan', plan])
    await running.until(announced(VIP))
    const found = await timedEnd(running, () => running.kill(signal))
    t.same(found, { end: 0, inTime: true }, signal)
    t.match(running.reports().at(-1), { event: 'SpeakerStopped', signal })
    t.equal(running.messages(), '')
  }
  const killed = startSpeaker(speaker, ['--plan', plan])
  await killed.until(announced(VIP))
  t.same(await timedEnd(killed, () => killed.kill('SIGKILL')), { end: 'SIGKILL', inTime: true })
})

t.test('by a signal before it has begun', { skip }, async (t) => {
  const { speaker, plan } = setUp(t)
  const running = startSpeaker(speaker, ['--plan', plan])
  await running.until(({ event }) => event === 'SpeakerStarted')
  t.same(await timedEnd(running, () => running.kill('SIGTERM')), { end: 0, inTime: true })
})

for (const [way, end] of [
  ['throw', 1],
  ['exit', 5],
  ['break', 1],
] as const)
  t.test(`as a part of a process that ends by "${way}"`, { skip }, async (t) => {
    const { speaker, plan } = setUp(t)
    const program = join(root, 'dist/test/support/speaker/speaker-child.js')
    const running = followSpeaker(speaker, [process.execPath, program, plan, way])
    const found = running.until(announced(VIP))
    await found
    t.same(await timedEnd(running, () => undefined), { end, inTime: true })
    if (way === 'break') t.match(running.reports().at(-1), { event: 'SpeakerFailed' })
  })

const WITHOUT_RAW = ['setpriv', '--bounding-set=-net_raw', '--inh-caps=-net_raw']
const WITH_RAW_ALONE = [
  ...['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
  ...['--bounding-set=-all,+net_raw', '--inh-caps=-all,+net_raw', '--ambient-caps=-all,+net_raw'],
]
const noSetpriv = existsSync('/usr/bin/setpriv') ? false : 'needs the command "setpriv"'

function command(plan: string, ...more: readonly string[]): readonly string[] {
  return [process.execPath, join(root, 'bin/bellwether.js'), 'speaker', '--plan', plan, ...more]
}

t.test('without the capability it says so', { skip: skip || noSetpriv }, async (t) => {
  const { speaker, plan } = setUp(t)
  const running = followSpeaker(speaker, [...WITHOUT_RAW, ...command(plan)])
  t.equal(await running.ended, 2)
  t.match(running.messages(), /^bellwether speaker: .*CAP_NET_RAW\n {2}run it as root.*\n$/)
})

t.test('it needs no other capability, and no root', { skip: skip || noSetpriv }, async (t) => {
  const { speaker, plan } = setUp(t)
  const running = followSpeaker(speaker, [...WITH_RAW_ALONE, ...command(plan)])
  await running.until(announced(VIP))
  await running.until(announced('fd00:9::100'))
  running.kill('SIGTERM')
  t.equal(await running.ended, 0)
  t.notOk(running.reports().some(({ level }) => level !== 'info'))
})

/** The program as it is installed, with these of its optional modules. */
function installed(t: Test, modules: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  for (const name of ['bin', 'dist/bundle', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  for (const name of modules)
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  return join(folder, 'bin/bellwether.js')
}

t.test('without koffi it names what is missing, and the cure', { skip }, async (t) => {
  const { speaker, plan } = setUp(t)
  for (const modules of [[], ['raw-socket']]) {
    const argv = [process.execPath, installed(t, modules), 'speaker', '--plan', plan]
    const running = followSpeaker(speaker, argv)
    t.equal(await running.ended, 2)
    t.match(running.messages(), 'the module koffi is not installed\n  install it again')
    t.same(running.reports(), [])
  }
})

t.test('without raw-socket it starts, joins its groups, and says so', { skip }, async (t) => {
  const { speaker, plan } = setUp(t)
  const argv = [process.execPath, installed(t, ['koffi']), 'speaker', '--plan', plan]
  const running = followSpeaker(speaker, argv)
  await running.until(announced('fd00:9::100'))
  t.match(speaker.exec(['ip', '-6', 'maddr', 'show', 'dev', 'eth0']), 'ff02::1:ff00:100')
  const told = running.reports().filter(({ event }) => event === 'RawSocketNotLoaded')
  t.match(told, [{ level: 'info', reason: 'notInstalled', hint: /npm rebuild raw-socket/ }])
  running.kill('SIGTERM')
  t.equal(await running.ended, 0)
  t.equal(running.messages(), '')
})

t.test('what a user may hold wrong is said in a line, with its cure', { skip }, async (t) => {
  const { speaker, plan } = setUp(t)
  for (const [args, message] of [
    [['--plan', '/nowhere'], /there is no file \/nowhere\n {2}write it with/],
    [['--plan', plan, '--interface', 'eth9'], /no interface eth9\n {2}there are: eth0\n/],
    [['--plan', plan, '--interface', 'lo'], /lo is no Ethernet interface\n {2}there are: eth0\n/],
    [['--plan', plan, '--segment', 'dmz'], /no plan of segment dmz\n {2}it has: default\n/],
  ] as const) {
    const running = startSpeaker(speaker, args)
    t.equal(await running.ended, 2, args.join(' '))
    t.match(running.messages(), message)
    t.same(running.reports(), [])
  }
})
