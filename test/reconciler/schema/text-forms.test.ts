import t from 'tap'
import {
  schemaOfAddressPool,
  schemaOfAnnouncementPlan,
} from '../../../reconciler/generated/validators.js'
import type { FieldSchema } from '../../../reconciler/generated/validators.js'
import { TEXT_FORMS, describeForm } from '../../../reconciler/schema/text-forms.ts'

function patterns(schema: FieldSchema): readonly string[] {
  const { pattern, items, additionalProperties, properties = {} } = schema
  const children = [items, additionalProperties || undefined, ...Object.values(properties)]
  return [
    ...(pattern === undefined ? [] : [pattern]),
    ...children.filter((child) => child !== undefined).flatMap(patterns),
  ]
}

t.test('there are words for each pattern of the schema, and for no other', (t) => {
  const used = new Set([schemaOfAddressPool, schemaOfAnnouncementPlan].flatMap(patterns))
  t.same(Object.keys(TEXT_FORMS).sort(), [...used].sort())
  t.end()
})

const [DNS_LABEL = ''] = Object.keys(TEXT_FORMS)

t.test('a text that is nearly right is repaired', (t) => {
  t.match(describeForm(DNS_LABEL, 'My_Office 1').hint, /write `my-office-1`/)
  t.match(describeForm(DNS_LABEL, '-office'), TEXT_FORMS[DNS_LABEL])
  t.end()
})

t.test('a pattern without words is a mistake of ours', (t) => {
  t.throws(() => describeForm('^x$', 'y'), /no words/)
  t.end()
})
