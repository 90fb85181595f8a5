import { closeSync, mkdirSync, openSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { eventually } from '../support/cluster/live-cluster.ts'
import { manifestsOf, type ProgramKind, type ReleaseManifests } from './manifests.ts'
import { bellwetherOf, type Release } from './release-before.ts'
import type { UpgradeLan } from './upgrade-lan.ts'

/** A reconciler or a speaker of a release, as its own Deployment starts it. */
export interface Program {
  readonly release: Release
  readonly host: string
  /** As it is named in a Lease. */
  readonly pod: string
  /** Stopped as a Pod is: SIGTERM. Its exit status, when it has ended. */
  end(): Promise<number | null>
}

export interface Programs {
  readonly manifests: Readonly<Record<Release, ReleaseManifests>>
  /** Resolves when it is ready by its own probe. */
  start(kind: ProgramKind, release: Release, host: string): Promise<Program>
}

const PATIENCE_SECONDS = 60
const STATE_DIR = '--state-dir='

/** `kubeconfigs` are those of their ServiceAccounts. */
export function createPrograms(
  { lan, folder }: UpgradeLan,
  kubeconfigOf: (kind: ProgramKind) => string,
): Programs {
  const manifests = { before: manifestsOf('before'), present: manifestsOf('present') }
  let started = 0

  const argvOf = (kind: ProgramKind, release: Release, { host, pod }: Placed) => {
    const { args } = manifests[release].container(kind)
    // What a speaker keeps on a node outlives it: the next one, of whichever release, begins with it.
    const kept = join(folder, 'state', host)
    mkdirSync(kept, { recursive: true })
    const own = args.map((word) => (word.startsWith(STATE_DIR) ? `${STATE_DIR}${kept}` : word))
    const env = [`PATH=${process.env['PATH']}`, `NODE_NAME=${host}`, `POD_NAME=${pod}`]
    // In a Pod these would be its ServiceAccount's and its own.
    const server = [`--kubeconfig=${kubeconfigOf(kind)}`, '--namespace=bellwether-speaker']
    const program = [...bellwetherOf(release), ...own, ...server]
    // Without the test runner's hooks.
    return ['env', '-i', ...env, ...program]
  }

  return {
    manifests,
    async start(kind, release, host) {
      const pod = `${kind}-${++started}-${release}`
      const log = openSync(join(folder, `${pod}.log`), 'a')
      const argv = argvOf(kind, release, { host, pod })
      const child = lan.host(host).spawn(argv, { stdio: ['ignore', log, log] })
      closeSync(log)
      const ended = once(child, 'exit').then(([status]) => status as number | null)
      const probe = manifests[release].container(kind).readinessProbe?.httpGet
      const url = `http://127.0.0.1:${probe?.port}${probe?.path}`
      const isReady = () => {
        if (child.exitCode !== null) throw new Error(`${pod} has ended (${child.exitCode})`)
        return answers(lan.host(host), url)
      }
      await eventually(isReady, Boolean, PATIENCE_SECONDS)
      return {
        release,
        host,
        pod,
        end() {
          child.kill('SIGTERM')
          return ended
        },
      }
    },
  }
}

interface Placed {
  readonly host: string
  readonly pod: string
}

function answers(host: ReturnType<UpgradeLan['lan']['host']>, url: string): boolean {
  try {
    host.exec(['curl', '-sf', '-m', '1', url])
    return true
  } catch {
    return false
  }
}
