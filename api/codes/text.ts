import type { CodesOf } from './code.ts'

/** BW1: what is wrong with a text, and with each object by itself. */
export const TEXT_CODES: CodesOf<'BW1'> = {
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
}
