import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import type {
  CommandIo,
  CommandName,
  ExitCode,
  ExplainArgs,
  PlanArgs,
  PlanningArgs,
  ValidateArgs,
} from './command/command.ts'
import { FAILURE } from './command/command.ts'
import type { Session, When } from './command/define-command.ts'
import { choice, defineCommand, withColor } from './command/define-command.ts'
import { HELP } from './command/help.ts'
import { parseKind } from './command/option-values.ts'
import { ignoreClosedPipe, processIo } from './process-io.ts'
import type { ClusterOptions } from './cluster-commands.ts'
import { addCluster, addExportState, clusterOf } from './cluster-commands.ts'
import { addPlanChoices, addStamps, allowOption, planChoices } from './planning-options.ts'
import { addSpeaker } from './speaker/commands.ts'
import { addApply, addRun } from './writing-commands.ts'

/**
 * The whole command line as a function: `argv` without the program's name. Never rejects. Modules of
 * commands are loaded when they are called for, so that help costs no planner.
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<number> {
  const session: Session = { io, exitCode: 0 }
  try {
    await program(session).parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' })
    return session.exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportBug(error, argv, io)
    return error.exitCode === 0 ? 0 : failureOf(argv)
  }
}

/** What bin/bellwether.js calls: `main` bound to the process. */
export async function runProcess(): Promise<void> {
  const argv = process.argv.slice(2)
  const io = processIo()
  ignoreClosedPipe()
  process.on('uncaughtException', (error) => process.exit(reportBug(error, argv, io)))
  process.exitCode = await main(argv, io)
}

function failureOf(argv: readonly string[]): ExitCode {
  const name = argv[0] ?? ''
  return name in FAILURE ? FAILURE[name as CommandName] : 2
}

function reportBug(error: unknown, argv: readonly string[], io: CommandIo): ExitCode {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const line = message.split('\n', 1)[0] ?? ''
  io.stderr(`bellwether: this is a bug: ${line} (BELLWETHER_DEBUG=1 shows where)\n`)
  if (io.env['BELLWETHER_DEBUG']) io.stderr(`${stack}\n`)
  return failureOf(argv)
}

function program(session: Session): Command {
  const { io } = session
  const root = new Command('bellwether')
    .description(HELP.bellwether.summary)
    .version(version(), '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .configureHelp({ showGlobalOptions: false })
    // Options belong to the command that they follow: `speaker status` has other ones than `speaker`.
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText('after', HELP.bellwether.details)
    .showHelpAfterError('Run "bellwether help" for the list of commands.')
  addValidate(root, session)
  addPlan(root, session)
  addDiff(root, session)
  addExplain(root, session)
  addExportState(root, session)
  addApply(root, session)
  addRun(root, session, version())
  addSpeaker(root, session, version())
  return root
}

/** Both dist/cli and dist/bundle lie two folders below package.json. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

type ValidateOptions = Omit<ValidateArgs, 'paths' | 'cluster'> & ClusterOptions & { color: When }

function addValidate(root: Command, session: Session): void {
  addCluster(defineCommand(root, 'validate'), true)
    .argument('<path...>', 'pool files and folders, before the options; - is standard input')
    .option('--state <path...>', 'also check against this cluster state')
    .addOption(assumeNone())
    .addOption(choice('-o, --output <format>', 'what to print', ['text', 'json', 'github']))
    .addOption(
      choice('--fail-on <severity>', 'exit 1 if a finding has this severity or a higher one', [
        'error',
        'warning',
        'info',
      ]),
    )
    .action(async (paths: string[], options: ValidateOptions) => {
      const { run } = await import('./validate.ts')
      const { state = [], assumeNone = [], output, failOn } = options
      const cluster = clusterOf(options)
      const args: ValidateArgs = { paths, state, cluster, assumeNone, output, failOn }
      session.exitCode = await run(args, withColor(session.io, options.color))
    })
}

function addPlan(root: Command, session: Session): void {
  planning(defineCommand(root, 'plan'))
    .addOption(choice('-o, --output <format>', 'what to print', ['table', 'yaml', 'json']))
    .option('--detailed-exitcode', 'exit 2 if there are changes', false)
    .action(async (options: PlanningOptions & PlanArgs) => {
      const { run } = await import('./plan.ts')
      const { output, detailedExitcode } = options
      const args = { ...planningArgs(options), output, detailedExitcode }
      session.exitCode = await run(args, withColor(session.io, options.color))
    })
}

function addDiff(root: Command, session: Session): void {
  planning(defineCommand(root, 'diff')).action(async (options: PlanningOptions) => {
    const { run } = await import('./diff.ts')
    const args = { ...planningArgs(options), needsPrevious: true }
    session.exitCode = await run(args, withColor(session.io, options.color))
  })
}

function addExplain(root: Command, session: Session): void {
  planning(
    defineCommand(root, 'explain').argument(
      '<subject>',
      'a Service, an address or a node, before the options',
    ),
  ).action(async (subject: string, options: PlanningOptions) => {
    const { run } = await import('./explain.ts')
    const args: ExplainArgs = { ...planningArgs(options), subject }
    session.exitCode = await run(args, withColor(session.io, options.color))
  })
}

function assumeNone(): Option {
  return new Option(
    '--assume-none <kind...>',
    'the state holds no objects of this kind because there are none',
  ).argParser(parseKind)
}

function planning(command: Command): Command {
  addCluster(command, true)
    .option('--pools <path...>', 'pool files and folders; - is standard input')
    .option('--state <path...>', 'cluster state: a file of export-state, or of kubectl get -o yaml')
    .option('--previous <file>', 'the plan in force, as plan -o json or -o yaml printed it')
    .addOption(assumeNone())
    .addOption(allowOption())
  return addStamps(addPlanChoices(command))
}

type PlanningOptions = Partial<PlanningArgs> & ClusterOptions & { color: When }

function planningArgs(options: PlanningOptions): PlanningArgs {
  return {
    cluster: clusterOf(options),
    needsPrevious: false,
    pools: options.pools ?? [],
    state: options.state ?? [],
    previous: options.previous,
    assumeNone: options.assumeNone ?? [],
    allow: options.allow ?? [],
    now: options.now,
    revision: options.revision,
    ...planChoices(options),
  }
}
