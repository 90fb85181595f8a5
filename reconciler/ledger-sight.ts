import type { KubernetesObject } from '../kubernetes/kubernetes-object.ts'

/**
 * Which plans this process has met. The API server counts the generation of an object up with each change of its
 * spec, and not with its status.
 */
export class LedgerSight {
  readonly #met = new Map<string, string>()

  /** A plan that has gone, or is not known, is none that we have not met. */
  hasMet(plans: readonly KubernetesObject[] | undefined): boolean {
    return (plans ?? []).every((plan) => this.#met.get(plan.metadata.name) === versionOf(plan))
  }

  /** They were written by us, or decided upon with all that was there when they were read. */
  meet(plans: readonly KubernetesObject[]): void {
    for (const plan of plans) this.#met.set(plan.metadata.name, versionOf(plan))
  }
}

function versionOf({ metadata: { uid = '', generation = 0 } }: KubernetesObject): string {
  return `${uid} ${generation}`
}
