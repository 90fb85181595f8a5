import type { LeaseChange, LeaseRecord, StoredLease } from '../../../kubernetes/lease/record.ts'

/** A stored Lease, of which a test says what it is about. */
export function storedLease(
  holderIdentity: string,
  version: number,
  record: Partial<LeaseRecord> = {},
): StoredLease {
  return {
    metadata: { name: 'lease', namespace: 'ns', resourceVersion: String(version) },
    resourceVersion: String(version),
    record: {
      holderIdentity,
      leaseDurationSeconds: 4,
      leaseTransitions: 0,
      acquireTime: 'then',
      renewTime: `renewal ${version}`,
      ...record,
    },
  }
}

/** What the API server makes of a change. */
export function carriedOut(change: LeaseChange, version: number): StoredLease {
  const { holderIdentity, acquireTime, ...rest } = change
  return storedLease(holderIdentity, version, {
    ...rest,
    acquireTime: acquireTime ?? `at ${version}`,
  })
}
