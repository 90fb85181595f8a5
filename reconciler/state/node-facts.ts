import type { Address } from '../../api/address.ts'
import type { NodeFact } from '../model/model.ts'
import { fieldsOf, listOf, type Reading, textOf, textsOf } from './object-fields.ts'
import { isPlainObject, type PlainObject } from '../values/json.ts'
import {
  annotationPath,
  NODE_ANNOTATIONS,
  ownAnnotations,
  readAddress,
  readAddressList,
} from './annotations.ts'
import type { NamedObject } from './unique-objects.ts'

/** The service controller's label (KEP-1143): a node with it carries no load balancer traffic, whatever its value. */
export const EXCLUDE_LABEL = 'node.kubernetes.io/exclude-from-external-load-balancers'

/**
 * A Node of core/v1. A field of a wrong type becomes a finding and counts as absent; a node without the
 * condition is not Ready.
 */
export function readNode({ key, object, metadata }: NamedObject, reading: Reading): NodeFact {
  const status = fieldsOf(object['status'], 'status', reading)
  const labels = textsOf(metadata['labels'], 'metadata.labels', reading)
  const conditions = listOf(status['conditions'], 'status.conditions', reading)
  const ready = conditionOf(conditions, 'Ready')
  return {
    name: key,
    labels,
    ready: ready?.['status'] === 'True',
    readySince: textOf(ready?.['lastTransitionTime'], 'status.conditions', reading) ?? '',
    networkUnavailable: conditionOf(conditions, 'NetworkUnavailable')?.['status'] === 'True',
    excludedByLabel: Object.hasOwn(labels, EXCLUDE_LABEL),
    internalIPs: readInternalIPs(status, reading),
    segmentAddresses: readSegmentAddresses(metadata, reading),
  }
}

function conditionOf(conditions: readonly unknown[], type: string): PlainObject | undefined {
  return conditions.find(
    (condition): condition is PlainObject => isPlainObject(condition) && condition['type'] === type,
  )
}

function readInternalIPs(status: PlainObject, reading: Reading): readonly Address[] {
  return listOf(status['addresses'], 'status.addresses', reading).flatMap((entry, index) => {
    const path = `status.addresses[${index}]`
    const { type, address } = fieldsOf(entry, path, reading)
    if (type !== 'InternalIP') return []
    const text = textOf(address, `${path}.address`, reading) ?? ''
    return readAddress(text, `${path}.address`, 'BW3010', reading)
  })
}

const NO_SEGMENTS: NodeFact['segmentAddresses'] = Object.freeze({})

/** A value that cannot be read says nothing: the node's other addresses count. */
function readSegmentAddresses(
  metadata: PlainObject,
  reading: Reading,
): NodeFact['segmentAddresses'] {
  const entries = Object.entries(ownAnnotations(metadata, NODE_ANNOTATIONS, reading))
  if (entries.length === 0) return NO_SEGMENTS
  return Object.fromEntries(
    entries
      .filter(([name]) => name.startsWith('address.'))
      .flatMap(([name, text]) => {
        const addresses = readAddressList(text, annotationPath(name), 'BW3010', reading)
        return addresses === undefined ? [] : [[name.slice('address.'.length), addresses]]
      }),
  )
}
