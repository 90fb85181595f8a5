import { nearest } from '../reconciler/values/nearest.ts'
import type { Planned } from './planning.ts'
import { compareText } from '../api/order.ts'

/** What somebody who wrote `subject` may have meant: first a Service of that name in any namespace. */
export function nearestSubjects(subject: string, planned: Pick<Planned, 'state'>): string[] {
  const { services = [], nodes = [] } = planned.state
  const keys = services.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
  const ofThatName = keys.filter((key) => key.endsWith(`/${lastPart(subject)}`))
  if (ofThatName.length > 0) return ofThatName.sort(compareText).slice(0, 3)
  const best = nearest(subject, [...keys, ...nodes.map(({ metadata }) => metadata.name)])
  return best === undefined ? [] : [best]
}

/** People write `svc/web` and `service/web` too. */
function lastPart(subject: string): string {
  return subject.slice(subject.lastIndexOf('/') + 1)
}
