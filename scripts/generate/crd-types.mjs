import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from 'json-schema-to-typescript'

/** The schemas as types: test/api/objects.test.ts holds api/objects.ts against them. */
export async function crdTypes(schemas, root) {
  const style = JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8'))
  const parts = []
  for (const schema of schemas)
    parts.push(
      await compile(withoutNotes(schema), schema.$id, {
        bannerComment: '',
        additionalProperties: false,
        ignoreMinAndMaxItems: true,
        style,
      }),
    )
  return `// Generated from config/crd by "npm run generate". Do not edit.\n\n${parts.join('\n')}`
}

function withoutNotes({ $id: _, ...schema }) {
  return JSON.parse(JSON.stringify(schema))
}
