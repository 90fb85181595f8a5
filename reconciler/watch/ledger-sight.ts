import type { KubernetesObject } from '../../kubernetes/objects/object.ts'

/**
 * Which plans this process has met. The API server counts the generation of an object up with each change of its
 * spec, and not with its status.
 */
export class LedgerSight {
  readonly #met = new Map<string, string>()
  readonly #last = new Map<string, KubernetesObject>()

  /** A plan that has gone, or is not known, is none that we have not met. */
  hasMet(plans: readonly KubernetesObject[] | undefined): boolean {
    return (plans ?? []).every((plan) => this.#met.get(plan.metadata.name) === versionOf(plan))
  }

  /** They were written by us, or decided upon with all that was there when they were read. */
  meet(plans: readonly KubernetesObject[]): void {
    for (const plan of plans) {
      this.#met.set(plan.metadata.name, versionOf(plan))
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
