import { join } from 'node:path'
import { root } from '../test/support/root.ts'
import { createCheckout } from './checkout.ts'
import { DemoFailure, plan, say, show } from './commands.ts'
import { showOnTheWire, wireRefusal } from './on-the-wire.ts'

const STATE = join(root, 'fixtures/quickstart/state.yaml')
const EXAMPLE_SERVICE = 'shop/web'

/** `npm start`: the main job on an embedded example, each step with the command that does it. */
async function quickstart(): Promise<void> {
  const checkout = createCheckout(join(root, 'fixtures/quickstart/pools'))
  try {
    say('1. Pools in Git, and the cluster as kubectl exported it: the plan, and why')
    const file = plan(checkout, STATE)
    show(checkout, 'explain', EXAMPLE_SERVICE, '--pools', checkout.pools, '--state', STATE)
    const refusal = wireRefusal()
    if (refusal === undefined) await showOnTheWire(checkout, STATE, file)
    else say(`2. Showing the plan on a wire ${refusal}.`)
  } finally {
    checkout.remove()
  }
}

try {
  await quickstart()
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error
  console.error(`\nquickstart: ${error.message}`)
  process.exitCode = 1
}
