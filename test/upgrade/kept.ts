import type { Server } from './server.ts'

/*
 * What Services have been given, and whether anything that was ever written has lost it.
 */

export interface Service {
  readonly metadata: { readonly name: string; readonly namespace: string }
  readonly status?: {
    readonly loadBalancer?: { readonly ingress?: readonly { readonly ip: string }[] }
    readonly conditions?: readonly ServiceCondition[]
  }
}

export interface ServiceCondition {
  readonly type: string
  readonly status: string
  readonly reason: string
  readonly message: string
}

/** The part of an AnnouncementPlan that speaks of assignments. */
export interface Plan {
  readonly metadata: { readonly generation: number }
  readonly spec: {
    readonly announcements: readonly {
      readonly address: string
      readonly services: readonly string[]
    }[]
  }
  readonly status?: {
    readonly observedGeneration?: number
    readonly holder?: string
    readonly announced?: number
  }
}

export const SERVICES = '/api/v1/namespaces/default/services'
export const PLANS = '/apis/bellwether.dev/v1alpha1/announcementplans'

export interface Kept {
  /** From now on nobody may take these away. */
  hold(service: string, addresses: readonly string[]): void
  addresses(): readonly string[]
  /** Each object that was written and lacks what had been given; the same is told once. */
  losses(): readonly string[]
}

/** Watches every Service and plan as they are written. */
export function watchOver(server: Server): Kept {
  const held = new Map<string, readonly string[]>()
  const losses = new Set<string>()
  server.follow(SERVICES, (object, isDeleted) => {
    const service = object as Service
    if (isDeleted) losses.add(`${service.metadata.name} was deleted`)
    const { name } = service.metadata
    const given = addressesIn(service)
    for (const address of held.get(name) ?? [])
      if (!given.includes(address)) losses.add(`the status of ${name} lacks ${address}`)
  })
  server.follow(PLANS, (object, isDeleted) => {
    if (isDeleted) losses.add('a plan was deleted')
    for (const lost of missingIn([object as Plan], held)) losses.add(`a plan lacks ${lost}`)
  })
  return {
    hold: (service, addresses) => void held.set(service, addresses),
    addresses: () => [...new Set([...held.values()].flat())],
    losses: () => [...losses],
  }
}

export function addressesIn({ status }: Service): readonly string[] {
  return (status?.loadBalancer?.ingress ?? []).map(({ ip }) => ip)
}

function missingIn(
  plans: readonly Plan[],
  held: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const entries = plans.flatMap(({ spec }) => spec.announcements)
  const has = (address: string, service: string) =>
    entries.some((one) => one.address === address && one.services.includes(`default/${service}`))
  return [...held].flatMap(([service, addresses]) =>
    addresses.filter((address) => !has(address, service)).map((one) => `${one} of ${service}`),
  )
}
