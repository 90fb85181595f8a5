import type { Command } from 'commander'
import { Option } from 'commander'
import type { HttpAddress } from '../../daemon/page-server.ts'
import type { SettingsArgs, SpeakerArgs, SpeakerStatusArgs } from '../command/command.ts'
import { fail } from '../command/command.ts'
import type { Session, When } from '../command/define-command.ts'
import { choice, defineCommand, withColor } from '../command/define-command.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { addClusterOptions, clusterArgs, clusterOptionIn } from './cluster-options.ts'
import {
  parseBudget,
  parseBurst,
  parseHttp,
  parseRefresh,
  parseServer,
} from '../command/option-values.ts'
import type { SpeakerSettings } from '../../speaker/lan/settings.ts'

/** On loopback: what is said there is nobody else's business. 9470 is Bellwether's own choice. */
const DEFAULT_HTTP: HttpAddress = { host: '127.0.0.1', port: 9470 }
const DEFAULT_HTTP_TEXT = `${DEFAULT_HTTP.host}:${DEFAULT_HTTP.port}`

/** `bellwether speaker`, and the commands about a speaker. */
export function addSpeaker(root: Command, session: Session, version: string): void {
  const speaker = defineCommand(root, 'speaker').enablePositionalOptions()
  addRun(speaker, session, version)
  addStatus(speaker, session)
  addCost(speaker, session)
}

type RunOptions = Pick<SpeakerArgs, 'segment' | 'logFormat' | 'listen' | 'statusFile' | 'http'> &
  SettingsOptions &
  ClusterOptions & { readonly plan?: string; readonly interface?: string[]; readonly color: When }

function http(description: string): Option {
  return new Option('--http <address>', description).default(DEFAULT_HTTP, DEFAULT_HTTP_TEXT)
}

/** --plan is not mandatory for commander, which would ask the subcommands for it, too. */
function addRun(speaker: Command, session: Session, version: string): void {
  speaker
    .option('--plan <file>', 'carry out this file, and read it again when it changes')
    .option(
      '--segment <name>',
      'the plan of this segment: from the file, or without --plan from the API server',
    )
    .option('--interface <name...>', 'only interfaces of these names; * and ? as in a shell')
    .option('--listen', 'never lead: listen, probe, and report what is not heard', false)
    .option('--status-file <file>', 'write the status to this file, and read it at the start')
    .addOption(
      http('serve metrics, health and status at this address, or off').argParser(parseHttp),
    )
    .addOption(choice('--log-format <format>', 'how to log', ['json', 'text']))
  addClusterOptions(addSettings(speaker)).action(async (options: RunOptions) => {
    const problem = problemOf(options)
    if (problem !== undefined) {
      session.exitCode = fail(session.io, 'speaker', ...problem)
      return
    }
    const { run } = await import('./speaker.ts')
    const { plan, interface: interfaces = [], segment, listen, statusFile, http } = options
    const common = { plan, interfaces, segment, logFormat: options.logFormat, version }
    const settings = settingsOf(options)
    const cluster = clusterArgs(options)
    const args: SpeakerArgs = { ...common, cluster, listen, statusFile, http, settings }
    session.exitCode = await run(args, withColor(session.io, options.color))
  })
}

const LIKE_THIS =
  'like this: bellwether speaker --plan plan.json, or in a cluster: bellwether speaker --segment default'

/** What is wrong and what to do, where the options do not go together. */
function problemOf(options: RunOptions): readonly [message: string, hint: string] | undefined {
  const { plan, segment } = options
  const clusterOption = clusterOptionIn(options)
  if (plan === undefined && segment === undefined) return ['no plan is named', LIKE_THIS]
  if (plan === undefined || clusterOption === undefined) return undefined
  return [
    `${clusterOption} is for a plan of the API server, but --plan names a file`,
    `leave one of them out, ${LIKE_THIS}`,
  ]
}

type StatusOptions = Omit<SpeakerStatusArgs, 'file'> & { readonly file?: string; color: When }

function addStatus(speaker: Command, session: Session): void {
  defineCommand(speaker, 'speaker status')
    .addOption(http('where the speaker serves its status').argParser(parseServer))
    .option('--file <file>', 'read this status file instead')
    .option('--watch', 'show it again each second, until interrupted', false)
    .addOption(choice('-o, --output <format>', 'what to print', ['text', 'json']))
    .action(async ({ http, file, watch, output, color }: StatusOptions) => {
      const { run } = await import('./status.ts')
      session.exitCode = await run({ http, file, watch, output }, withColor(session.io, color))
    })
}

type CostOptions = SettingsOptions & { plan: string; segment?: string; color: When }

function addCost(speaker: Command, session: Session): void {
  const cost = defineCommand(speaker, 'speaker cost')
    .requiredOption('--plan <file>', 'the plan that would be carried out')
    .option('--segment <name>', 'which plan, if the file holds several')
  addSettings(cost).action(async (options: CostOptions) => {
    const { run } = await import('./cost.ts')
    const { plan, segment, color } = options
    const args = { plan, segment, settings: settingsOf(options) }
    session.exitCode = await run(args, withColor(session.io, color))
  })
}

interface SettingsOptions {
  readonly burst?: readonly number[]
  readonly refreshInterval?: number
  readonly frameBudget?: number
  readonly probeBudget?: number
}

function addSettings(command: Command): Command {
  return command
    .option(
      '--burst <times>',
      'when to announce a change, in ms after it (default: 0,50,200,1100,5000)',
      parseBurst,
    )
    .option(
      '--refresh-interval <seconds>',
      'how often to announce again, 0 for never (default: 300)',
      parseRefresh,
    )
    .option(
      '--frame-budget <n>',
      'ARP and ND frames a second on each link, without answers (default: 8000)',
      parseBudget,
    )
    .option('--probe-budget <n>', 'probes a second on each link (default: 3500)', parseBudget)
}

/** Only what was given. */
function settingsOf(options: SettingsOptions): SettingsArgs {
  const { burst, refreshInterval, frameBudget, probeBudget } = options
  const given: Readonly<Record<keyof SpeakerSettings, unknown>> = {
    burstMilliseconds: burst,
    refreshSeconds: refreshInterval,
    framesPerSecond: frameBudget,
    probesPerSecond: probeBudget,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
