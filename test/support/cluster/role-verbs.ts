import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlPlane } from '../../../demo/control-plane.ts'
import type { Manifest, PolicyRule } from './manifests.ts'

/** One verb on one resource, of one rule of a role. */
export interface Right {
  readonly role: Manifest
  readonly verb: string
  readonly resource: string
  readonly group: string
  readonly name: string | undefined
}

/** As the API server says it. */
export function formatRight({ verb, resource }: Right): string {
  return `${verb} ${resource}`
}

export function rightsOf(role: Manifest): readonly Right[] {
  return (role.rules ?? []).flatMap(({ apiGroups, resources, resourceNames, verbs }) =>
    resources.flatMap((resource) =>
      verbs.map((verb) => {
        const [group = ''] = apiGroups
        return { role, verb, resource, group, name: resourceNames?.[0] }
      }),
    ),
  )
}

/** The rules without this one right; a rule for several resources is cut in two. */
export function rulesWithout({ role, verb, resource, name }: Right): readonly PolicyRule[] {
  return (role.rules ?? []).flatMap((rule) => {
    const isMeant = rule.resources.includes(resource) && rule.resourceNames?.[0] === name
    if (!isMeant) return [rule]
    const others = rule.resources.filter((each) => each !== resource)
    const verbs = rule.verbs.filter((each) => each !== verb)
    return [
      ...(others.length === 0 ? [] : [{ ...rule, resources: others }]),
      ...(verbs.length === 0 ? [] : [{ ...rule, resources: [resource], verbs }]),
    ]
  })
}

/** Puts the rules in the place of the role's, and waits until the authorizer knows. */
export async function setRules(
  plane: ControlPlane,
  account: string,
  { right, rules }: { readonly right: Right; readonly rules: readonly PolicyRule[] | undefined },
): Promise<void> {
  const { role } = right
  const object = rules === undefined ? role : { ...role, rules }
  plane.kubectl(['replace', '-f', '-'], JSON.stringify(object))
  const wanted = String(rules === undefined)
  while (answerOf(plane, account, right) !== wanted) await sleep(20)
}

function answerOf(plane: ControlPlane, account: string, right: Right): string {
  const { group, verb, resource, name, role } = right
  const [plural, subresource] = resource.split('/')
  const { namespace } = role.metadata
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: {
      user: `system:serviceaccount:${account}`,
      resourceAttributes: { group, verb, resource: plural, subresource, name, namespace },
    },
  }
  const words = ['create', '-o', 'jsonpath={.status.allowed}', '-f', '-']
  return plane.kubectl(words, JSON.stringify(review))
}
