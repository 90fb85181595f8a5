import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../../test/support/root.ts'
import { programPath, seccompPath, type ControlPlane } from '../control-plane.ts'
import type { Namespace } from '../lan.ts'
import { folderOfProgram } from './kubelet/container-root.ts'
import { POD_CIDR, type NodeLayout } from './layout.ts'
import type { KubeletConfig } from './kubelet/pod-types.ts'

/*
 * The programs of a cluster, each started in the namespace where it belongs, with its output in a file.
 */

export interface Place {
  readonly controlPlane: ControlPlane
  /** For what belongs to the cluster. */
  readonly folder: string
}

/** Starts a program with its output in `NAME.log`. */
export function startLogged(
  where: Namespace,
  folder: string,
  name: string,
  argv: readonly string[],
): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), 'a')
  try {
    return where.spawn(argv, { stdio: ['ignore', log, log] })
  } finally {
    closeSync(log)
  }
}

export interface ControllerOptions {
  /** How long a node may be silent before it is NotReady. */
  readonly nodeGraceSeconds: number
}

/** What of kube-controller-manager a Service, its Pods and their nodes need. */
const CONTROLLERS = [
  'endpointslice-controller',
  'deployment-controller',
  'replicaset-controller',
  'daemonset-controller',
  'disruption-controller',
  'garbage-collector-controller',
  'namespace-controller',
  'serviceaccount-controller',
  'node-lifecycle-controller',
  'taint-eviction-controller',
]

export function startControllers(
  where: Namespace,
  { controlPlane, folder }: Place,
  { nodeGraceSeconds }: ControllerOptions,
): ChildProcess {
  return startLogged(where, folder, 'kube-controller-manager', [
    programPath('kube-controller-manager'),
    `--kubeconfig=${controlPlane.kubeconfig}`,
    '--leader-elect=false',
    '--secure-port=0',
    `--controllers=${CONTROLLERS.join(',')}`,
    `--node-monitor-grace-period=${nodeGraceSeconds}s`,
    `--node-startup-grace-period=${nodeGraceSeconds}s`,
    '--node-monitor-period=1s',
    '--kube-api-qps=200',
    '--kube-api-burst=400',
  ])
}

export interface KubeProxyOptions {
  readonly node: NodeLayout
  readonly proxySyncMilliseconds: number
}

/** By nftables, with its health port open to the LAN as on a real node. */
export function startKubeProxy(
  where: Namespace,
  { controlPlane, folder }: Place,
  { node, proxySyncMilliseconds }: KubeProxyOptions,
): ChildProcess {
  const config = {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clientConnection: { kubeconfig: controlPlane.kubeconfig },
    clusterCIDR: POD_CIDR,
    conntrack: { maxPerCore: 0 },
    healthzBindAddress: '0.0.0.0:10256',
    metricsBindAddress: '127.0.0.1:10249',
    hostnameOverride: node.name,
    nftables: { minSyncPeriod: `${proxySyncMilliseconds}ms`, syncPeriod: '30s' },
  }
  const file = join(folder, `kube-proxy-${node.name}.json`)
  writeFileSync(file, JSON.stringify(config))
  const program = [programPath('kube-proxy'), `--config=${file}`]
  return startLogged(where, folder, `kube-proxy-${node.name}`, program)
}

export interface KubeletOptions {
  readonly node: NodeLayout
  readonly pods: Namespace
  readonly renewMilliseconds: number
  /** The compiled bench/traffic.c. */
  readonly echo: string
}

export function kubeletFolder(folder: string, node: string): string {
  return join(folder, node)
}

export function startKubelet(
  where: Namespace,
  { controlPlane, folder }: Place,
  { node, pods, renewMilliseconds, echo }: KubeletOptions,
): ChildProcess {
  const own = kubeletFolder(folder, node.name)
  const config: KubeletConfig = {
    node,
    url: controlPlane.url,
    token: controlPlane.token,
    certificate: join(controlPlane.folder, 'apiserver.crt'),
    podNamespace: pods.namespace,
    folder: own,
    renewMilliseconds,
    images: {
      bellwether: [process.execPath, join(root, 'bin/bellwether.js')],
      node: [process.execPath],
      echo: [echo, 'serve'],
      pause: ['sleep', 'infinity'],
    },
    seccomp: seccompPath(),
    programFolders: [
      root,
      dirname(echo),
      dirname(seccompPath()),
      ...folderOfProgram(process.execPath),
    ],
  }
  mkdirSync(own, { recursive: true })
  const file = join(folder, `kubelet-${node.name}.json`)
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 })
  return startLogged(where, folder, `kubelet-${node.name}`, [
    process.execPath,
    scriptPath('kubelet/kubelet'),
    file,
  ])
}

/** A script beside this one, or below. */
export function scriptPath(name: string): string {
  return fileURLToPath(new URL(`./${name}.js`, import.meta.url))
}
