import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import {
  controlPlaneRefusal,
  startControlPlane,
  type ControlPlane,
} from '../../demo/control-plane.ts'
import { isFailure, type ApiFailure } from '../../kubernetes/client/api-failure.ts'
import {
  connect,
  isConnectRefusal,
  type ConnectOptions,
  type ConnectRefusal,
} from '../../kubernetes/io/connect.ts'
import type { Surroundings } from '../../kubernetes/io/kubeconfig.ts'
import { NAMESPACES, SERVICES } from '../../kubernetes/objects/resources.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'

const skip = controlPlaneRefusal() ?? false

let plane: ControlPlane
/** A token of a ServiceAccount that may list Services in its namespace, and no more. */
let token: string

t.before(async () => {
  if (skip) return
  plane = await startControlPlane()
  t.teardown(() => plane.stop())
  plane.kubectl(['create', 'serviceaccount', 'reader'])
  plane.kubectl(['create', 'role', 'reader', '--verb=list', '--resource=services'])
  const binding = ['--role=reader', '--serviceaccount=default:reader']
  plane.kubectl(['create', 'rolebinding', 'reader', ...binding])
  token = newToken()
})

function newToken(): string {
  return plane.kubectl(['create', 'token', 'reader']).trim()
}

interface Sketch {
  readonly user: object
  readonly cluster?: object
  readonly namespace?: string
}

function config({ user, cluster = {}, namespace }: Sketch, name = 'lan'): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      { name, cluster: { server: plane.url, 'insecure-skip-tls-verify': true, ...cluster } },
    ],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name, namespace } }],
  })
}

/** Nobody's home, and no variable set. */
function nowhere(t: Test, rest: Partial<Surroundings> = {}): Surroundings {
  const none = join(folderOf(t), 'none')
  return { env: {}, home: none, podRoot: none, ...rest }
}

const folders = new WeakMap<Test, string>()

/** A folder for this test alone. */
function folderOf(t: Test): string {
  const known = folders.get(t)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-connect-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  folders.set(t, folder)
  return folder
}

async function connected(
  t: Test,
  options: ConnectOptions,
  around: Surroundings = nowhere(t),
): Promise<WatchClient> {
  const client = await connect(options, around)
  if (isConnectRefusal(client)) throw new Error(`${client.message}: ${client.hint}`)
  t.teardown(() => client.close())
  return client
}

async function refusal(
  options: ConnectOptions,
  around: Surroundings,
): Promise<ConnectRefusal | undefined> {
  const client = await connect(options, around)
  return isConnectRefusal(client) ? client : undefined
}

/** Lists what the reader may list; undefined if that went well. */
async function failureOfList(client: WatchClient): Promise<ApiFailure | undefined> {
  const list = await client.list(SERVICES, { namespace: 'default' })
  return isFailure(list) ? list : undefined
}

function fileOf(t: Test, text: string, name = 'config'): string {
  const file = join(folderOf(t), name)
  writeFileSync(file, text)
  return file
}

t.test('a file, its context and its namespace', { skip }, async (t) => {
  const around = nowhere(t)
  const kubeconfig = fileOf(t, config({ user: { token }, namespace: 'lan' }))
  const client = await connected(t, { kubeconfig }, around)
  t.equal(client.namespace, 'lan')
  t.equal(await failureOfList(client), undefined)
  t.match(await client.list(NAMESPACES), {
    failure: 'forbidden',
    message: /"system:serviceaccount:default:reader" cannot list resource "namespaces"/,
  })
  t.equal((await connected(t, { kubeconfig, namespace: 'other' }, around)).namespace, 'other')
})

t.test(
  'KUBECONFIG with several files, the first counts; missing ones do not',
  { skip },
  async (t) => {
    const around = nowhere(t)
    const one = fileOf(t, config({ user: { token } }, 'one'), 'one')
    const two = fileOf(t, config({ user: { token: 'wrong' } }, 'two'), 'two')
    const env = { KUBECONFIG: [join(folderOf(t), 'none'), one, two].join(':') }
    t.equal(await failureOfList(await connected(t, {}, { ...around, env })), undefined)
    const other = await connected(t, { context: 'two' }, { ...around, env })
    t.match(await failureOfList(other), { failure: 'unauthorized' })
  },
)

t.test('~/.kube/config', { skip }, async (t) => {
  const home = folderOf(t)
  mkdirSync(join(home, '.kube'))
  fileOf(t, config({ user: { token } }), '.kube/config')
  const client = await connected(t, {}, nowhere(t, { home }))
  t.equal(await failureOfList(client), undefined)
})

t.test(
  'in a Pod: server from the environment, token and certificate from files',
  { skip },
  async (t) => {
    const { podRoot, env } = podOf(t)
    const client = await connected(t, {}, nowhere(t, { podRoot, env, home: join(podRoot, 'home') }))
    t.equal(client.namespace, 'bellwether-system')
    t.equal(await failureOfList(client), undefined, 'and the certificate was verified')
  },
)

t.test('in a Pod, a token that has been replaced is used at once', { skip }, async (t) => {
  const { podRoot, env, file } = podOf(t)
  const client = await connected(t, {}, nowhere(t, { podRoot, env, home: join(podRoot, 'home') }))
  t.equal(await failureOfList(client), undefined)
  writeFileSync(file, 'expired')
  const expired = await connected(t, {}, nowhere(t, { podRoot, env, home: join(podRoot, 'home') }))
  t.match(await failureOfList(expired), { failure: 'unauthorized' })
  writeFileSync(file, newToken())
  await sleep(1_100)
  t.equal(await failureOfList(expired), undefined, 'what was refused is read again')
})

/** The files of a Pod, below a folder of its own. */
function podOf(t: Test) {
  const podRoot = folderOf(t)
  const folder = join(podRoot, '/var/run/secrets/kubernetes.io/serviceaccount')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'token')
  writeFileSync(file, token)
  writeFileSync(join(folder, 'namespace'), 'bellwether-system')
  // Of its own making: it is its own authority.
  writeFileSync(join(folder, 'ca.crt'), readFileSync(join(plane.folder, 'apiserver.crt')))
  const { hostname, port } = new URL(plane.url)
  const env = { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port }
  // The library reads these itself.
  Object.assign(process.env, env)
  t.teardown(() => {
    for (const name of Object.keys(env)) delete process.env[name]
  })
  return { podRoot, env, file }
}

t.test('a certificate of somebody else is refused', { skip }, async (t) => {
  const cluster = { 'insecure-skip-tls-verify': false }
  const around = nowhere(t)
  const client = await connected(
    t,
    { kubeconfig: fileOf(t, config({ user: { token }, cluster })) },
    around,
  )
  t.match(await failureOfList(client), { failure: 'unreachable', message: /self-signed/ })
})

t.test('a token file that ends with a line feed, beside the kubeconfig', { skip }, async (t) => {
  const around = nowhere(t)
  const kubeconfig = fileOf(t, config({ user: { tokenFile: 'token' } }))
  const file = fileOf(t, `${token}\n`, 'token')
  const client = await connected(t, { kubeconfig }, around)
  t.equal(await failureOfList(client), undefined)
  writeFileSync(file, 'wrong\n')
  t.equal(await failureOfList(client), undefined, 'known for a while')
})

/** A plugin that counts how often it runs, and prints the token that is in a file. */
function plugin(t: Test, expires?: string): { user: object; runs: () => string; file: string } {
  const file = fileOf(t, token, 'exec-token')
  const log = fileOf(t, '', 'runs')
  const script = fileOf(
    t,
    `#!/bin/sh
echo "$1 $KUBERNETES_EXEC_INFO" >>'${log}'
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{${
      expires === undefined ? '' : `"expirationTimestamp":"${expires}",`
    }"token":"'"$(cat '${file}')"'"}}'
`,
    'plugin',
  )
  chmodSync(script, 0o755)
  const apiVersion = 'client.authentication.k8s.io/v1'
  const exec = { apiVersion, command: './plugin', args: ['token'], interactiveMode: 'Never' }
  return { user: { exec }, runs: () => readFileSync(log, 'utf8'), file }
}

t.test(
  'a plugin is run once for many requests, and again when it is refused',
  { skip },
  async (t) => {
    const around = nowhere(t)
    const { user, runs, file } = plugin(t)
    const client = await connected(t, { kubeconfig: fileOf(t, config({ user })) }, around)
    for (let n = 0; n < 5; n++) t.equal(await failureOfList(client), undefined)
    t.equal(runs().split('\n').length, 2, 'one line')
    t.match(
      runs(),
      /^token \{"apiVersion":"client.authentication.k8s.io\/v1","kind":"ExecCredential"/,
    )
    writeFileSync(file, 'revoked')
    const other = await connected(t, { kubeconfig: fileOf(t, config({ user })) }, around)
    t.match(await failureOfList(other), { failure: 'unauthorized' })
    writeFileSync(file, token)
    await sleep(1_100)
    t.equal(await failureOfList(other), undefined, 'asked again')
  },
)

t.test('a plugin that fails, and one that is not there', { skip }, async (t) => {
  const around = nowhere(t)
  const failing = { exec: { command: 'sh', args: ['-c', 'echo "log in first" >&2; exit 1'] } }
  t.match(await refusal({ kubeconfig: fileOf(t, config({ user: failing })) }, around), {
    message: /no credentials: log in first/,
    hint: /context "lan"/,
  })
  const missing = { exec: { command: 'bellwether-no-such-plugin' } }
  t.match(await refusal({ kubeconfig: fileOf(t, config({ user: missing })) }, around), {
    message: /ENOENT/,
  })
})

t.test('a plugin that hangs holds nobody up who has a deadline', { skip }, async (t) => {
  const around = nowhere(t)
  const file = fileOf(t, '', 'hang')
  const script = `cat '${file}' | grep -q . && sleep 5; echo '{"status":{"token":"${token}"}}'`
  const user = { exec: { command: 'sh', args: ['-c', script] } }
  const client = await connected(t, { kubeconfig: fileOf(t, config({ user })) }, around)
  t.equal(await failureOfList(client), undefined)
  const other = await connected(
    t,
    { kubeconfig: fileOf(t, config({ user }).replaceAll(token, 'wrong')) },
    around,
  )
  writeFileSync(file, 'hang')
  await sleep(1_100)
  const asked = other.get(
    SERVICES,
    { namespace: 'default', name: 'a' },
    { timeoutMilliseconds: 300 },
  )
  t.match(await asked, { failure: 'unreachable', message: /longer than 300 ms/ })
})

t.test('a server whose name is an IPv6 address', async (t) => {
  const server = createServer((request, response) => response.writeHead(404).end(request.url))
  await new Promise<void>((resolve) => server.listen(0, '::1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const cluster = { server: `http://[::1]:${port}/below/`, 'insecure-skip-tls-verify': true }
  const around = nowhere(t)
  const text = known({ clusters: [{ name: 'lan', cluster }] })
  const client = await connected(t, { kubeconfig: fileOf(t, text) }, around)
  t.match(await failureOfList(client), {
    failure: 'notFound',
    message: '/below/api/v1/namespaces/default/services?limit=500',
  })
})

t.test('nothing is configured: not a word to localhost', async (t) => {
  let asked = 0
  const server = createServer(() => asked++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  t.match(await refusal({}, nowhere(t)), {
    message: /^no cluster is configured: there is no .*\.kube\/config/,
    hint: /--kubeconfig/,
  })
  t.equal(asked, 0)
})

const REFUSALS: readonly [name: string, text: string, options: ConnectOptions, RegExp, RegExp][] = [
  ['a context that does not exist', known(), { context: 'prod' }, /no context "prod"/, /lab, lan/],
  ['no context chosen', known({ 'current-context': '' }), {}, /no context is chosen/, /lab, lan/],
  ['no context at all', known({ contexts: [] }), {}, /no context "lan"/, /there is no context in/],
  ['a cluster that does not exist', known({ clusters: [] }), {}, /the cluster "lan"/, /correct/],
  ['a user who does not exist', known({ users: [] }), {}, /the user "lan"/, /correct/],
  ['an empty file', '', {}, /is no kubeconfig: it is empty/, /kubectl/],
  ['a file that is no YAML', '{', {}, /is no kubeconfig/, /kubectl/],
  [
    'a server without TLS that is not allowed',
    known({ clusters: [{ name: 'lan', cluster: { server: 'http://127.0.0.1:1' } }] }),
    {},
    /HTTP protocol is not allowed/,
    /context "lan"/,
  ],
  [
    'a server that is none',
    known({ clusters: [{ name: 'lan', cluster: { server: 'nonsense' } }] }),
    {},
    /"nonsense" is no server/,
    /context "lan"/,
  ],
]

function known(rest: object = {}): string {
  const cluster = { server: 'https://127.0.0.1:1' }
  return JSON.stringify({
    'current-context': 'lan',
    clusters: [{ name: 'lan', cluster }],
    users: [{ name: 'lan', user: {} }],
    contexts: ['lab', 'lan'].map((name) => ({ name, context: { cluster: 'lan', user: 'lan' } })),
    ...rest,
  })
}

for (const [name, text, options, message, hint] of REFUSALS)
  t.test(`refused: ${name}`, async (t) => {
    const around = nowhere(t)
    const kubeconfig = fileOf(t, text)
    t.match(await refusal({ kubeconfig, ...options }, around), { message, hint })
  })

t.test('refused: a file that is not there, and a context in a Pod', { skip }, async (t) => {
  t.match(await refusal({ kubeconfig: '/nowhere/config' }, nowhere(t)), {
    message: 'there is no kubeconfig /nowhere/config',
  })
  const { podRoot, env } = podOf(t)
  const around = nowhere(t, { podRoot, env, home: join(podRoot, 'home') })
  t.match(await refusal({ context: 'prod' }, around), { message: /in a Pod there is none/ })
})

t.test('a context without a user still verifies the server', { skip }, async (t) => {
  const around = nowhere(t)
  const cluster = {
    'insecure-skip-tls-verify': false,
    'certificate-authority': join(plane.folder, 'apiserver.crt'),
  }
  const text = config({ user: {}, cluster }).replace(',"user":"lan"', '')
  const client = await connected(t, { kubeconfig: fileOf(t, text) }, around)
  const failure = await failureOfList(client)
  t.ok(
    failure?.failure === 'forbidden' || failure?.failure === 'unauthorized',
    String(failure?.message),
  )
})

t.test('a server that is no API server, and one that hangs', { skip }, async (t) => {
  const key = readFileSync(join(plane.folder, 'apiserver.key'))
  const cert = readFileSync(join(plane.folder, 'apiserver.crt'))
  const server = createTlsServer({ key, cert }, (request, response) => {
    if (request.url?.includes('/default/')) response.writeHead(200).end('<html>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.closeAllConnections())
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const cluster = { server: `https://127.0.0.1:${port}` }
  const around = nowhere(t)
  const kubeconfig = fileOf(t, config({ user: { token }, cluster }))
  const client = await connected(t, { kubeconfig }, around)
  t.match(await failureOfList(client), { failure: 'serverError', message: /no JSON/ })
  const hanging = client.get(NAMESPACES, { name: 'lan' }, { timeoutMilliseconds: 200 })
  t.match(await hanging, { failure: 'unreachable', message: /longer than 200 ms/ })
  const unanswered = client.get(NAMESPACES, { name: 'lan' })
  client.close()
  t.match(await unanswered, { failure: 'unreachable', message: /the client is closed/ })
  t.match(await failureOfList(client), { failure: 'unreachable' })
})
