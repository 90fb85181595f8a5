import { API_SCENES } from './api.ts'
import { CHANGE_SCENES } from './change.ts'
import { LOAD_SCENES } from './load.ts'
import { NODE_SCENES } from './nodes.ts'
import { SPEAKER_SCENES } from './speakers.ts'
import { allAnswered, type Scene, type Stage, type Verdict } from './scene.ts'

/** In the order in which they are played: what leaves the least behind first. */
export const SCENES: readonly Scene[] = [
  ...LOAD_SCENES,
  ...NODE_SCENES,
  ...SPEAKER_SCENES,
  ...CHANGE_SCENES,
  ...API_SCENES,
]

export interface Played extends Verdict {
  readonly scene: Scene
}

/** Plays one after the other; those that cannot be are left out, with a word. */
export async function playScenes(stage: Stage, scenes: readonly Scene[]): Promise<Played[]> {
  const played: Played[] = []
  for (const scene of scenes) {
    const { fault, mustHold } = scene
    const refusal = scene.refusal?.(stage)
    stage.say(`\n${fault}: ${refusal === undefined ? mustHold : `not played, ${refusal}`}`)
    if (refusal !== undefined) continue
    const verdict = await playOne(stage, scene)
    stage.say(`   ${verdict.holds ? 'holds' : 'DOES NOT HOLD'}: ${verdict.figure}`)
    played.push({ scene, ...verdict })
  }
  return played
}

async function playOne(stage: Stage, scene: Scene): Promise<Verdict> {
  try {
    await allAnswered(stage)
    return await scene.play(stage)
  } catch (error) {
    return { figure: (error as Error).message, holds: false }
  }
}
