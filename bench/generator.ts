import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Host } from '../demo/lan.ts'
import { root } from '../test/support/root.ts'

export type QuestionFamily = 'arp' | 'nd'

/** What the generator prints. Times in microseconds. */
export interface Sample {
  readonly answered: number
  readonly lost: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}

export interface Question {
  readonly family: QuestionFamily
  /** The MAC of who shall answer. */
  readonly responder: string
  readonly target: string
  readonly outstanding: number
  readonly seconds: number
}

/** Compiles a program of this folder into another one; its path. */
export function compile(name: string, folder: string): string {
  const program = join(folder, name)
  const source = join(root, 'bench', `${name}.c`)
  execFileSync('cc', ['-O2', '-o', program, source], { stdio: 'inherit' })
  return program
}

/** Runs bench/generator.c on a host. */
export function askFrom(client: Host, program: string, question: Question): Sample {
  const { family, responder, target, outstanding, seconds } = question
  const argv = ['eth0', family, client.mac, responder, target]
  const output = client.exec([program, ...argv, String(outstanding), String(seconds)])
  return JSON.parse(output) as Sample
}
