import type { Sharing } from '../../api/objects.ts'
import type { ServiceKey } from '../model/model.ts'
import type { AdmissionObstacle } from './pools.ts'
import { describePoolObstacle } from './pools.ts'
import type { Advice, ReasonOf, Sentences } from './reason.ts'

interface NotAdmitted {
  readonly service: ServiceKey
  readonly because: AdmissionObstacle
}

interface ReservedForOther {
  readonly reservedFor: ServiceKey
}

interface NodeAddress {
  readonly node: string
}

interface PoolSharing {
  readonly sharing: Sharing
}

/** An address that is kept, as texts: of which pool, and by which Services. */
export interface Kept {
  readonly address: string
  readonly pool: string
  readonly services: string
}

/**
 * `advice` is one finding for all addresses of a pool, with the sentence for owners; `single` one for each address.
 * Neither for what is said once for everything.
 */
export interface RetentionEntry extends Sentences<never> {
  readonly owner: () => string
  readonly advice?: Advice
  readonly single?: (kept: Kept, reason: never) => Advice & { readonly message: string }
}

/** Why an address is kept although the rules of today would not give it. */
export const RETENTIONS = {
  /** No pool of that name is declared any more, and no other pool has the address. */
  poolRemoved: {
    operators: () => 'its pool is not declared any more',
    owner: () => 'the pool is not declared any more',
    advice: {
      code: 'BW4008',
      hint: 'declare the pool again, or add bellwether.dev/allow-release with the addresses to another pool',
    },
  },
  /** The pool is there, but neither it nor another pool has the address any more. */
  poolNarrowed: {
    operators: () => 'its pool does not hold it any more',
    owner: () => 'the pool was narrowed',
    advice: {
      code: 'BW4008',
      hint: 'add the addresses to a pool again, or add bellwether.dev/allow-release: "*" to this one',
    },
  },
  /** The declaration of the pool has an error: what it would say is not known. */
  poolBroken: {
    operators: () => 'the declaration of its pool has an error',
    owner: () => 'the pool has an error',
    advice: { code: 'BW4009', hint: 'correct the pool' },
  },
  /** Some pool file could not be read, and no pool of that name was read. */
  poolUnknown: {
    operators: () => 'its pool may be in a file that could not be read',
    owner: () => 'the pool could not be read',
    advice: { code: 'BW4009', hint: 'correct what cannot be read' },
  },
  /** Services are not known: none of their addresses is touched. That is said once, for all of them. */
  servicesUnknown: {
    operators: () => 'the state holds no Services, so nobody knows who is gone',
    owner: () => 'the state holds no Services',
  },
  /** The pool would not take `service` today. */
  notAdmitted: {
    operators: ({ service, because }: NotAdmitted) =>
      `its pool would not take ${service} today: ${describePoolObstacle(because)}`,
    owner: () => 'the pool would not take their Services today',
    advice: {
      code: 'BW4010',
      hint: 'nothing has to be done: what is held stays until the Service goes',
    },
  },
  /** Reserved for another Service, which gets it when those that have it are gone. */
  reservedForOther: {
    operators: ({ reservedFor }: ReservedForOther) =>
      `it is reserved for ${reservedFor}, which has to wait`,
    owner: () => 'it is reserved for another Service, which has to wait',
    single: ({ address, services }: Kept, { reservedFor }: ReservedForOther) => ({
      code: 'BW4011',
      message: `${address} is reserved for Service ${reservedFor}, while ${services} has it`,
      hint: `let ${services} ask for another address, or reserve another one`,
    }),
  },
  nodeAddress: {
    operators: ({ node }: NodeAddress) => `it is an address of node ${node} itself`,
    owner: () => 'it is an address of a node itself',
    single: ({ address, pool, services }: Kept, { node }: NodeAddress) => ({
      code: 'BW4013',
      message: `${address}, which ${services} has, is an address of Node ${node}`,
      hint: `exclude ${address} from pool ${pool}, and let the Service ask for another address`,
    }),
  },
  /** The pool's `sharing` would not let these Services share today. */
  poolSharing: {
    operators: ({ sharing }: PoolSharing) =>
      `its pool would not let them share today (sharing: ${sharing})`,
    owner: () => 'the pool would not let their Services share them today',
    advice: {
      code: 'BW4015',
      hint: 'nothing has to be done: those that share go on sharing',
    },
  },
} satisfies Readonly<Record<string, RetentionEntry>>

/** Why an address is kept although the rules of today would not give it. */
export type RetentionReason = ReasonOf<typeof RETENTIONS>

/** What is said of a reason in findings. */
export function retentionEntry(type: RetentionReason['type']): RetentionEntry {
  return RETENTIONS[type]
}
