import type { KubeConfig } from '@kubernetes/client-node'
import { CORE_SCHEMA, load } from 'js-yaml'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path'

/** Why nobody can be asked, and what to do about it. */
export interface ConnectRefusal {
  readonly message: string
  readonly hint: string
}

export interface ConnectOptions {
  /** A file, or several as in KUBECONFIG. */
  readonly kubeconfig?: string
  readonly context?: string
  readonly namespace?: string
}

/** Where the process runs; given by tests. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Put before the paths of a Pod's ServiceAccount. */
  readonly podRoot: string
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'

type KubeConfigClass = typeof KubeConfig

/**
 * Reads the configuration as kubectl does: the file named, else KUBECONFIG, else ~/.kube/config, else the
 * Pod's ServiceAccount. The library's own default ends at localhost:8080, which is never what is meant.
 */
export function readConfiguration(
  Config: KubeConfigClass,
  options: ConnectOptions,
  around: Surroundings,
): KubeConfig | ConnectRefusal {
  const named = options.kubeconfig ?? around.env['KUBECONFIG']
  const usual = join(around.home, '.kube', 'config')
  const files = named ? named.split(delimiter).filter((file) => file !== '') : [usual]
  const there = files.filter((file) => existsSync(file))
  if (there.length > 0) return fromFiles(Config, there, options.context)
  if (named) return missing(files)
  return inPod(around) ? fromPod(Config, around, options.context) : nowhere(usual)
}

function missing(files: readonly string[]): ConnectRefusal {
  return {
    message: `there is no kubeconfig ${files.join(', ')}`,
    hint: 'name a file that exists with --kubeconfig or KUBECONFIG',
  }
}

function nowhere(usual: string): ConnectRefusal {
  return {
    message: `no cluster is configured: there is no ${usual}, KUBECONFIG is not set, and this is no Pod`,
    hint: 'name a kubeconfig with --kubeconfig or KUBECONFIG',
  }
}

function inPod({ env, podRoot }: Surroundings): boolean {
  return Boolean(env['KUBERNETES_SERVICE_HOST']) && existsSync(podRoot + TOKEN)
}

function fromPod(
  Config: KubeConfigClass,
  { podRoot }: Surroundings,
  context: string | undefined,
): KubeConfig | ConnectRefusal {
  if (context !== undefined)
    return {
      message: `there is no context "${context}": in a Pod there is none`,
      hint: 'name a kubeconfig with --kubeconfig, or leave --context out',
    }
  const config = new Config()
  config.loadFromCluster(podRoot)
  return config
}

function fromFiles(
  Config: KubeConfigClass,
  files: readonly string[],
  context: string | undefined,
): KubeConfig | ConnectRefusal {
  const config = new Config()
  for (const file of files) {
    try {
      merge(config, fromFile(Config, file))
    } catch (error) {
      const { message } = error as Error
      const line = message.split('\n', 1)[0] ?? ''
      return { message: `${file} is no kubeconfig: ${line}`, hint: 'try it with kubectl' }
    }
  }
  return chosen(config, context, files.join(', '))
}

/** Of what has one name in several files, the first counts: as kubectl has it. */
function merge(config: KubeConfig, other: KubeConfig): void {
  const isNew = (known: readonly { name: string }[]) => (entry: { name: string }) =>
    !known.some(({ name }) => name === entry.name)
  const { clusters, users, contexts } = config
  other.clusters.filter(isNew(clusters)).forEach((cluster) => config.addCluster(cluster))
  other.users.filter(isNew(users)).forEach((user) => config.addUser(user))
  other.contexts.filter(isNew(contexts)).forEach((context) => config.addContext(context))
  if (!config.currentContext) config.currentContext = other.currentContext
}

interface ExecEntry {
  command?: string
  apiVersion?: string
  env?: { name: string; value: string }[] | null
}

interface UserEntry {
  user?: {
    tokenFile?: string
    token?: string
    exec?: ExecEntry | null
    'auth-provider'?: unknown
  } | null
}

function fromFile(Config: KubeConfigClass, file: string): KubeConfig {
  const content = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA })
  if (typeof content !== 'object' || content === null) throw new Error('it is empty')
  const { users } = content as { users?: unknown }
  const folder = dirname(resolve(file))
  for (const entry of Array.isArray(users) ? (users as UserEntry[]) : []) prepare(entry, folder)
  const config = new Config()
  config.loadFromString(JSON.stringify(content))
  config.makePathsAbsolute(folder)
  return config
}

/** What kubectl does with a user and the library does not. */
function prepare({ user }: UserEntry, folder: string): void {
  if (user?.tokenFile)
    // A token file is read again and again, and goes before a token.
    user['auth-provider'] = {
      name: 'tokenFile',
      config: { tokenFile: resolve(folder, user.tokenFile) },
    }
  if (user?.tokenFile) delete user.token
  if (user?.exec) prepareExec(user.exec, folder)
}

function prepareExec(exec: ExecEntry, folder: string): void {
  const { command = '', apiVersion = 'client.authentication.k8s.io/v1' } = exec
  if (command.includes('/') && !isAbsolute(command)) exec.command = join(folder, command)
  const info = { apiVersion, kind: 'ExecCredential', spec: { interactive: false } }
  exec.env = [...(exec.env ?? []), { name: 'KUBERNETES_EXEC_INFO', value: JSON.stringify(info) }]
}

function chosen(
  config: KubeConfig,
  context: string | undefined,
  from: string,
): KubeConfig | ConnectRefusal {
  if (context !== undefined) config.setCurrentContext(context)
  const name = config.getCurrentContext()
  const known = config.contexts.map((entry) => entry.name)
  const hint =
    known.length === 0 ? `there is no context in ${from}` : `there are: ${known.join(', ')}`
  if (!name) return { message: `no context is chosen in ${from}`, hint: `--context; ${hint}` }
  const entry = config.contexts.find((each) => each.name === name)
  if (entry === undefined) return { message: `there is no context "${name}" in ${from}`, hint }
  const cluster = config.getCluster(entry.cluster)
  if (cluster === null)
    return {
      message: `context "${name}" names the cluster "${entry.cluster}", which is not in ${from}`,
      hint: 'correct the kubeconfig',
    }
  return withUser(config, entry, from)
}

function withUser(
  config: KubeConfig,
  entry: KubeConfig['contexts'][number],
  from: string,
): KubeConfig | ConnectRefusal {
  if (entry.user && config.getUser(entry.user) === null)
    return {
      message: `context "${entry.name}" names the user "${entry.user}", who is not in ${from}`,
      hint: 'correct the kubeconfig',
    }
  if (entry.user) return config
  // Without any user, the library leaves the cluster's certificate out as well.
  const nobody = `nobody of ${entry.name}`
  config.addUser({ name: nobody })
  ;(entry as { user: string }).user = nobody
  return config
}
