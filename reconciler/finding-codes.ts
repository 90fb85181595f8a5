import { CLUSTER_CODES } from './finding-codes-cluster.ts'
import { POOL_CODES } from './finding-codes-pools.ts'
import type { Severity } from './finding.ts'

/** What docs/problems.md prints for a code, and the severity its findings have. */
export interface CodeEntry {
  /** One word in CamelCase, for annotations, metrics and events. */
  readonly name: string
  readonly severity: Severity
  readonly cause: string
  readonly cure: string
}

/**
 * Every code that a finding can have. Codes are stable: a code is never given another meaning, and a
 * retired code is not used again. Blocks: BW1 text and schema, BW2 pools, BW3 pools against the
 * cluster, BW4 allocation, BW5 candidates, choice and guard.
 */
export const FINDING_CODES = {
  // BW1: text and schema
  BW1001: {
    name: 'NotYaml',
    severity: 'error',
    cause: 'The text breaks a rule of YAML 1.2 (JSON is YAML too), so it cannot be read.',
    cure: 'Correct the place that is shown. What comes after it in the same document is checked once it can be read.',
  },
  BW1002: {
    name: 'TabIndentation',
    severity: 'error',
    cause: 'A line is indented by a tab. YAML allows blanks only.',
    cure: 'Replace each tab by blanks, and let the editor insert blanks in YAML files.',
  },
  BW1003: {
    name: 'DuplicateKey',
    severity: 'error',
    cause: 'A mapping has the same key twice; readers differ in which one they take.',
    cure: 'Remove one of the two, or merge them.',
  },
  BW1004: {
    name: 'AmbiguousScalar',
    severity: 'error',
    cause:
      'A value or key without quotes that YAML 1.1 (kubectl, the API server) and YAML 1.2 (Bellwether, most other tools) read differently: ' +
      '`yes`, `no`, `on`, `off`, `y`, `n`, numbers with a leading zero, with `_` or in base 2, and digits joined by colons.',
    cure: 'Put text in quotes; write booleans as `true` and `false`, and numbers in plain decimal.',
  },
  BW1005: {
    name: 'MergeKey',
    severity: 'error',
    cause:
      'The merge key `<<` is YAML 1.1 only: some readers merge, others see a field of that name.',
    cure: 'Write the merged fields out. Anchors and aliases (`&name`, `*name`) may be used.',
  },
  BW1006: {
    name: 'NotAnObject',
    severity: 'error',
    cause:
      'A document, or an item of a List, is not a Kubernetes object: it is a list, a text or a number.',
    cure: 'Begin each document with `apiVersion:`, `kind:`, `metadata:` and `spec:`; separate documents by a line `---`.',
  },
  BW1007: {
    name: 'TextTooLarge',
    severity: 'error',
    cause: 'A pool file is larger than 4 MiB. Pool files have a few hundred bytes for each pool.',
    cure: 'Split the file, or name the folder that holds the pools and nothing else.',
  },
  BW1008: {
    name: 'StructureTooLarge',
    severity: 'error',
    cause:
      'The document is nested too deeply, or its aliases multiply it beyond reason or contain themselves.',
    cure: 'Write the fields out instead of using aliases.',
  },
  BW1009: {
    name: 'NotText',
    severity: 'error',
    cause:
      'The file is not UTF-8 text: it is binary, or stored in another encoding such as UTF-16.',
    cure: 'Store the file as UTF-8.',
  },
  BW1010: {
    name: 'Unreadable',
    severity: 'error',
    cause: 'A file or folder cannot be read: it does not exist, or permission is missing.',
    cure: 'Correct the path or the permissions. Until then nobody knows which pools there are, so nothing is released.',
  },
  BW1011: {
    name: 'NoPools',
    severity: 'warning',
    cause: 'No AddressPool is declared in what was given.',
    cure: 'Name the file or folder with the pools. Files ending in .yaml, .yml and .json are read; hidden ones are not.',
  },
  BW1101: {
    name: 'UnknownApiVersion',
    severity: 'error',
    cause:
      'The apiVersion is of the group bellwether.dev (or nearly), but there is no such version.',
    cure: 'Write `apiVersion: bellwether.dev/v1alpha1`.',
  },
  BW1102: {
    name: 'UnknownKind',
    severity: 'error',
    cause: 'The group bellwether.dev has no such kind.',
    cure: 'The kinds are AddressPool and AnnouncementPlan; upper and lower case matter.',
  },
  BW1103: {
    name: 'TypeMissing',
    severity: 'error',
    cause: 'The document looks like a pool, but apiVersion or kind is missing.',
    cure: 'Begin it with `apiVersion: bellwether.dev/v1alpha1` and `kind: AddressPool`.',
  },
  BW1104: {
    name: 'StatusInSource',
    severity: 'warning',
    cause:
      'The document has a `status`. It is written by controllers and is ignored here; GitOps engines may report it as a difference for ever.',
    cure: 'Remove `status`.',
  },
  BW1201: {
    name: 'UnknownField',
    severity: 'error',
    cause:
      'The schema has no such field at this place. The API server would drop it without a word, or refuse it.',
    cure: 'Correct the name, or move the field to where it belongs; docs/pool-reference.md lists them all.',
  },
  BW1202: {
    name: 'WrongType',
    severity: 'error',
    cause:
      'A value is of another type than the schema wants: a text instead of a list, a number instead of a text.',
    cure: 'Write the type that the message names. Quotes make a text; a text without them that looks like a number is one.',
  },
  BW1203: {
    name: 'MissingField',
    severity: 'error',
    cause: 'A field that must be there is missing.',
    cure: 'Add it.',
  },
  BW1204: {
    name: 'UnknownValue',
    severity: 'error',
    cause:
      'The field takes one of a few words, and this is none of them. Upper and lower case matter.',
    cure: 'Write one of the words that the message lists.',
  },
  BW1205: {
    name: 'OutOfBounds',
    severity: 'error',
    cause: 'A number is smaller or larger than the field allows.',
    cure: 'Write a number within the bounds that the message names; the unit is in the name of the field.',
  },
  BW1206: {
    name: 'WrongForm',
    severity: 'error',
    cause: 'A text does not have the form of what it should be: a name, a label, `namespace/name`.',
    cure: 'Write it in the form that the message shows.',
  },
  BW1207: {
    name: 'WrongSize',
    severity: 'error',
    cause: 'A list or mapping has too few or too many entries, or a text is empty or too long.',
    cure: 'Remove the field if it is meant to be empty; split the pool if it has too many entries.',
  },
  BW1208: {
    name: 'DuplicateItem',
    severity: 'error',
    cause: 'A list that may hold each item once holds one twice.',
    cure: 'Remove one of the two.',
  },
  BW1301: {
    name: 'NamespacesTwice',
    severity: 'error',
    cause:
      'Both `namespaces` and `namespaceSelector` are set, and nobody knows whether one or both must match.',
    cure: 'Keep one of them. The label `kubernetes.io/metadata.name` selects a namespace by name.',
  },
  BW1302: {
    name: 'DelayWithoutFailback',
    severity: 'error',
    cause: 'Contradiction: `failbackDelaySeconds` is set, but only `failback: afterStable` waits.',
    cure: 'Set `failback: afterStable`, or remove `failbackDelaySeconds`.',
  },
  BW1303: {
    name: 'SelectorValues',
    severity: 'error',
    cause:
      'A requirement of a selector has operator `In` or `NotIn` and no values, or `Exists` or `DoesNotExist` and values.',
    cure: 'Add `values`, or remove them, as the operator needs.',
  },
  BW1304: {
    name: 'PlanNameNotSegment',
    severity: 'error',
    cause: 'The name of an AnnouncementPlan differs from its segment.',
    cure: 'Use the plan as the reconciler wrote it; `bellwether plan` writes it again.',
  },
  BW1305: {
    name: 'CandidateWithoutNode',
    severity: 'error',
    cause: 'A candidate of an AnnouncementPlan is not an index into its nodes.',
    cure: 'Use the plan as the reconciler wrote it; `bellwether plan` writes it again.',
  },
  BW1401: {
    name: 'NotYetInForce',
    severity: 'info',
    cause:
      'The field is valid, but this release does not act on it, or only in part: the speaker does not yet probe nodes, fail over, fail back or detect conflicts.',
    cure: 'Nothing needs to be done: the field takes effect with the release that brings the feature.',
  },

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
} as const satisfies Record<string, CodeEntry>

export type FindingCode = keyof typeof FINDING_CODES
