import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host, Lan } from '../demo/lan.ts'
import { createLan, lanRefusal } from '../demo/lan.ts'
import { planOf, writePlans } from '../test/support/speaker/plan-sketch.ts'

/** A LAN on which a kernel and a speaker answer beside each other; the owner is a host of its own. */
export interface WireLan {
  readonly lan: Lan
  readonly speaker: Host
  readonly client: Host
  readonly planFile: string
  close(): void
}

/** The addresses that are asked for: the kernel has its own, the speaker's have `owner`. */
export const ADDRESSES = {
  kernel: { arp: '10.9.0.201', nd: 'fd00:9::201' },
  speaker: { arp: '10.9.0.202', nd: 'fd00:9::202' },
} as const

/** Throws an error that says what is missing. */
export function createWireLan(more: Readonly<Record<string, number>> = {}): WireLan {
  const refusal = lanRefusal()
  if (refusal !== undefined) throw new Error(`this benchmark ${refusal}`)
  const { kernel, speaker } = ADDRESSES
  const lan = createLan([
    {
      name: 'kernel',
      addresses: ['10.9.0.1/16', `${kernel.arp}/16`, 'fd00:9::1/64', `${kernel.nd}/64`],
    },
    { name: 'speaker', addresses: ['10.9.0.2/16', 'fd00:9::2/64'] },
    { name: 'owner', addresses: ['10.9.0.3/16', 'fd00:9::3/64'] },
    { name: 'client', addresses: [] },
  ])
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
  const planFile = join(folder, 'plan.json')
  const nodes = [{ name: 'owner', addresses: ['10.9.0.3', 'fd00:9::3'] }]
  writePlans(planFile, planOf({ nodes, owners: { [speaker.arp]: 0, [speaker.nd]: 0, ...more } }))
  const close = () => {
    lan.close()
    rmSync(folder, { recursive: true })
  }
  return { lan, speaker: lan.host('speaker'), client: lan.host('client'), planFile, close }
}
