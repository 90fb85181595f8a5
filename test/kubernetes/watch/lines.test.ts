import t from 'tap'
import { LineCutter, parseWatchLine } from '../../../kubernetes/watch/lines.ts'

const object = { metadata: { name: 'a', resourceVersion: '7' } }

function line(type: string, value: unknown): string {
  return JSON.stringify({ type, object: value })
}

t.test('events of a watch', async (t) => {
  t.strictSame(parseWatchLine(line('ADDED', object)), {
    note: 'stored',
    object,
    resourceVersion: '7',
  })
  t.strictSame(parseWatchLine(line('MODIFIED', object)), {
    note: 'stored',
    object,
    resourceVersion: '7',
  })
  t.strictSame(parseWatchLine(line('DELETED', object)), {
    note: 'deleted',
    object,
    resourceVersion: '7',
  })
})

t.test('a bookmark has a resourceVersion and no name', async (t) => {
  const bookmark = { kind: 'Service', metadata: { resourceVersion: '9', creationTimestamp: null } }
  t.strictSame(parseWatchLine(line('BOOKMARK', bookmark)), {
    note: 'bookmark',
    resourceVersion: '9',
  })
})

t.test('an error is a Status', async (t) => {
  t.match(parseWatchLine(line('ERROR', { code: 410, message: 'too old' })), {
    note: 'error',
    failure: { failure: 'gone', message: 'too old' },
  })
})

t.test('a type that is not known is skipped', async (t) => {
  t.equal(parseWatchLine(line('REWOUND', {})), undefined)
})

const MALFORMED: readonly [name: string, line: string][] = [
  ['cut in the middle', '{"type":"ADDED","object":{"metadata":{"name":"a"'],
  ['of a proxy', '<html>'],
  ['no object', '7'],
  ['null', 'null'],
  ['without an object', '{"type":"ADDED"}'],
  ['with an object that is null', line('ADDED', null)],
  ['without metadata', line('ADDED', { kind: 'Service' })],
  ['without a name', line('MODIFIED', { metadata: { resourceVersion: '1' } })],
  ['without a resourceVersion', line('DELETED', { metadata: { name: 'a' } })],
  ['with an empty resourceVersion', line('BOOKMARK', { metadata: { resourceVersion: '' } })],
]

for (const [name, text] of MALFORMED)
  t.test(`a line ${name} is malformed`, async (t) => {
    t.strictSame(parseWatchLine(text), { note: 'malformed' })
  })

t.test('lines are put together, wherever they are cut', async (t) => {
  const text = 'one\ntwo\n\nthree\n'
  for (let cut = 0; cut <= text.length; cut++) {
    const cutter = new LineCutter()
    const lines = [...cutter.take(text.slice(0, cut)), ...cutter.take(text.slice(cut))]
    t.strictSame(lines, ['one', 'two', 'three'])
    t.notOk(cutter.cut)
  }
})

t.test('a line without an end was cut', async (t) => {
  const cutter = new LineCutter()
  t.strictSame(cutter.take('one\ntw'), ['one'])
  t.ok(cutter.cut)
})
