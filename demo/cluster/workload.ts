import { backendAddresses } from './layout.ts'

/*
 * Objects for the cluster, as a user would write them.
 */

/** Both of TCP and UDP, as bench/traffic.c has it. */
export const ECHO_PORT = 7100

export interface EchoOptions {
  readonly name: string
  readonly replicas: number
  /** Only on this node. */
  readonly node?: string
  readonly namespace?: string
}

/** Pods that answer with their name and the address of who asked. */
export function echoDeployment({ name, replicas, node, namespace }: EchoOptions): object {
  const labels = { app: name }
  const container = {
    name: 'echo',
    image: 'example.com/echo:1',
    ports: [{ containerPort: ECHO_PORT }],
  }
  const spec = {
    containers: [container],
    terminationGracePeriodSeconds: 1,
    ...(node === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': node } }),
  }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: namespace ?? 'default', labels },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  }
}

export interface ServiceOptions {
  readonly name: string
  readonly namespace?: string
  /** Of which echo Deployment. Default: that of the same name. */
  readonly app?: string
  /** Default IPv4. */
  readonly families?: readonly ('IPv4' | 'IPv6')[]
  readonly policy?: 'Cluster' | 'Local'
  readonly annotations?: Readonly<Record<string, string>>
  /** Default `bellwether.dev/layer2`. */
  readonly loadBalancerClass?: string
}

/** A Service with `curl` on port 80 and the datagrams of a measurement on 7100. */
export function loadBalancerService(options: ServiceOptions): object {
  const { name, families = ['IPv4'], policy = 'Cluster', annotations = {} } = options
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: options.namespace ?? 'default', annotations },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: options.loadBalancerClass ?? 'bellwether.dev/layer2',
      externalTrafficPolicy: policy,
      ipFamilies: families,
      ipFamilyPolicy: families.length > 1 ? 'RequireDualStack' : 'SingleStack',
      selector: { app: options.app ?? name },
      ports: [
        { name: 'http', protocol: 'TCP', port: 80, targetPort: ECHO_PORT },
        { name: 'udp', protocol: 'UDP', port: ECHO_PORT, targetPort: ECHO_PORT },
      ],
    },
  }
}

/**
 * A Service whose one endpoint is no Pod but a host that no fault reaches: what is seen of it when a node dies is
 * the fail-over of its address, and not also how long the cluster takes to forget Pods.
 */
export function steadyService(name: string, families: readonly ('IPv4' | 'IPv6')[]): object[] {
  const service = loadBalancerService({ name, families }) as { spec: { selector?: object } }
  const { selector: _, ...spec } = service.spec
  const backend = backendAddresses()
  const slices = families.map((family) => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${family.toLowerCase()}`,
      namespace: 'default',
      labels: { 'kubernetes.io/service-name': name },
    },
    addressType: family,
    endpoints: [
      {
        addresses: [family === 'IPv4' ? backend.ipv4 : backend.ipv6],
        conditions: { ready: true },
      },
    ],
    ports: [
      { name: 'http', protocol: 'TCP', port: ECHO_PORT },
      { name: 'udp', protocol: 'UDP', port: ECHO_PORT },
    ],
  }))
  return [{ ...service, spec }, ...slices]
}

export function addressPool(
  name: string,
  addresses: readonly string[],
  announce: object = {},
): object {
  const apiVersion = 'bellwether.dev/v1alpha1'
  return { apiVersion, kind: 'AddressPool', metadata: { name }, spec: { addresses, announce } }
}
