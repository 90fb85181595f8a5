import type { KubernetesObject } from '../../kubernetes/objects/object.ts'

/**
 * Which versions of the stored plans this process has seen. The API server counts the generation of an object up with each
 * change of its spec, and not with its status.
 */
export class ObservedPlans {
  readonly #versions = new Map<string, string>()
  readonly #last = new Map<string, KubernetesObject>()

  /** Whether all of them were observed before, in this version. */
  hasObserved(plans: readonly KubernetesObject[] | undefined): boolean {
    return (plans ?? []).every((plan) => this.#versions.get(plan.metadata.name) === versionOf(plan))
  }

  /** They were written by us, or decided upon with all that was there when they were read. */
  observe(plans: readonly KubernetesObject[]): void {
    for (const plan of plans) {
      this.#versions.set(plan.metadata.name, versionOf(plan))
      this.#last.set(plan.metadata.name, plan)
    }
  }

  /** As they were last: those that are not among the plans any more. Where plans are not known, none is gone. */
  gone(plans: readonly KubernetesObject[] | undefined): readonly KubernetesObject[] {
    if (plans === undefined) return []
    const names = new Set(plans.map(({ metadata }) => metadata.name))
    return [...this.#last].flatMap(([name, plan]) => (names.has(name) ? [] : plan))
  }
}

function versionOf({ metadata: { uid = '', generation = 0 } }: KubernetesObject): string {
  return `${uid} ${generation}`
}
