import type { KubernetesObject } from '../../kubernetes/objects/object.ts'

/**
 * The fields of Kubernetes objects that Bellwether reads, named as in the API (core/v1, discovery.k8s.io/v1).
 * Everything but the name is optional: an export or a hand-written manifest may leave it out.
 */

export interface ServicePort {
  readonly name?: string
  readonly protocol?: string
  readonly port?: number
}

/** v1.Service */
export interface ServiceObject extends KubernetesObject {
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
    readonly conditions?: readonly unknown[]
  }
}

/** v1.Node */
export interface NodeObject extends KubernetesObject {
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
export interface EndpointSliceObject extends KubernetesObject {
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
export type NamespaceObject = KubernetesObject
