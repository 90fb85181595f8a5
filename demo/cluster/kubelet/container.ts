import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { ContainerRun } from './container-root.ts'
import { containerArgv } from './container-root.ts'
import type { Container } from './pod-types.ts'
import { probeOnce, type ProbeTarget } from './pod-probes.ts'

/** What the status of a Pod tells of a container. */
export interface ContainerState {
  readonly pid: number | undefined
  readonly startedAt: string | undefined
  readonly exitCode: number | undefined
  readonly restarts: number
  readonly started: boolean
  readonly ready: boolean
  /** Why it does not run. */
  readonly waiting: string | undefined
}

export interface RunningContainer {
  readonly spec: Container
  state(): ContainerState
  /** Resolves when the process has ended and will not be started again. */
  stop(graceMilliseconds: number): Promise<void>
  kill(): void
}

export interface ContainerOptions {
  readonly spec: Container
  readonly run: ContainerRun | undefined
  readonly env: Readonly<Record<string, string>>
  readonly log: string
  readonly probes: ProbeTarget
  /** False for an init container that is to end by itself. */
  readonly keep: boolean
  readonly changed: () => void
}

const FIRST_DELAY_MILLISECONDS = 500
const LONGEST_DELAY_MILLISECONDS = 10_000
const STARTING: ContainerState = {
  pid: undefined,
  startedAt: undefined,
  exitCode: undefined,
  restarts: 0,
  started: false,
  ready: false,
  waiting: 'ContainerCreating',
}

/** Starts a container, and again when it ends, later and later, as a kubelet does. */
export function runContainer(options: ContainerOptions): RunningContainer {
  const { spec, run, changed } = options
  let state = STARTING
  let child: ChildProcess | undefined
  let stopping = false
  let delay = FIRST_DELAY_MILLISECONDS
  let again: NodeJS.Timeout | undefined

  const set = (next: Partial<ContainerState>) => {
    state = { ...state, ...next }
    changed()
  }

  const start = () => {
    if (run === undefined) return set({ waiting: 'ErrImagePull' })
    child = startProcess(run, options)
    const own = child
    const startedAt = new Date().toISOString().replace(/\.\d+Z/, 'Z')
    const ready = spec.readinessProbe === undefined && spec.startupProbe === undefined
    const started = spec.startupProbe === undefined
    set({ pid: own.pid, startedAt, started, ready, waiting: undefined })
    const stopProbes = probe(options, own, set)
    own.once('exit', (code) => {
      stopProbes()
      ended(code ?? 137)
    })
  }

  const ended = (exitCode: number) => {
    child = undefined
    set({ pid: undefined, ready: false, started: false, exitCode })
    if (stopping || (!options.keep && exitCode === 0)) return
    set({ waiting: 'CrashLoopBackOff', restarts: state.restarts + 1 })
    again = setTimeout(start, delay)
    delay = Math.min(delay * 2, LONGEST_DELAY_MILLISECONDS)
  }

  start()
  return {
    spec,
    state: () => state,
    async stop(graceMilliseconds) {
      stopping = true
      clearTimeout(again)
      const own = child
      if (own === undefined) return
      const gone = new Promise<void>((resolve) => own.once('exit', () => resolve()))
      own.kill('SIGTERM')
      const patience = setTimeout(() => own.kill('SIGKILL'), graceMilliseconds)
      await gone
      clearTimeout(patience)
    },
    kill() {
      stopping = true
      clearTimeout(again)
      child?.kill('SIGKILL')
    },
  }
}

function startProcess(run: ContainerRun, { env, log }: ContainerOptions): ChildProcess {
  const [program = '', ...words] = containerArgv(run)
  const output = openSync(log, 'a')
  try {
    return spawn(program, words, { env, stdio: ['ignore', output, output] })
  } finally {
    closeSync(output)
  }
}

/** Startup first, then readiness and liveness; the function ends them. */
function probe(
  { spec, probes }: ContainerOptions,
  child: ChildProcess,
  set: (next: Partial<ContainerState>) => void,
): () => void {
  const timers: NodeJS.Timeout[] = []
  const { startupProbe, readinessProbe, livenessProbe } = spec
  const every = (which: NonNullable<typeof startupProbe>, told: (answer: boolean) => boolean) => {
    const period = (which.periodSeconds ?? 10) * 1_000
    const ask = async () => {
      const answer = await probeOnce(which, probes)
      if (child.exitCode !== null || child.signalCode !== null) return
      if (told(answer)) timers.push(setTimeout(() => void ask(), period))
    }
    timers.push(setTimeout(() => void ask(), (which.initialDelaySeconds ?? 0) * 1_000))
  }
  const live = () => {
    if (readinessProbe === undefined) set({ ready: true })
    else every(readinessProbe, (ready) => (set({ ready }), true))
    let misses = 0
    if (livenessProbe === undefined) return
    every(livenessProbe, (answer) => {
      misses = answer ? 0 : misses + 1
      if (misses >= (livenessProbe.failureThreshold ?? 3)) child.kill('SIGTERM')
      return true
    })
  }
  if (startupProbe === undefined) live()
  else
    every(startupProbe, (started) => {
      if (started) set({ started })
      if (started) live()
      return !started
    })
  return () => timers.forEach(clearTimeout)
}
