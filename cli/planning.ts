import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { AnnouncementPlan } from '../reconciler/api.ts'
import type { Finding } from '../reconciler/finding.ts'
import type { ReconcileOptions } from '../reconciler/inputs.ts'
import { readRevision } from '../reconciler/io/read-revision.ts'
import { readSources } from '../reconciler/io/read-sources.ts'
import { readState } from '../reconciler/io/read-state.ts'
import type { StateObjects } from '../reconciler/kubernetes-objects.ts'
import type { Outcome } from '../reconciler/outcome.ts'
import { planFromObject } from '../reconciler/plan-format.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import { renderFindings } from '../reconciler/render-findings.ts'
import { parsePlanDocuments } from '../reconciler/io/read-plan-documents.ts'
import type { CommandIo, ExitCode, PlanningArgs } from './command.ts'
import { fail } from './command.ts'
import { inSeconds } from './option-values.ts'

export interface Planned {
  readonly outcome: Outcome
  /** The plans in force. */
  readonly previous: readonly AnnouncementPlan[]
  readonly state: StateObjects
  /** Of the state's texts and of the planner. */
  readonly findings: readonly Finding[]
}

/** What kept a plan from being made, and what to do. */
export interface NotPlanned {
  readonly message: string
  readonly hint: string
  readonly findings?: readonly Finding[]
}

export function isNotPlanned(value: object): value is NotPlanned {
  return 'message' in value
}

/** Reads what the arguments name, and plans. The clock is read here, and nowhere else. */
export async function planFrom(args: PlanningArgs, io: CommandIo): Promise<Planned | NotPlanned> {
  if (args.pools.includes('-') && args.state.includes('-'))
    return {
      message: 'standard input cannot be the pools and the state at once',
      hint: 'write one of them to a file',
    }
  const previous = await readPrevious(args.previous, io)
  if (isNotPlanned(previous)) return previous
  const pools = await readSources(args.pools, io)
  const [missing] = pools.missing
  if (missing !== undefined)
    return { message: `there is no ${missing}`, hint: 'name the files or folders with the pools' }
  const { state, findings, complete } = await readState(args.state, {
    assumeNone: args.assumeNone,
    stdin: io.stdin,
  })
  if (!complete)
    return {
      message: 'the cluster state is not whole, and what is missing would look deleted',
      hint: 'export it again: kubectl get services,nodes,endpointslices,namespaces -A -o yaml',
      findings,
    }
  const outcome = reconcile({
    pools: pools.sources,
    unreadable: pools.unreadable,
    state,
    previous,
    now: args.now ?? inSeconds(new Date()),
    revision: args.revision ?? revisionOf(args.pools, io),
    options: optionsOf(args),
  })
  return { outcome, previous, state, findings: [...findings, ...outcome.findings] }
}

function optionsOf(args: PlanningArgs): ReconcileOptions {
  const { asDefaultClass, allow, candidates, maxChangeShare } = args
  return {
    asDefaultClass,
    allow,
    ...(candidates === undefined ? {} : { candidatesPerAddress: candidates }),
    ...(maxChangeShare === undefined ? {} : { maxChangeShare }),
  }
}

/** Pools from several repositories have several revisions. */
function revisionOf(paths: readonly string[], { cwd }: CommandIo): string {
  const revisions = paths
    .filter((path) => path !== '-')
    .map((path) => readRevision(resolve(cwd, path)))
  return [...new Set(revisions.filter(Boolean))].join(',')
}

async function readPrevious(
  path: string | undefined,
  { cwd }: CommandIo,
): Promise<readonly AnnouncementPlan[] | NotPlanned> {
  if (path === undefined) return []
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

async function plansIn(
  path: string,
  text: string,
): Promise<readonly AnnouncementPlan[] | NotPlanned> {
  const parsed = await parsePlanDocuments(path, text)
  if ('message' in parsed) return { message: `${path} is ${parsed.message}`, hint: WRITTEN_BY }
  const plans: AnnouncementPlan[] = []
  for (const document of parsed.documents) {
    const plan = planFromObject(document)
    if (!('spec' in plan))
      return { message: `${path} is not a plan`, hint: WRITTEN_BY, findings: plan }
    plans.push(plan)
  }
  return plans
}

/** Findings go to standard error: standard output is for what was asked. */
export function showFindings(findings: readonly Finding[], io: CommandIo): void {
  if (findings.length > 0) io.stderr(`${renderFindings(findings, { color: io.color })}\n`)
}

/** Says why there is no plan. */
export function refuse(
  io: CommandIo,
  name: 'plan' | 'diff' | 'explain',
  { message, hint, findings = [] }: NotPlanned,
): ExitCode {
  showFindings(findings, io)
  return fail(io, name, message, hint)
}
