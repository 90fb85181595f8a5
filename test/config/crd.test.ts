import t from 'tap'
import { isScalar, parseDocument, visit } from 'yaml'
import { API_VERSION, POOL_DEFAULTS } from '../../api/objects.ts'
import { celRules, crd, crdText, schemas } from '../support/cluster/crds.ts'
import type { CrdSchema, Plural } from '../support/cluster/crds.ts'

const PLURALS: readonly Plural[] = ['addresspools', 'announcementplans']

for (const plural of PLURALS) {
  const { spec, metadata } = crd(plural)
  const all = schemas(plural)

  t.test(`${plural}: names, scope and version`, (t) => {
    t.equal(metadata.name, `${plural}.${spec.group}`)
    t.equal(spec.scope, 'Cluster')
    t.same(
      spec.versions.map(({ name }) => `${spec.group}/${name}`),
      [API_VERSION],
    )
    t.ok(spec.versions.every(({ subresources }) => 'status' in subresources))
    t.same(spec.names.categories, ['bellwether'])
    t.ok(spec.names.shortNames.every((name) => name.startsWith('bw')))
    t.end()
  })

  t.test(`${plural}: every field has a type and a description`, (t) => {
    // The API server refuses a description of metadata.
    const fields = all.filter(({ path }) => !/\[\]$|\{\}$|^\.metadata/.test(path))
    t.same(
      fields.filter(({ schema }) => !schema.description?.endsWith('.')).map(({ path }) => path),
      [],
    )
    t.same(
      all.filter(({ schema }) => schema.type === undefined).map(({ path }) => path),
      [],
    )
    t.end()
  })

  t.test(`${plural}: everything is bounded, and each list has its type`, (t) => {
    const unbounded = ({ type, enum: words, format, ...schema }: CrdSchema) =>
      (type === 'array' && schema.maxItems === undefined) ||
      (schema.additionalProperties !== undefined && schema.maxProperties === undefined) ||
      (type === 'string' && !words && format !== 'date-time' && schema.maxLength === undefined)
    const typeMeta = ['.apiVersion', '.kind']
    t.same(
      all
        .filter(({ path, schema }) => !typeMeta.includes(path) && unbounded(schema))
        .map(({ path }) => path),
      [],
    )
    const lists = all.filter(({ schema }) => schema.type === 'array')
    t.ok(lists.every(({ schema }) => schema['x-kubernetes-list-type'] !== undefined))
    t.end()
  })

  t.test(`${plural}: nothing that GitOps engines would see as a difference`, (t) => {
    t.same(
      all.filter(({ schema }) => schema.default !== undefined),
      [],
      'no default is written into what Git holds',
    )
    const empty: unknown[] = []
    visit(parseDocument(crdText(plural)), {
      Seq: (_, node) => void (node.items.length === 0 && empty.push(node.range)),
      Scalar: (_, node) => void (isScalar(node) && node.value === null && empty.push(node.range)),
    })
    t.same(empty, [], 'no empty list, no null')
    t.end()
  })

  t.test(`${plural}: rules say what is wrong and where`, (t) => {
    for (const { message, fieldPath, reason, path } of celRules(plural))
      t.ok(message && fieldPath && reason, path)
    t.end()
  })

  t.test(`${plural}: conditions and columns as kstatus and kubectl want them`, (t) => {
    const find = (wanted: string) => all.find(({ path }) => path === wanted)?.schema
    t.ok(find('.status.observedGeneration'))
    t.same(find('.status.conditions')?.['x-kubernetes-list-map-keys'], ['type'])
    const [version] = spec.versions
    const columns = version?.additionalPrinterColumns.map(({ name }) => name)
    t.match(columns?.[0], 'Ready')
    t.match(columns?.at(-1), 'Age')
    for (const { jsonPath } of version?.additionalPrinterColumns ?? []) {
      const field = jsonPath.replace(/\[\?.*?\]/, '[]').replace('[*]', '[]')
      t.ok(field.startsWith('.metadata') || find(field), jsonPath)
    }
    t.end()
  })
}

t.test('of metadata a schema may say nothing but how names are', (t) => {
  for (const plural of PLURALS) {
    const found = schemas(plural).filter(({ path }) => path.startsWith('.metadata'))
    t.same(
      found.map(({ path, schema }) => [path, Object.keys(schema)]),
      [
        ['.metadata', ['type', 'properties']],
        ['.metadata.name', ['type', 'maxLength']],
      ],
    )
  }
  t.end()
})

t.test('the lists of a plan are atomic', (t) => {
  const lists = schemas('announcementplans').filter(
    ({ path, schema }) => schema.type === 'array' && path !== '.status.conditions',
  )
  t.ok(lists.length > 5)
  t.ok(lists.every(({ schema }) => schema['x-kubernetes-list-type'] === 'atomic'))
  t.end()
})

t.test('selectors are the same everywhere, but for what they select', (t) => {
  const bare = ({ properties }: CrdSchema) => JSON.stringify(properties)
  const selectors = schemas('addresspools')
    .map(({ schema }) => schema)
    .filter(({ properties }) => properties?.['matchExpressions'])
  t.equal(selectors.length, 4)
  t.equal(new Set(selectors.map(bare)).size, 1)
  t.end()
})

t.test('the descriptions state the defaults of api/objects.ts', (t) => {
  const defaults = new Map<string, string>()
  for (const { path, schema } of schemas('addresspools')) {
    const [, stated] = /Default: `([^`]+)`\.$/.exec(schema.description ?? '') ?? []
    if (stated !== undefined) defaults.set(path.split('.').at(-1) ?? '', stated)
  }
  const { probe, ...others } = POOL_DEFAULTS
  t.same(
    Object.fromEntries(defaults),
    Object.fromEntries(Object.entries({ ...others, ...probe }).map(([k, v]) => [k, String(v)])),
  )
  t.end()
})
