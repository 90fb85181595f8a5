import type { Command } from 'commander'
import type { ClusterArgs } from './command/command.ts'
import type { Session, When } from './command/define-command.ts'
import { choice, defineCommand, withColor } from './command/define-command.ts'

export interface ClusterOptions {
  readonly fromCluster?: boolean
  readonly kubeconfig?: string
  readonly context?: string
}

/** `asked`: the cluster is one of several sources, and has to be named. */
export function addCluster(command: Command, asked = false): Command {
  const named = asked
    ? command.option('--from-cluster', 'ask the live cluster of the current context', false)
    : command
  return named
    .option('--context <name>', 'ask the live cluster of this context of the kubeconfig')
    .option('--kubeconfig <file>', 'the kubeconfig (default: as kubectl, or the ServiceAccount)')
}

/** Undefined if no live cluster is named. */
export function clusterOf(options: ClusterOptions): ClusterArgs | undefined {
  const { fromCluster = false, kubeconfig, context } = options
  if (!fromCluster && kubeconfig === undefined && context === undefined) return undefined
  return {
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
    ...(context === undefined ? {} : { context }),
  }
}

type ExportOptions = ClusterOptions & { output: 'yaml' | 'json'; color: When }

/** The code of the command is loaded when it is called; its exit code goes to the session. */
export function addExportState(root: Command, session: Session): void {
  addCluster(defineCommand(root, 'export-state'))
    .addOption(choice('-o, --output <format>', 'what to print', ['yaml', 'json']))
    .action(async (options: ExportOptions) => {
      const { run } = await import('./export-state.ts')
      const args = { cluster: clusterOf(options) ?? {}, output: options.output }
      session.exitCode = await run(args, withColor(session.io, options.color))
    })
}
