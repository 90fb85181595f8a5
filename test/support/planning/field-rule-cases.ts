import { API_VERSION } from '../../../api/objects.ts'

/** An object, and the messages of the CEL rules that it breaks. The API server and the twins agree on it. */
export interface FieldRuleCase {
  readonly name: string
  readonly object: Readonly<Record<string, unknown>>
  readonly breaks: readonly string[]
}

export const NAMESPACES_TWICE = 'namespaces and namespaceSelector cannot both be set'
export const DELAY = 'failbackDelaySeconds needs failback afterStable'
export const VALUES =
  'values are needed with In and NotIn, and not allowed with Exists and DoesNotExist'
export const EACH_ONCE = 'list-type map of reservations: each address once'
export const SEGMENT_NAME = 'metadata.name must be the name of the segment'
export const INDEXES = 'candidates must be indexes into nodes'

function pool(name: string, spec: object, breaks: readonly string[] = []): FieldRuleCase {
  const object = {
    apiVersion: API_VERSION,
    kind: 'AddressPool',
    metadata: { name: 'office' },
    spec: { addresses: ['192.0.2.0/28'], ...spec },
  }
  return { name, object, breaks }
}

const IN = { key: 'zone', operator: 'In', values: ['a'] }
const IN_WITHOUT = { key: 'zone', operator: 'In' }
const NOT_IN_EMPTY = { key: 'zone', operator: 'NotIn', values: [] }
const EXISTS = { key: 'zone', operator: 'Exists' }
const EXISTS_WITH = { key: 'zone', operator: 'Exists', values: ['a'] }
const NOT_EXISTS_EMPTY = { key: 'zone', operator: 'DoesNotExist', values: [] }

function selecting(...matchExpressions: object[]): object {
  return { matchExpressions }
}

function preferring(selector: object): object {
  return { announce: { preferredNodes: [{ weight: 1, selector }] } }
}

const KEPT = { address: '192.0.2.1', service: 'web/shop' }

export const POOL_CASES: readonly FieldRuleCase[] = [
  pool('nothing but addresses', {}),
  pool('namespaces alone', { namespaces: ['web'] }),
  pool('namespaceSelector alone', { namespaceSelector: {} }),
  pool('both', { namespaces: ['web'], namespaceSelector: {} }, [NAMESPACES_TWICE]),
  pool('a delay with afterStable', {
    announce: { failback: 'afterStable', failbackDelaySeconds: 5 },
  }),
  pool('afterStable without delay', { announce: { failback: 'afterStable' } }),
  pool('a delay without failback', { announce: { failbackDelaySeconds: 5 } }, [DELAY]),
  pool('a delay with immediate', { announce: { failback: 'immediate', failbackDelaySeconds: 0 } }, [
    DELAY,
  ]),
  pool('selectors as they should be', { serviceSelector: selecting(IN, EXISTS) }),
  pool('In without values', { serviceSelector: selecting(EXISTS, IN_WITHOUT) }, [VALUES]),
  pool('NotIn with no value', { namespaceSelector: selecting(NOT_IN_EMPTY) }, [VALUES]),
  pool('Exists with values', { announce: { nodeSelector: selecting(EXISTS_WITH) } }, [VALUES]),
  pool('DoesNotExist with an empty list', preferring(selecting(NOT_EXISTS_EMPTY)), [VALUES]),
  pool('two reservations', {
    reservations: [KEPT, { ...KEPT, address: '192.0.2.2' }],
  }),
  pool('an address reserved twice', { reservations: [KEPT, { ...KEPT, service: 'web/api' }] }, [
    EACH_ONCE,
  ]),
  pool(
    'two rules at once',
    { namespaces: ['web'], namespaceSelector: {}, announce: { failbackDelaySeconds: 5 } },
    [NAMESPACES_TWICE, DELAY],
  ),
]

function plan(name: string, changes: object, breaks: readonly string[] = []): FieldRuleCase {
  const spec = {
    segment: 'office',
    revision: '',
    digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'0'.repeat(64)}` },
    nodes: [{ name: 'a', addresses: [] }],
    pools: [],
    announcements: [announcement([0])],
  }
  const object = {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: 'office' },
    spec: { ...spec, ...changes },
  }
  return { name, object, breaks }
}

function announcement(candidates: readonly number[]): object {
  return {
    address: '192.0.2.1',
    services: ['web/shop'],
    pool: 'office',
    candidates,
    since: '2026-01-01T00:00:00Z',
  }
}

export const PLAN_CASES: readonly FieldRuleCase[] = [
  plan('as the reconciler writes it', {}),
  plan('nobody may answer', { announcements: [announcement([])] }),
  plan('named otherwise than its segment', { segment: 'lab' }, [SEGMENT_NAME]),
  plan('a candidate beyond the nodes', { announcements: [announcement([0, 1])] }, [INDEXES]),
]
