import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import { failureOf, failureOfStatus } from '../../../kubernetes/client/status-failure.ts'

/** A metav1.Status, as the API server sends it. */
function status(code: number, reason: string, details: object = {}): string {
  return JSON.stringify({ kind: 'Status', apiVersion: 'v1', message: 'no', reason, code, details })
}

const CASES: readonly [name: string, status: number, body: string, failure: ApiFailure][] = [
  ['401', 401, status(401, 'Unauthorized'), { failure: 'unauthorized', message: 'no' }],
  ['403', 403, status(403, 'Forbidden'), { failure: 'forbidden', message: 'no' }],
  ['404', 404, status(404, 'NotFound'), { failure: 'notFound', message: 'no' }],
  ['409 of a name', 409, status(409, 'AlreadyExists'), { failure: 'alreadyExists', message: 'no' }],
  ['409 of a version', 409, status(409, 'Conflict'), { failure: 'conflict', message: 'no' }],
  ['409 without a body', 409, '', { failure: 'conflict', message: 'HTTP status 409' }],
  ['410', 410, status(410, 'Expired'), { failure: 'gone', message: 'no' }],
  [
    '429',
    429,
    status(429, 'TooManyRequests', { retryAfterSeconds: 3 }),
    { failure: 'tooManyRequests', message: 'no', retryAfterSeconds: 3 },
  ],
  [
    '429 without a time',
    429,
    'Too many requests, please try again later.\n',
    {
      failure: 'tooManyRequests',
      message: 'Too many requests, please try again later.',
      retryAfterSeconds: undefined,
    },
  ],
  ['503', 503, status(503, 'x'), { failure: 'serverError', message: 'no', status: 503 }],
  [
    '503 with a time',
    503,
    status(503, 'ServerTimeout', { retryAfterSeconds: 1 }),
    { failure: 'tooManyRequests', message: 'no', retryAfterSeconds: 1 },
  ],
  ['500', 500, status(500, 'x'), { failure: 'serverError', message: 'no', status: 500 }],
  ['504', 504, status(504, 'Timeout'), { failure: 'serverError', message: 'no', status: 504 }],
  ['302', 302, '', { failure: 'serverError', message: 'HTTP status 302', status: 302 }],
  ...[400, 405, 413, 415, 422].map((code): [string, number, string, ApiFailure] => [
    String(code),
    code,
    status(code, 'Invalid'),
    { failure: 'invalid', message: 'no', status: code },
  ]),
]

for (const [name, code, body, failure] of CASES)
  t.test(name, async (t) => t.strictSame(failureOf({ status: code, body }), failure))

t.test('the header goes before what the body says', async (t) => {
  const body = status(429, 'TooManyRequests', { retryAfterSeconds: 3 })
  t.match(failureOf({ status: 429, body, retryAfter: '7' }), { retryAfterSeconds: 7 })
})

t.test('a date, a word, nothing or less than a second name no time', async (t) => {
  for (const retryAfter of ['Wed, 21 Oct 2026 07:28:00 GMT', 'soon', '', '0', '-1', '1.5'])
    t.match(failureOf({ status: 429, body: '', retryAfter }), { retryAfterSeconds: undefined })
})

t.test('a page of a proxy is one line, and not a long one', async (t) => {
  const { message } = failureOf({ status: 502, body: `<html>\n\n  <b>Bad</b>\n${'x'.repeat(999)}` })
  t.match(message, /^<html> <b>Bad<\/b> x+…$/)
  t.equal(message.length, 501)
})

t.test('JSON that is no Status is shown as it is', async (t) => {
  t.equal(failureOf({ status: 500, body: '[1]' }).message, '[1]')
  t.equal(failureOf({ status: 500, body: '"x"' }).message, '"x"')
  t.equal(failureOf({ status: 500, body: 'null' }).message, 'null')
})

t.test('the ERROR of a watch', async (t) => {
  const object = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old' }
  t.strictSame(failureOfStatus(object), { failure: 'gone', message: 'too old' })
  t.strictSame(failureOfStatus({ message: 'what' }), {
    failure: 'serverError',
    message: 'what',
    status: 500,
  })
})
