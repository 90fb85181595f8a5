/*
 * A ServiceAccount `bellwether-system/reconciler` with the rights that a test gives it.
 */

const RBAC = 'rbac.authorization.k8s.io'
const FOLLOW = ['list', 'watch']

/** All that a reconciler reads and writes, except that it cannot read Services. */
export const RULES_WITHOUT_SERVICES: readonly object[] = [
  { apiGroups: [''], resources: ['nodes', 'namespaces'], verbs: FOLLOW },
  { apiGroups: [''], resources: ['services/status'], verbs: ['patch'] },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: FOLLOW },
  { apiGroups: ['bellwether.dev'], resources: ['*'], verbs: ['*'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
  { apiGroups: ['events.k8s.io'], resources: ['events'], verbs: ['create', 'patch'] },
]

/** All that a reconciler reads and writes, so that a test may take one right away. */
export const RULES: readonly object[] = [
  { apiGroups: [''], resources: ['services'], verbs: FOLLOW },
  ...RULES_WITHOUT_SERVICES,
]

export function role(rules: readonly object[]): object {
  const metadata = { name: 'reconciler' }
  return { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata, rules }
}

/** The account, bound to that role. */
export const ACCOUNT: readonly object[] = [
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'reconciler', namespace: 'bellwether-system' },
  },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'reconciler' },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'reconciler' },
    subjects: [{ kind: 'ServiceAccount', name: 'reconciler', namespace: 'bellwether-system' }],
  },
]
