import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandRefusal } from './command-refusal.ts'
import type { Host } from './lan.ts'

/** Without "/": VRRP with these addresses between hosts of a LAN, the first of which is the master. */
export interface KeepalivedOptions {
  readonly hosts: readonly Host[]
  readonly addresses: readonly string[]
  readonly advertSeconds: number
  /** How often the master announces the addresses again; never, if missing. */
  readonly refreshSeconds?: number
  /** For configurations and what keepalived writes. */
  readonly folder: string
}

export interface Keepalived {
  stop(): Promise<void>
}

export function keepalivedRefusal(): string | undefined {
  return commandRefusal('keepalived', 'keepalived')
}

/** 254 and below: the closer to 255, the shorter the skew time (RFC 9568 §6.1). */
const HIGHEST_PRIORITY = 254

export function startKeepalived(options: KeepalivedOptions): Keepalived {
  const children = options.hosts.map((host, at) => {
    const file = (extension: string) => join(options.folder, `${host.namespace}.${extension}`)
    writeFileSync(file('conf'), configuration(options, HIGHEST_PRIORITY - at))
    const child = host.spawn([
      ...['keepalived', '--dont-fork', '--log-console', '--vrrp', '--use-file', file('conf')],
      ...['--pid', file('pid'), '--vrrp_pid', file('vrrp.pid')],
    ])
    // A pipe that nobody reads would stop it one day.
    child.stdout?.resume()
    child.stderr?.resume()
    return child
  })
  return {
    async stop() {
      const running = children.filter(
        ({ exitCode, signalCode }) => (exitCode ?? signalCode) === null,
      )
      const ended = running.map((child) => once(child, 'exit'))
      for (const child of running) child.kill('SIGTERM')
      await Promise.all(ended)
    },
  }
}

/** One group for each family, as VRRP has it (RFC 9568 §1.1). */
function configuration(options: KeepalivedOptions, priority: number): string {
  const families = [
    options.addresses.filter((address) => !address.includes(':')),
    options.addresses.filter((address) => address.includes(':')),
  ].filter((addresses) => addresses.length > 0)
  const groups = families.map((addresses, at) =>
    group({ name: `family${at}`, priority, ...options }, addresses),
  )
  return ['global_defs {', '  vrrp_version 3', '}', ...groups, ''].join('\n')
}

interface Group extends Pick<KeepalivedOptions, 'advertSeconds' | 'refreshSeconds'> {
  readonly name: string
  readonly priority: number
}

function group(options: Group, addresses: readonly string[]): string {
  const { name, priority, advertSeconds, refreshSeconds = 0 } = options
  return `vrrp_instance ${name} {
  state BACKUP
  interface eth0
  virtual_router_id 51
  priority ${priority}
  advert_int ${advertSeconds}
  garp_master_refresh ${refreshSeconds}
  virtual_ipaddress {
${addresses.map((address) => `    ${address}/${address.includes(':') ? 128 : 32}`).join('\n')}
  }
}`
}
