import { readFileSync } from 'node:fs'

const { rooms } = JSON.parse(
  readFileSync(new URL('../scripts/rooms.json', import.meta.url), 'utf8'),
)
const pure = rooms.filter(({ touchesWorld }) => !touchesWorld).map(({ folder }) => folder)

/** The test of a pure file. */
export const PURE = new RegExp(`^dist/test/((?:${pure.join('|')})/[^/]+)\\.test\\.js$`)

// A test may earn coverage only for the file it is named after. What touches the world is proved by privileged and
// end-to-end tests, which run in other processes: their coverage is not counted.
export default (test) => {
  const match = PURE.exec(test)
  return match ? `dist/${match[1]}.js` : null
}
