import { CLUSTER_CODES } from './cluster.ts'
import { POOL_CODES } from './pools.ts'
import { TEXT_CODES } from './text.ts'
import type { FindingCode } from './code.ts'
import type { CodeEntry } from './entry.ts'

/** What each code means, and the severity of its findings. */
export const FINDING_CODES: Readonly<Record<FindingCode, CodeEntry>> = {
  // BW1: text and schema
  ...TEXT_CODES,

  // BW2: pools
  ...POOL_CODES,

  // BW3: pools against the cluster
  ...CLUSTER_CODES,

  // BW4: allocation
  BW4001: {
    name: 'NoPoolFits',
    severity: 'warning',
    cause:
      'A Service gets no address of a family, because no pool takes it: selectors, namespaces, `autoAssign`, `suspend`, or no addresses of that family.',
    cure: 'Give the Service the labels or the namespace that a pool selects, widen the selector of a pool, or declare a pool for it. `bellwether explain` names the reason of each pool.',
  },
  BW4002: {
    name: 'PoolsExhausted',
    severity: 'warning',
    cause:
      "Every address that the pools could give to a Service is in use, reserved, or a node's own.",
    cure: 'Add addresses to a pool, or delete Services that are not needed any more.',
  },
  BW4003: {
    name: 'RequestRefused',
    severity: 'warning',
    cause: 'A Service asks for an address that it may not have.',
    cure: 'Ask for an address that a pool has for this Service, or change the pool; without a request the Service gets any free address.',
  },
  BW4004: {
    name: 'AddressInUse',
    severity: 'warning',
    cause:
      'A Service asks for an address that another one has, and the two cannot share it: that takes the same `bellwether.dev/share`, different ports, the same externalTrafficPolicy (with Local also the same selector), and a pool that allows it.',
    cure: 'Ask for another address, or make the two fit each other.',
  },
  BW4005: {
    name: 'RequestedPoolNotInForce',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/pool` names a pool that is not declared, is broken, or could not be read.',
    cure: 'Correct the name, or declare the pool. The Service gets nothing from other pools, and keeps what it has.',
  },
  BW4006: {
    name: 'DualStackIncomplete',
    severity: 'warning',
    cause:
      'A Service with `ipFamilyPolicy: RequireDualStack` can have an address of one family only, so it gets none.',
    cure: 'Add addresses of the other family to a pool that takes the Service, or use PreferDualStack.',
  },
  BW4007: {
    name: 'SecondFamilyMissing',
    severity: 'info',
    cause:
      'A Service with `ipFamilyPolicy: PreferDualStack` has an address of one family; the pools have none left of the other. It gets one as soon as there is one.',
    cure: 'Add addresses of that family to a pool that takes the Service.',
  },
  BW4008: {
    name: 'AddressesOutsidePools',
    severity: 'warning',
    cause:
      'A pool was removed or narrowed while Services have addresses from it. They keep them until they go: nobody loses an address because of an edit.',
    cure: 'Add the addresses to a pool again; or let go of them with the annotation `bellwether.dev/allow-release` on a pool (addresses, or `*` for all that came from that pool): the Services then get other addresses.',
  },
  BW4009: {
    name: 'PoolUnreadable',
    severity: 'warning',
    cause:
      'Services have addresses from a pool whose declaration has an error or could not be read. They keep them.',
    cure: 'Correct the declaration. Until then the pool gives out nothing, and nothing of it is released.',
  },
  BW4010: {
    name: 'KeptAgainstSelectors',
    severity: 'info',
    cause:
      'Services have addresses from a pool whose selectors do not match them any more. They keep them until they go.',
    cure: 'Nothing has to be done. To move such a Service, name another pool or address in its annotations.',
  },
  BW4011: {
    name: 'ReservationWaits',
    severity: 'warning',
    cause:
      'An address is reserved for a Service while another one has it. The one that has it keeps it.',
    cure: 'Let the Service that has the address ask for another one, or reserve another address.',
  },
  BW4012: {
    name: 'ReservationRefused',
    severity: 'warning',
    cause: 'An address is reserved for a Service that may not have it.',
    cure: 'Change what the message names: the pool, the reservation, or what the Service asks for.',
  },
  BW4013: {
    name: 'NodeAddressInUse',
    severity: 'warning',
    cause: "A Service has an address that is a node's own: two machines would answer for it.",
    cure: 'Exclude the address from the pool, and let the Service ask for another one.',
  },
  BW4014: {
    name: 'SharingEnded',
    severity: 'warning',
    cause:
      'Services shared an address, and were changed so that they cannot any more. The older one keeps it, the other gets another one.',
    cure: 'Make their ports, sharing keys and traffic policies fit again, or leave it: the new address is in the plan.',
  },
  BW4015: {
    name: 'SharingKeptAgainstPool',
    severity: 'info',
    cause:
      'Services share an address, and the `sharing` of the pool would not allow it any more. They keep it; nobody new joins.',
    cure: 'Nothing has to be done. To separate them, change their sharing keys.',
  },
  BW4016: {
    name: 'StatusAddressUnknown',
    severity: 'warning',
    cause:
      'The status of a Service has an address that lies in no known pool, while a pool is broken or could not be read. The Service gets no other address until it is known whose that one is.',
    cure: 'Correct the pool that is broken.',
  },
  BW4017: {
    name: 'ServicesUnknown',
    severity: 'warning',
    cause:
      'The cluster state holds no Services, not even an empty list: they were not exported, or could not be read. All addresses stay as they are.',
    cure: 'Export Services too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW4018: {
    name: 'NamespacesUnknown',
    severity: 'warning',
    cause:
      'A pool selects namespaces by label, and the cluster state holds no Namespaces. The pool gives out nothing new; what it gave stays.',
    cure: 'Export Namespaces too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW4019: {
    name: 'NodeAddressesUnknown',
    severity: 'warning',
    cause:
      "New addresses were given while the cluster state holds no Nodes: whether one is a node's own was not checked.",
    cure: 'Export Nodes too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },

  // BW5: candidates, choice, guard
  BW5001: {
    name: 'PlanInvalid',
    severity: 'error',
    cause:
      'A file that should hold an AnnouncementPlan does not, or a field of it is missing, of the wrong type, or points at nothing.',
    cure: 'Pass the plan as `bellwether plan -o json` or `-o yaml` printed it. Plans are not meant to be edited.',
  },
  BW5002: {
    name: 'DuplicatePlan',
    severity: 'error',
    cause: 'Two previous plans are of the same segment, so nobody knows which one is in force.',
    cure: 'Pass the plan that is in force, and no older one.',
  },
  BW5101: {
    name: 'LastCandidatesKept',
    severity: 'warning',
    cause:
      'No node passes the filters of the pool, so the nodes that carried the address before go on.',
    cure: 'Ask `bellwether explain` for the address: it names the reason for each node. Mostly it is `nodeSelector` or `nodeNetworks`.',
  },
  BW5102: {
    name: 'NoCandidates',
    severity: 'error',
    cause:
      'No node passes the filters of the pool, and none carried the address before: nobody answers.',
    cure: 'Ask `bellwether explain` for the address: it names the reason for each node. Mostly it is `nodeSelector` or `nodeNetworks`.',
  },
  BW5103: {
    name: 'NoLocalEndpoints',
    severity: 'warning',
    cause:
      'A Service has `externalTrafficPolicy: Local` and no endpoint that may serve, so nobody answers for its address.',
    cure: 'See that its selector matches Pods, and that one of them is ready.',
  },
  BW5104: {
    name: 'StateIncomplete',
    severity: 'warning',
    cause:
      'The cluster state lacks a kind of object. Absent is not empty: what depends on it stays as it was.',
    cure: 'Export all of it: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW5105: {
    name: 'PreferredNodeExcluded',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/node` of a Service names a node that may not carry its address.',
    cure: 'Name a node that the pool admits, or remove the annotation.',
  },
  BW5201: {
    name: 'TooManyMoves',
    severity: 'error',
    cause: 'The plan would move more of the addresses in force to other nodes than one plan may.',
    cure: 'See that the state holds all nodes. If the moves are meant, allow them for this once: `--allow moves`.',
  },
  BW5202: {
    name: 'TooManyReleases',
    severity: 'error',
    cause: 'The plan would take more of the addresses in force away than one plan may.',
    cure: 'See that the state holds all Services. If the releases are meant, allow them for this once: `--allow releases`.',
  },
  BW5203: {
    name: 'NoPools',
    severity: 'error',
    cause: 'There is no pool at all, while addresses are in force.',
    cure: 'See that the pool folder is the right one. If it is meant to be empty, allow it for this once: `--allow emptyPools`.',
  },
  BW5301: {
    name: 'PlanTooLarge',
    severity: 'error',
    cause: "A plan is larger than the API server's limit for one object (1.5 MiB).",
    cure: 'Give some pools another `announce.segment`: each segment has a plan of its own.',
  },
}

/** Codes that are not given any more, with the reason. A later finding never gets one of them. */
export const RETIRED_CODES: Readonly<Record<string, string>> = {
  BW1401:
    'NotYetInForce said that the speaker did not act on `probe`, `conflictDetection` and `failback`. It acts on all of them.',
}
