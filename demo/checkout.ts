import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Git checkout of pool files, as git-sync or a clone leaves it. */
export interface Checkout {
  readonly folder: string
  readonly pools: string
  /** Commits everything; the commit's short name. */
  commit(subject: string): string
  /** What the last commit changed, as a patch. */
  lastChange(): string
  remove(): void
}

const IDENTITY = [
  ...['-c', 'user.name=quickstart', '-c', 'user.email=quickstart@example.com'],
  ...['-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main'],
]

/** Makes a repository in a temporary folder, with a copy of `source` as its `pools/`. */
export function createCheckout(source: string): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-quickstart-'))
  const pools = join(folder, 'pools')
  const git = (...words: string[]) =>
    execFileSync('git', [...IDENTITY, ...words], { cwd: folder, encoding: 'utf8' }).trim()
  const checkout: Checkout = {
    folder,
    pools,
    commit(subject) {
      git('add', '--all', 'pools')
      git('commit', '--quiet', '--message', subject)
      return git('rev-parse', '--short', 'HEAD')
    },
    lastChange: () => git('show', '--format=', '--unified=1', 'HEAD'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  git('init', '--quiet')
  cpSync(source, pools, { recursive: true })
  checkout.commit('pools: addresses of the LAN')
  return checkout
}
