import type { Command } from 'commander'
import { Option } from 'commander'
import type { ClusterOptions } from './cluster-commands.ts'
import { addCluster, clusterOf } from './cluster-commands.ts'
import type { ApplyArgs, RunArgs, WritingArgs } from './command/command.ts'
import type { Session, When } from './command/define-command.ts'
import { choice, defineCommand, withColor } from './command/define-command.ts'
import { parseCount, parseHttp, parseShare, parseTime, parseWait } from './command/option-values.ts'

const NAMESPACE = 'bellwether-system'

type WritingOptions = Partial<WritingArgs> & ClusterOptions & { readonly color: When }

function addWriting(command: Command): Command {
  return addCluster(command)
    .option('-n, --namespace <name>', 'of the Leases', NAMESPACE)
    .option('--adopt', 'take over the addresses of Services that another program has set', false)
    .option('--as-default-class', 'also take Services that name no class', false)
    .option('--max-change-share <n>', 'block plans that change more (default: 0.5)', parseShare)
    .option('--candidates <n>', 'owner and standbys for each address (default: 4)', parseCount)
}

function writingArgs(options: WritingOptions): WritingArgs {
  return {
    cluster: clusterOf(options) ?? {},
    namespace: options.namespace ?? NAMESPACE,
    adopt: options.adopt ?? false,
    asDefaultClass: options.asDefaultClass ?? false,
    maxChangeShare: options.maxChangeShare,
    candidates: options.candidates,
  }
}

export function addApply(root: Command, session: Session): void {
  addWriting(defineCommand(root, 'apply'))
    .option('--pools <path...>', 'pool files and folders (default: the custom resources)')
    .addOption(
      new Option('--allow <change...>', 'let the guard pass these for once').choices([
        'moves',
        'releases',
        'emptyPools',
      ]),
    )
    .option(
      '--wait <seconds>',
      'for a speaker that lives, before statuses are written',
      parseWait,
      0,
    )
    .option('--now <time>', 'plan as if it were this time (RFC 3339)', parseTime)
    .option('--revision <text>', 'what the plan calls the version of the pools')
    .action(async (options: WritingOptions & Partial<ApplyArgs>) => {
      const { run } = await import('./apply.ts')
      const { pools = [], allow = [], wait = 0, now, revision } = options
      const args: ApplyArgs = { ...writingArgs(options), pools, allow, wait, now, revision }
      session.exitCode = await run(args, withColor(session.io, options.color))
    })
}

export function addRun(root: Command, session: Session, version: string): void {
  addWriting(defineCommand(root, 'run'))
    .option('--pools <folder>', 'a folder of pool files to follow (default: the custom resources)')
    .addOption(
      new Option('--http <address>', 'serve metrics and health there, or off')
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
