import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import type { ControlPlane, ControlPlaneOptions } from '../../../demo/control-plane.ts'
import { startControlPlane } from '../../../demo/control-plane.ts'
import { main } from '../../../cli/main.ts'
import { connect, isConnectRefusal } from '../../../kubernetes/io/connect.ts'
import { startElector } from '../../../kubernetes/io/elector.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { capturedIo } from '../captured-io.ts'
import { root } from '../root.ts'

/** A control plane with our CRDs, and the namespace of the speakers. */
export async function clusterWithCrds(
  t: Pick<Test, 'teardown'>,
  options: ControlPlaneOptions = {},
): Promise<ControlPlane> {
  const cluster = await startControlPlane(options)
  t.teardown(() => cluster.stop())
  cluster.kubectl(['apply', '--server-side', '-f', join(root, 'config/crd')])
  cluster.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=20s'])
  cluster.kubectl(['create', 'namespace', 'bellwether-system'])
  return cluster
}

export function applyObjects(cluster: ControlPlane, objects: readonly object[]): void {
  const list = { apiVersion: 'v1', kind: 'List', items: objects }
  cluster.kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify(list))
}

export function poolObject(name: string, addresses: readonly string[], announce?: object): object {
  return {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    metadata: { name },
    spec: { addresses, ...(announce === undefined ? {} : { announce }) },
  }
}

export function serviceObject(name: string, given: object = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'bellwether.dev/layer2',
      ports: [{ port: 80 }],
      ...given,
    },
  }
}

/** Nodes n1, n2, ... that are Ready, with addresses 192.0.2.1, 192.0.2.2, ... */
export function addNodes(cluster: ControlPlane, count: number): void {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const node = (number: number) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `n${number}` },
  })
  applyObjects(cluster, numbers.map(node))
  for (const number of numbers) {
    const status = {
      addresses: [{ type: 'InternalIP', address: `192.0.2.${number}` }],
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }],
    }
    const patch = ['patch', 'node', `n${number}`, '--subresource=status', '--type=merge']
    cluster.kubectl([...patch, '-p', JSON.stringify({ status })])
  }
}

/** Runs the command line in this process. */
export async function bellwether(
  ...argv: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const io = capturedIo()
  const code = await main(argv, io)
  return { code, out: io.out(), err: io.err() }
}

/** Asks again and again until it holds; the error tells what was there last. */
export async function eventually<T>(
  look: () => Promise<T> | T,
  holds: (found: T) => boolean,
  seconds = 20,
): Promise<T> {
  const giveUp = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (holds(found)) return found
    if (Date.now() > giveUp) throw new Error(`never came true: ${JSON.stringify(found)}`)
    await sleep(20)
  }
}

/** Plays the leader of a segment: renews its Lease. */
export async function speakerLease(
  t: Pick<Test, 'teardown'>,
  cluster: ControlPlane,
  segment = 'default',
): Promise<{ stop(): Promise<void> }> {
  const client = await clientOf(cluster)
  const elector = startElector({
    client,
    name: `bellwether-speaker-${segment}`,
    namespace: 'bellwether-system',
    identity: `n1_speaker`,
    timing: { leaseDuration: 4000, renewDeadline: 3000, retryPeriod: 500 },
    onChange: () => undefined,
  })
  const stop = async () => {
    await elector.stop()
    client.close()
  }
  t.teardown(() => stop().catch(() => undefined))
  return { stop }
}

export async function clientOf({ kubeconfig }: Pick<ControlPlane, 'kubeconfig'>) {
  const client = await connect({ kubeconfig })
  if (isConnectRefusal(client)) throw new Error(client.message)
  return client
}

/** The addresses in the status of a Service. */
export function ingressOf(service: KubernetesObject | undefined): string[] {
  const { loadBalancer } = (service?.['status'] ?? {}) as {
    loadBalancer?: { ingress?: { ip: string }[] }
  }
  return (loadBalancer?.ingress ?? []).map(({ ip }) => ip)
}
