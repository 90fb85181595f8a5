import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readRevision } from '../../../reconciler/io/read-revision.ts'

const IDENTITY = ['-c', 'user.name=test', '-c', 'user.email=test@example.com']

function git(cwd: string, ...words: string[]): string {
  const options = [...IDENTITY, '-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main']
  return execFileSync('git', [...options, ...words], { cwd, encoding: 'utf8' }).trim()
}

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'])
    return true
  } catch {
    return false
  }
}

/** A repository with one commit that has pools/lan.yaml. */
function repository(folder: string): string {
  mkdirSync(join(folder, 'pools'), { recursive: true })
  writeFileSync(join(folder, 'pools/lan.yaml'), '')
  git(folder, 'init', '--quiet')
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'pools')
  return git(folder, 'rev-parse', 'HEAD')
}

const skip = hasGit() ? false : 'needs git'

t.test('a checkout, from its root, a folder or a file in it', { skip }, (t) => {
  const folder = t.testdir()
  const commit = repository(folder)
  t.equal(readRevision(folder), commit)
  t.equal(readRevision(join(folder, 'pools')), commit)
  t.equal(readRevision(join(folder, 'pools/lan.yaml')), commit)
  t.end()
})

t.test('references that were packed', { skip }, (t) => {
  const folder = t.testdir()
  const commit = repository(folder)
  git(folder, 'pack-refs', '--all')
  t.equal(readRevision(folder), commit)
  t.end()
})

t.test('a detached HEAD', { skip }, (t) => {
  const folder = t.testdir()
  const commit = repository(folder)
  git(folder, 'checkout', '--quiet', '--detach')
  t.equal(readRevision(folder), commit)
  t.end()
})

t.test('another worktree of the same repository', { skip }, (t) => {
  const folder = t.testdir()
  const first = repository(join(folder, 'main'))
  git(join(folder, 'main'), 'worktree', 'add', '--quiet', '../other')
  writeFileSync(join(folder, 'other/pools/lan.yaml'), '# changed\n')
  git(join(folder, 'other'), 'commit', '--quiet', '--all', '-m', 'change')
  const second = git(join(folder, 'other'), 'rev-parse', 'HEAD')
  t.equal(readRevision(join(folder, 'main/pools')), first)
  t.equal(readRevision(join(folder, 'other/pools')), second)
  t.end()
})

t.test('a repository without a commit has no revision', { skip }, (t) => {
  const folder = t.testdir()
  git(folder, 'init', '--quiet')
  t.equal(readRevision(folder), '')
  t.end()
})

t.test('the link of git-sync names the commit', (t) => {
  const commit = '0123456789abcdef0123456789abcdef01234567'
  const folder = t.testdir({ '.worktrees': { [commit]: { pools: { 'lan.yaml': '' } } } })
  symlinkSync(join('.worktrees', commit), join(folder, 'current'))
  t.equal(readRevision(join(folder, 'current')), commit)
  t.equal(readRevision(join(folder, 'current/pools')), commit)
  t.equal(readRevision(join(folder, 'current/pools/lan.yaml')), commit)
  t.end()
})

t.test('a path that leads nowhere has no revision', (t) => {
  t.equal(readRevision('/nowhere/at/all'), '')
  t.end()
})

t.test('a .git that is neither folder nor pointer', (t) => {
  const folder = t.testdir({ '.git': 'nonsense', pools: {} })
  const revision = readRevision(join(folder, 'pools'))
  t.match(revision, /^([0-9a-f]{40})?$/)
  t.end()
})
