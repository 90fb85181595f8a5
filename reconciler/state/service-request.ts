import type { Address } from '../../api/address.ts'
import { describeObject } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { type Reading, textOf } from './object-fields.ts'
import type { PlainObject } from '../values/json.ts'
import {
  annotationPath,
  ownAnnotations,
  readAddressList,
  SERVICE_ANNOTATIONS,
} from './annotations.ts'

export interface ServiceRequest {
  /** Undefined if they cannot be read. */
  readonly addresses: readonly Address[] | undefined
  readonly pool: string | undefined
  readonly share: string | undefined
  readonly node: string | undefined
  /** A part of the request cannot be read. */
  readonly isBroken: boolean
}

const ADDRESSES_PATH = annotationPath('addresses')
const OLDER_PATH = 'spec.loadBalancerIP'

/** What a Service asks for, by our annotations and the older `spec.loadBalancerIP`. */
export function readRequest(
  metadata: PlainObject,
  spec: PlainObject,
  reading: Reading,
): ServiceRequest {
  const annotations = ownAnnotations(metadata, SERVICE_ANNOTATIONS, reading)
  const addresses = readRequestedAddresses(annotations['addresses'], spec, reading)
  const { pool, share, node } = annotations
  const isPoolEmpty = isEmpty('pool', pool, reading)
  const isShareEmpty = isEmpty('share', share, reading)
  const isBroken = addresses === undefined || isPoolEmpty || isShareEmpty
  return { addresses, pool, share, node: node === '' ? undefined : node, isBroken }
}

/** Undefined if the request cannot be read. */
function readRequestedAddresses(
  annotation: string | undefined,
  spec: PlainObject,
  reading: Reading,
): readonly Address[] | undefined {
  const older = textOf(spec['loadBalancerIP'], OLDER_PATH, reading)?.trim() ?? ''
  if (annotation === undefined) return older === '' ? [] : readOlderRequest(older, reading)
  const addresses = readAddressList(annotation, ADDRESSES_PATH, 'BW3008', reading)
  if (addresses === undefined || !oneOfEachFamily(addresses, reading)) return undefined
  if (older === '') return addresses
  if (addresses.some(({ text }) => text === older)) reportDeprecated(older, reading)
  else reportContradiction(older, addresses, reading)
  return addresses
}

function readOlderRequest(older: string, reading: Reading): readonly Address[] | undefined {
  const addresses = readAddressList(older, OLDER_PATH, 'BW3008', reading)
  if (addresses !== undefined) reportDeprecated(older, reading)
  return addresses
}

/** core/v1: deprecated since Kubernetes 1.24. */
function reportDeprecated(older: string, { object, findings }: Reading): void {
  findings.push(
    makeFinding('BW3013', {
      message: `${describeObject(object)} asks by ${OLDER_PATH}, which is deprecated`,
      hint: `write the annotation bellwether.dev/addresses: "${older}" instead`,
      object,
      path: OLDER_PATH,
    }),
  )
}

function oneOfEachFamily(addresses: readonly Address[], { object, findings }: Reading): boolean {
  const families = new Set(addresses.map(({ family }) => family))
  if (families.size === addresses.length) return true
  findings.push(
    makeFinding('BW3008', {
      message: `${describeObject(object)} asks for several addresses of one family: ${textsOfAddresses(addresses)}`,
      hint: 'name at most one IPv4 and one IPv6 address',
      object,
      path: ADDRESSES_PATH,
    }),
  )
  return false
}

function reportContradiction(
  older: string,
  addresses: readonly Address[],
  { object, findings }: Reading,
): void {
  findings.push(
    makeFinding('BW3009', {
      message: `${describeObject(object)} asks for ${textsOfAddresses(addresses)} by annotation and for ${older} by ${OLDER_PATH}`,
      hint: `remove ${OLDER_PATH}: the annotation is what counts`,
      object,
      path: OLDER_PATH,
    }),
  )
}

function textsOfAddresses(addresses: readonly Address[]): string {
  return addresses.map(({ text }) => text).join(', ')
}

function isEmpty(name: string, value: string | undefined, { object, findings }: Reading): boolean {
  if (value !== '') return false
  const path = annotationPath(name)
  const message = `${describeObject(object)}: the annotation bellwether.dev/${name} is empty`
  findings.push(
    makeFinding('BW3008', { message, hint: 'give it a value, or remove it', object, path }),
  )
  return true
}
