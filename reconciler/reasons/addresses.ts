import type { Address } from '../../api/address.ts'
import type { ServiceKey } from '../model/model.ts'
import type { AdmissionObstacle } from './pools.ts'
import { describePoolObstacle } from './pools.ts'
import type { Advice, ReasonOf, Sentences } from './reason.ts'
import { forOperators, forOwner, inOneNamespace, toAll } from './reason.ts'
import type { SharingObstacle } from './sharing.ts'
import { SHARING_OBSTACLES } from './sharing.ts'

interface InPool {
  readonly pool: string
}

interface NotAdmitted extends InPool {
  readonly because: AdmissionObstacle
}

interface Reserved extends InPool {
  readonly service: ServiceKey
}

interface InUse {
  readonly by: ServiceKey
  readonly sharing: SharingObstacle
}

interface NotRead {
  readonly poolsUnknown: boolean
}

/** `advice` is for who asks for the address; a reservation has its own. */
interface ObstacleEntry extends Sentences<never> {
  readonly advice: Advice
}

/** Why a Service may not have one particular address. */
export const ADDRESS_OBSTACLES = {
  /** `poolsUnknown`: a pool that is broken or could not be read might have it. */
  outsidePools: {
    ...toAll(({ poolsUnknown }: NotRead) =>
      poolsUnknown
        ? 'no pool that could be read holds it, and a broken one might'
        : 'no pool holds it',
    ),
    advice: refused('add the address to a pool, or ask for one that is in a pool'),
  },
  /** The Service also names a pool, and the address is not in that one. */
  outsideRequestedPool: {
    ...toAll(({ pool }: InPool) => `it is not in pool ${pool}, which the Service asks for too`),
    advice: refused('make bellwether.dev/pool and the requested address agree'),
  },
  notAdmitted: {
    ...toAll(
      ({ pool, because }: NotAdmitted) =>
        `pool ${pool} does not take the Service: ${describePoolObstacle(because)}`,
    ),
    advice: refused(
      'change the selectors of the pool or the labels of the Service: selectors bind requests too',
    ),
  },
  suspended: {
    ...toAll(({ pool }: InPool) => `pool ${pool} is suspended`),
    advice: refused('remove suspend from the pool, or ask for an address of another one'),
  },
  reservedForOther: {
    operators: ({ pool, service }: Reserved) => `pool ${pool} reserves it for ${service}`,
    owner: ({ pool, service }: Reserved, reader: ServiceKey) =>
      `pool ${pool} reserves it for ${inOneNamespace(reader, service) ? service : 'another Service'}`,
    advice: refused('ask for another address'),
  },
  /** An address of a node itself. */
  nodeAddress: {
    ...toAll(({ node }: { readonly node: string }) => `it is an address of node ${node} itself`),
    advice: refused('ask for another address'),
  },
  inUse: {
    operators: inUseByOne,
    owner: (inUse: InUse, reader: ServiceKey) =>
      inOneNamespace(reader, inUse.by)
        ? inUseByOne(inUse)
        : `it is in use, and ${forOwner(SHARING_OBSTACLES, inUse.sharing, reader)}`,
    advice: {
      code: 'BW4004',
      hint: 'ask for another address, or make the two Services fit to share',
    },
  },
  /** The Service does not want an address of this family. */
  familyNotWanted: {
    ...toAll('the Service wants no address of this family'),
    advice: refused('add the family to spec.ipFamilies, or remove the request'),
  },
  /** A Service gets one address of a family; another of those that it asks for comes first. */
  secondOfFamily: {
    ...toAll(
      ({ first }: { readonly first: Address }) =>
        `one address of a family is enough, and ${first.text} comes first`,
    ),
    advice: refused('ask for one address of each family'),
  },
  /** A reservation for the same Service comes before what it asks for. */
  reservationFirst: {
    ...toAll(
      ({ reserved }: { readonly reserved: Address }) =>
        `${reserved.text} is reserved for the Service and comes first`,
    ),
    advice: refused('remove the reservation or the request'),
  },
} satisfies Readonly<Record<string, ObstacleEntry>>

/** Why a Service may not have one particular address. */
export type AddressObstacle = ReasonOf<typeof ADDRESS_OBSTACLES>

function refused(hint: string): Advice {
  return { code: 'BW4003', hint }
}

function inUseByOne({ by, sharing }: InUse): string {
  return `${by} has it, and they cannot share: ${forOperators(SHARING_OBSTACLES, sharing)}`
}
