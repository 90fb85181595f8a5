import type { IncomingMessage } from 'node:http'
import { failureOf } from '../client/status-failure.ts'
import type { WatchSink } from '../watch/client.ts'
import { LineCutter, parseWatchLine } from '../watch/lines.ts'
import type { Transport } from './transport.ts'

/** Opens a watch and tells the sink what comes, until it ends or is closed. */
export function openWatch(transport: Transport, path: string, sink: WatchSink): { close(): void } {
  const stop = new AbortController()
  const told = untilClosed(sink, stop.signal)
  void follow(transport, { path, signal: stop.signal }, told)
  return { close: () => stop.abort(new Error('the watch is closed')) }
}

/** Whoever has closed a watch hears nothing of it any more, not even of what is under way. */
function untilClosed(sink: WatchSink, signal: AbortSignal): WatchSink {
  return {
    opened: () => signal.aborted || sink.opened(),
    note: (note) => signal.aborted || sink.note(note),
    ended: (failure) => signal.aborted || sink.ended(failure),
  }
}

interface Way {
  readonly path: string
  readonly signal: AbortSignal
}

async function follow(transport: Transport, { path, signal }: Way, sink: WatchSink): Promise<void> {
  const response = await transport.open({ method: 'GET', path }, signal)
  if ('failure' in response) return sink.ended(response)
  try {
    const status = response.statusCode ?? 0
    if (status !== 200) {
      const retryAfter = response.headers['retry-after']
      return sink.ended(failureOf({ status, body: await bodyOf(response), retryAfter }))
    }
    sink.opened()
    sink.ended((await readNotes(response, sink)) ? CUT : undefined)
  } catch (error) {
    sink.ended(transport.unreachable(error, signal))
  }
}

const CUT = { failure: 'unreachable', message: 'the watch was cut off in a line' } as const

async function bodyOf(response: IncomingMessage): Promise<string> {
  let body = ''
  for await (const text of response.setEncoding('utf8')) body += text as string
  return body
}

/** True if the last line has no end. */
async function readNotes(response: IncomingMessage, sink: WatchSink): Promise<boolean> {
  const cutter = new LineCutter()
  for await (const text of response.setEncoding('utf8')) {
    for (const line of cutter.take(text as string)) {
      const note = parseWatchLine(line)
      if (note !== undefined) sink.note(note)
    }
  }
  return cutter.cut
}
