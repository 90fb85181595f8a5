import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { main } from '../../../cli/main.ts'
import { run } from '../../../cli/speaker/status.ts'
import { renderStatus } from '../../../speaker/status/render.ts'
import { formatStatus, statusDocument } from '../../../speaker/status/document.ts'
import { capturedIo } from '../../support/captured-io.ts'
import { CONTEXT, MOMENT, OFFICE } from '../../support/speaker/statuses.ts'

const DOCUMENT = statusDocument([OFFICE], CONTEXT, MOMENT)
const TEXT = formatStatus(DOCUMENT)

interface Answer {
  readonly status: number
  readonly body: string
}

/** Something that answers like this on a port of loopback. */
async function serve(t: Test, answer: () => Answer): Promise<string> {
  const server = createServer((_, response) => {
    const { status, body } = answer()
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function status(...args: string[]) {
  const io = capturedIo()
  const code = await main(['speaker', 'status', ...args], io)
  return { code, out: io.out(), err: io.err() }
}

t.test('tables for people, and JSON for programs', async (t) => {
  const http = await serve(t, () => ({ status: 200, body: TEXT }))
  t.strictSame(await status('--http', http), { code: 0, out: renderStatus(DOCUMENT), err: '' })
  t.strictSame(await status('--http', http, '-o', 'json'), { code: 0, out: TEXT, err: '' })
})

t.test('from a file', async (t) => {
  const file = join(t.testdir({ 'status.json': TEXT }), 'status.json')
  t.strictSame(await status('--file', file, '-o', 'json'), { code: 0, out: TEXT, err: '' })
})

t.test('nothing answers', async (t) => {
  const { code, out, err } = await status('--http', '127.0.0.1:1')
  t.equal(code, 2)
  t.equal(out, '')
  t.match(
    err,
    /^bellwether speaker status: nothing answers at 127\.0\.0\.1:1: ECONNREFUSED\n {2}is the speaker running on this host\?/,
  )
})

t.test('something else answers', async (t) => {
  for (const answer of [
    { status: 200, body: '{"kind":"Status"}' },
    { status: 404, body: 'not found' },
  ]) {
    const { code, err } = await status('--http', await serve(t, () => answer))
    t.equal(code, 2)
    t.match(err, `is not a speaker (HTTP ${answer.status})`)
  }
})

t.test('a speaker whose loop is stuck', async (t) => {
  const http = await serve(t, () => ({ status: 503, body: 'the loop does not answer\n' }))
  const { code, err } = await status('--http', http)
  t.equal(code, 2)
  t.match(err, 'has no status: the loop does not answer\n')
})

t.test('files that are none', async (t) => {
  const folder = t.testdir({ 'plan.json': '{}' })
  t.match(await status('--file', join(folder, 'plan.json')), {
    code: 2,
    err: /is not the status of a/,
  })
  t.match(await status('--file', join(folder, 'none.json')), {
    code: 2,
    err: /ENOENT\n.*--status-file/,
  })
})

t.test('addresses that are none', async (t) => {
  for (const http of ['off', 'nowhere', '127.0.0.1'])
    t.match(await status('--http', http), { code: 2, err: /like 127\.0\.0\.1:9470/ }, http)
})

const CLEAR = '\u001b[H\u001b[J'

/** Watches for some rounds; `between` happens before each of them but the first. */
async function watch(http: string, output: 'text' | 'json', between: readonly (() => void)[]) {
  const io = capturedIo()
  const rounds = [...between]
  const [host = '', port] = http.split(':')
  const args = { http: { host, port: Number(port) }, file: undefined, watch: true, output }
  const code = await run(args, io, async () => {
    const next = rounds.shift()
    next?.()
    return next !== undefined
  })
  return { code, out: io.out(), err: io.err() }
}

t.test('a watch shows it again, also after a speaker that was away for a while', async (t) => {
  let answer: Answer = { status: 200, body: TEXT }
  const http = await serve(t, () => answer)
  const { code, out, err } = await watch(http, 'text', [
    () => (answer = { status: 503, body: 'away\n' }),
    () => (answer = { status: 200, body: TEXT }),
  ])
  const page = renderStatus(DOCUMENT)
  t.equal(code, 0)
  t.equal(out, `${CLEAR}${page}${CLEAR}${CLEAR}${page}`)
  t.match(err, 'has no status: away')
})

t.test('a watch in JSON is one line for each second', async (t) => {
  const http = await serve(t, () => ({ status: 200, body: TEXT }))
  t.equal((await watch(http, 'json', [() => undefined])).out, TEXT + TEXT)
})
