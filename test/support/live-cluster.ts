import { join } from 'node:path'
import type { Test } from 'tap'
import type { ControlPlane, ControlPlaneOptions } from '../../demo/control-plane.ts'
import { startControlPlane } from '../../demo/control-plane.ts'
import { main } from '../../cli/main.ts'
import { capturedIo } from './captured-io.ts'
import { root } from './root.ts'

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
