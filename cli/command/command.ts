import type { StateKind } from '../../reconciler/state/snapshot.ts'
import type { HttpAddress } from '../../daemon/page-server.ts'
import type { Finding } from '../../api/finding.ts'
import type { Severity } from '../../api/codes/entry.ts'
import type { AllowedChange } from '../../reconciler/reasons/guard.ts'
import type { SpeakerSettings } from '../../speaker/lan/settings.ts'

/** The world as a command sees it: data goes to `stdout`, messages for people to `stderr`. */
export interface CommandIo {
  readonly stdin: () => Promise<string>
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly color: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/** What each number means is in the help of the command. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5

export type CommandName =
  'validate' | 'plan' | 'diff' | 'explain' | 'export-state' | 'apply' | 'run' | 'speaker'

/** Commands of a command. */
export type SubcommandName = 'speaker status' | 'speaker cost'

/**
 * How a command says that it could not run. Where 2 means "there are changes" (terraform's plan) a failure
 * is 1; where 1 means "there is a difference" or "there are findings" (kubectl's diff) a failure is 2.
 */
export const FAILURE: Readonly<Record<CommandName, ExitCode>> = {
  validate: 2,
  plan: 1,
  diff: 2,
  explain: 2,
  'export-state': 2,
  apply: 1,
  run: 2,
  speaker: 2,
}

/** Which API server, as which user. Nothing: as kubectl does, or as the Pod's ServiceAccount. */
export interface ClusterArgs {
  readonly kubeconfig?: string
  readonly context?: string
}

export interface ValidateArgs {
  readonly paths: readonly string[]
  /** Empty: nothing is checked against a cluster. */
  readonly state: readonly string[]
  /** Checked against this cluster. */
  readonly cluster?: ClusterArgs | undefined
  readonly assumeNone: readonly StateKind[]
  readonly output: 'text' | 'json' | 'github'
  readonly failOn: Severity
}

/** What `plan`, `diff` and `explain` plan from. */
export interface PlanningArgs {
  /** Empty: those of the state, or of the cluster. */
  readonly pools: readonly string[]
  /** Empty: what is asked is `cluster`. */
  readonly state: readonly string[]
  readonly cluster?: ClusterArgs | undefined
  /** Undefined: those of the state, or of the cluster. */
  readonly previous: string | undefined
  /** It makes no sense without a plan in force. */
  readonly needsPrevious?: boolean
  readonly assumeNone: readonly StateKind[]
  readonly allow: readonly AllowedChange[]
  readonly asDefaultClass: boolean
  /** RFC 3339 in UTC; undefined: the time of the call. */
  readonly now: string | undefined
  readonly revision: string | undefined
  readonly maxChangeShare: number | undefined
  readonly candidates: number | undefined
}

export interface PlanArgs extends PlanningArgs {
  readonly output: 'table' | 'yaml' | 'json'
  readonly detailedExitcode: boolean
}

export interface ExplainArgs extends PlanningArgs {
  /** A Service (`namespace/name`), an address, or a node. */
  readonly subject: string
}

/** What of a speaker's settings was given; the rest is the speaker's to choose. */
export type SettingsArgs = Partial<SpeakerSettings>

/** How a speaker lives in a cluster. Times in milliseconds. */
export interface SpeakerClusterArgs {
  readonly kubeconfig: string | undefined
  readonly context: string | undefined
  readonly namespace: string | undefined
  readonly stateDir: string | undefined
  readonly timing: {
    readonly leaseDuration: number
    readonly renewDeadline: number
    readonly retryPeriod: number
  }
  /** Of kube-proxy; undefined: nodes are not asked. */
  readonly nodeHealthPort: number | undefined
}

export interface SpeakerArgs {
  /** Undefined: the plan of the segment, from the API server. */
  readonly plan: string | undefined
  readonly cluster: SpeakerClusterArgs
  /** Empty: every interface that has an address next to the plan's. */
  readonly interfaces: readonly string[]
  readonly segment: string | undefined
  readonly logFormat: 'json' | 'text'
  /** Never leads. */
  readonly listen: boolean
  readonly statusFile: string | undefined
  readonly http: HttpAddress | 'off'
  readonly settings: SettingsArgs
  /** Of this program. */
  readonly version: string
}

export interface SpeakerStatusArgs {
  readonly http: HttpAddress
  /** Read instead of asking a speaker. */
  readonly file: string | undefined
  readonly watch: boolean
  readonly output: 'text' | 'json'
}

export interface SpeakerCostArgs {
  readonly plan: string
  readonly segment: string | undefined
  readonly settings: SettingsArgs
}

export interface ExportStateArgs {
  readonly cluster: ClusterArgs
  readonly output: 'yaml' | 'json'
}

/** What decides, and where it writes. */
export interface WritingArgs {
  readonly cluster: ClusterArgs
  /** Of the Lease that the writing process holds. */
  readonly namespace: string
  readonly adopt: boolean
  readonly asDefaultClass: boolean
  readonly maxChangeShare: number | undefined
  readonly candidates: number | undefined
}

export interface ApplyArgs extends WritingArgs {
  /** Empty: the custom resources. */
  readonly pools: readonly string[]
  readonly allow: readonly AllowedChange[]
  readonly now: string | undefined
  readonly revision: string | undefined
  /** How long to wait for a speaker that lives, in seconds. */
  readonly wait: number
}

export interface RunArgs extends WritingArgs {
  /** Undefined: the custom resources. */
  readonly pools: string | undefined
  readonly http: HttpAddress | 'off'
  readonly logFormat: 'json' | 'text'
  /** Of this program. */
  readonly version: string
}

/** What keeps a command from going on, and what to do. */
export interface Obstacle {
  readonly message: string
  readonly hint: string
  readonly findings?: readonly Finding[]
}

export function isObstacle(value: object): value is Obstacle {
  return 'message' in value
}

/** Says in one line what is wrong, and in the next what to do. */
export function fail(
  io: CommandIo,
  name: CommandName | SubcommandName,
  message: string,
  hint: string,
): ExitCode {
  io.stderr(`bellwether ${name}: ${message}\n  ${hint}\n`)
  return FAILURE[commandOf(name)]
}

/** The command that a subcommand belongs to. */
export function commandOf(name: CommandName | SubcommandName): CommandName {
  return name.split(' ', 1)[0] as CommandName
}
