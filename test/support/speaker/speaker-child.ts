import { closeSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { runSpeaker } from '../../../speaker/io/process/speaker-process.ts'

/*
 * A speaker as a library, in a process that then ends in some way of its own: `throw`, `exit`, or `break`,
 * which closes the packet sockets under the worker.
 */

const [planFile = '', way = ''] = process.argv.slice(2)

function breakSockets(): void {
  // The last column of the table of packet sockets is the inode.
  const lines = readFileSync('/proc/net/packet', 'utf8').trim().split('\n').slice(1)
  const inodes = lines.map((line) => line.trim().split(/\s+/).at(-1))
  for (const name of readdirSync('/proc/self/fd'))
    if (inodes.some((inode) => targetOf(name) === `socket:[${inode}]`)) closeSync(Number(name))
}

function targetOf(name: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${name}`)
  } catch {
    return ''
  }
}

function act(): void {
  if (way === 'exit') process.exit(5)
  if (way === 'break') return breakSockets()
  throw new Error('as the test wants it')
}

const write = (line: string) => {
  process.stdout.write(line)
  if (line.includes('"Announced"')) setImmediate(act)
}
const end = await runSpeaker({
  plan: { kind: 'file', file: planFile, segment: undefined },
  machineOptions: {},
  holder: 'here',
  version: '0',
  statusFile: undefined,
  http: undefined,
  logFormat: 'json',
  write,
})
process.exitCode = end.kind === 'failed' ? 1 : 0
