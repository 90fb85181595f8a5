import type { Family } from '../../../api/address.ts'
import { POOL_DEFAULTS } from '../../../api/objects.ts'
import { linkView, type LinkView, type Neighbor } from '../../../speaker/lan/link-view.ts'
import { roleKey, type ProbeRole, type ProbeSettings } from '../../../speaker/probing/roles.ts'
import { begin, newTarget, setVerdict, type Target } from '../../../speaker/probing/target.ts'
import type { Verdict } from '../../../speaker/status/status.ts'
import { eth0, neighbor, node, octets, WORKER_1 } from '../wire/wire-fixtures.ts'

/** By default: worker-1, of both families, its MAC known. */
export function workerOn(link: LinkView, macText: string | undefined = WORKER_1): Neighbor {
  return neighbor(link, node('worker-1', '10.0.0.11', '2001:db8::11'), macText)
}

export interface RoleSettings extends Partial<ProbeSettings> {
  readonly family?: Family
  readonly isNeeded?: boolean
  readonly canEcho?: boolean
}

/** How a node is probed: as an owner, as the defaults of a pool say, unless other things are said. */
export function roleOf(neighbor: Neighbor, settings: RoleSettings = {}): ProbeRole {
  const { family = 'IPv4', isNeeded = true, canEcho = true, ...probe } = settings
  const address = neighbor.node.addresses.find((one) => one.family === family)
  if (address === undefined) throw new Error(`${neighbor.node.name} has no ${family}`)
  const key = roleKey(neighbor, family)
  return {
    key,
    neighbor,
    family,
    address,
    settings: { ...POOL_DEFAULTS.probe, ...probe },
    isNeeded,
    canEcho,
  }
}

/** What of a target a test may want to be different; `by` is how it is probed now. */
export interface TargetState extends RoleSettings {
  readonly by?: Target['method']
  readonly verdict?: Verdict
}

/** A target that has been up since 0, on a link of its own. */
export function targetOf({ by = 'echo', verdict = 'up', ...role }: TargetState = {}): Target {
  const target = newTarget(roleOf(workerOn(linkView(eth0())), role), 0)
  target.method = by
  begin(target, 0, 0)
  if (verdict !== 'up') setVerdict(target, verdict, 0)
  return target
}

/** Somebody is heard on the link. */
export function hearOn(link: LinkView, source: string, at: number): void {
  const frame = octets(`${source} > broadcast ARP request who-has 10.0.0.254 tell 10.0.0.50`)
  link.witnesses.note(frame, at)
}
