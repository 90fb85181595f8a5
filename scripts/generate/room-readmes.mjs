/** The README.md of each room, and of each folder that holds nothing but rooms, as pairs of path and text. */
export function roomReadmes({ rooms }) {
  const parents = parentsOf(rooms.map(({ folder }) => folder))
  return [
    ...rooms.map((room) => [`${room.folder}/README.md`, roomReadme(room)]),
    ...parents.map((folder) => [`${folder}/README.md`, parentReadme(folder, rooms)]),
  ]
}

/** Folders of rooms that are no room themselves. */
function parentsOf(folders) {
  const above = folders.flatMap((folder) => {
    const parts = folder.split('/')
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  return [...new Set(above)].filter((folder) => !folders.includes(folder))
}

const NOTE = '<!-- Generated from scripts/rooms.json by "npm run generate". Do not edit. -->'

function roomReadme({ folder, holds, start, imports, packages = [], touchesWorld = false }) {
  const touch = touchesWorld
    ? 'It touches the world: files, sockets, clocks, the process.'
    : 'It is pure: no I/O, no clock, no randomness.'
  return lines(
    `# ${folder}/`,
    NOTE,
    holds,
    `Start reading in [${start}](${start}).`,
    `${mayImport(folder, imports, packages)} ${touch}`,
  )
}

function mayImport(folder, imports, packages) {
  const names = [
    ...imports.map((name) => `[${name}](${pathBetween(folder, name)})`),
    ...packages.map((name) => `\`${name}\``),
  ]
  return names.length === 0 ? 'It imports no other room.' : `It may import ${names.join(', ')}.`
}

function parentReadme(parent, rooms) {
  const inside = rooms.map(({ folder }) => folder).filter((name) => name.startsWith(`${parent}/`))
  return lines(
    `# ${parent}/`,
    NOTE,
    `Rooms, each of which imports only those before it: ${inside
      .map((name) => `[${name.slice(parent.length + 1)}](${pathBetween(parent, name)})`)
      .join(', ')}.`,
    `[docs/architecture.md](${pathBetween(parent, 'docs/architecture.md')}) shows them in one picture.`,
  )
}

function pathBetween(from, to) {
  return `${'../'.repeat(from.split('/').length)}${to}`
}

const lines = (...paragraphs) => `${paragraphs.join('\n\n')}\n`
