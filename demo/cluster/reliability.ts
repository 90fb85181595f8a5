import { renderTable } from '../../reconciler/render-table.ts'
import { clusterRefusal, createCluster, type ClusterOptions } from './cluster.ts'
import { install } from './install.ts'
import { prepareStage, type Scene, type Stage } from './scene.ts'
import { LOAD_SCENES } from './scenes-load.ts'
import { playScenes, SCENES, type Played } from './scenes.ts'

/*
 * `npm run reliability`: every fault, what must hold, and what was measured. Ends with 1 if one of them does not hold.
 */

const USAGE = 'usage: npm run reliability [-- [--quick] [--only NAME[,NAME...]] [--json] [--list]]'

interface Options {
  readonly quick: boolean
  readonly json: boolean
  readonly list: boolean
  readonly only: readonly string[]
}

function optionsOf(words: readonly string[]): Options | undefined {
  const only: string[] = []
  const flags = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--only') only.push(...(words[++at] ?? '').split(','))
    else if (['--quick', '--json', '--list'].includes(word)) flags.add(word)
    else return undefined
  }
  if (!only.every((name) => SCENES.some((scene) => scene.name === name))) return undefined
  const has = (flag: string) => flags.has(flag)
  return { quick: has('--quick'), json: has('--json'), list: has('--list'), only }
}

/** Load needs the machine for itself; faults need nodes, and clients on two sides; one needs its own cluster. */
const CLUSTERS: readonly {
  readonly options: ClusterOptions
  readonly has: (scene: Scene) => boolean
}[] = [
  { options: { nodes: 3 }, has: (scene) => LOAD_SCENES.includes(scene) },
  {
    options: { nodes: 4, clients: 2, nodeGraceSeconds: 8 },
    has: (scene) => !LOAD_SCENES.includes(scene) && !isOnNode(scene),
  },
  { options: { nodes: 3, nodeGraceSeconds: 8, controlPlaneOnNode: true }, has: isOnNode },
]

function isOnNode({ name }: Scene): boolean {
  return name === 'control-plane-node-dies'
}

async function playAll({ quick, json, only }: Options): Promise<Played[]> {
  const say = (line: string) => (json ? console.error(line) : console.log(line))
  const wanted = SCENES.filter(({ name }) => only.length === 0 || only.includes(name))
  const played: Played[] = []
  for (const { options, has } of CLUSTERS) {
    const scenes = wanted.filter(has)
    if (scenes.length > 0) played.push(...(await playIn(options, scenes, { say, isQuick: quick })))
  }
  return played
}

async function playIn(
  options: ClusterOptions,
  scenes: readonly Scene[],
  given: Pick<Stage, 'say' | 'isQuick'>,
): Promise<Played[]> {
  const cluster = await createCluster(options)
  try {
    await install(cluster)
    return await playScenes(await prepareStage(cluster, given), scenes)
  } finally {
    await cluster.stop()
  }
}

function report(played: readonly Played[], json: boolean): void {
  const rows = played.map(({ scene: { name, fault, mustHold }, figure, holds }) => ({
    name,
    fault,
    mustHold,
    figure,
    holds,
  }))
  if (json) console.log(JSON.stringify(rows, undefined, 2))
  else {
    const cells = rows.map((row) => [
      row.holds ? 'holds' : 'NOT',
      row.name,
      row.mustHold,
      row.figure,
    ])
    console.log(`\n${renderTable([['', 'FAULT', 'MUST HOLD', 'MEASURED'], ...cells]).join('\n')}`)
  }
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2))
  const refusal = clusterRefusal()
  if (options === undefined || refusal !== undefined) {
    console.error(options === undefined ? USAGE : `reliability: ${refusal}`)
    process.exitCode = 2
  } else if (options.list) for (const { name, fault } of SCENES) console.log(`${name}: ${fault}`)
  else {
    const played = await playAll(options)
    report(played, options.json)
    if (!played.every(({ holds }) => holds)) process.exitCode = 1
  }
}

await main()
process.exit()
