import type { Command } from 'commander'
import type { SpeakerClusterArgs } from '../command/command.ts'
import { KUBE_PROXY_HEALTH_PORT } from '../../speaker/serving/targets.ts'
import { parseDuration, parsePort } from '../command/option-values.ts'

/** Options of a speaker that gets its plan from the API server. */
export interface ClusterOptions {
  readonly kubeconfig?: string
  readonly context?: string
  readonly namespace?: string
  readonly stateDir?: string
  readonly leaseDuration?: number
  readonly renewDeadline?: number
  readonly retryPeriod?: number
  readonly nodeHealthPort?: number | 'off'
}

/** Durations become milliseconds. None has a default here, so that it is known which ones were given. */
export function addClusterOptions(command: Command): Command {
  return command
    .option('--kubeconfig <file>', 'how to reach the API server (default: as kubectl, or as a Pod)')
    .option('--context <name>', 'which context of the kubeconfig')
    .option(
      '--namespace <name>',
      'namespace of the Lease (default: that of the Pod, or bellwether-system)',
    )
    .option('--state-dir <folder>', 'keep the last plan and the owners there')
    .option(
      '--lease-duration <time>',
      'how long the others wait for a silent leader (default: 4s)',
      parseDuration,
    )
    .option(
      '--renew-deadline <time>',
      'how long a leader leads after its last renewal (default: 3s)',
      parseDuration,
    )
    .option('--retry-period <time>', 'time between two renewals (default: 500ms)', parseDuration)
    .option(
      '--node-health-port <port>',
      'the health port of kube-proxy, or off (default: 10256)',
      parsePort,
    )
}

/** The first of these options that was given. */
export function clusterOptionIn(options: ClusterOptions): string | undefined {
  const names: Readonly<Record<keyof ClusterOptions, string>> = {
    kubeconfig: '--kubeconfig',
    context: '--context',
    namespace: '--namespace',
    stateDir: '--state-dir',
    leaseDuration: '--lease-duration',
    renewDeadline: '--renew-deadline',
    retryPeriod: '--retry-period',
    nodeHealthPort: '--node-health-port',
  }
  const keys = Object.keys(names) as (keyof ClusterOptions)[]
  return keys.filter((key) => options[key] !== undefined).map((key) => names[key])[0]
}

/** Whoever names only the duration gets the rest in proportion. */
export function clusterArgs(options: ClusterOptions): SpeakerClusterArgs {
  const { kubeconfig, context, namespace, stateDir } = options
  const { leaseDuration = 4000, renewDeadline, retryPeriod } = options
  const { nodeHealthPort: port = KUBE_PROXY_HEALTH_PORT } = options
  return {
    kubeconfig,
    context,
    namespace,
    stateDir,
    nodeHealthPort: port === 'off' ? undefined : port,
    timing: {
      leaseDuration,
      renewDeadline: renewDeadline ?? (leaseDuration * 3) / 4,
      retryPeriod: retryPeriod ?? leaseDuration / 8,
    },
  }
}
