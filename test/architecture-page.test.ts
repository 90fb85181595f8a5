import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { root } from './support/root.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/architecture.md')

/** `[file](../file) name`: where something is done. */
const PLACES = [...page.matchAll(/\[([\w./-]+\.ts)\]\(\.\.\/[\w./-]+\) `(\w+)`/g)].map(
  ([, file = '', name = '']) => ({ file, name }),
)

t.test('every file that the page names is there, and has the function', async (t) => {
  t.ok(PLACES.length > 20, 'places were found')
  for (const { file, name } of PLACES) {
    const text = existsSync(join(root, file)) ? read(file) : ''
    t.match(text, new RegExp(`\\b(function|class) ${name}\\b`), `${file}: ${name}`)
  }
})

t.test('every path that the page names is there', async (t) => {
  const paths = [...page.matchAll(/`((?:[\w-]+\/)+(?:[\w-]+\.\w+)?)`/g)].map(
    ([, path = '']) => path,
  )
  t.ok(paths.length > 5, 'paths were found')
  for (const path of new Set(paths)) t.ok(existsSync(join(root, path)), path)
})

t.test('the page names every room, and a README in each is short', async (t) => {
  const { rooms } = JSON.parse(read('scripts/rooms.json')) as {
    rooms: readonly { readonly folder: string; readonly start: string }[]
  }
  for (const { folder, start } of rooms) {
    t.ok(page.includes(`| [${folder}](../${folder})`), `${folder} is on the page`)
    const readme = read(`${folder}/README.md`)
    t.ok(readme.trimEnd().split('\n').length <= 10, `${folder}/README.md is short`)
    t.ok(readme.includes(`[${start}](${start})`), `${folder}/README.md says where to start`)
  }
})

t.test('every link from a page of documentation leads to something', async (t) => {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
  for (const path of ['README.md', 'CONTRIBUTING.md', ...inDocs]) {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)]
    const lost = links.filter(([, to = '']) => !existsSync(join(root, dirname(path), to)))
    t.strictSame(
      lost.map(([link]) => link),
      [],
      path,
    )
  }
})

t.test('each word is in the glossary once, with where it comes from', async (t) => {
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => /^\| (?!word |-)/.test(line))
  const words = rows.map((row) => row.split('|')[1]?.trim().toLowerCase() ?? '')
  t.ok(words.length > 50, 'words were found')
  t.strictSame([...new Set(words)], words)
  for (const row of rows) {
    const cells = row.split(' | ').map((cell) => cell.replaceAll('|', '').trim())
    t.equal(cells.length, 3, row)
    t.ok(
      cells.every((cell) => cell !== ''),
      row,
    )
  }
})
