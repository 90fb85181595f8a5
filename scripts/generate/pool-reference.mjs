const HEAD = `<!-- Generated from config/crd by "npm run generate". Do not edit. -->

# Reference of the objects

Both kinds are cluster-scoped, of the group and version \`bellwether.dev/v1alpha1\`. An AddressPool is written by
people, in Git; an AnnouncementPlan is written by the reconciler. What is true of one object alone is
checked by its schema, by the API server and by \`bellwether validate\` alike; what is between objects (ranges that
overlap, an address reserved twice) by \`bellwether validate\` and by the planner. No field has a default in the
schema, so the API server never adds one to what Git holds: the default in the table is what a missing field means.

\`\`\`yaml
apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata:
  name: office
spec:
  addresses:
    - 192.0.2.16/28
    - 192.0.2.40-192.0.2.49
    - 2001:db8:0:1::100/120
  reservations:
    - address: 192.0.2.40
      service: web/shop
  announce:
    segment: office
    nodeNetworks:
      - 192.0.2.0/24
      - 2001:db8:0:1::/64
\`\`\`
`

const COLUMNS = '| field | type | default | meaning | rules |\n|---|---|---|---|---|'

/** docs/pool-reference.md: each field with its type, default, meaning and rules. */
export function poolReference(crds) {
  const [selector] = crds.map(schemaOf).flatMap(selectors)
  return [
    HEAD,
    ...crds.map(kindSection),
    '## LabelSelector\n',
    'As everywhere in Kubernetes. The empty selector (`{}`) matches everything.\n',
    table(fields(selector, '')),
    rules('', selector),
  ].join('\n')
}

function schemaOf(crd) {
  return crd.spec.versions[0].schema.openAPIV3Schema
}

function kindSection(crd) {
  const { kind, shortNames, categories } = crd.spec.names
  const schema = schemaOf(crd)
  const { spec, status } = schema.properties
  return [
    `## ${kind}\n`,
    `${schema.description}\n`,
    `For kubectl: \`${crd.spec.names.plural}\`, short \`${shortNames.join('`, `')}\`, category \`${categories.join('`, `')}\`.\n`,
    `### ${kind}: spec\n`,
    table(fields(spec, 'spec')),
    rules('', schema),
    `### ${kind}: status\n`,
    `${status.description}\n`,
    table(fields(status, 'status')),
  ].join('\n')
}

function isSelector(schema) {
  return schema.properties?.matchExpressions !== undefined
}

function selectors(schema) {
  if (isSelector(schema)) return [schema]
  return children(schema, '').flatMap(({ schema: child }) => selectors(child))
}

function children(schema, path) {
  const inner = schema.items?.properties ? schema.items : schema
  const prefix = `${path}${inner === schema ? '' : '[]'}${path === '' ? '' : '.'}`
  return Object.entries(inner.properties ?? {}).map(([name, child]) => ({
    path: `${prefix}${name}`,
    schema: child,
    required: inner.required?.includes(name) ?? false,
  }))
}

function fields(schema, path) {
  return children(schema, path).flatMap((field) =>
    isSelector(field.schema) ? [field] : [field, ...fields(field.schema, field.path)],
  )
}

function table(rows) {
  return `${[COLUMNS, ...rows.map(row)].join('\n')}\n`
}

function row({ path, schema, required }) {
  const [meaning, byDefault] = splitDefault(schema.description)
  const cells = [
    `\`${path}\``,
    type(schema),
    required ? 'required' : byDefault,
    meaning,
    limits(schema),
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function splitDefault(description) {
  const [, meaning, byDefault] = /^(.*?)(?: Default: (.*)\.)?$/s.exec(description)
  return [meaning, byDefault ?? '']
}

function type(schema) {
  if (isSelector(schema)) return '[LabelSelector](#labelselector)'
  if (schema.type === 'array') return `list of ${plural(schema.items)}`
  if (schema.additionalProperties) return 'mapping of strings to strings'
  return schema.type === 'object' ? 'mapping' : schema.type
}

function plural(items) {
  return { string: 'strings', integer: 'integers', object: 'mappings' }[items.type]
}

function limits(schema) {
  const { items = {} } = schema
  return [
    schema.enum && `one of ${schema.enum.map((each) => `\`${each}\``).join(', ')}`,
    between(schema.minimum, schema.maximum, ''),
    between(schema.minItems, schema.maxItems, ' items'),
    between(undefined, schema.maxProperties, ' entries'),
    between(undefined, schema.maxLength ?? items.maxLength, ' characters'),
    schema['x-kubernetes-list-type'] === 'set' && 'no item twice',
    schema['x-kubernetes-list-map-keys'] &&
      `each \`${schema['x-kubernetes-list-map-keys'][0]}\` once`,
  ]
    .filter(Boolean)
    .join('; ')
}

function between(low, high, unit) {
  if (low === undefined) return high === undefined ? '' : `at most ${high}${unit}`
  return high === undefined ? `at least ${low}${unit}` : `${low} to ${high}${unit}`
}

/** The CEL rules of everything but selectors, which have a section of their own. */
function rules(path, schema) {
  const lines = celRules(schema, path).map(({ message }) => `- ${message}`)
  return lines.length === 0 ? '' : `Rules between fields:\n\n${lines.join('\n')}\n`
}

function celRules(schema, path) {
  if (path !== '' && isSelector(schema)) return []
  const own = schema['x-kubernetes-validations'] ?? []
  const nested = [
    ...Object.entries(schema.properties ?? {}).map(([name, child]) => [`${path}.${name}`, child]),
    ...(schema.items ? [[`${path}[]`, schema.items]] : []),
  ]
  return [...own, ...nested.flatMap(([name, child]) => celRules(child, name))]
}
