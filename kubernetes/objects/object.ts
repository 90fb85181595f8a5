/** metav1.ManagedFieldsEntry, as far as anybody here reads it. */
export interface ManagedFields {
  readonly manager?: string
  readonly operation?: string
  readonly subresource?: string
  readonly fieldsV1?: Readonly<Record<string, unknown>>
}

/** metav1.ObjectMeta: what is there of an object that the API server has stored. */
export interface ObjectMetadata {
  readonly name: string
  readonly namespace?: string
  readonly uid?: string
  readonly resourceVersion?: string
  readonly generation?: number
  readonly creationTimestamp?: string
  readonly deletionTimestamp?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly managedFields?: readonly ManagedFields[]
}

/** Any object. Its other fields are as the API server sent them: plain JSON, times as text. */
export interface KubernetesObject {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata: ObjectMetadata
  readonly [field: string]: unknown
}

/** How an object is called among those of its kind: `namespace/name`, or the name where there is no namespace. */
export function keyOf({ metadata }: Pick<KubernetesObject, 'metadata'>): string {
  const { namespace, name } = metadata
  return namespace === undefined ? name : `${namespace}/${name}`
}
