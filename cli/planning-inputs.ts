import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { AnnouncementPlan } from '../api/objects.ts'
import type { SnapshotReading } from '../reconciler/state/documents.ts'
import { unlistedKinds } from '../reconciler/state/snapshot.ts'
import { plansInForce, poolsOf } from '../reconciler/publish/snapshot-inputs.ts'
import type { Finding } from '../api/finding.ts'
import type { Inputs } from '../reconciler/inputs.ts'
import { parsePlanDocuments } from '../api/plan-documents.ts'
import { readState } from '../reconciler/io/read-state.ts'
import { planFromObject } from '../api/plan-text.ts'
import type { CommandIo, Obstacle, PlanningArgs } from './command/command.ts'
import { isObstacle } from './command/command.ts'
import { readPoolFiles } from './pool-files.ts'
import { inSeconds } from './command/option-values.ts'

/** What a plan is made from, but for the options. */
export interface Gathered extends Required<Omit<Inputs, 'options'>> {
  /** Of the texts of the state. */
  readonly findings: readonly Finding[]
}

/** What a state file, or the cluster, tells. */
type Known = Pick<SnapshotReading, 'snapshot' | 'findings'>

type Part<K extends keyof Inputs> = Required<Pick<Inputs, K>>

/** Reads what the arguments name. The clock is read here, and nowhere else. */
export async function gather(args: PlanningArgs, io: CommandIo): Promise<Gathered | Obstacle> {
  const misuse = misuseOf(args)
  if (misuse !== undefined) return misuse
  const named = await readNamed(args, io)
  if (isObstacle(named)) return named
  const known = await (args.cluster === undefined ? fromFiles(args, io) : fromCluster(args, io))
  if (isObstacle(known)) return known
  const pools = named.pools ?? knownPools(known)
  if (isObstacle(pools)) return pools
  const previous = named.previous ?? knownPlans(known, args)
  if (isObstacle(previous)) return previous
  return {
    ...pools,
    ...previous,
    revision: args.revision ?? pools.revision,
    state: known.snapshot,
    now: args.now ?? inSeconds(new Date()),
    findings: known.findings,
  }
}

type Pools = Part<'pools' | 'unreadable' | 'revision'>
type Plans = Part<'previous' | 'owners'>

/** The files that are named; they come first, so that a mistake in the call is told before a cluster is asked. */
async function readNamed(
  args: PlanningArgs,
  io: CommandIo,
): Promise<{ readonly pools?: Pools; readonly previous?: Plans } | Obstacle> {
  const previous = await namedPlans(args.previous, io)
  if (previous !== undefined && isObstacle(previous)) return previous
  const pools = await readPoolFiles(args.pools, io)
  if (pools !== undefined && isObstacle(pools)) return pools
  return {
    ...(pools === undefined ? {} : { pools }),
    ...(previous === undefined ? {} : { previous }),
  }
}

function misuseOf({ pools, state, cluster }: PlanningArgs): Obstacle | undefined {
  if (cluster !== undefined && state.length > 0)
    return {
      message: 'a file with cluster state and a live cluster are both named',
      hint: 'leave out --state, or else --from-cluster, --context and --kubeconfig',
    }
  if (cluster === undefined && state.length === 0)
    return {
      message: 'no cluster state is named',
      hint: 'name a file with --state, or the live cluster with --from-cluster or --context',
    }
  if (pools.includes('-') && state.includes('-'))
    return {
      message: 'standard input cannot be both the pools and the state',
      hint: 'write one of them to a file',
    }
  return undefined
}

async function fromFiles(args: PlanningArgs, io: CommandIo): Promise<Known | Obstacle> {
  const { assumeNone } = args
  const reading = await readState(args.state, { assumeNone, stdin: io.stdin })
  if (!reading.complete)
    return {
      message:
        'the cluster state is incomplete: objects that are missing from it would count as deleted',
      hint: 'export it again: bellwether export-state, or kubectl get services,nodes,endpointslices,namespaces -A -o yaml',
      findings: reading.findings,
    }
  return reading
}

async function fromCluster(args: PlanningArgs, io: CommandIo): Promise<Known | Obstacle> {
  const { readFrom, describeUnlisted } = await import('./cluster.ts')
  const snapshot = await readFrom(args.cluster ?? {})
  if (isObstacle(snapshot)) return snapshot
  for (const each of unlistedKinds(snapshot)) io.stderr(`${describeUnlisted(each)}\n`)
  return { snapshot, findings: [] }
}

/** Pools that may not be listed are unknown; where nothing tells of pools, somebody has forgotten them. */
function knownPools({ snapshot }: Known): Pools | Obstacle {
  const failure = snapshot.failures?.get('AddressPool')?.failure
  if (snapshot.pools === undefined && failure !== 'forbidden')
    return {
      message: 'no pools are named, and the state holds none',
      hint: 'name files or folders with --pools; in a live cluster, install config/crd first',
    }
  return poolsOf(snapshot)
}

async function namedPlans(
  path: string | undefined,
  { cwd }: CommandIo,
): Promise<Plans | Obstacle | undefined> {
  if (path === undefined) return undefined
  try {
    return await plansIn(path, await readFile(resolve(cwd, path), 'utf8'))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return code === 'ENOENT'
      ? { message: `there is no ${path}`, hint: 'for a first plan, leave --previous out' }
      : { message: `${path} cannot be read (${code})`, hint: WRITTEN_BY }
  }
}

const WRITTEN_BY = 'name a file that "bellwether plan -o json" or "-o yaml" wrote'

async function plansIn(path: string, text: string): Promise<Plans | Obstacle> {
  const parsed = await parsePlanDocuments(path, text)
  if ('message' in parsed) return { message: `${path} is ${parsed.message}`, hint: WRITTEN_BY }
  const previous: AnnouncementPlan[] = []
  for (const document of parsed.documents) {
    const plan = planFromObject(document)
    if (!('spec' in plan))
      return { message: `${path} is not a plan`, hint: WRITTEN_BY, findings: plan }
    previous.push(plan)
  }
  return { previous, owners: {} }
}

/** A file that tells nothing of plans is one of a cluster without; a server that does not tell is not. */
function knownPlans({ snapshot }: Known, args: PlanningArgs): Plans | Obstacle {
  const unknown = snapshot.failures?.get('AnnouncementPlan')
  if (unknown?.failure === 'forbidden')
    return {
      message: `the plans in force are not known: ${unknown.message}`,
      hint: 'grant that right, or name the plans with --previous',
    }
  if (args.needsPrevious && snapshot.plans === undefined)
    return {
      message: 'no plan in force is named, and the state holds none',
      hint: 'name a file that "bellwether plan -o json" wrote with --previous',
    }
  const { previous, owners, findings } = plansInForce(snapshot)
  if (findings.length > 0)
    return {
      message: 'a plan in force cannot be read: the addresses that it assigns would count as free',
      hint: 'restore it, or delete the object: addresses that Services have in their status are kept',
      findings,
    }
  return { previous, owners }
}
