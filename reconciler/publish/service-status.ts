import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { keyOf } from '../../kubernetes/objects/object.ts'
import type { AllocationRefusal } from '../reasons/refusals.ts'
import type { ClusterSnapshot } from '../state/snapshot.ts'
import { nextCondition, sameCondition } from '../../kubernetes/objects/condition.ts'
import type { Condition, ConditionParts } from '../../kubernetes/objects/condition.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { ServiceKey } from '../model/model.ts'
import type { Outcome } from '../outcome.ts'
import { isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import { describeRefusalToOwner, REFUSALS } from '../reasons/refusals.ts'
import { forOwner } from '../reasons/reason.ts'
import { WAITS } from '../reasons/waits.ts'
import type { AssignedReason, WaitReason } from '../reasons/waits.ts'
import { isOurs } from '../state/service-facts.ts'
import { ASSIGNED_CONDITION, foreignOwner, ownsStatus } from './service-owner.ts'
import { addToGroup } from '../../api/group-by.ts'

export type Verdict = ConditionParts & { readonly reason: AssignedReason }

/** What to do about the status of one Service. */
export type ServiceDecision = {
  readonly key: ServiceKey
  /** As it was read. */
  readonly service: KubernetesObject
} & (
  | {
      readonly action: 'apply'
      /** For server-side apply on /status. */
      readonly object: KubernetesObject
      readonly force: boolean
      readonly verdict: Verdict
      /** Undefined where there was none. */
      readonly before: Condition | undefined
    }
  /** Not ours any more: what we own of its status goes, by an object that names none of it. */
  | { readonly action: 'clear'; readonly object: KubernetesObject }
  | { readonly action: 'leave'; readonly because: 'equal'; readonly verdict: Verdict }
  | { readonly action: 'leave'; readonly because: 'notOurs' }
)

export interface StatusSettings {
  readonly asDefaultClass: boolean
  /** Take `ingress` from other managers. */
  readonly adopt: boolean
  /** RFC 3339, UTC, whole seconds. */
  readonly now: string
}

/** What the status of every Service has to be, compared with what it is. In the order of the Services. */
export function serviceDecisions(
  snapshot: Pick<ClusterSnapshot, 'services' | 'liveSegments'>,
  outcome: Pick<Outcome, 'plans' | 'refusals'>,
  settings: StatusSettings,
): ServiceDecision[] {
  const { services = [], liveSegments = new Set<string>() } = snapshot
  const given = givenAddresses(outcome.plans)
  return services.map((service) => {
    const key = keyOf(service)
    if (!isOurs({ object: service }, settings.asDefaultClass)) return decideOther(key, service)
    const standing: Standing = {
      key,
      service,
      given: inFamilyOrder(given.get(key) ?? [], service),
      refusals: outcome.refusals.get(key) ?? [],
      live: liveSegments,
    }
    return decide(standing, settings)
  })
}

/**
 * While the guard holds the plan back, every status stays as it is; but who has no address and was never told of why
 * is told now.
 */
export function heldServiceDecisions(
  { services = [] }: Pick<ClusterSnapshot, 'services'>,
  held: { readonly plans: readonly AnnouncementPlan[]; readonly message: string },
  settings: StatusSettings,
): ServiceDecision[] {
  const given = givenAddresses(held.plans)
  return services
    .filter((service) => {
      const isWaiting = !given.has(keyOf(service)) && conditionOf(service) === undefined
      return isWaiting && isOurs({ object: service }, settings.asDefaultClass)
    })
    .map((service): ServiceDecision => {
      const key = keyOf(service)
      const verdict = waits({ type: 'planBlocked', message: held.message }, key)
      const { generation } = service.metadata
      const context = { before: undefined, generation, now: settings.now }
      const conditions = [nextCondition(ASSIGNED_CONDITION, verdict, context)]
      const object = { ...identity(service), status: { conditions } }
      return { key, service, action: 'apply', object, force: false, verdict, before: undefined }
    })
}

interface GivenAddress {
  readonly address: string
  readonly pool: string
  readonly segment: string
  readonly isCarried: boolean
}

interface Standing {
  readonly key: ServiceKey
  readonly service: KubernetesObject
  readonly given: readonly GivenAddress[]
  readonly refusals: readonly AllocationRefusal[]
  readonly live: ReadonlySet<string>
}

function givenAddresses(
  plans: readonly AnnouncementPlan[],
): ReadonlyMap<ServiceKey, GivenAddress[]> {
  const given = new Map<ServiceKey, GivenAddress[]>()
  for (const { spec } of plans)
    for (const { address, pool, services, candidates } of spec.announcements) {
      const one = { address, pool, segment: spec.segment, isCarried: candidates.length > 0 }
      for (const key of services) addToGroup(given, key, one)
    }
  return given
}

/** A Service has at most one of each family. */
function inFamilyOrder(
  given: readonly GivenAddress[],
  { spec }: KubernetesObject,
): readonly GivenAddress[] {
  if (given.length < 2) return given
  // What is ours has a spec.
  const { ipFamilies: families } = spec as PlainObject
  const isIPv6First = Array.isArray(families) && families[0] === 'IPv6'
  const rank = ({ address }: GivenAddress): number => Number(address.includes(':') !== isIPv6First)
  return [...given].sort((a, b) => rank(a) - rank(b))
}

function decideOther(key: ServiceKey, service: KubernetesObject): ServiceDecision {
  if (!ownsStatus(service)) return { key, service, action: 'leave', because: 'notOurs' }
  return { key, service, action: 'clear', object: identity(service) }
}

function decide(standing: Standing, settings: StatusSettings): ServiceDecision {
  const { key, service, given, live } = standing
  const shown = ingressOf(service)
  const other = foreignOwner(service)
  const isForeign = other !== undefined && !settings.adopt
  const published = given
    .filter(({ address, segment }) => live.has(segment) || shown.some(({ ip }) => ip === address))
    .map(({ address }) => ({ ip: address, ipMode: 'VIP' }))
  const verdict = verdictOf(standing, isForeign ? other : undefined, published.length)
  const before = conditionOf(service)
  const condition = nextCondition(ASSIGNED_CONDITION, verdict, {
    before,
    generation: service.metadata.generation,
    now: settings.now,
  })
  const isSame = isForeign || (other === undefined && sameIngress(shown, published))
  if (isSame && sameCondition(before, condition))
    return { key, service, action: 'leave', because: 'equal', verdict }
  const loadBalancer = { ingress: published }
  const status = {
    ...(isForeign || published.length === 0 ? {} : { loadBalancer }),
    conditions: [condition],
  }
  return {
    key,
    service,
    action: 'apply',
    object: { ...identity(service), status },
    force: settings.adopt,
    verdict,
    before,
  }
}

/**
 * Both are preconditions: that it is still this Service, and not another of its name, and that nobody has changed it
 * since it was read, another reconciler least of all.
 */
function identity({ metadata }: KubernetesObject): KubernetesObject {
  const { name, namespace, uid, resourceVersion } = metadata
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
  }
}

interface Ingress {
  readonly ip?: string
  readonly ipMode?: string
}

function ingressOf({ status }: KubernetesObject): readonly Ingress[] {
  const loadBalancer = isPlainObject(status) ? status['loadBalancer'] : undefined
  const ingress = isPlainObject(loadBalancer) ? loadBalancer['ingress'] : undefined
  return Array.isArray(ingress) ? (ingress as readonly Ingress[]) : []
}

function sameIngress(shown: readonly Ingress[], wanted: readonly Ingress[]): boolean {
  if (shown.length !== wanted.length) return false
  return shown.every(({ ip, ipMode }, at) => ip === wanted[at]!.ip && ipMode === wanted[at]!.ipMode)
}

function conditionOf({ status }: KubernetesObject): Condition | undefined {
  const conditions = isPlainObject(status) ? status['conditions'] : undefined
  if (!Array.isArray(conditions)) return undefined
  return (conditions as Condition[]).find(({ type }) => type === ASSIGNED_CONDITION)
}

function verdictOf(
  standing: Standing,
  otherManager: string | undefined,
  published: number,
): Verdict {
  const { key, given, refusals, live } = standing
  if (given.length === 0) return refused(standing)
  const addresses = given.map(inWords).join(', ')
  if (otherManager !== undefined)
    return waits({ type: 'ingressOwnedByOther', addresses, manager: otherManager }, key)
  if (published < given.length) {
    const segments = silentSegments(given, live).join(' and ')
    return waits({ type: 'noLiveSpeaker', addresses, segments }, key)
  }
  const wishes = refusals.map((refusal) => `; ${describeRefusalToOwner(refusal, key)}`).join('')
  return { status: 'True', reason: 'Assigned', message: addresses + wishes }
}

function waits(reason: WaitReason, reader: ServiceKey): Verdict {
  const message = forOwner(WAITS, reason, reader)
  return { status: 'False', reason: WAITS[reason.type].word, message }
}

function silentSegments(given: readonly GivenAddress[], live: ReadonlySet<string>): string[] {
  return [...new Set(given.map(({ segment }) => segment))].filter((segment) => !live.has(segment))
}

function inWords({ address, pool, isCarried }: GivenAddress): string {
  return `${address} of pool ${pool}${isCarried ? '' : ' (no node may answer for it now)'}`
}

function refused({ key, refusals }: Standing): Verdict {
  const [first] = refusals
  if (first === undefined) return waits({ type: 'inputUnknown' }, key)
  const sentences = refusals.map((refusal) => describeRefusalToOwner(refusal, key))
  const message = `it has ${[...new Set(sentences)].join('; ')}`
  return { status: 'False', reason: REFUSALS[first.type].word, message }
}
