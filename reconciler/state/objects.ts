/**
 * The fields of Kubernetes objects that Bellwether reads, named as in the API (core/v1, discovery.k8s.io/v1).
 * Everything is optional that an export or a hand-written manifest may leave out.
 */

export interface KubernetesMeta {
  readonly name?: string
  readonly namespace?: string
  readonly uid?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly creationTimestamp?: string
  readonly deletionTimestamp?: string
}

export interface ServicePort {
  readonly name?: string
  readonly protocol?: string
  readonly port?: number
}

/** v1.Service */
export interface ServiceObject {
  readonly metadata?: KubernetesMeta
  readonly spec?: {
    readonly type?: string
    readonly loadBalancerClass?: string
    readonly loadBalancerIP?: string
    readonly externalTrafficPolicy?: string
    readonly healthCheckNodePort?: number
    readonly ipFamilies?: readonly string[]
    readonly ipFamilyPolicy?: string
    readonly clusterIPs?: readonly string[]
    readonly ports?: readonly ServicePort[]
    readonly selector?: Readonly<Record<string, string>>
  }
  readonly status?: {
    readonly loadBalancer?: {
      readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[]
    }
  }
}

/** v1.Node */
export interface NodeObject {
  readonly metadata?: KubernetesMeta
  readonly spec?: { readonly unschedulable?: boolean }
  readonly status?: {
    readonly addresses?: readonly { readonly type?: string; readonly address?: string }[]
    readonly conditions?: readonly {
      readonly type?: string
      readonly status?: string
      readonly lastTransitionTime?: string
    }[]
  }
}

/** discovery.k8s.io/v1.EndpointSlice */
export interface EndpointSliceObject {
  readonly metadata?: KubernetesMeta
  readonly addressType?: string
  readonly endpoints?: readonly {
    readonly addresses?: readonly string[]
    readonly nodeName?: string
    readonly conditions?: {
      readonly ready?: boolean
      readonly serving?: boolean
      readonly terminating?: boolean
    }
  }[]
}

/** v1.Namespace */
export interface NamespaceObject {
  readonly metadata?: KubernetesMeta
}

/** The kinds of cluster state that decisions read. */
export type StateKind = 'Service' | 'Node' | 'EndpointSlice' | 'Namespace'

/**
 * Cluster state as `kubectl get` prints it. A kind that is absent (undefined: not exported, not readable)
 * is not a kind that is empty (`[]`): nothing is released or moved because of an absence.
 */
export interface StateObjects {
  readonly services?: readonly ServiceObject[] | undefined
  readonly nodes?: readonly NodeObject[] | undefined
  readonly endpointSlices?: readonly EndpointSliceObject[] | undefined
  readonly namespaces?: readonly NamespaceObject[] | undefined
}
