import { hostname } from 'node:os'
import { leaseRefusals } from '../../kubernetes/lease/rules.ts'
import type { WireMachineOptions } from '../../speaker/machine/events.ts'
import { storedStatusPath } from '../../speaker/io/files/plan-store.ts'
import type { ClusterPlan, FilePlan } from '../../speaker/io/process/speaker-process.ts'
import { runSpeaker } from '../../speaker/io/process/speaker-process.ts'
import type { CommandIo, ExitCode, SpeakerArgs } from '../command/command.ts'
import { fail } from '../command/command.ts'

/** Native handles that a library forgot to close must not keep the process alive. */
const LONGEST_FAREWELL_MILLISECONDS = 200

/** Where everything of ours is, unless somebody says otherwise. */
const NAMESPACE = 'bellwether-system'

/** Resolves when the speaker has stopped. The process ends soon after that, even if a handle is left open. */
export async function run(args: SpeakerArgs, io: CommandIo): Promise<ExitCode> {
  const plan = planOrigin(args, io)
  const problem = plan.kind === 'cluster' ? problemOf(plan) : undefined
  if (problem !== undefined) return fail(io, 'speaker', ...problem)
  const end = await runSpeaker({
    plan,
    machineOptions: machineOptions(args),
    statusFile: statusFile(args),
    http: args.http === 'off' ? undefined : args.http,
    holder: nodeName(io),
    version: args.version,
    logFormat: args.logFormat,
    write: io.stdout,
  })
  if (end.kind === 'notStarted') return fail(io, 'speaker', end.cure.message, end.cure.hint)
  setTimeout(() => process.exit(), LONGEST_FAREWELL_MILLISECONDS).unref()
  return end.kind === 'failed' ? 1 : 0
}

/** Without interfaces the machine takes all links; with `listen` it never leads. */
export function machineOptions({ interfaces, listen, settings }: SpeakerArgs): WireMachineOptions {
  return {
    ...(interfaces.length === 0 ? {} : { interfaces }),
    ...(listen ? { leads: false } : {}),
    settings,
  }
}

/** What the downward API of Kubernetes is asked to put there (spec.nodeName). */
function nodeName({ env }: CommandIo): string {
  return env['NODE_NAME'] || hostname()
}

/** A file, or without one the API server. */
export function planOrigin(args: SpeakerArgs, io: CommandIo): FilePlan | ClusterPlan {
  const { plan: file, segment, cluster } = args
  if (file !== undefined) return { kind: 'file', file, segment }
  const { kubeconfig, context, stateDir, timing, nodeHealthPort } = cluster
  const namespace = cluster.namespace ?? defaultNamespace(args, io)
  const node = nodeName(io)
  const pod = io.env['POD_NAME']
  return {
    kind: 'cluster',
    segment: segment ?? '',
    node,
    // No name of a node has an underscore.
    identity: pod ? `${node}_${pod}` : node,
    stateDir,
    timing,
    nodeHealthPort,
    connection: {
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
      ...(context === undefined ? {} : { context }),
      ...(namespace === undefined ? {} : { namespace }),
    },
  }
}

/** A Pod knows its own. */
function defaultNamespace({ cluster }: SpeakerArgs, { env }: CommandIo): string | undefined {
  const isInPod = Boolean(env['KUBERNETES_SERVICE_HOST']) && cluster.kubeconfig === undefined
  return isInPod ? undefined : NAMESPACE
}

/** The name of the file that is there for owners, unless another one is named. */
function statusFile({ statusFile, plan, segment, cluster }: SpeakerArgs): string | undefined {
  const { stateDir } = cluster
  if (statusFile !== undefined || plan !== undefined || stateDir === undefined) return statusFile
  return storedStatusPath(stateDir, segment ?? '')
}

/** RFC 1123, as the CRD has it. */
const SEGMENT = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/

type Problem = readonly [message: string, hint: string]

function problemOf({ segment, timing, identity }: ClusterPlan): Problem | undefined {
  if (!SEGMENT.test(segment)) return [`"${segment}" is not a name of a segment`, SEGMENT_HINT]
  const [refusal] = leaseRefusals(timing, identity)
  return refusal && [refusal.message, TIMING_HINT]
}

const SEGMENT_HINT =
  'write lower-case letters, digits and hyphens, like default: it is spec.announce.segment of a pool'

const TIMING_HINT =
  'use --lease-duration alone, in whole seconds like 4s: the other two are derived from it'
