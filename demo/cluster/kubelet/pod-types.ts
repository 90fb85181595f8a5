import type { KubernetesObject } from '../api.ts'
import type { NodeLayout } from '../layout.ts'

/*
 * The part of a Pod that is played here.
 */

export interface Pod extends KubernetesObject {
  readonly spec: PodSpec
  readonly status?: { readonly phase?: string }
}

export interface PodSpec {
  readonly nodeName?: string
  readonly hostNetwork?: boolean
  readonly serviceAccountName?: string
  readonly automountServiceAccountToken?: boolean
  readonly containers: readonly Container[]
  readonly initContainers?: readonly Container[]
  readonly volumes?: readonly Volume[]
  readonly securityContext?: SecurityContext
  readonly terminationGracePeriodSeconds?: number
  readonly nodeSelector?: Readonly<Record<string, string>>
  readonly affinity?: Affinity
  readonly tolerations?: readonly Toleration[]
}

export interface Container {
  readonly name: string
  readonly image: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly env?: readonly EnvVar[]
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[]
  readonly volumeMounts?: readonly VolumeMount[]
  readonly securityContext?: SecurityContext
  /** `Always` makes an init container a sidecar. */
  readonly restartPolicy?: string
  readonly startupProbe?: Probe
  readonly readinessProbe?: Probe
  readonly livenessProbe?: Probe
}

export interface EnvVar {
  readonly name: string
  readonly value?: string
  readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath: string } }
}

export interface VolumeMount {
  readonly name: string
  readonly mountPath: string
  readonly readOnly?: boolean
}

export interface Volume {
  readonly name: string
  readonly emptyDir?: object
  readonly hostPath?: { readonly path: string }
  readonly configMap?: { readonly name: string; readonly optional?: boolean }
  readonly projected?: { readonly sources: readonly ProjectedSource[] }
}

export interface ProjectedSource {
  readonly serviceAccountToken?: { readonly path: string }
  readonly configMap?: {
    readonly name: string
    readonly items?: readonly { readonly key: string; readonly path: string }[]
  }
}

export interface SecurityContext {
  readonly runAsUser?: number
  readonly runAsGroup?: number
  readonly runAsNonRoot?: boolean
  readonly fsGroup?: number
  readonly readOnlyRootFilesystem?: boolean
  readonly allowPrivilegeEscalation?: boolean
  readonly privileged?: boolean
  readonly seccompProfile?: { readonly type: string }
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] }
}

export interface Probe {
  readonly httpGet?: {
    readonly path?: string
    readonly port: number | string
    readonly host?: string
  }
  readonly tcpSocket?: { readonly port: number | string }
  readonly exec?: { readonly command: readonly string[] }
  readonly initialDelaySeconds?: number
  readonly periodSeconds?: number
  readonly timeoutSeconds?: number
  readonly failureThreshold?: number
}

export interface Toleration {
  readonly key?: string
  readonly operator?: string
  readonly value?: string
  readonly effect?: string
}

export interface Affinity {
  readonly nodeAffinity?: {
    readonly requiredDuringSchedulingIgnoredDuringExecution?: {
      readonly nodeSelectorTerms: readonly {
        readonly matchFields?: readonly { readonly values?: readonly string[] }[]
      }[]
    }
  }
  readonly podAntiAffinity?: {
    readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly {
      readonly labelSelector?: { readonly matchLabels?: Readonly<Record<string, string>> }
    }[]
  }
}

/** What the process that plays a kubelet is told, as a file. */
export interface KubeletConfig {
  readonly node: NodeLayout
  readonly url: string
  readonly token: string
  readonly certificate: string
  /** The network namespace of the Pods of this node. */
  readonly podNamespace: string
  /** For volumes, logs, and `pids.json`. */
  readonly folder: string
  /** Between two renewals of the node's Lease. */
  readonly renewMilliseconds: number
  /** The last part of the name of an image, without its tag, and the program that stands for it. */
  readonly images: Readonly<Record<string, readonly string[]>>
  /** Makes a container start under the seccomp profile of a container runtime. */
  readonly seccomp: string
  /** Folders that these programs need. */
  readonly programFolders: readonly string[]
}
