import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { MAX_TEXT_LENGTH } from '../../../reconciler/source/documents.ts'
import { STDIN_NAME, readSources } from '../../../reconciler/io/read-sources.ts'

const stdin = () => Promise.resolve('from: stdin\n')

async function read(cwd: string, ...paths: string[]) {
  const { sources, unreadable, missing } = await readSources(paths, { cwd, stdin })
  return {
    paths: sources.map(({ path }) => path),
    texts: sources.map(({ text }) => text),
    unreadable: unreadable.map(({ code, at }) => `${code} ${at?.file}`),
    missing,
  }
}

t.test('a folder with all that is in it, sorted, nothing hidden', async (t) => {
  const cwd = t.testdir({
    pools: {
      'b.yaml': 'b',
      'a.yml': 'a',
      'c.json': '{}',
      'README.md': '#',
      '.hidden.yaml': 'x',
      '.git': { 'config.yaml': 'x' },
      deep: { er: { 'd.yaml': 'd' }, empty: {} },
    },
  })
  for (const path of ['pools', 'pools/', './pools'])
    t.same((await read(cwd, path)).paths, [
      'pools/a.yml',
      'pools/b.yaml',
      'pools/c.json',
      'pools/deep/er/d.yaml',
    ])
  t.same((await read(cwd, 'pools')).texts, ['a', 'b', '{}', 'd'])
})

t.test('a file that is named is read, whatever its name; each file once', async (t) => {
  const cwd = t.testdir({
    'pools.txt': 'a',
    pools: { 'b.yaml': 'b' },
    '.hidden': { 'c.yaml': 'c' },
  })
  t.same((await read(cwd, 'pools.txt', 'pools', 'pools/b.yaml', 'pools')).paths, [
    'pools.txt',
    'pools/b.yaml',
  ])
  t.same((await read(cwd, '.hidden')).paths, ['.hidden/c.yaml'])
  t.same((await read(cwd, join(cwd, 'pools.txt'))).paths, [join(cwd, 'pools.txt')])
  t.same((await read(join(cwd, 'pools'), '.')).paths, ['b.yaml'])
})

t.test('standard input', async (t) => {
  const result = await read(t.testdir({}), '-', '-')
  t.same(result.paths, [STDIN_NAME])
  t.same(result.texts, ['from: stdin\n'])
})

t.test('a path that does not exist', async (t) => {
  t.same((await read(t.testdir({ a: {} }), 'nowhere', 'a', 'a/b/c')).missing, ['nowhere', 'a/b/c'])
})

t.test('a mounted ConfigMap, before and after a change', async (t) => {
  const cwd = t.testdir({
    pools: { '..2026_a': { 'a.yaml': 'old' }, '..2026_b': { 'a.yaml': 'new' } },
  })
  const pools = join(cwd, 'pools')
  symlinkSync('..2026_a', join(pools, '..data'))
  symlinkSync('..data/a.yaml', join(pools, 'a.yaml'))
  t.match(await read(cwd, 'pools'), { paths: ['pools/a.yaml'], texts: ['old'] })
  symlinkSync('..2026_b', join(pools, '..data_tmp'))
  renameSync(join(pools, '..data_tmp'), join(pools, '..data'))
  t.match(await read(cwd, 'pools'), { paths: ['pools/a.yaml'], texts: ['new'], unreadable: [] })
})

t.test('links: into a checkout, to nowhere, in a circle, twice to one file', async (t) => {
  const cwd = t.testdir({ checkout: { 'a.yaml': 'a' }, pools: { 'b.yaml': 'b' } })
  const pools = join(cwd, 'pools')
  symlinkSync('../checkout', join(pools, 'current'))
  symlinkSync('b.yaml', join(pools, 'again.yaml'))
  symlinkSync('nowhere', join(pools, 'gone.yaml'))
  symlinkSync('nowhere', join(pools, 'gone.txt'))
  symlinkSync('loop.yaml', join(pools, 'loop.yaml'))
  symlinkSync('..', join(pools, 'up'))
  const result = await read(cwd, 'pools')
  t.same(result.paths, ['pools/again.yaml', 'pools/current/a.yaml'])
  t.same(result.unreadable, ['BW1010 pools/gone.yaml', 'BW1010 pools/loop.yaml'])
})

t.test('no permission', async (t) => {
  const cwd = t.testdir({ 'a.yaml': 'a', 'b.yaml': 'b' })
  chmodSync(join(cwd, 'a.yaml'), 0)
  const isRoot = process.getuid?.() === 0
  const result = await read(cwd, '.')
  t.same(result.unreadable, isRoot ? [] : ['BW1010 a.yaml'])
})

t.test('a file beyond all reason is not even read', async (t) => {
  const cwd = t.testdir({})
  writeFileSync(join(cwd, 'big.yaml'), Buffer.alloc(MAX_TEXT_LENGTH * 3 + 1, 32))
  t.same((await read(cwd, 'big.yaml')).unreadable, ['BW1007 big.yaml'])
})

t.test('a byte order mark is no part of the text', async (t) => {
  t.same((await read(t.testdir({ 'a.yaml': '\ufeffa: 1' }), 'a.yaml')).texts, ['a: 1'])
})

t.test('other things in a folder', async (t) => {
  const cwd = t.testdir({ pools: {} })
  mkdirSync(join(cwd, 'pools/looks-like-a-file.yaml'))
  t.match(await read(cwd, 'pools'), { paths: [], unreadable: [], missing: [] })
})
