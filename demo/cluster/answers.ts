import type { Host } from '../lan.ts'
import type { Answers, DatagramResult } from '../traffic.ts'
import type { Cluster } from './cluster.ts'
import { until } from './cluster.ts'

/*
 * What a client on the LAN sees of Services.
 */

export interface Answer {
  /** The Pod that answered. */
  readonly pod: string
  /** Whom that Pod takes the client to be. */
  readonly client: string
}

/** Asks once by HTTP; undefined if nobody answers within a second. */
export function ask(client: Host, address: string): Answer | undefined {
  const host = address.includes(':') ? `[${address}]` : address
  try {
    const text = client.exec(['curl', '-s', '-g', '-m', '1', `http://${host}/`])
    const [, pod = '', asker = ''] = /^(\S+) answers (\S+)/.exec(text) ?? []
    return pod === '' ? undefined : { pod, client: asker }
  } catch {
    return undefined
  }
}

interface ServiceStatus {
  readonly status: {
    readonly loadBalancer?: { readonly ingress?: readonly { readonly ip: string }[] }
  }
}

/** The addresses that the status of a Service (`namespace/name`) tells. */
export async function serviceAddresses({ api }: Cluster, service: string): Promise<string[]> {
  const [namespace, name] = service.split('/')
  const path = `/api/v1/namespaces/${namespace}/services/${name}`
  const { status } = await api.call<ServiceStatus>('GET', path)
  return (status.loadBalancer?.ingress ?? []).map(({ ip }) => ip)
}

/** Waits until the Service has so many addresses and each is answered; who answered, by address. */
export async function addressAnswers(
  cluster: Cluster,
  service: string,
  count = 1,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  await until(`${service} answered`, async () => {
    const addresses = await serviceAddresses(cluster, service)
    for (const address of addresses) {
      const answer = answers.get(address) ?? ask(mustBe(cluster.clients[0]), address)
      if (answer !== undefined) answers.set(address, answer)
    }
    return addresses.length >= count && addresses.every((address) => answers.has(address))
  })
  return answers
}

/** The node whose MAC a client's kernel has for an address. */
export function neighbourNode(cluster: Cluster, client: Host, address: string): string | undefined {
  const shown = client.exec(['ip', 'neigh', 'show', address])
  const mac = /lladdr (\S+)/.exec(shown)?.[1]
  return cluster.nodes.find(({ host }) => host.mac === mac)?.name
}

export interface GapOptions {
  readonly addresses: readonly string[]
  /** Between two datagrams to the same address. Default 5. */
  readonly everyMilliseconds?: number
  readonly client?: Host
}

/**
 * For how long each address was not answered while something happened: the datagrams of a client go on from before
 * the fault until `action` has ended.
 */
export async function gapOf(
  cluster: Cluster,
  { addresses, everyMilliseconds = 5, client }: GapOptions,
  action: () => Promise<void>,
): Promise<DatagramResult> {
  const everyMicroseconds = Math.max(
    100,
    Math.round((everyMilliseconds * 1_000) / addresses.length),
  )
  const from = client ?? mustBe(cluster.clients[0])
  const flow = await cluster.traffic.datagrams(from, { addresses, everyMicroseconds })
  await action()
  return flow.end()
}

export function longestGap({ addresses }: DatagramResult): Answers {
  const [worst] = [...addresses].sort((a, b) => b.gap - a.gap)
  return mustBe(worst)
}

function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('there is none')
  return value
}
