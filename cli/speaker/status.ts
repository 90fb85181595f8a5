import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import type { HttpAddress } from '../../daemon/page-server.ts'
import { formatHttpAddress } from '../../daemon/page-server.ts'
import { parseStatus } from '../../speaker/status/read.ts'
import { renderStatus } from '../../speaker/status/render.ts'
import type { StatusDocument } from '../../speaker/status/document.ts'
import { formatStatus } from '../../speaker/status/document.ts'
import type { CommandIo, ExitCode, SpeakerStatusArgs } from '../command/command.ts'
import { fail } from '../command/command.ts'

/** Longer than the speaker itself waits for its loop. */
const LONGEST_ANSWER_MILLISECONDS = 5000

const WATCH_MILLISECONDS = 1000

/** ECMA-48: the cursor to the upper left, and all that follows erased. */
const CLEAR = '\u001b[H\u001b[J'

/** Why there is no status, and what to do. */
interface NoStatus {
  readonly message: string
  readonly hint: string
}

/** Resolves when the next picture is due; false ends the watch. */
export type Pause = () => Promise<boolean>

const eachSecond: Pause = () => sleep(WATCH_MILLISECONDS, true)

/** Shows what a speaker does: one that runs, or one that has left a status file. */
export async function run(
  args: SpeakerStatusArgs,
  io: CommandIo,
  pause: Pause = eachSecond,
): Promise<ExitCode> {
  if (args.watch) return watch(args, io, pause)
  const status = await readStatus(args)
  if (isNone(status)) return fail(io, 'speaker status', status.message, status.hint)
  io.stdout(format(status, args))
  return 0
}

/** A speaker that is started again is away for a moment: that ends no watch. */
async function watch(args: SpeakerStatusArgs, io: CommandIo, pause: Pause): Promise<ExitCode> {
  do {
    const status = await readStatus(args)
    if (args.output === 'text') io.stdout(CLEAR)
    if (isNone(status)) fail(io, 'speaker status', status.message, status.hint)
    else io.stdout(format(status, args))
  } while (await pause())
  return 0
}

function format(status: StatusDocument, { output }: SpeakerStatusArgs): string {
  return output === 'json' ? formatStatus(status) : renderStatus(status)
}

function isNone(status: StatusDocument | NoStatus): status is NoStatus {
  return 'message' in status
}

function readStatus({ file, http }: SpeakerStatusArgs): Promise<StatusDocument | NoStatus> {
  return file === undefined ? askSpeaker(http) : readStatusFile(file)
}

async function readStatusFile(path: string): Promise<StatusDocument | NoStatus> {
  try {
    const status = parseStatus(await readFile(path, 'utf8'))
    if (status !== undefined) return status
    const hint = 'name the file of --status-file; a plan is shown by bellwether plan'
    return { message: `${path} is not the status of a speaker`, hint }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return {
      message: `cannot read ${path}: ${code ?? message}`,
      hint: 'was the speaker started with --status-file, and may this user read it?',
    }
  }
}

async function askSpeaker(http: HttpAddress): Promise<StatusDocument | NoStatus> {
  const where = formatHttpAddress(http)
  try {
    const { status, body } = await fetchText(`http://${where}/status`)
    const document = status === 200 ? parseStatus(body) : undefined
    return document ?? strange(where, status, body)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return {
      message: `nothing answers at ${where}: ${code ?? message}`,
      hint: 'is the speaker running on this host? Use --http for another address, or --file for a status file',
    }
  }
}

function strange(where: string, status: number, body: string): NoStatus {
  const [line = ''] = body.split('\n', 1)
  if (status === 503)
    return {
      message: `the speaker at ${where} has no status: ${line}`,
      hint: 'see /readyz there, and its log',
    }
  return {
    message: `the program that answers at ${where} is not a speaker (HTTP ${status})`,
    hint: 'use --http with the address that the speaker logs as HttpServing',
  }
}

function fetchText(url: string): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MILLISECONDS)
    get(url, { agent: false, signal }, (response) => {
      const { statusCode: status = 0 } = response
      text(response).then((body) => resolve({ status, body }), reject)
    }).on('error', reject)
  })
}
