import { isFailure, type ApiFailure } from '../client/api-failure.ts'
import type { KubernetesObject, ObjectMetadata } from '../objects/object.ts'
import { apiVersionOf, LEASES } from '../objects/resources.ts'

/** coordination.k8s.io/v1 LeaseSpec, as far as an election reads it. Times are for people: nothing is decided by them. */
export interface LeaseRecord {
  /** Empty: nobody holds it. */
  readonly holderIdentity: string
  readonly leaseDurationSeconds: number
  readonly leaseTransitions: number
  /** As the API server has them; empty where there is none. */
  readonly acquireTime: string
  readonly renewTime: string
}

/** A Lease as the API server has stored it. */
export interface StoredLease {
  readonly metadata: ObjectMetadata
  /** Empty for an object that did not come from an API server: a write with it is not conditional. */
  readonly resourceVersion: string
  readonly record: LeaseRecord
}

/** What an election wants to be stored. Whoever sends it knows what time it is. */
export interface LeaseChange {
  readonly holderIdentity: string
  readonly leaseDurationSeconds: number
  readonly leaseTransitions: number
  /** Undefined: now. */
  readonly acquireTime: string | undefined
}

/** Tolerant: a field that is missing or of another type is as if it were not set. */
export function readLease(object: KubernetesObject): StoredLease {
  const spec = isRecord(object['spec']) ? object['spec'] : {}
  return {
    metadata: object.metadata,
    resourceVersion: object.metadata.resourceVersion ?? '',
    record: {
      holderIdentity: textOf(spec['holderIdentity']),
      leaseDurationSeconds: countOf(spec['leaseDurationSeconds']),
      leaseTransitions: countOf(spec['leaseTransitions']),
      acquireTime: textOf(spec['acquireTime']),
      renewTime: textOf(spec['renewTime']),
    },
  }
}

/** The answer to a read or a write of a Lease. */
export function leaseAnswer(answer: KubernetesObject | ApiFailure): StoredLease | ApiFailure {
  return isFailure(answer) ? answer : readLease(answer)
}

/** Whether two records differ in anything: the only sign of a renewal that counts. */
export function sameRecord(a: LeaseRecord, b: LeaseRecord): boolean {
  return (
    a.holderIdentity === b.holderIdentity &&
    a.leaseDurationSeconds === b.leaseDurationSeconds &&
    a.leaseTransitions === b.leaseTransitions &&
    a.acquireTime === b.acquireTime &&
    a.renewTime === b.renewTime
  )
}

/**
 * The object to send, at the time `now` (six digits). What others have written into the metadata stays;
 * its resourceVersion makes the write conditional.
 */
export function leaseObject(
  change: LeaseChange,
  metadata: ObjectMetadata,
  now: string,
): KubernetesObject {
  const { holderIdentity, leaseDurationSeconds, leaseTransitions, acquireTime } = change
  return {
    apiVersion: apiVersionOf(LEASES),
    kind: LEASES.kind,
    metadata,
    spec: {
      holderIdentity,
      leaseDurationSeconds,
      acquireTime: acquireTime ?? now,
      renewTime: now,
      leaseTransitions,
    },
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0
}
