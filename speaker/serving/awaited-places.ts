import { earliest } from '../../api/earliest.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Place } from '../ownership/demotions.ts'
import { LONGEST_WAIT } from './timing.ts'

/** Where a plan moves an address whose Service wants local endpoints. */
export interface AwaitedPlace extends Place {
  readonly port: number
  readonly until: number
}

/** The places whose endpoints are waited for before an address moves there. */
export interface AwaitedPlaces {
  /** Returns the places that are waited for from now on. `isFit`: known to have endpoints. */
  follow(
    plan: AnnouncementPlan,
    isFit: (node: string, port: number) => boolean,
    now: number,
  ): readonly AwaitedPlace[]
  has(node: string, port: number): boolean
  /** It has endpoints. */
  end(node: string, port: number): void
  /** Ends what has been waited for long enough, and returns it. */
  expire(now: number): readonly AwaitedPlace[]
  places(): readonly Place[]
  /** When `expire` has something to end; undefined: nothing is waited for. */
  readonly deadline: number | undefined
}

export function createAwaitedPlaces(): AwaitedPlaces {
  let awaited: readonly AwaitedPlace[] = []
  let owners: ReadonlyMap<string, string> = new Map()
  const isAt = (node: string, port: number) => (one: AwaitedPlace) =>
    one.node === node && one.port === port
  return {
    follow(plan, isFit, now) {
      const planned = plannedPlaces(plan, now + LONGEST_WAIT)
      const isSame = (one: AwaitedPlace) => planned.some((place) => isSamePlace(one, place))
      const kept = awaited.filter(isSame)
      const fresh = planned.filter(({ address, node, port }) => {
        const before = owners.get(address)
        return before !== undefined && before !== node && !isFit(node, port)
      })
      awaited = [...kept, ...fresh]
      owners = new Map(plannedOwners(plan))
      return fresh
    },
    has: (node, port) => awaited.some(isAt(node, port)),
    end(node, port) {
      awaited = awaited.filter((one) => !isAt(node, port)(one))
    },
    expire(now) {
      const over = awaited.filter(({ until }) => until <= now)
      awaited = awaited.filter(({ until }) => until > now)
      return over
    },
    places: () => awaited.map(({ address, node }) => ({ address, node })),
    get deadline() {
      return earliest(awaited.map(({ until }) => until))
    },
  }
}

function isSamePlace(a: AwaitedPlace, b: AwaitedPlace): boolean {
  return a.address === b.address && a.node === b.node && a.port === b.port
}

function plannedOwners({ spec }: AnnouncementPlan): [address: string, node: string][] {
  return spec.announcements.flatMap(({ address, candidates: [first] }) => {
    const node = first === undefined ? undefined : spec.nodes[first]
    return node === undefined ? [] : [[address, node.name]]
  })
}

function plannedPlaces(plan: AnnouncementPlan, until: number): AwaitedPlace[] {
  const owners = new Map(plannedOwners(plan))
  return plan.spec.announcements.flatMap(({ address, healthCheckNodePort: port }) => {
    const node = owners.get(address)
    return port === undefined || node === undefined ? [] : [{ address, node, port, until }]
  })
}
