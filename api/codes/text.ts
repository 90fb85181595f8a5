import type { CodesOf } from './code.ts'

/** BW1: what is wrong with a file, or with one object alone. */
export const TEXT_CODES: CodesOf<'BW1'> = {
  BW1001: {
    name: 'NotYaml',
    severity: 'error',
    cause: 'The text breaks a rule of YAML 1.2 (JSON is YAML too), so it cannot be read.',
    cure: 'Correct the place that is shown. The rest of the document is checked when it can be read.',
  },
  BW1002: {
    name: 'TabIndentation',
    severity: 'error',
    cause: 'A line is indented with a tab. YAML allows only spaces.',
    cure: 'Replace each tab by spaces, and set the editor to insert spaces in YAML files.',
  },
  BW1003: {
    name: 'DuplicateKey',
    severity: 'error',
    cause:
      'A mapping has the same key twice. Some programs use the first one, others the last one.',
    cure: 'Remove one of the two, or merge them.',
  },
  BW1004: {
    name: 'AmbiguousScalar',
    severity: 'error',
    cause:
      'A value or key without quotes has one meaning in YAML 1.1 (kubectl, the API server) and another in YAML 1.2 (Bellwether, most other tools): ' +
      '`yes`, `no`, `on`, `off`, `y`, `n`, numbers with a leading zero, with `_` or in base 2, and digits joined by colons.',
    cure: 'Put strings in quotes. Write booleans as `true` and `false`, and numbers in plain decimal.',
  },
  BW1005: {
    name: 'MergeKey',
    severity: 'error',
    cause:
      'The merge key `<<` exists only in YAML 1.1. Some programs merge, others see a field with the name `<<`.',
    cure: 'Write out the merged fields. Anchors and aliases (`&name`, `*name`) may be used.',
  },
  BW1006: {
    name: 'NotAnObject',
    severity: 'error',
    cause:
      'A document, or an item of a List, is not a Kubernetes object: it is a list, a string or a number.',
    cure: 'Begin each document with `apiVersion:`, `kind:`, `metadata:` and `spec:`; separate documents by a line `---`.',
  },
  BW1007: {
    name: 'TextTooLarge',
    severity: 'error',
    cause:
      'A pool file is larger than 4 MiB. A pool takes a few hundred bytes, so this is probably not a pool file.',
    cure: 'Split the file, or name a folder that holds only pools.',
  },
  BW1008: {
    name: 'StructureTooLarge',
    severity: 'error',
    cause:
      'The document has too many levels; or its aliases make it far too large, or refer to themselves.',
    cure: 'Write the fields out instead of using aliases.',
  },
  BW1009: {
    name: 'NotText',
    severity: 'error',
    cause: 'The file is not UTF-8 text: it is binary, or has another encoding such as UTF-16.',
    cure: 'Store the file as UTF-8.',
  },
  BW1010: {
    name: 'Unreadable',
    severity: 'error',
    cause: 'A file or folder cannot be read: it does not exist, or permission is missing.',
    cure: 'Correct the path or the permissions. Until then it is not known which pools there are, so nothing is released.',
  },
  BW1011: {
    name: 'NoPools',
    severity: 'warning',
    cause: 'The files and folders that were named declare no AddressPool.',
    cure: 'Name the file or folder with the pools. Files that end in .yaml, .yml or .json are read; hidden files are not.',
  },
  BW1101: {
    name: 'UnknownApiVersion',
    severity: 'error',
    cause:
      'The apiVersion has the group bellwether.dev, or one that looks like it, but there is no such version.',
    cure: 'Write `apiVersion: bellwether.dev/v1alpha1`.',
  },
  BW1102: {
    name: 'UnknownKind',
    severity: 'error',
    cause: 'The group bellwether.dev does not have this kind.',
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
      'The document has a `status`. Controllers write the status, so it is ignored here; GitOps tools may report a difference that never goes away.',
    cure: 'Remove `status`.',
  },
  BW1201: {
    name: 'UnknownField',
    severity: 'error',
    cause:
      'The schema has no such field at this place. The API server would remove it without a message, or refuse the object.',
    cure: 'Correct the name, or move the field to the right place. docs/pool-reference.md lists all fields.',
  },
  BW1202: {
    name: 'WrongType',
    severity: 'error',
    cause:
      'A value has another type than the schema asks for, for example a string instead of a list, or a number instead of a string.',
    cure: 'Write the type that the message names. A value in quotes is always a string; without quotes, a value that looks like a number is a number.',
  },
  BW1203: {
    name: 'MissingField',
    severity: 'error',
    cause: 'A required field is missing.',
    cure: 'Add the field.',
  },
  BW1204: {
    name: 'UnknownValue',
    severity: 'error',
    cause:
      'The field allows only certain words, and this is not one of them. Upper and lower case matter.',
    cure: 'Write one of the words that the message lists.',
  },
  BW1205: {
    name: 'OutOfBounds',
    severity: 'error',
    cause: 'A number is smaller or larger than the field allows.',
    cure: 'Write a number between the limits that the message names. The unit is in the name of the field.',
  },
  BW1206: {
    name: 'WrongForm',
    severity: 'error',
    cause:
      'A string does not have the form that the field needs, for example a name, a label or `namespace/name`.',
    cure: 'Write it in the form that the message shows.',
  },
  BW1207: {
    name: 'WrongSize',
    severity: 'error',
    cause: 'A list or mapping has too few or too many entries, or a string is empty or too long.',
    cure: 'If the field should be empty, remove it. If it has too many entries, split the pool.',
  },
  BW1208: {
    name: 'DuplicateItem',
    severity: 'error',
    cause: 'A list has the same item twice, but may have each item only once.',
    cure: 'Remove one of the two.',
  },
  BW1301: {
    name: 'NamespacesTwice',
    severity: 'error',
    cause:
      'Both `namespaces` and `namespaceSelector` are set. It is not clear whether one or both must match.',
    cure: 'Keep one of them. The label `kubernetes.io/metadata.name` selects a namespace by name.',
  },
  BW1302: {
    name: 'DelayWithoutFailback',
    severity: 'error',
    cause: '`failbackDelaySeconds` is set, but it has a meaning only with `failback: afterStable`.',
    cure: 'Set `failback: afterStable`, or remove `failbackDelaySeconds`.',
  },
  BW1303: {
    name: 'SelectorValues',
    severity: 'error',
    cause:
      'A requirement of a selector has the operator `In` or `NotIn` without values, or the operator `Exists` or `DoesNotExist` with values.',
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
    cause: 'A candidate of an AnnouncementPlan is not the index of one of its nodes.',
    cure: 'Use the plan as the reconciler wrote it; `bellwether plan` writes it again.',
  },
}
