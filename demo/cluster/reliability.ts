import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderTable } from '../../api/text-table.ts'
import { root } from '../../test/support/root.ts'
import { clusterRefusal, createCluster, type ClusterOptions } from './cluster.ts'
import { install } from './install.ts'
import { reliabilityPage } from './reliability-page.ts'
import { prepareStage, type Manner, type Scene } from './scenes/scene.ts'
import { LOAD_SCENES } from './scenes/load.ts'
import { playScenes, SCENES, type Played } from './scenes/scenes.ts'

/*
 * `npm run reliability`: every fault, what must hold, and what was measured. Ends with 1 if one of them does not hold.
 */

const FLAGS = ['--quick', '--json', '--write', '--list']
const USAGE = `usage: npm run reliability [-- [${FLAGS.join('] [')}] [--only NAME[,NAME...]]]`

interface Options {
  readonly flags: ReadonlySet<string>
  /** Empty: all of them. */
  readonly only: readonly string[]
}

/** Or what is wrong with them. */
function optionsOf(words: readonly string[]): Options | string {
  const only: string[] = []
  const flags = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--only' && at + 1 === words.length) return '--only takes names'
    if (word === '--only') only.push(...(words[++at] ?? '').split(','))
    else if (FLAGS.includes(word)) flags.add(word)
    else return `unknown option ${word}`
  }
  const unknown = only.find((name) => !SCENES.some((scene) => scene.name === name))
  if (unknown !== undefined) return `there is no scene "${unknown}"; --list names them`
  // A page without some of them would look as if there were no others.
  if (flags.has('--write') && (only.length > 0 || flags.has('--quick')))
    return '--write takes all scenes at full length: leave out --only and --quick'
  return { flags, only }
}

/** Load needs the machine for itself; faults need nodes, and clients on two sides; one needs its own cluster. */
const CLUSTERS: readonly {
  readonly options: ClusterOptions
  readonly has: (scene: Scene) => boolean
}[] = [
  {
    options: { nodes: 3, proxySyncMilliseconds: 1_000 },
    has: (scene) => LOAD_SCENES.includes(scene),
  },
  {
    options: { nodes: 4, clients: 2, nodeGraceSeconds: 8 },
    has: (scene) => !LOAD_SCENES.includes(scene) && !isOnNode(scene),
  },
  { options: { nodes: 3, nodeGraceSeconds: 8, controlPlaneOnNode: true }, has: isOnNode },
]

function isOnNode({ name }: Scene): boolean {
  return name === 'control-plane-node-dies'
}

async function playAll({ flags, only }: Options): Promise<Played[]> {
  const say = (line: string) => (flags.has('--json') ? console.error(line) : console.log(line))
  const manner = { say, isQuick: flags.has('--quick'), patience: 1 }
  const wanted = SCENES.filter(({ name }) => only.length === 0 || only.includes(name))
  const played: Played[] = []
  for (const { options, has } of CLUSTERS) {
    const scenes = wanted.filter(has)
    if (scenes.length > 0) played.push(...(await playIn(options, scenes, manner)))
  }
  return played
}

async function playIn(
  options: ClusterOptions,
  scenes: readonly Scene[],
  manner: Manner,
): Promise<Played[]> {
  const cluster = await createCluster(options)
  try {
    await install(cluster)
    return await playScenes(await prepareStage(cluster, manner), scenes)
  } finally {
    await cluster.stop()
  }
}

function report(played: readonly Played[]): void {
  const cells = played.map(({ scene: { name, mustHold }, figure, holds }) => [
    holds ? 'holds' : 'NOT',
    name,
    mustHold,
    figure,
  ])
  console.log(`\n${renderTable([['', 'FAULT', 'MUST HOLD', 'MEASURED'], ...cells]).join('\n')}`)
}

function reportJson(played: readonly Played[]): void {
  const rows = played.map(({ scene: { name, fault, mustHold }, figure, holds }) => {
    return { name, fault, mustHold, figure, holds }
  })
  console.log(JSON.stringify(rows, undefined, 2))
}

function refuse(why: string): void {
  console.error(`reliability: ${why}`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2))
  if (typeof options === 'string') return refuse(`${options}; ${USAGE}`)
  if (options.flags.has('--list')) {
    for (const { name, fault } of SCENES) console.log(`${name}: ${fault}`)
    return
  }
  const refusal = clusterRefusal()
  if (refusal !== undefined) refuse(refusal)
  else {
    const played = await playAll(options)
    if (options.flags.has('--json')) reportJson(played)
    else report(played)
    if (options.flags.has('--write'))
      writeFileSync(join(root, 'docs/reliability.md'), reliabilityPage(played))
    if (!played.every(({ holds }) => holds)) process.exitCode = 1
  }
}

await main()
process.exit()
