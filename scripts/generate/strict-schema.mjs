/** Where the planner explains more than a pattern can: reconciler/pools/check.ts reads these texts itself. */
const READ_BY_THE_PLANNER = new Set([
  '.spec.addresses[]',
  '.spec.exclude[]',
  '.spec.reservations[].address',
  '.spec.announce.nodeNetworks[]',
])

const INT32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }

/** metav1.ObjectMeta: what a file may hold besides, such as what `kubectl get -o yaml` adds. */
const OBJECT_META = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      maxLength: 63,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      example: 'office',
    },
    namespace: { type: 'string' },
    labels: { type: 'object', additionalProperties: { type: 'string' }, example: { team: 'web' } },
    annotations: {
      type: 'object',
      additionalProperties: { type: 'string' },
      example: { 'bellwether.dev/allow-release': '*' },
    },
    ...Object.fromEntries(
      [
        'creationTimestamp',
        'deletionGracePeriodSeconds',
        'deletionTimestamp',
        'finalizers',
        'generateName',
        'generation',
        'managedFields',
        'ownerReferences',
        'resourceVersion',
        'selfLink',
        'uid',
      ].map((name) => [name, {}]),
    ),
  },
}

/**
 * The schema of a CRD as JSON Schema: what the API server does by other means (type meta, object meta, list
 * types, refusing unknown fields) is said in the schema's own words. `status` is not looked at: no file
 * is expected to have one.
 */
export function strictSchema(crd) {
  const [version] = crd.spec.versions
  const { kind } = crd.spec.names
  const schema = strict(version.schema.openAPIV3Schema, '', kind)
  return {
    ...schema,
    $id: kind,
    required: ['apiVersion', 'kind', 'metadata', ...schema.required],
    properties: {
      apiVersion: { type: 'string', enum: [`${crd.spec.group}/${version.name}`] },
      kind: { type: 'string', enum: [kind] },
      metadata: OBJECT_META,
      spec: schema.properties.spec,
      status: {},
    },
  }
}

function strict(schema, path, kind) {
  const { items, properties, additionalProperties, pattern, ...rest } = schema
  const byPlanner = kind === 'AddressPool' && READ_BY_THE_PLANNER.has(path)
  return {
    ...plain(rest),
    ...(pattern !== undefined && !byPlanner && { pattern }),
    ...(rest['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
    ...(items && { items: strict(items, `${path}[]`, kind) }),
    ...(additionalProperties && { additionalProperties: plain(additionalProperties) }),
    ...(properties && {
      additionalProperties: false,
      properties: mapValues(properties, (each, name) => strict(each, `${path}.${name}`, kind)),
    }),
  }
}

/** Without what JSON Schema does not know. */
function plain(schema) {
  const { description: _, format, ...rest } = schema
  const known = Object.entries(rest).filter(([name]) => !name.startsWith('x-kubernetes-'))
  return { ...(format === 'int32' && INT32), ...Object.fromEntries(known) }
}

function mapValues(object, change) {
  return Object.fromEntries(
    Object.entries(object).map(([name, each]) => [name, change(each, name)]),
  )
}
