// What has to be true of scripts/rooms.json and of the folders that it names, beyond the import rules that
// .dependency-cruiser.cjs makes of it. Run by `npm run lint`; test/architecture.test.ts shows that each rule bites.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const MOST_SOURCES = 25
const SOURCE = /\.(ts|mjs)$/
/** Folders of the checkout that hold nothing of ours. */
const FOREIGN = /^(\..*|node_modules|dist)$/

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The rooms of a checkout, in the order of the arrows: a room imports only rooms before it. */
export const readRooms = (root) => readJson(join(root, 'scripts/rooms.json'))

/** One sentence for each thing that is not as it should be. */
export function roomProblems(root) {
  const data = readRooms(root)
  const sources = sourcesByFolder(root)
  return [
    ...unknownFolders(data, sources),
    ...data.rooms.flatMap((room, index) => roomProblem(room, data.rooms.slice(0, index), sources)),
    ...idleEntries(root, data, sources),
    ...crowds(data, sources),
    ...idlePatterns(root),
    ...missingTops(root, data),
  ]
}

/** The names of the sources in each folder that has any, test code included. */
function sourcesByFolder(root, folder = '', found = new Map()) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory() && !(folder === '' && FOREIGN.test(path)))
      sourcesByFolder(root, path, found)
    else if (folder !== '' && entry.isFile() && SOURCE.test(path))
      found.set(folder, [...(found.get(folder) ?? []), entry.name])
  }
  return found
}

function unknownFolders({ rooms, beside }, sources) {
  const known = new Set(rooms.map(({ folder }) => folder))
  return [...sources.keys()]
    .filter((folder) => !known.has(folder) && !beside.includes(folder.split('/')[0]))
    .map((folder) => `${folder}/ has sources and no entry in "rooms"`)
}

function roomProblem({ folder, start, imports }, before, sources) {
  if (!sources.has(folder)) return [`the entry ${folder} names no folder of sources`]
  const earlier = new Set(before.map((room) => room.folder))
  return [
    ...(sources.get(folder).includes(start) ? [] : [`${folder} has no ${start} to start with`]),
    ...imports
      .filter((name) => !earlier.has(name))
      .map((name) => `${folder} may import ${name}, which is no room before it`),
  ]
}

/** What a room may import and does not: an arrow that nobody needs. */
function idleEntries(root, { rooms }, sources) {
  return rooms.flatMap(({ folder, imports, packages = [] }) => {
    const used = importsOf(root, folder, sources.get(folder) ?? [])
    return [...imports, ...packages]
      .filter((name) => !used.has(name))
      .map((name) => `${folder} may import ${name} and does not: take that out`)
  })
}

function importsOf(root, folder, names) {
  const imported = names.flatMap((name) => {
    const text = readFileSync(join(root, folder, name), 'utf8')
    return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
  })
  return new Set(imported.map((path) => importedThing(folder, path)))
}

/** The folder or the package that an import leads to. */
function importedThing(folder, path) {
  if (path.startsWith('.')) return posix.dirname(posix.join(folder, path))
  if (path.startsWith('node:')) return path
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

function crowds({ crowded }, sources) {
  const large = [...sources].filter(([, names]) => names.length > MOST_SOURCES)
  return [
    ...large
      .filter(([folder]) => !crowded.includes(folder))
      .map(([folder, { length }]) => `${folder}/ has ${length} sources, more than ${MOST_SOURCES}`),
    ...crowded
      .filter((folder) => !large.some(([name]) => name === folder))
      .map((folder) => `${folder}/ is not crowded: take it out of "crowded"`),
  ]
}

/** Patterns of other files that match nothing. What is in dist/ counts by its source. */
function idlePatterns(root) {
  const { files, exports, bin } = readJson(join(root, 'package.json'))
  const targets = Object.values(exports).flatMap((to) =>
    typeof to === 'string' ? [to] : Object.values(to),
  )
  const { include } = readJson(join(root, 'tsconfig.json'))
  const lists = { files, exports: targets, bin: Object.values(bin), include }
  const named = { ...lists, '.prettierignore': prettierIgnore(root) }
  return Object.entries(named).flatMap(([list, patterns]) =>
    patterns
      .filter((pattern) => !sourceExists(root, pattern))
      .map((pattern) => `${pattern} in "${list}" matches nothing`),
  )
}

/** What is built may not be there yet. */
function prettierIgnore(root) {
  const lines = readFileSync(join(root, '.prettierignore'), 'utf8').split('\n')
  return lines.filter((line) => line !== '' && !FOREIGN.test(line))
}

function sourceExists(root, pattern) {
  const path = pattern.replace(/^\.\//, '')
  if (path === 'dist/bundle') return true
  if (!path.startsWith('dist/')) return existsSync(join(root, path))
  return existsSync(join(root, path.slice('dist/'.length).replace(/\.(d\.ts|js)$/, '.ts')))
}

/** A room that is compiled or shipped by no one. */
function missingTops(root, { rooms, beside }) {
  const tops = [...new Set(rooms.map(({ folder }) => folder.split('/')[0]))]
  const { include } = readJson(join(root, 'tsconfig.json'))
  const { files } = readJson(join(root, 'package.json'))
  const compiled = [...tops, ...beside.filter((name) => name !== 'scripts')]
  return [
    ...compiled
      .filter((top) => !include.includes(top))
      .map((top) => `${top} is missing in "include" of tsconfig.json`),
    ...tops
      .flatMap((top) => [top, `dist/${top}`])
      .filter((path) => !files.includes(path))
      .map((path) => `${path} is missing in "files" of package.json`),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = roomProblems(join(dirname(fileURLToPath(import.meta.url)), '..'))
  for (const problem of problems) console.error(`rooms: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}
