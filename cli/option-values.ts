import { InvalidArgumentError } from 'commander'
import type { StateKind } from '../reconciler/kubernetes-objects.ts'

/** How kubectl lets people name the kinds. */
const KIND_NAMES: Readonly<Record<string, StateKind>> = {
  service: 'Service',
  services: 'Service',
  svc: 'Service',
  node: 'Node',
  nodes: 'Node',
  no: 'Node',
  endpointslice: 'EndpointSlice',
  endpointslices: 'EndpointSlice',
  namespace: 'Namespace',
  namespaces: 'Namespace',
  ns: 'Namespace',
}

export function parseKind(text: string, before: readonly StateKind[] = []): StateKind[] {
  const kind = KIND_NAMES[text.toLowerCase()]
  if (kind === undefined)
    throw new InvalidArgumentError('Allowed are Service, Node, EndpointSlice, Namespace.')
  return [...before, kind]
}

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

/** RFC 3339 in any zone; returned in UTC, to the second, as Kubernetes writes times. */
export function parseTime(text: string): string {
  const time = new Date(text)
  if (!RFC_3339.test(text) || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Write it as 2026-01-31T12:00:00Z.')
  return inSeconds(time)
}

export function inSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

export function parseShare(text: string): number {
  const share = Number(text)
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('Write a number from 0 (nothing) to 1 (everything), like 0.5.')
  return share
}

export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new InvalidArgumentError('Write a whole number from 1 to 999.')
  return Number(text)
}
