import { spawnSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../test/support/root.ts'
import type { Checkout } from './checkout.ts'

export const PROGRAM = join(root, 'bin/bellwether.js')

/** Ends the demo: a command did something else than what it is here to show. */
export class DemoFailure extends Error {}

export function say(text: string): void {
  console.log(`\n${text}`)
}

/** Runs a command as a reader would type it, with its output. */
export function show(checkout: Checkout, ...args: string[]): void {
  const words = args.map((arg) => (arg.startsWith('/') ? shorten(checkout, arg) : arg))
  console.log(`\n$ bellwether ${words.join(' ')}\n`)
  run(args, 'inherit')
}

/** A path of the checkout as from inside it, another as from here. */
function shorten(checkout: Checkout, path: string): string {
  const inside = relative(checkout.folder, path)
  return inside.startsWith('..') ? relative(process.cwd(), path) : inside
}

function run(args: readonly string[], output: 'inherit' | 'pipe'): string {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', output, output === 'inherit' ? 'inherit' : 'ignore'],
  })
  if (status !== 0) throw new DemoFailure(`bellwether ${args.join(' ')} ended with ${status}`)
  return stdout ?? ''
}

/**
 * Plans the checkout, shows the plan and writes it where the speaker reads it: by rename, so that the file
 * is never half there. With a plan in force already, that one is what the new plan starts from.
 */
export function plan(checkout: Checkout, state: string, previous?: string): string {
  const file = join(checkout.folder, 'plan.json')
  const inputs = ['plan', '--pools', checkout.pools, '--state', state]
  const all = previous === undefined ? inputs : [...inputs, '--previous', previous]
  show(checkout, ...all)
  writeFileSync(`${file}.new`, run([...all, '-o', 'json'], 'pipe'))
  renameSync(`${file}.new`, file)
  return file
}
