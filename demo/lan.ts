import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { remember } from './endings.ts'
import { removeAfterwards } from './reaper.ts'

const NAMESPACE_FOLDER = '/var/run/netns'

/** A host of the LAN: one network namespace with `eth0` on the bridge. Addresses are as `10.0.0.1/24`. */
export interface HostSpec {
  readonly name: string
  readonly addresses: readonly string[]
  /** Addresses that this host takes datagrams for, though it does not answer for them on the wire. */
  readonly accepts?: readonly string[]
}

export interface Host {
  readonly name: string
  readonly namespace: string
  readonly mac: string
  /** The other end of its `eth0`: a port of the bridge, in the namespace of the wire. */
  readonly port: string
  /** Runs a program in the namespace; its standard output. Throws an error if it fails. */
  exec(argv: readonly string[]): string
  spawn(argv: readonly string[], options?: SpawnOptions): ChildProcess
}

/** A network namespace, and what runs in it. */
export type Namespace = Pick<Host, 'namespace' | 'exec' | 'spawn'>

export interface Lan {
  /** Every namespace of this LAN has a name that begins so. */
  readonly prefix: string
  /** The namespace of the bridge `br0`. */
  readonly wire: string
  host(name: string): Host
  /** One more namespace that is not on the bridge: for those behind a host. */
  addNamespace(name: string): Namespace
  /** Gives a host whose `eth0` was deleted a new one, with the same MAC and addresses. */
  plugInAgain(name: string): void
  /** Ends what was spawned and removes the namespaces. May be called twice. */
  close(): void
}

let lans = 0

/** True if network namespaces can be made here; else why not. */
export function lanRefusal(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root'
  try {
    execFileSync('ip', ['netns', 'list'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'needs the command "ip" (package iproute2)'
  }
}

/**
 * Builds a LAN: hosts in network namespaces of their own, joined by a bridge that is in one too, so that
 * nothing is left on the machine's own network. MACs follow from the order of the hosts.
 */
export function createLan(specs: readonly HostSpec[]): Lan {
  removeAbandoned()
  const prefix = `bw${process.pid}x${lans++}`
  const wire = `${prefix}-wire`
  const children = new Set<ChildProcess>()
  const made: string[] = []

  const close = () => {
    forget()
    for (const child of children) child.kill('SIGKILL')
    for (const name of made.splice(0)) removeNamespace(name)
  }
  const forget = remember(close)
  removeAfterwards(prefix)

  try {
    addNamespace(wire, made)
    writeSysctls(wire, WIRE_SYSCTLS)
    batch(wire, ['link add br0 type bridge mcast_snooping 0', 'link set br0 up'])
    const hosts = new Map(
      specs.map((spec, index) => {
        const namespace = `${prefix}-${spec.name}`
        addNamespace(namespace, made)
        const plug = { namespace, mac: macOf(index), port: `port${index}` }
        plugIn(wire, plug, spec)
        return [spec.name, hostOf({ name: spec.name, ...plug }, children)] as const
      }),
    )
    const plugInAgain = (name: string) => {
      const spec = specs.find((one) => one.name === name)
      if (spec !== undefined) plugIn(wire, mustHave(hosts, name), spec)
    }
    return {
      prefix,
      wire,
      host: (name) => mustHave(hosts, name),
      addNamespace(name) {
        addNamespace(`${prefix}-${name}`, made)
        return namespaceOf(`${prefix}-${name}`, children)
      },
      plugInAgain,
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/** Locally administered (IEEE 802 §8.2.2). */
function macOf(index: number): string {
  return `02:00:00:00:00:${(index + 1).toString(16).padStart(2, '0')}`
}

type Plug = Pick<Host, 'namespace' | 'mac' | 'port'>

function plugIn(wire: string, { namespace, mac, port }: Plug, spec: HostSpec): void {
  batch(wire, [
    `link add ${port} type veth peer name eth0 address ${mac} netns ${namespace}`,
    `link set ${port} master br0 up`,
  ])
  writeSysctls(namespace, HOST_SYSCTLS)
  batch(namespace, [
    'link set lo up',
    'link set eth0 up',
    ...spec.addresses.map((address) => addressLine('eth0', address)),
    ...(spec.accepts ?? []).map((address) => addressLine('lo', address)),
  ])
}

/**
 * What stands on `lo` is not answered for on eth0: by arp_ignore for IPv4, and for IPv6 anyway. No duplicate
 * address detection, which would cost a second or two for each host.
 */
const HOST_SYSCTLS = {
  'net/ipv4/conf/all/arp_ignore': 1,
  'net/ipv6/conf/all/accept_dad': 0,
  'net/ipv6/conf/eth0/accept_dad': 0,
  'net/ipv6/conf/eth0/router_solicitations': 0,
}

/**
 * A switch is no host: with IPv6 its ports would solicit routers (RFC 4861 §6.3.7) for nine seconds, and a speaker that
 * hears them takes them for a third host, which can witness that its own link works.
 */
const WIRE_SYSCTLS = {
  'net/ipv6/conf/all/disable_ipv6': 1,
  'net/ipv6/conf/default/disable_ipv6': 1,
}

export type Sysctls = Readonly<Record<string, number>>

/** Kernel settings of a namespace, by their path under /proc/sys. */
export function writeSysctls(namespace: string, values: Sysctls): void {
  const script = Object.entries(values)
    .map(([name, value]) => `echo ${value} > /proc/sys/${name}`)
    .join('\n')
  inNamespace(namespace, ['sh', '-ec', script])
}

function addressLine(device: string, address: string): string {
  const nodad = address.includes(':') ? ' nodad' : ''
  return `addr add ${address} dev ${device}${nodad}`
}

/** Runs lines of ip(8) in a namespace by one process, which is ten times as quick as one for each. */
export function batch(namespace: string, lines: readonly string[]): void {
  execFileSync('ip', ['-n', namespace, '-batch', '-'], {
    input: `${lines.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

function addNamespace(name: string, made: string[]): void {
  run(['ip', 'netns', 'add', name])
  made.push(name)
}

/**
 * Ends what still runs there first: a program that was being started when its parent died has missed the signal, and
 * would live on in a namespace without a name.
 */
function removeNamespace(name: string): void {
  try {
    for (let pids = pidsIn(name); pids.length > 0; pids = pidsIn(name)) pids.forEach(kill)
    run(['ip', 'netns', 'del', name])
  } catch {
    // It is gone already.
  }
}

/** Of a process that has ended, and that nobody has asked for its status yet, no command line is left. */
function pidsIn(namespace: string): readonly number[] {
  const pids = run(['ip', 'netns', 'pids', namespace]).split('\n').filter(Boolean)
  return pids.filter((pid) => commandLine(pid) !== '').map(Number)
}

/** The words of a process, each with a NUL behind it; empty once it has ended. */
export function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** What a process that was killed has left behind. */
function removeAbandoned(): void {
  if (!existsSync(NAMESPACE_FOLDER)) return
  for (const name of readdirSync(NAMESPACE_FOLDER)) {
    const pid = /^bw(\d+)x/.exec(name)?.[1]
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) removeNamespace(name)
  }
}

function hostOf(
  named: Pick<Host, 'name' | 'namespace' | 'mac' | 'port'>,
  children: Set<ChildProcess>,
): Host {
  return { ...named, ...namespaceOf(named.namespace, children) }
}

function namespaceOf(namespace: string, children: Set<ChildProcess>): Namespace {
  return {
    namespace,
    exec: (argv) => inNamespace(namespace, argv),
    spawn(argv, options = {}) {
      const [program = '', ...words] = [...DIE_WITH_PARENT, ...inside(namespace), ...argv]
      const child = spawn(program, words, options)
      children.add(child)
      child.once('exit', () => children.delete(child))
      return child
    },
  }
}

/**
 * Put before a program: it ends when this process does, even if this process is killed. Each of these words becomes
 * the next program, so that signals to the child reach the last.
 */
export const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--']

function mustHave(hosts: ReadonlyMap<string, Host>, name: string): Host {
  const host = hosts.get(name)
  if (host === undefined) throw new Error(`the LAN has no host ${name}`)
  return host
}

function inNamespace(namespace: string, argv: readonly string[]): string {
  return run([...inside(namespace), ...argv])
}

/**
 * Put before a program that is to run in a namespace. What runs there is a program as users have it: a test runner's
 * hooks, which a process inherits by this variable, slow it down and outlive the checkout that they write to.
 */
function inside(namespace: string): string[] {
  return ['ip', 'netns', 'exec', namespace, 'env', '-u', 'NODE_OPTIONS']
}

function run([program = '', ...words]: readonly string[]): string {
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
