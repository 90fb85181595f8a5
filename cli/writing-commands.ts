import type { Command } from 'commander'
import { Option } from 'commander'
import type { ClusterOptions } from './cluster-commands.ts'
import { addCluster, clusterOf } from './cluster-commands.ts'
import type { ApplyArgs, RunArgs, WritingArgs } from './command/command.ts'
import type { Session, When } from './command/define-command.ts'
import { choice, defineCommand, withColor } from './command/define-command.ts'
import { parseHttp, parseWait } from './command/option-values.ts'
import { addPlanChoices, addStamps, allowOption, planChoices } from './planning-options.ts'

const NAMESPACE = 'bellwether-system'

type WritingOptions = Partial<WritingArgs> & ClusterOptions & { readonly color: When }

function addWriting(command: Command): Command {
  addCluster(command)
    .option('-n, --namespace <name>', 'namespace of the Leases', NAMESPACE)
    .option('--adopt', 'take over the addresses of Services that another program has set', false)
  return addPlanChoices(command)
}

function writingArgs(options: WritingOptions): WritingArgs {
  return {
    cluster: clusterOf(options) ?? {},
    namespace: options.namespace ?? NAMESPACE,
    adopt: options.adopt ?? false,
    ...planChoices(options),
  }
}

/** The code of the command is loaded when it is called; its exit code goes to the session. */
export function addApply(root: Command, session: Session): void {
  const command = addWriting(defineCommand(root, 'apply'))
    .option('--pools <path...>', 'pool files and folders (default: the custom resources)')
    .addOption(allowOption())
    .option(
      '--wait <seconds>',
      'how long to wait for a running speaker before statuses are written',
      parseWait,
      0,
    )
  addStamps(command).action(async (options: WritingOptions & Partial<ApplyArgs>) => {
    const { run } = await import('./apply.ts')
    const { pools = [], allow = [], wait = 0, now, revision } = options
    const args: ApplyArgs = { ...writingArgs(options), pools, allow, wait, now, revision }
    session.exitCode = await run(args, withColor(session.io, options.color))
  })
}

/** The code of the command is loaded when it is called. `version` is that of this program. */
export function addRun(root: Command, session: Session, version: string): void {
  addWriting(defineCommand(root, 'run'))
    .option('--pools <folder>', 'a folder of pool files to follow (default: the custom resources)')
    .addOption(
      new Option('--http <address>', 'serve metrics and health at this address, or off')
        .argParser(parseHttp)
        .default({ host: '127.0.0.1', port: 9471 }, '127.0.0.1:9471'),
    )
    .addOption(choice('--log-format <format>', 'how to log', ['json', 'text']))
    .action(async (options: WritingOptions & Omit<RunArgs, 'version'>) => {
      const { run } = await import('./run.ts')
      const { pools, http, logFormat } = options
      const args: RunArgs = { ...writingArgs(options), pools, http, logFormat, version }
      session.exitCode = await run(args, withColor(session.io, options.color))
    })
}
