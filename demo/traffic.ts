import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Interface } from 'node:readline'
import { createInterface } from 'node:readline'
import { root } from '../test/support/root.ts'
import { commandRefusal } from './command-refusal.ts'
import type { Host } from './lan.ts'

const PORT = '7100'

/** What became of the datagrams to one address, or to all. Times in milliseconds of `process.hrtime`. */
export interface Answers {
  readonly address: string
  readonly sent: number
  readonly received: number
  readonly lost: number
  /** The longest time between two answers that followed each other. */
  readonly gap: number
  /** When the last answer before it came. */
  readonly gapFrom: number
  /** Who answered last. */
  readonly name: string
}

export interface DatagramResult extends Answers {
  readonly addresses: readonly Answers[]
}

export interface ConnectionResult {
  readonly address: string
  readonly connections: number
  /** Ended by the other side, or by an error. */
  readonly reset: number
  /** Nothing has come back for half a second. */
  readonly stuck: number
  readonly bytes: number
}

/** Traffic that has been answered already, and goes on. */
export interface Flow<Result> {
  end(): Promise<Result>
}

export interface DatagramOptions {
  readonly addresses: readonly string[]
  /** Between two datagrams, which go to one address after the other. */
  readonly everyMicroseconds: number
}

export interface ConnectionOptions {
  readonly address: string
  readonly connections: number
  readonly everyMicroseconds: number
}

export interface Traffic {
  /** Answers datagrams and connections to every address that the host accepts, with its name. */
  serve(host: Host): Promise<void>
  datagrams(host: Host, options: DatagramOptions): Promise<Flow<DatagramResult>>
  connections(host: Host, options: ConnectionOptions): Promise<Flow<ConnectionResult>>
}

/** Why there can be no traffic here; undefined if it can. */
export function trafficRefusal(): string | undefined {
  return commandRefusal('cc', 'gcc')
}

/** Longer than anything that is measured; a client that is forgotten ends by itself. */
const SECONDS = '3600'

/** Compiles bench/traffic.c into a folder. */
export function createTraffic(folder: string): Traffic {
  const program = join(folder, 'traffic')
  execFileSync('cc', ['-O2', '-o', program, join(root, 'bench/traffic.c')], { stdio: 'inherit' })
  return {
    serve: async (host) => void (await start(host, [program, 'serve', host.name, PORT])),
    datagrams: async (host, { addresses, everyMicroseconds }) =>
      flow(host, [program, 'udp', String(everyMicroseconds), SECONDS, PORT, ...addresses]),
    connections: async (host, { address, connections, everyMicroseconds }) => {
      const every = String(everyMicroseconds)
      return flow(host, [program, 'tcp', every, SECONDS, PORT, address, String(connections)])
    },
  }
}

interface Started {
  readonly child: ChildProcess
  readonly lines: Interface
}

/** Resolves when the program has written a first line, which says that it is ready. */
async function start(host: Host, argv: readonly string[]): Promise<Started> {
  const child = host.spawn(argv)
  if (child.stdout === null) throw new Error('no pipe')
  child.stderr?.on('data', (data: Buffer) => void process.stderr.write(data))
  const lines = createInterface({ input: child.stdout })
  const early = once(child, 'exit').then(() =>
    Promise.reject(new Error(`ended: ${argv.join(' ')}`)),
  )
  early.catch(() => undefined)
  await Promise.race([once(lines, 'line'), early])
  return { child, lines }
}

async function flow<Result>(host: Host, argv: readonly string[]): Promise<Flow<Result>> {
  const { child, lines } = await start(host, argv)
  return {
    async end() {
      const line = once(lines, 'line')
      child.kill('SIGTERM')
      return JSON.parse(String((await line)[0])) as Result
    },
  }
}
