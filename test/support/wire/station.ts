import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Host } from '../../../demo/lan.ts'
import { root } from '../root.ts'

/** A host that speaks raw Ethernet. */
export interface Station {
  send(frame: Uint8Array): void
  /** Resolves when so many of the frames that were not taken yet are such. */
  until(holds: (frame: Buffer) => boolean, count?: number): Promise<void>
  /** Takes all frames that have arrived. */
  take(): readonly Buffer[]
}

export async function startStation(host: Host): Promise<Station> {
  return follow(host, ['frame-station.js'])
}

/** A host that hears what the filters of packet sockets let through; it cannot send. */
export async function startListening(host: Host, args: readonly string[]): Promise<Station> {
  return follow(host, ['listening-station.js', ...args])
}

async function follow(host: Host, [program = '', ...args]: readonly string[]): Promise<Station> {
  const path = join(root, 'dist/test/support/wire', program)
  const child = host.spawn([process.execPath, path, ...args])
  const { stdin, stdout, stderr } = child
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes')
  stderr.pipe(process.stderr)
  let frames: Buffer[] = []
  const waiting = new Set<() => void>()
  const lines = createInterface({ input: stdout })
  await new Promise((resolve) => lines.once('line', resolve))
  lines.on('line', (line) => {
    frames.push(Buffer.from(line, 'hex'))
    for (const look of waiting) look()
  })
  return {
    send: (frame) => void stdin.write(`${Buffer.from(frame).toString('hex')}\n`),
    take: () => {
      const taken = frames
      frames = []
      return taken
    },
    until: (holds, count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (frames.filter(holds).length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}
