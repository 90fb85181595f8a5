import { API_VERSION } from '../../api/objects.ts'
import { isRefused, parseAddress } from '../../api/address.ts'
import type { AddressState } from './status.ts'
import type { StatusDocument } from './document.ts'
import type { RememberedOwner } from '../lan/settings.ts'

type Fields = Readonly<Record<string, unknown>>

/** The document that a text is, or undefined. The parts that are lists are lists; entries are not looked at. */
export function parseStatus(text: string): StatusDocument | undefined {
  const value = parseJson(text)
  if (!isStatus(value)) return undefined
  const { plan, segments } = value
  const isWhole =
    isFields(plan) && Array.isArray(plan['digests']) && lists(segments).every(isWholeSegment)
  return isWhole && Array.isArray(segments) ? (value as unknown as StatusDocument) : undefined
}

function isWholeSegment(segment: Fields): boolean {
  return ['addresses', 'nodes', 'conflicts'].every((key) => Array.isArray(segment[key]))
}

/**
 * Who owned what when a status was written, for a speaker that starts again. Reads the entries that are
 * valid and passes over the rest: a file that a crash has cut off must not keep the speaker from starting.
 */
export function rememberedOwners(text: string): readonly RememberedOwner[] {
  const value = parseJson(text)
  if (!isStatus(value)) return []
  const entries = lists(value['segments']).flatMap((segment) => lists(segment['addresses']))
  const owners = new Map<string, RememberedOwner>()
  for (const entry of [...entries.filter(isAnnounced), ...entries.filter(hadOwner)]) {
    const owner = readOwner(entry)
    if (owner !== undefined && !owners.has(owner.address)) owners.set(owner.address, owner)
  }
  return [...owners.values()]
}

/** An address that is on two links belongs to the owner that is told on one of them. */
function isAnnounced({ state }: Fields): boolean {
  return state === 'announced'
}

/**
 * The owner is as good as announced while its MAC is asked for, or the address is: a speaker that ends within
 * its first second must not forget. What somebody else holds has no owner of ours.
 */
const HAD_OWNER: ReadonlySet<unknown> = new Set<AddressState>([
  'announced',
  'checking',
  'unresolved',
  'listening',
])

function hadOwner({ state }: Fields): boolean {
  return HAD_OWNER.has(state)
}

function readOwner({ address, owner, plannedOwner }: Fields): RememberedOwner | undefined {
  if (!isName(address) || !isName(owner) || !isName(plannedOwner)) return undefined
  const parsed = parseAddress(address)
  return isRefused(parsed) ? undefined : { address: parsed.text, owner, plannedOwner }
}

function isStatus(value: unknown): value is Fields {
  return isFields(value) && value['apiVersion'] === API_VERSION && value['kind'] === 'SpeakerStatus'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** The objects in a list; of anything else, none. */
function lists(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
