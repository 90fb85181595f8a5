import type { ChildProcess } from 'node:child_process'
import { execFile, execFileSync, spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { remember } from './endings.ts'

/** Also named in demo/control-plane/go.mod. */
export const KUBERNETES_VERSION = 'v1.37.2'

export type ControlPlaneProgram =
  'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kubectl'

/** Where `npm run control-plane` builds to; `KUBEBUILDER_ASSETS` names another folder with such programs. */
export function assetsFolder(): string {
  return (
    process.env['KUBEBUILDER_ASSETS'] ||
    join(homedir(), '.cache/bellwether/control-plane', KUBERNETES_VERSION)
  )
}

export function programPath(program: ControlPlaneProgram): string {
  return join(assetsFolder(), program)
}

/** What demo/seccomp builds: it is no part of Kubernetes, so it is never among the programs that others bring. */
export function seccompPath(): string {
  return join(homedir(), '.cache/bellwether/seccomp/container-seccomp')
}

/** Undefined if a control plane can be had here; else why not. */
export function controlPlaneRefusal(
  programs: readonly ControlPlaneProgram[] = ['etcd', 'kube-apiserver', 'kubectl'],
): string | undefined {
  const missing = programs.find((program) => !existsSync(programPath(program)))
  if (missing === undefined) return undefined
  return `needs a Kubernetes API server: "npm run control-plane" builds it (there is no ${programPath(missing)})`
}

export interface ControlPlaneOptions {
  /** The address to listen on. Default 127.0.0.1. */
  readonly address?: string
  /** Put before each program, as `['ip', 'netns', 'exec', name]`. */
  readonly prefix?: readonly string[]
  /** Fixed ports, for those who start it again. Default: any that are free. */
  readonly ports?: ControlPlanePorts
  /** A folder with the data of an etcd that has ended. Default: a new one. */
  readonly etcdFolder?: string
}

export interface ControlPlanePorts {
  readonly api: number
  readonly etcd: number
  readonly peer: number
}

export interface ControlPlane {
  readonly url: string
  /** Of a user in `system:masters`. */
  readonly token: string
  /** A kubeconfig of that user. */
  readonly kubeconfig: string
  /** For files that belong to this control plane. Removed at the end. */
  readonly folder: string
  /** Others after `restore`. */
  readonly apiServer: ChildProcess
  readonly etcd: ChildProcess
  /** Runs kubectl; its standard output. */
  kubectl(args: readonly string[], input?: string): string
  /** Writes a kubeconfig for whoever has this token; `server` where it is reached another way. */
  kubeconfigOf(name: string, token: string, server?: string): string
  /** A token of a ServiceAccount, and a kubeconfig with it. */
  serviceAccount(namespace: string, name: string, server?: string): string
  /** A copy of what etcd has on disk at this moment. */
  snapshot(): string
  /** Starts etcd with such a copy, and an API server that remembers nothing. Ready when it resolves. */
  restore(snapshot: string): Promise<void>
  stop(): Promise<void>
}

/** etcd and a kube-apiserver with RBAC, dual stack, and no kubelet: nodes are objects. Ready in 1-4 s. */
export async function startControlPlane(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const { address = '127.0.0.1' } = options
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-control-plane-'))
  const ports = options.ports ?? (await freePorts())
  const children: ChildProcess[] = []
  const kill = () => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const forget = remember(kill)
  // After `restore` the log goes on.
  const start = (program: ControlPlaneProgram, args: readonly string[]) => {
    const [first = '', ...rest] = [...(options.prefix ?? []), programPath(program), ...args]
    const log = join(folder, `${program}.log`)
    const child = spawn('sh', ['-c', 'exec "$@" >>"$0" 2>&1', log, first, ...rest], {
      stdio: 'ignore',
    })
    children.push(child)
    return child
  }
  const token = randomBytes(16).toString('hex')
  writeKeys(folder, token)
  const data = options.etcdFolder ?? join(folder, 'etcd')
  let etcd = start('etcd', etcdArgs(data, ports))
  let apiServer = start('kube-apiserver', apiServerArgs(folder, address, ports))
  const url = `https://${address.includes(':') ? `[${address}]` : address}:${ports.api}`
  const config = { folder, url }
  const kubeconfig = writeKubeconfig(config, 'admin', token)
  const ours = [...(options.prefix ?? []), programPath('kubectl'), `--kubeconfig=${kubeconfig}`]
  const kubectl = kubectlOf(ours)
  const becomesReady = () =>
    options.prefix === undefined ? ready(url, token) : readyByKubectl(ours)
  try {
    await becomesReady()
  } catch (error) {
    const log = readFileSync(join(folder, 'kube-apiserver.log'), 'utf8').slice(-2000)
    kill()
    throw new Error(`the control plane has not started:\n${log}`, { cause: error })
  }
  return {
    url,
    token,
    kubeconfig,
    folder,
    get apiServer() {
      return apiServer
    },
    get etcd() {
      return etcd
    },
    kubectl,
    kubeconfigOf: (name, user, server) =>
      writeKubeconfig({ folder, url: server ?? url }, name, user),
    serviceAccount(namespace, name, server) {
      const own = kubectl(['create', 'token', name, '-n', namespace, '--duration=24h']).trim()
      return writeKubeconfig({ folder, url: server ?? url }, `${namespace}-${name}`, own)
    },
    snapshot() {
      const copy = mkdtempSync(join(folder, 'snapshot-'))
      // What is on disk between two system calls is what a crash would leave: etcd can start from it.
      etcd.kill('SIGSTOP')
      try {
        cpSync(data, copy, { recursive: true })
      } finally {
        etcd.kill('SIGCONT')
      }
      return copy
    },
    async restore(snapshot) {
      await end(apiServer)
      await end(etcd)
      rmSync(data, { recursive: true, force: true })
      cpSync(snapshot, data, { recursive: true })
      etcd = start('etcd', etcdArgs(data, ports))
      apiServer = start('kube-apiserver', apiServerArgs(folder, address, ports))
      await becomesReady()
    },
    async stop() {
      await end(apiServer)
      await end(etcd)
      kill()
      forget()
    },
  }
}

async function freePorts(): Promise<ControlPlanePorts> {
  const servers = [createServer(), createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
        ),
    ),
  )
  for (const server of servers) server.close()
  const [api = 0, etcd = 0, peer = 0] = ports
  return { api, etcd, peer }
}

function etcdArgs(data: string, { etcd, peer }: ControlPlanePorts): string[] {
  const client = `http://127.0.0.1:${etcd}`
  const peers = `http://127.0.0.1:${peer}`
  return [
    '--unsafe-no-fsync',
    `--data-dir=${data}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
  ]
}

function apiServerArgs(
  folder: string,
  address: string,
  { api, etcd }: ControlPlanePorts,
): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${etcd}`,
    `--bind-address=${address}`,
    `--advertise-address=${address === '127.0.0.1' ? '192.0.2.1' : address}`,
    '--endpoint-reconciler-type=none',
    `--secure-port=${api}`,
    `--cert-dir=${folder}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${join(folder, 'sa.pub')}`,
    `--service-account-signing-key-file=${join(folder, 'sa.key')}`,
    `--token-auth-file=${join(folder, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.96.0.0/16,fd00:96::/112',
    '--disable-admission-plugins=ServiceAccount',
  ]
}

function writeKeys(folder: string, token: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  writeFileSync(join(folder, 'sa.pub'), publicKey)
  writeFileSync(join(folder, 'sa.key'), privateKey)
  writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,"system:masters"\n`)
}

interface KubeconfigPlace {
  readonly folder: string
  readonly url: string
}

function writeKubeconfig({ folder, url }: KubeconfigPlace, name: string, token: string): string {
  const path = join(folder, `${name}.kubeconfig`)
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'lan',
    clusters: [{ name: 'lan', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name, user: { token } }],
    contexts: [{ name: 'lan', context: { cluster: 'lan', user: name } }],
  }
  writeFileSync(path, JSON.stringify(config))
  return path
}

function kubectlOf([program = '', ...words]: readonly string[]): ControlPlane['kubectl'] {
  return (args, input) =>
    execFileSync(program, [...words, ...args], {
      encoding: 'utf8',
      input: input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 2 ** 20,
    })
}

const LONGEST_START_MILLISECONDS = 120_000

async function ready(url: string, token: string): Promise<void> {
  const giveUp = Date.now() + LONGEST_START_MILLISECONDS
  while (!(await isReady(url, token))) {
    if (Date.now() > giveUp) throw new Error('not ready in time')
    await sleep(100)
  }
}

function isReady(url: string, token: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}` }
    const asked = request(`${url}/readyz`, { rejectUnauthorized: false, headers }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
    asked.end()
  })
}

/** Where the server is in another network namespace. Other things may be started meanwhile, so nothing blocks. */
async function readyByKubectl(kubectl: readonly string[]): Promise<void> {
  const [program = '', ...words] = kubectl
  const giveUp = Date.now() + LONGEST_START_MILLISECONDS
  for (;;) {
    try {
      await promisify(execFile)(program, [...words, 'get', '--raw', '/readyz'])
      return
    } catch (error) {
      if (Date.now() > giveUp) throw error
      await sleep(100)
    }
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGCONT')
  child.kill('SIGKILL')
  return ended
}
