import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../demo/lan.ts'
import { otherNodes } from './support/nodes.ts'
import { installPackage, packCheckout } from './support/packed-package.ts'
import { planOf, writePlans } from './support/speaker/plan-sketch.ts'
import { root } from './support/root.ts'
import { announced, followSpeaker } from './support/speaker/speaker.ts'

/*
 * What a user gets: the packed package, installed with its optional dependencies by each version of Node that is
 * supported. Nothing of the checkout's own node_modules is used.
 */

const PLAN = ['plan', '--pools', 'quickstart/pools', '--state', 'quickstart/state.yaml']
const FIXED = ['--now', '2026-01-01T00:00:00Z', '--revision', 'test', '-o', 'json']
const PROGRAM = 'node_modules/bellwether/bin/bellwether.js'
const KUBECONFIG = JSON.stringify({
  ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'here' },
  clusters: [{ name: 'nobody', cluster: { server: 'http://127.0.0.1:1' } }],
  users: [{ name: 'me', user: { token: 'secret' } }],
  contexts: [{ name: 'here', context: { cluster: 'nobody', user: 'me' } }],
})
const nodes = [{ name: 'one', addresses: ['10.9.0.1'] }]

const newest = otherNodes[otherNodes.length - 1] as (typeof otherNodes)[number]
const installable = otherNodes.some(({ skip }) => skip === false)
const archive = installable ? packCheckout() : ''

/** True where npm compiled raw-socket: with a compiler, and for a Node that its `nan` knows. */
function hasRawSocket(home: string): boolean {
  return existsSync(join(home, 'node_modules/raw-socket/build/Release/raw.node'))
}

/** What a command that asks a cluster writes to standard error: no warning of Node's. */
function refusedByCluster(home: string, node: string): string {
  const argv = [join(home, PROGRAM), 'export-state', '--kubeconfig', join(home, 'kubeconfig')]
  writeFileSync(join(home, 'kubeconfig'), KUBECONFIG)
  return spawnSync(node, argv, { env: {}, encoding: 'utf8' }).stderr
}

/** Lets the installed speaker announce both families, and returns why it did without raw-socket. */
async function speak(t: Test, home: string, node: string): Promise<string | undefined> {
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'] },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
  ])
  t.teardown(() => lan.close())
  const host = lan.host('speaker')
  const plan = join(home, 'plan.json')
  writePlans(plan, planOf({ nodes, owners: { '10.9.0.100': 0, 'fd00:9::100': 0 } }))
  const running = followSpeaker(host, [node, join(home, PROGRAM), 'speaker', '--plan', plan])
  for (const address of ['10.9.0.100', 'fd00:9::100']) await running.until(announced(address))
  const joined = host.exec(['ip', '-6', 'maddr', 'show', 'dev', 'eth0'])
  t.match(joined, 'ff02::1:ff00:100', 'the ICMPv6 socket is a member of the group')
  running.kill('SIGTERM')
  t.equal(await running.ended, 0)
  t.equal(running.messages(), '', 'nothing but the log is written')
  const told = running.reports().filter(({ event }) => event === 'RawSocketNotLoaded')
  return (told[0] as { reason?: string } | undefined)?.reason
}

for (const other of otherNodes)
  t.test(`the package under Node ${other.version}`, { skip: other.skip }, async (t) => {
    const installed = installPackage(archive, [], other.env)
    if ('unreachable' in installed) return t.plan(0, installed.unreachable)
    const { home } = installed
    cpSync(join(root, 'fixtures/quickstart'), join(home, 'quickstart'), { recursive: true })
    const run = (node: string, program: string) =>
      execFileSync(node, [program, ...PLAN, ...FIXED], {
        ...{ cwd: home, env: other.env, encoding: 'utf8' },
      })
    const here = run(process.execPath, join(root, 'bin/bellwether.js'))
    t.equal(run(other.node, PROGRAM), here, 'the same plan, byte for byte')

    t.match(refusedByCluster(home, other.node), /^bellwether export-state: .*\n {2}.*\n$/)

    t.test('its speaker opens its sockets', { skip: lanRefusal() ?? false }, async (t) => {
      const reason = await speak(t, home, other.node)
      t.equal(reason, hasRawSocket(home) ? undefined : 'notInstalled')
    })
    if (other === newest) return
    t.test('its speaker after an update of Node', { skip: updateRefusal(home) }, async (t) => {
      t.equal(await speak(t, home, newest.node), 'otherNode')
    })
  })

function updateRefusal(home: string): string | false {
  if (!hasRawSocket(home)) return 'raw-socket could not be compiled here'
  return lanRefusal() ?? newest.skip
}

t.test('engines, README and image name what is tested', (t) => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    engines: { node: string }
  }
  const [oldest, ...newer] = otherNodes.map(({ version }) => version.split('.'))
  t.equal(engines.node, `>=${oldest?.slice(0, 2).join('.')}`)
  const image = `node:${newer.at(-1)?.[0]}-bookworm-slim`
  t.match(readFileSync(join(root, 'Containerfile'), 'utf8'), image)
  const named = `Node ${oldest?.slice(0, 2).join('.')}, ${newer.map(([major]) => major).join(' or ')}`
  t.match(readFileSync(join(root, 'README.md'), 'utf8'), named)
  t.end()
})
