import type { Sharing } from '../../api/objects.ts'
import type { ReasonOf, ReasonTable } from './reason.ts'
import { toAll } from './reason.ts'

interface Keys {
  readonly key: string
  readonly otherKey: string
}

interface Port {
  readonly protocol: string
  readonly port: number
}

interface PoolSharing {
  readonly sharing: Sharing
}

/** What the other Service is like is nobody's business but its owner's. */
const notShared = (): string => 'it is not shared with this Service'

/** Why two Services cannot have one address. Owners of one of them are told what is so of the pool, and no more. */
export const SHARING_OBSTACLES = {
  /** One of them has no `bellwether.dev/share`. */
  noSharingKey: {
    operators: () => 'they do not both have the annotation bellwether.dev/share',
    owner: notShared,
  },
  otherSharingKey: {
    operators: ({ key, otherKey }: Keys) =>
      `their sharing keys differ ("${key}" and "${otherKey}")`,
    owner: notShared,
  },
  samePort: {
    operators: ({ protocol, port }: Port) => `both use port ${port}/${protocol}`,
    owner: notShared,
  },
  otherTrafficPolicy: {
    operators: () => 'their externalTrafficPolicy differs',
    owner: notShared,
  },
  /** With externalTrafficPolicy Local, both must select the same Pods. */
  otherSelector: {
    operators: () => 'externalTrafficPolicy is Local, and they select different Pods',
    owner: notShared,
  },
  /** The pool's `sharing` forbids it. */
  poolSharing: {
    operators: ({ sharing }: PoolSharing) =>
      `the pool does not let them share (sharing: ${sharing})`,
    owner: ({ sharing }: PoolSharing) =>
      `its pool does not let this Service share it (sharing: ${sharing})`,
  },
  /** The pool of the address is not in force: nobody new gets the address. */
  poolNotInForce: toAll('its pool is not in force, so nobody new gets the address'),
  /** The other one requires both families and lacks one: the address is kept for it, but not given yet. */
  notGivenYet: {
    operators: () => 'it is kept for that one until its other family can be had',
    owner: notShared,
  },
} satisfies ReasonTable

/** Why two Services cannot have one address. */
export type SharingObstacle = ReasonOf<typeof SHARING_OBSTACLES>
