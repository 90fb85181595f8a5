/** One arrow for each pair of top-level folders of which one imports the other. */
export function housePicture({ rooms }) {
  const top = (folder) => folder.split('/')[0]
  const pairs = rooms.flatMap(({ folder, imports }) =>
    imports.filter((name) => top(name) !== top(folder)).map((name) => [top(folder), top(name)]),
  )
  return picture(distinct(rooms.map(({ folder }) => top(folder))), pairs)
}

/** The rooms of one top-level folder. An arrow that follows from others is left out. */
export function sidePicture({ rooms }, side) {
  const own = rooms.filter(({ folder }) => folder === side || folder.startsWith(`${side}/`))
  const names = own.map(({ folder }) => folder)
  const arrows = new Map(
    own.map(({ folder, imports }) => [folder, imports.filter((name) => names.includes(name))]),
  )
  const pairs = [...arrows].flatMap(([folder, imports]) =>
    imports
      .filter((name) => !imports.some((other) => reaches(arrows, other, name)))
      .map((name) => [folder, name]),
  )
  const shown = new Map(
    names.map((name) => [name, name === side ? `${side}/*.ts` : name.slice(side.length + 1)]),
  )
  return picture(names, pairs, shown)
}

/** Whether `from` imports `to`, by whatever way. No room is its own. */
function reaches(arrows, from, to) {
  const imports = arrows.get(from) ?? []
  return imports.some((name) => name === to || reaches(arrows, name, to))
}

function picture(names, pairs, shown = new Map()) {
  const id = (name) => name.replaceAll('/', '_')
  const arrows = distinct(pairs.map(([from, to]) => `  ${id(from)} --> ${id(to)}`))
  const boxes = names.map((name) => `  ${id(name)}["${shown.get(name) ?? `${name}/`}"]`)
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n')
}

const distinct = (values) => [...new Set(values)]
