import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/root.ts'

/*
 * The two releases that meet while a cluster is upgraded. `npm run release-before` packs the one before.
 */

export type Release = 'before' | 'present'

/** Which commit the release before is, and the Node that it is released for: the one place that names them. */
interface ReleaseBefore {
  readonly commit: string
  readonly node: string
}

const { commit, node } = JSON.parse(
  readFileSync(join(root, 'test/upgrade/release-before.json'), 'utf8'),
) as ReleaseBefore
const cache = join(homedir(), '.cache/bellwether')

/** Why the release before cannot be run here; undefined if it can. */
export function releaseBeforeRefusal(): string | undefined {
  if (existsSync(folderOf('before')) && existsSync(nodeOf('before'))) return undefined
  return `needs the release before, ${commit.slice(0, 10)}: "npm run release-before" packs it, in a clone with that commit`
}

/** What is started for `bellwether`, as a user has it. */
export function bellwetherOf(release: Release): readonly string[] {
  return [nodeOf(release), join(folderOf(release), 'bin/bellwether.js')]
}

/** The manifests of a release. */
export function configOf(release: Release): string {
  return join(folderOf(release), 'config')
}

/** Of its package, with its dependencies. */
export function folderOf(release: Release): string {
  return release === 'before' ? join(cache, 'release-before', commit, 'package') : root
}

/** The program. An image brings its own Node, and native modules are built for one. */
export function nodeOf(release: Release): string {
  const isOurs = release === 'present' || major(node) === major(process.versions.node)
  return isOurs ? process.execPath : join(cache, 'node', node, 'bin/node')
}

function major(version: string): string {
  return version.split('.')[0] ?? ''
}

export function other(release: Release): Release {
  return release === 'before' ? 'present' : 'before'
}
