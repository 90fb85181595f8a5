import { eventually } from '../support/cluster/live-cluster.ts'
import type { ProgramKind } from './manifests.ts'
import { ALL_BEFORE, withOther, type Mix, type Part } from './mixes.ts'
import { createPrograms, type Program } from './programs.ts'
import type { Release } from './release-before.ts'
import { RECONCILER_HOSTS, type UpgradeLan } from './upgrade-lan.ts'

/** The programs that serve a cluster, of two releases, and its CRDs; each can be exchanged by itself. */
export interface Team {
  mix(): Mix
  /** Exchanges one part for that of the other release, as an upgrade does. */
  change(part: Part): Promise<void>
  /** How often another speaker has begun to lead. */
  handOvers(): number
  /** Who leads, as its Lease names it. */
  holder(): string
  end(): Promise<void>
}

const LEASES = '/apis/coordination.k8s.io/v1/namespaces/bellwether-speaker/leases'
const PATIENCE_SECONDS = 60

interface Lease {
  readonly spec?: { readonly holderIdentity?: string }
}

/** What a release brings into the cluster, and its programs. */
interface Installer {
  applyCrds(release: Release): void
  reconciler(release: Release, host: string): Promise<Program>
  /** Of the other speaker the release is told, if there is one: they have one account. */
  speaker(release: Release, host: string, other?: Release): Promise<Program>
}

function createInstaller(world: UpgradeLan, applyPools: () => void): Installer {
  const { controlPlane } = world
  const kubeconfigs = new Map<ProgramKind, string>()
  const programs = createPrograms(world, (kind) => kubeconfigs.get(kind) ?? '')
  const apply = (objects: readonly object[]) => {
    const list = { apiVersion: 'v1', kind: 'List', items: objects }
    const words = ['apply', '--server-side', '--force-conflicts', '-f', '-']
    controlPlane.kubectl(words, JSON.stringify(list))
  }
  /** They come with the program that needs them. */
  const applyRights = (kind: ProgramKind, release: Release) => {
    const name = `bellwether-${kind}`
    apply(programs.manifests[release].rights(kind))
    if (!kubeconfigs.has(kind)) kubeconfigs.set(kind, controlPlane.serviceAccount(name, name))
  }
  apply(programs.manifests.before.namespaces)
  return {
    applyCrds(release) {
      apply(programs.manifests[release].crds)
      controlPlane.kubectl(['wait', '--for=condition=Established', 'crd', '--all'])
      applyPools()
    },
    reconciler(release, host) {
      applyRights('reconciler', release)
      return programs.start('reconciler', release, host)
    },
    speaker(release, host, other = release) {
      applyRights('speaker', other === 'present' ? other : release)
      return programs.start('speaker', release, host)
    },
  }
}

/** All of the release before. `applyPools` is called whenever the CRDs have been exchanged, as a GitOps engine would. */
export async function createTeam(world: UpgradeLan, applyPools: () => void): Promise<Team> {
  const installer = createInstaller(world, applyPools)
  const holds = (lease: string, identity: string) =>
    eventually(
      () => holderOf(world, lease),
      (holder) => holder === identity,
      PATIENCE_SECONDS,
    )
  const leads = (speaker: Program) => holds('bellwether-speaker-default', identityOf(speaker))
  const works = ({ pod }: Program) => holds('bellwether-reconciler', pod)

  let mix = ALL_BEFORE
  let handOvers = 0
  installer.applyCrds('before')
  let leader = await installer.speaker('before', 'node-1')
  await leads(leader)
  let standby = await installer.speaker('before', 'node-2', 'before')
  let reconciler = await installer.reconciler('before', RECONCILER_HOSTS[0])
  await works(reconciler)

  /** The leader goes, the standby leads, and another one takes the place. */
  const handOver = async (release: Release) => {
    const { host } = leader
    await endWell(leader)
    leader = standby
    await leads(leader)
    handOvers++
    standby = await installer.speaker(release, host, leader.release)
  }
  const changes: Readonly<Record<Part, (release: Release) => Promise<void> | void>> = {
    crd: (release) => installer.applyCrds(release),
    async reconciler(release) {
      const host = RECONCILER_HOSTS.find((name) => name !== reconciler.host) ?? ''
      const next = await installer.reconciler(release, host)
      await endWell(reconciler)
      reconciler = next
      await works(reconciler)
    },
    async standby(release) {
      await endWell(standby)
      standby = await installer.speaker(release, standby.host, leader.release)
    },
    // Who is exchanged while leading comes back as the standby; once more, where the two are not of one release.
    async leader(release) {
      const { release: others } = standby
      await handOver(release)
      if (leader.release !== release) await handOver(others)
    },
  }

  return {
    mix: () => mix,
    async change(part) {
      mix = withOther(mix, part)
      await changes[part](mix[part])
    },
    handOvers: () => handOvers,
    holder: () => identityOf(leader),
    async end() {
      for (const one of [reconciler, standby, leader]) await endWell(one)
    },
  }
}

async function holderOf({ server }: UpgradeLan, lease: string): Promise<string | undefined> {
  try {
    return (await server.get<Lease>(`${LEASES}/${lease}`)).spec?.holderIdentity
  } catch {
    // There is none yet.
    return undefined
  }
}

/** Of a speaker in its Lease. */
function identityOf({ host, pod }: Program): string {
  return `${host}_${pod}`
}

async function endWell(program: Program): Promise<void> {
  const status = await program.end()
  if (status !== 0) throw new Error(`${program.pod} ended with ${status}`)
}
