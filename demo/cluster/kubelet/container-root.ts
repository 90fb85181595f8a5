import { dirname } from 'node:path'
import { DIE_WITH_PARENT } from '../../lan.ts'
import type { SecurityContext } from './pod-types.ts'

/*
 * A container, as far as util-linux makes one: a mount namespace with a root of its own, and the user, capabilities
 * and system calls that its security context leaves.
 */

export interface Mount {
  readonly source: string
  readonly target: string
  readonly readOnly: boolean
}

export interface ContainerRun {
  readonly argv: readonly string[]
  /** An empty folder. */
  readonly root: string
  readonly mounts: readonly Mount[]
  /** Of the container over that of the Pod. */
  readonly security: SecurityContext
  /** Another network namespace than that of the kubelet. */
  readonly network: string | undefined
  /** The program that demo/seccomp builds, also there within the root. */
  readonly seccomp: string
}

/** What container engines leave to root, as CRI-O and containerd have it. */
const USUAL_CAPABILITIES = [
  'chown',
  'dac_override',
  'fowner',
  'fsetid',
  'kill',
  'setgid',
  'setuid',
  'setpcap',
  'net_bind_service',
  'net_raw',
  'sys_chroot',
]

/** The user of our image, where a Pod only says that it is not root. */
const IMAGE_USER = 65532

/** Every word becomes the next program: the process that is started is the container's own in the end. */
export function containerArgv(run: ContainerRun): string[] {
  const network = run.network === undefined ? [] : ['ip', 'netns', 'exec', run.network]
  return [
    ...DIE_WITH_PARENT,
    ...network,
    ...['unshare', '--mount', '--propagation', 'private', 'sh', '-ec', rootScript(run), 'sh'],
    ...privileges(run.security),
    ...systemCalls(run),
    ...run.argv,
  ]
}

export function capabilitiesOf({ capabilities, privileged }: SecurityContext): string[] {
  if (privileged === true) return ['all']
  const dropped = (capabilities?.drop ?? []).map(kernelName)
  const added = (capabilities?.add ?? []).map(kernelName)
  const kept = dropped.includes('all')
    ? []
    : USUAL_CAPABILITIES.filter((name) => !dropped.includes(name))
  return [...new Set([...kept, ...added])]
}

function kernelName(name: string): string {
  return name.toLowerCase().replace(/^cap_/, '')
}

export function userOf({ runAsUser, runAsNonRoot }: SecurityContext): number {
  return runAsUser ?? (runAsNonRoot === true ? IMAGE_USER : 0)
}

/** A change of the user takes the signal at the parent's death away, so it is set once more. */
function privileges(security: SecurityContext): string[] {
  const sets = ['-all', ...capabilitiesOf(security).map((name) => `+${name}`)].join(',')
  const user = userOf(security)
  const group = security.runAsGroup ?? user
  return [
    'setpriv',
    ...(security.allowPrivilegeEscalation === false ? ['--no-new-privs'] : []),
    ...[`--bounding-set=${sets}`, `--inh-caps=${sets}`],
    ...(user === 0 ? [] : [`--reuid=${user}`, `--regid=${group}`, '--clear-groups']),
    ...['--pdeathsig', 'KILL', '--'],
  ]
}

/** Last of all: the profile forbids most of what is done before. */
function systemCalls({ security, seccomp }: ContainerRun): string[] {
  if (security.seccompProfile?.type !== 'RuntimeDefault') return []
  if (security.allowPrivilegeEscalation !== false)
    throw new Error('a seccomp profile is played with allowPrivilegeEscalation: false only')
  return [seccomp, capabilitiesOf(security).join(',')]
}

/** Of the machine: what an image would bring. Links are copied, as /bin is one on most systems. */
const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/etc', '/opt']

function rootScript({ root, mounts, security }: ContainerRun): string {
  const ordered = [...mounts].sort((a, b) => (a.target < b.target ? -1 : 1))
  return [
    `R=${quote(root)}`,
    'mount -t tmpfs -o mode=755 root "$R"',
    `for d in ${SYSTEM.join(' ')}; do`,
    '  if [ -L $d ]; then cp -P $d "$R$d"',
    '  elif [ -d $d ]; then mkdir "$R$d"; mount -o bind,ro $d "$R$d"; fi',
    'done',
    'for d in /proc /dev /sys; do mkdir "$R$d"; mount --rbind $d "$R$d"; done',
    'mkdir -m 1777 "$R/tmp"',
    ...ordered.map(mountLine),
    ...(security.readOnlyRootFilesystem === true ? ['mount -o remount,ro "$R"'] : []),
    'exec chroot "$R" "$@"',
  ].join('\n')
}

function mountLine({ source, target, readOnly }: Mount): string {
  const at = `"$R"${quote(target)}`
  const options = readOnly ? 'bind,ro' : 'bind'
  return `mkdir -p ${at}; mount -o ${options} ${quote(source)} ${at}`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The folder that holds a program's `bin` and `lib`, if /usr does not hold it anyway. */
export function folderOfProgram(path: string): string[] {
  return path.startsWith('/usr/') ? [] : [dirname(dirname(path))]
}
