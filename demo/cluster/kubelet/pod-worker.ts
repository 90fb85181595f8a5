import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { batch } from '../../lan.ts'
import { ApiError, type Api } from '../api.ts'
import type { ContainerRun } from './container-root.ts'
import { containerArgv } from './container-root.ts'
import { runContainer, type RunningContainer } from './container.ts'
import type { Addresses } from '../layout.ts'
import { API_PORT, controlPlaneAddresses, podAddresses } from '../layout.ts'
import { mountsOf, preparePodFiles, type PodFiles } from './pod-files.ts'
import { podStatus } from './pod-status.ts'
import type { Container, KubeletConfig, Pod } from './pod-types.ts'

/** One Pod of a node, from its start to its end. */
export interface PodWorker {
  readonly pod: Pod
  /** Process ids by the name of the container. */
  pids(): Record<string, number>
  /** Ends it as it is asked to: in order, with grace; then the API server forgets it. */
  terminate(graceSeconds: number): void
  /** The API server has forgotten it already. */
  kill(): void
}

export interface WorkerContext {
  readonly api: Api
  readonly config: KubeletConfig
  readonly changed: () => void
}

const RETRY_MILLISECONDS = 300
const POLL_MILLISECONDS = 50
const DEFAULT_GRACE_SECONDS = 30

let pods = 0

export function startPod(context: WorkerContext, pod: Pod): PodWorker {
  const { api, config } = context
  const { namespace, name, uid } = pod.metadata
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`
  const own = pod.spec.hostNetwork === true ? undefined : podAddresses(config.node, pods++)
  const facts = {
    host: config.node.lan,
    pod: own ?? config.node.lan,
    startTime: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
    transitions: new Map<string, { status: string; at: string }>(),
  }
  const containers: RunningContainer[] = []
  const initContainers: RunningContainer[] = []
  let initialized = false
  let ending = false
  let gone = false
  let dirty = true

  const changed = () => {
    dirty = true
    context.changed()
  }

  /** False if it has to be sent again. */
  const send = async (status: object) => {
    try {
      await api.call('PATCH', `${path}/status`, { metadata: { uid }, status })
      return true
    } catch {
      return false
    }
  }

  /** The status follows for as long as the Pod is here, whatever the API server does meanwhile. */
  const report = async () => {
    let sent = ''
    while (!gone) {
      const status = podStatus({ ...facts, initialized }, containers, initContainers)
      const text = JSON.stringify(status)
      dirty = false
      if (text !== sent)
        if (await send(status)) sent = text
        else dirty = true
      await sleep(dirty ? RETRY_MILLISECONDS : 0)
      while (!dirty && !gone) await sleep(POLL_MILLISECONDS)
    }
  }

  const begin = async () => {
    if (own !== undefined) addAddresses(config, own)
    const files = await withRetries(() => preparePodFiles(api, config, pod))
    const start = (spec: Container, keep: boolean) => {
      const options = containerOptions({ config, pod, files, facts }, spec)
      return runContainer({ ...options, keep, changed })
    }
    for (const spec of pod.spec.initContainers ?? []) {
      if (ending) return
      const sidecar = spec.restartPolicy === 'Always'
      const one = start(spec, sidecar)
      initContainers.push(one)
      changed()
      const done = () => (sidecar ? one.state().started : one.state().exitCode === 0)
      while (!done() && !ending) await sleep(POLL_MILLISECONDS)
    }
    if (ending) return
    initialized = true
    for (const spec of pod.spec.containers) containers.push(start(spec, true))
    changed()
  }

  const cleanUp = () => {
    gone = true
    if (own !== undefined) removeAddresses(config, own)
    rmSync(join(config.folder, 'pods', uid), { recursive: true, force: true })
    context.changed()
  }

  /** Sidecars last, in the opposite order. */
  const end = async (graceSeconds: number) => {
    const until = Date.now() + graceSeconds * 1_000
    const left = () => Math.max(0, until - Date.now())
    await Promise.all(containers.map((one) => one.stop(left())))
    for (const one of initContainers.toReversed()) await one.stop(left())
    cleanUp()
    const options = { apiVersion: 'v1', kind: 'DeleteOptions', gracePeriodSeconds: 0 }
    const body = { ...options, preconditions: { uid } }
    await withRetries(() => api.call('DELETE', path, body).catch(isGone))
  }

  void begin().catch((error: unknown) => console.error(`${name}: ${String(error)}`))
  void report()
  return {
    pod,
    pids: () =>
      Object.fromEntries(
        [...initContainers, ...containers].flatMap((one) => {
          const { pid } = one.state()
          return pid === undefined ? [] : [[one.spec.name, pid]]
        }),
      ),
    terminate(graceSeconds) {
      if (ending) return
      ending = true
      void end(graceSeconds ?? DEFAULT_GRACE_SECONDS)
    },
    kill() {
      if (gone) return
      ending = true
      for (const one of [...containers, ...initContainers]) one.kill()
      cleanUp()
    },
  }
}

function isGone(error: unknown): void {
  // Gone, or another Pod of the same name.
  if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 409)) throw error
}

async function withRetries<Result>(action: () => Promise<Result>): Promise<Result> {
  for (;;)
    try {
      return await action()
    } catch (error) {
      console.error(String(error))
      await sleep(RETRY_MILLISECONDS)
    }
}

interface PodPlace {
  readonly config: KubeletConfig
  readonly pod: Pod
  readonly files: PodFiles
  readonly facts: { readonly host: Addresses; readonly pod: Addresses }
}

function containerOptions(place: PodPlace, spec: Container) {
  const { config, pod, files, facts } = place
  const env = environment(place, spec)
  const argv = programOf(config, pod, spec)?.map((word) => expand(word, env))
  const root = join(config.folder, 'pods', pod.metadata.uid, 'roots', spec.name)
  mkdirSync(root, { recursive: true })
  mkdirSync(join(config.folder, 'logs'), { recursive: true })
  const run: ContainerRun | undefined = argv && {
    argv,
    root,
    mounts: mountsOf(config, files, spec),
    security: { ...pod.spec.securityContext, ...spec.securityContext },
    network: pod.spec.hostNetwork === true ? undefined : config.podNamespace,
    seccomp: config.seccomp,
  }
  const execute = (command: readonly string[]) =>
    run === undefined ? Promise.resolve(false) : runOnce({ ...run, argv: command }, env)
  return {
    spec,
    run,
    env,
    log: join(config.folder, 'logs', `${pod.metadata.name}-${spec.name}.log`),
    probes: { address: facts.pod.ipv4, container: spec, execute },
  }
}

/** What the image would start, with the arguments of the Pod. A name that no image has here is no program. */
function programOf(
  { images }: KubeletConfig,
  pod: Pod,
  { image, command, args = [] }: Container,
): string[] | undefined {
  const short = (image.split('/').at(-1) ?? '').replace(/[:@].*$/, '')
  const program = images[short]
  if (command === undefined)
    return program && [...program, ...(short === 'echo' ? echoArgs(pod) : args)]
  const [first = '', ...rest] = command
  const known = images[first.split('/').at(-1) ?? '']
  return [...(known ?? [first]), ...rest, ...args]
}

/** The server of the demo answers with the Pod's name. */
function echoArgs({ metadata }: Pod): string[] {
  return [metadata.name, '$(ECHO_PORT)', '$(POD_IPV4)', '$(POD_IPV6)']
}

function environment({ pod, facts, config }: PodPlace, spec: Container): Record<string, string> {
  const fields: Record<string, string> = {
    'metadata.name': pod.metadata.name,
    'metadata.namespace': pod.metadata.namespace ?? 'default',
    'metadata.uid': pod.metadata.uid,
    'spec.nodeName': config.node.name,
    'spec.serviceAccountName': pod.spec.serviceAccountName ?? 'default',
    'status.hostIP': facts.host.ipv4,
    'status.podIP': facts.pod.ipv4,
  }
  const named = (spec.env ?? []).map(({ name, value, valueFrom }) => [
    name,
    value ?? fields[valueFrom?.fieldRef?.fieldPath ?? ''] ?? '',
  ])
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/',
    HOSTNAME: pod.spec.hostNetwork === true ? config.node.name : pod.metadata.name,
    KUBERNETES_SERVICE_HOST: controlPlaneHost(config),
    KUBERNETES_SERVICE_PORT: String(API_PORT),
    ECHO_PORT: String(spec.ports?.[0]?.containerPort ?? 8080),
    POD_IPV4: facts.pod.ipv4,
    POD_IPV6: facts.pod.ipv6,
    ...(Object.fromEntries(named) as Record<string, string>),
  }
}

function controlPlaneHost({ url }: KubeletConfig): string {
  return new URL(url).hostname || controlPlaneAddresses().ipv4
}

/** `$(NAME)`, as in the arguments of a container. */
function expand(word: string, env: Readonly<Record<string, string>>): string {
  return word.replace(/\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g, (all, name: string) => env[name] ?? all)
}

function runOnce(run: ContainerRun, env: Record<string, string>): Promise<boolean> {
  const [program = '', ...words] = containerArgv(run)
  const child = spawn(program, words, { env, stdio: 'ignore' })
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code === 0))
    child.once('error', () => resolve(false))
  })
}

function addAddresses({ podNamespace }: KubeletConfig, { ipv4, ipv6 }: Addresses): void {
  batch(podNamespace, [`addr add ${ipv4}/32 dev eth0`, `addr add ${ipv6}/128 dev eth0 nodad`])
}

function removeAddresses({ podNamespace }: KubeletConfig, { ipv4, ipv6 }: Addresses): void {
  try {
    batch(podNamespace, [`addr del ${ipv4}/32 dev eth0`, `addr del ${ipv6}/128 dev eth0`])
  } catch {
    // The whole namespace is gone.
  }
}
