import type { CodesOf } from './code.ts'

/** BW3: what is wrong with the cluster's state, and with pools in that cluster. */
export const CLUSTER_CODES: CodesOf<'BW3'> = {
  BW3001: {
    name: 'StateUnreadable',
    severity: 'error',
    cause: 'A file or folder of cluster state does not exist or cannot be read.',
    cure: 'Correct the path, or the permissions.',
  },
  BW3002: {
    name: 'StateUnparsable',
    severity: 'error',
    cause:
      'A file of cluster state is not YAML or JSON, or holds something other than Kubernetes objects.',
    cure: 'Export it again by `kubectl get ... -o yaml` or `-o json`.',
  },
  BW3003: {
    name: 'StatePartial',
    severity: 'error',
    cause:
      'A list in the cluster state is not complete: it was cut off, or it is one page of several. The missing objects would look as if they were deleted.',
    cure: 'Export the whole list.',
  },
  BW3004: {
    name: 'NothingInState',
    severity: 'warning',
    cause:
      'A file or folder given as cluster state holds no Service, Node, EndpointSlice or Namespace.',
    cure: 'Export the state by `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`.',
  },
  BW3005: {
    name: 'ObjectWithoutName',
    severity: 'warning',
    cause: 'An object of the cluster state has no `metadata.name`, so nothing can refer to it.',
    cure: 'Export the state again with `kubectl get -o yaml` or `-o json`.',
  },
  BW3006: {
    name: 'ObjectsDiffer',
    severity: 'warning',
    cause:
      'The cluster state has one object several times, with different contents: exports from different moments were mixed.',
    cure: 'Pass one export only. The version with the highest `resourceVersion` is used.',
  },
  BW3007: {
    name: 'WrongType',
    severity: 'warning',
    cause:
      'A field of an object does not have the type that the Kubernetes API gives it. Bellwether ignores the field.',
    cure: 'Write the field as `kubectl explain` describes it, or export the state again.',
  },
  BW3008: {
    name: 'UnreadableRequest',
    severity: 'error',
    cause:
      'A Service asks for something that cannot be read. It keeps the addresses that it has, and gets no new one: a different address from the one that was meant would be worse than no address.',
    cure: 'Correct the annotation, or remove it.',
  },
  BW3009: {
    name: 'ContradictoryRequest',
    severity: 'warning',
    cause:
      'A Service asks for one address by annotation and for another by `spec.loadBalancerIP`. The annotation is used.',
    cure: 'Remove `spec.loadBalancerIP`, which Kubernetes deprecates.',
  },
  BW3010: {
    name: 'UnreadableNodeAddress',
    severity: 'warning',
    cause:
      'An address of a Node, or its annotation `bellwether.dev/address.<segment>`, is not an IP address.',
    cure: 'Correct the annotation. Until then the other addresses of the node are used.',
  },
  BW3011: {
    name: 'UnreadableStatusAddress',
    severity: 'info',
    cause: 'An address in the status of a Service cannot be read, so it is not kept.',
    cure: 'If another controller wrote it, do nothing: Bellwether replaces it when it gives the Service an address.',
  },
  BW3012: {
    name: 'UnknownAnnotation',
    severity: 'warning',
    cause:
      'An annotation has the prefix `bellwether.dev/`, but Bellwether knows no annotation of that name for this kind.',
    cure: 'Correct its name, or remove it.',
  },
  BW3013: {
    name: 'DeprecatedRequest',
    severity: 'info',
    cause:
      'A Service asks for an address by `spec.loadBalancerIP`, which Kubernetes has deprecated since 1.24: the field holds only one address, and a later version of the API may not have it.',
    cure: 'Ask by the annotation `bellwether.dev/addresses`, and remove `spec.loadBalancerIP`.',
  },
  BW3014: {
    name: 'PoolsNotListed',
    severity: 'error',
    cause:
      'The AddressPools of the cluster cannot be listed, so it is not known which pools there are. Nothing is released or moved.',
    cure: 'Install the CRDs of `config/crd`, and give the reconciler the right to list and watch `addresspools`.',
  },
  BW3015: {
    name: 'StoredPlanUnreadable',
    severity: 'error',
    cause:
      'An AnnouncementPlan in the cluster contradicts itself, for example because somebody edited it by hand. It is not known which Service has which address, so no plan and no status is written.',
    cure: 'Restore the object, or delete it: each Service then keeps the address that its status names.',
  },
  BW3020: {
    name: 'NodeAddressInPool',
    severity: 'warning',
    cause:
      'A pool holds the address of a node. No Service gets it while the node is known. But if another node joins later with an address of the pool, a Service may already have that address.',
    cure: 'Exclude the addresses of nodes, or use a range from which no node gets its address.',
  },
  BW3021: {
    name: 'ServiceSelectorMatchesNothing',
    severity: 'info',
    cause: 'The `serviceSelector` of a pool matches none of the Services that Bellwether serves.',
    cure: 'Compare it with the labels of the Services. If the Services will be created later, nothing is wrong.',
  },
  BW3022: {
    name: 'NamespaceSelectorMatchesNothing',
    severity: 'info',
    cause: 'The `namespaceSelector` of a pool matches no namespace.',
    cure: 'Compare it with the labels of the namespaces. If the namespaces will be created later, nothing is wrong.',
  },
  BW3023: {
    name: 'UnknownNamespace',
    severity: 'info',
    cause: 'A pool names a namespace that does not exist.',
    cure: 'Correct the name. If the namespace will be created later, nothing is wrong.',
  },
  BW3024: {
    name: 'NodeSelectorMatchesNothing',
    severity: 'warning',
    cause: 'The `nodeSelector` of a pool matches no node, so no node can answer for its addresses.',
    cure: 'Compare it with the labels of the nodes.',
  },
  BW3025: {
    name: 'PoolForNobody',
    severity: 'info',
    cause:
      'No Service can get an address of a pool: its conditions exclude each other, or it has `autoAssign: false` and no Service asks for it.',
    cure: 'Correct the conditions, or ask for the pool by `bellwether.dev/pool`. If the Services will be created later, nothing is wrong.',
  },
  BW3026: {
    name: 'PoolWithoutCandidates',
    severity: 'warning',
    cause:
      'None of the nodes that a pool selects can carry addresses. For each of them: it has no address on the segment, its network is unavailable, or a label excludes it from load balancing.',
    cure: 'Correct `nodeSelector` or `nodeNetworks`, or give the nodes their address with the annotation `bellwether.dev/address.<segment>`.',
  },
  BW3027: {
    name: 'PreferenceWithoutCandidates',
    severity: 'warning',
    cause:
      'The selector of a preference matches no node that can carry addresses of the pool, so the preference has no effect.',
    cure: 'Correct the selector, or remove the preference.',
  },
  BW3028: {
    name: 'NodesWithoutAddress',
    severity: 'warning',
    cause:
      'A pool selects nodes that have no address on its segment. The speaker cannot find their MAC, so they carry none of its addresses.',
    cure: 'Give them their address with the annotation `bellwether.dev/address.<segment>`, or exclude them with `nodeSelector`.',
  },
  BW3029: {
    name: 'NodeNetworkWithoutNodes',
    severity: 'warning',
    cause: 'None of the nodes that a pool selects has an address in one of its `nodeNetworks`.',
    cure: 'Write the network that the nodes have on this segment.',
  },
}
