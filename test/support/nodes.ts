import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.ts'

/** A version of Node that `npm run nodes` fetches: scripts/nodes.mjs says where to. */
export interface OtherNode {
  readonly version: string
  /** The program. */
  readonly node: string
  /** What npm needs to install for it, with its headers. */
  readonly env: NodeJS.ProcessEnv
  /** Why it cannot be used here, or false: what tap takes as `skip`. */
  readonly skip: string | false
}

const versions = JSON.parse(
  readFileSync(join(root, 'scripts/node-versions.json'), 'utf8'),
) as readonly string[]

/** The versions that are supported, oldest first. */
export const otherNodes: readonly OtherNode[] = versions.map((version) => {
  const folder = join(homedir(), '.cache/bellwether/node', version)
  const node = join(folder, 'bin/node')
  // The hooks of the test runner are for the Node that runs it.
  const { NODE_OPTIONS: _, PATH = '', ...rest } = process.env
  const env = { ...rest, PATH: `${join(folder, 'bin')}:${PATH}`, npm_config_nodedir: folder }
  return { version, node, env, skip: existsSync(node) ? false : 'fetch it by "npm run nodes"' }
})
