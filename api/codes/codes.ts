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
      'A Service gets no address of one family, because no pool accepts the Service: its selectors or namespaces do not match, `autoAssign` is false, `suspend` is true, or it has no addresses of that family.',
    cure: 'Give the Service the labels or the namespace that a pool selects, widen the selector of a pool, or declare a pool for it. `bellwether explain` gives the reason for each pool.',
  },
  BW4002: {
    name: 'PoolsExhausted',
    severity: 'warning',
    cause:
      'Every address that the pools could give to a Service is in use, reserved, or the address of a node.',
    cure: 'Add addresses to a pool, or delete Services that are not needed any more.',
  },
  BW4003: {
    name: 'RequestRefused',
    severity: 'warning',
    cause: 'A Service asks for an address that it may not have.',
    cure: 'Ask for an address of a pool that accepts this Service, or change the pool. Without a request the Service gets any free address.',
  },
  BW4004: {
    name: 'AddressInUse',
    severity: 'warning',
    cause:
      'A Service asks for an address that another Service has, and the two cannot share it. To share an address, Services need the same `bellwether.dev/share`, different ports, the same externalTrafficPolicy (with Local also the same selector), and a pool that allows it.',
    cure: 'Ask for another address, or change the two Services so that they can share it.',
  },
  BW4005: {
    name: 'RequestedPoolNotInForce',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/pool` names a pool that is not declared, is broken, or could not be read.',
    cure: 'Correct the name, or declare the pool. Until then the Service keeps the addresses that it has, and gets none from other pools.',
  },
  BW4006: {
    name: 'DualStackIncomplete',
    severity: 'warning',
    cause:
      'A Service with `ipFamilyPolicy: RequireDualStack` needs an address of both families. The pools have one for it of one family only, so it gets none.',
    cure: 'Add addresses of the other family to a pool that accepts the Service, or use PreferDualStack.',
  },
  BW4007: {
    name: 'SecondFamilyMissing',
    severity: 'info',
    cause:
      'A Service with `ipFamilyPolicy: PreferDualStack` has an address of one family only: the pools have no free address of the other family. It gets the second address as soon as one is free.',
    cure: 'Add addresses of that family to a pool that accepts the Service.',
  },
  BW4008: {
    name: 'AddressesOutsidePools',
    severity: 'warning',
    cause:
      'A pool was removed or made smaller while Services have addresses from it. The Services keep these addresses until they are deleted: no Service loses an address because somebody edited a pool.',
    cure: 'Add the addresses to a pool again. Or release them with the annotation `bellwether.dev/allow-release` on a pool (addresses, or `*` for all that came from that pool): the Services then get other addresses.',
  },
  BW4009: {
    name: 'PoolUnreadable',
    severity: 'warning',
    cause:
      'Services have addresses from a pool whose declaration has an error or could not be read. The Services keep these addresses.',
    cure: 'Correct the declaration. Until then the pool gives out no address, and none of its addresses is released.',
  },
  BW4010: {
    name: 'KeptAgainstSelectors',
    severity: 'info',
    cause:
      'Services have addresses from a pool whose selectors do not match them any more. The Services keep these addresses until they are deleted.',
    cure: 'Nothing has to be done. To move such a Service, name another pool or address in its annotations.',
  },
  BW4011: {
    name: 'ReservationWaits',
    severity: 'warning',
    cause:
      'An address is reserved for one Service while another Service has it. The Service that has it keeps it.',
    cure: 'Make the Service that has the address ask for another one, or reserve another address.',
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
    cause: 'A Service has the same address as a node: two machines would answer for it.',
    cure: 'Exclude the address from the pool, and let the Service ask for another one.',
  },
  BW4014: {
    name: 'SharingEnded',
    severity: 'warning',
    cause:
      'Services shared an address, and were then changed so that they cannot share it any more. The oldest Service keeps it, each other one gets another address.',
    cure: 'Change their ports, sharing keys and traffic policies so that they can share again. Or do nothing: the new address is in the plan.',
  },
  BW4015: {
    name: 'SharingKeptAgainstPool',
    severity: 'info',
    cause:
      'Services share an address, but the `sharing` of the pool does not allow it any more. They keep it; no further Service gets this address.',
    cure: 'Nothing has to be done. To separate them, change their sharing keys.',
  },
  BW4016: {
    name: 'StatusAddressUnknown',
    severity: 'warning',
    cause:
      'The status of a Service has an address that is in no known pool, while a pool has an error or could not be read. The Service gets no other address until it is known which pool that address belongs to.',
    cure: 'Correct the pool that has the error.',
  },
  BW4017: {
    name: 'ServicesUnknown',
    severity: 'warning',
    cause:
      'The cluster state has no list of Services, not even an empty one: they were not exported, or could not be read. All addresses stay as they are.',
    cure: 'Export Services too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW4018: {
    name: 'NamespacesUnknown',
    severity: 'warning',
    cause:
      'A pool selects namespaces by label, and the cluster state holds no Namespaces. The pool gives out no new address; the Services that have its addresses keep them.',
    cure: 'Export Namespaces too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW4019: {
    name: 'NodeAddressesUnknown',
    severity: 'warning',
    cause:
      'New addresses were given out while the cluster state holds no Nodes. So it was not checked whether one of them is the address of a node.',
    cure: 'Export Nodes too: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },

  // BW5: candidates, choice, guard
  BW5001: {
    name: 'PlanInvalid',
    severity: 'error',
    cause:
      'A file that should hold an AnnouncementPlan does not hold one; or a field of the plan is missing, has the wrong type, or refers to something that is not in the plan.',
    cure: 'Pass the plan as `bellwether plan -o json` or `-o yaml` printed it. Plans are not meant to be edited.',
  },
  BW5002: {
    name: 'DuplicatePlan',
    severity: 'error',
    cause: 'Two previous plans are for the same segment, so it is not known which one is in force.',
    cure: 'Pass the plan that is in force, and no older one.',
  },
  BW5101: {
    name: 'LastCandidatesKept',
    severity: 'warning',
    cause:
      'No node passes the filters of the pool, so the former candidates of the address keep it.',
    cure: 'Ask `bellwether explain` for the address: it names the reason for each node. Mostly it is `nodeSelector` or `nodeNetworks`.',
  },
  BW5102: {
    name: 'NoCandidates',
    severity: 'error',
    cause:
      'No node passes the filters of the pool, and the address had no candidates before: no node answers for it.',
    cure: 'Ask `bellwether explain` for the address: it names the reason for each node. Mostly it is `nodeSelector` or `nodeNetworks`.',
  },
  BW5103: {
    name: 'NoLocalEndpoints',
    severity: 'warning',
    cause:
      'A Service has `externalTrafficPolicy: Local` and no endpoint that may serve, so no node answers for its address.',
    cure: 'Check that its selector matches Pods, and that one of them is ready.',
  },
  BW5104: {
    name: 'StateIncomplete',
    severity: 'warning',
    cause:
      'The cluster state has no list of one kind of object. This is not the same as an empty list: everything that depends on this kind stays as it was.',
    cure: 'Export all kinds: `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
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
    cause:
      'The plan would move too many addresses to other nodes at once: more than `--max-change-share` of those in force.',
    cure: 'Check that the state holds all nodes. If you want these moves, allow them once with `--allow moves`.',
  },
  BW5202: {
    name: 'TooManyReleases',
    severity: 'error',
    cause:
      'The plan would release too many addresses at once: more than `--max-change-share` of those in force.',
    cure: 'Check that the state holds all Services. If you want these releases, allow them once with `--allow releases`.',
  },
  BW5203: {
    name: 'NoPools',
    severity: 'error',
    cause: 'There is no pool at all, but addresses are in force.',
    cure: 'Check that the pool folder is the right one. If you want no pools, allow it once with `--allow emptyPools`.',
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
