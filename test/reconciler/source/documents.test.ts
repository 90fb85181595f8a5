import t from 'tap'
import { MAX_TEXT_LENGTH, readSourceObjects } from '../../../reconciler/source/documents.ts'
import { shown } from '../../support/planning/pool-text.ts'

function read(text: string) {
  const { objects, findings } = readSourceObjects({ path: 'a.yaml', text })
  return {
    names: objects.map(({ value }) => value['name']),
    codes: findings.map(({ code }) => code),
    places: findings.map(({ at }) => at && shown(at)),
    objects,
  }
}

const GOOD: [string, string, unknown[]][] = [
  ['nothing', '', []],
  ['comments only', '# nothing\n---\n# here\n', []],
  ['one document', 'name: a\n', ['a']],
  ['JSON, with tabs', '{\n\t"name": "a",\n\t"x": [\n\t\t1\n\t]\n}', ['a']],
  [
    'several documents, some empty',
    'name: a\n---\n---\nname: b\n...\n---\nname: c\n',
    ['a', 'b', 'c'],
  ],
  ['a List', 'kind: List\nitems:\n- name: a\n- name: b\n', ['a', 'b']],
  ['a List of its own kind', 'kind: AddressPoolList\nitems: [{name: a}]', ['a']],
  [
    'Lists in a List',
    'kind: List\nitems: [{kind: List, items: [{name: a}]}, {name: b}]',
    ['a', 'b'],
  ],
  ['an empty List', 'kind: List\nitems: []\n', []],
  ['a kind that ends in List, without items', 'kind: WishList\nname: a\n', ['a']],
  ['items by alias', 'all: &all [{name: a}]\nkind: List\nitems: *all\n', ['a']],
  ['a List whose items come twice', 'kind: List\nitems: [{name: x}]\nitems: [{name: a}]', ['a']],
  ['an alias as item', 'kind: List\nitems: [&one {name: a}, *one]\n', ['a', 'a']],
  ['a custom tag', 'name: !mine a\n', ['a']],
  ['a binary tag stays a text', 'name: !!binary aGk=\n', ['aGk=']],
]

for (const [name, text, names] of GOOD)
  t.test(name, (t) => {
    const result = read(text)
    t.same(result.names, names)
    t.same(result.codes, [])
    t.end()
  })

const bomb = [...'bcdefghi'].map((name, index) => {
  const inner = Array(9).fill(`*${'abcdefgh'[index]}`)
  return `${name}: &${name} [${inner.join(', ')}]`
})

function indented(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('')
}

const BAD: [string, string, string, string][] = [
  ['a syntax error', 'a: [1\nb: 2\n', 'BW1001', '2:1 b'],
  ['a tab', 'a:\n\tb: 1\n', 'BW1002', '2:1 \t'],
  ['a text as document', 'just text\n', 'BW1006', '1:1 just text'],
  ['a list as document', '- a\n- b\n', 'BW1006', '1:1 - a'],
  ['an item that is no object', 'kind: List\nitems:\n- 5\n', 'BW1006', '3:3 5'],
  ['a NUL', 'a: \0\n', 'BW1009', '1:4 '],
  ['bytes that are not UTF-8', 'a: \ufffd\n', 'BW1009', '1:4 '],
  ['an alias without anchor', 'a: 1\nb: *gone\n', 'BW1001', '2:4 *gone'],
  ['an alias inside its anchor', 'a: &a\n  b: *a\n', 'BW1008', '2:6 *a'],
  ['aliases without end', ['a: &a [1]', ...bomb].join('\n'), 'BW1008', '2:8 *a'],
  ['too deep', '['.repeat(20_000), 'BW1008', '1:101 ['],
  ['too deep by indentation', indented(101), 'BW1008', '101:101 a'],
]

for (const [name, text, code, place] of BAD)
  t.test(`refused: ${name}`, (t) => {
    const result = read(text)
    t.same(result.codes, [code])
    if (place !== '') t.same(result.places, [place])
    t.end()
  })

t.test('a text beyond the limit is not read', (t) => {
  t.same(read('#'.repeat(MAX_TEXT_LENGTH + 1)).codes, ['BW1007'])
  t.same(read('#'.repeat(MAX_TEXT_LENGTH)).codes, [])
  t.end()
})

t.test('one bad document does not hide the others', (t) => {
  const result = read('name: a\n---\nx: [\n---\nname: b\n')
  t.same(result.names, ['a', 'b'])
  t.same(result.codes, ['BW1001'])
  t.end()
})

t.test('a hundred levels are read, and a document that is deeper hides no other', (t) => {
  t.same(read(indented(100)).codes, [])
  const result = read(`name: a\n---\n${indented(101)}---\nname: b\n`)
  t.same(result.names, ['a', 'b'])
  t.same(result.codes, ['BW1008'])
  t.end()
})

t.test('places of fields, in lists too', (t) => {
  const [object] = read('kind: List\nitems:\n- name: a\n  spec:\n    x: [1, two]\n').objects
  t.equal(shown(object?.text?.place(['spec', 'x', 1])), '5:12 two')
  t.equal(shown(object?.text?.placeOfKey(['spec', 'x'])), '5:5 x')
  t.same(object?.text?.lint(), [])
  t.end()
})

t.test('a key named __proto__ is data', (t) => {
  const [object] = read('__proto__: {polluted: true}\nname: a\n').objects
  t.same(Object.keys(object?.value ?? {}), ['__proto__', 'name'])
  t.equal(({} as Record<string, unknown>)['polluted'], undefined)
  t.end()
})
