import { isRefused, parseAddress } from '../api/address.ts'
import { renderExplanation } from '../reconciler/render/explanation.ts'
import type { Explanation } from '../reconciler/render/explanation.ts'
import type { CommandIo, ExitCode, ExplainArgs } from './command/command.ts'
import { isObstacle } from './command/command.ts'
import type { Planned } from './planning.ts'
import { planFrom, refuse, showFindings } from './planning.ts'
import { nearestSubjects } from './subjects.ts'

/** Tells why one Service, address or node got what it got. */
export async function run(args: ExplainArgs, io: CommandIo): Promise<ExitCode> {
  const planned = await planFrom(args, io)
  if (isObstacle(planned)) return refuse(io, 'explain', planned)
  showFindings(
    planned.findings.filter(({ severity }) => severity === 'error'),
    io,
  )
  const explanation = explain(args.subject, planned)
  if (isUnknown(explanation, planned)) return reportUnknown(args.subject, planned, io)
  io.stdout(renderExplanation(explanation))
  return 0
}

/** An address looks like nothing else, a Service has a slash, and a node is the rest. */
function explain(subject: string, { outcome }: Planned): Explanation {
  const { explanations } = outcome
  if (!isRefused(parseAddress(subject))) return explanations.address(subject)
  return subject.includes('/') ? explanations.service(subject) : explanations.node(subject)
}

/** What is gone is still told of, if the plan in force knows it or it has left something to tell. */
function isUnknown(explanation: Explanation, { previous }: Planned): boolean {
  if (explanation.kind === 'address' || explanation.standing !== 'absent') return false
  if (explanation.kind === 'service')
    return explanation.allocation.every(({ type }) => type === 'notOurs')
  return !previous.some(({ spec }) => spec.nodes.some(({ name }) => name === explanation.node))
}

function reportUnknown(subject: string, planned: Planned, io: CommandIo): ExitCode {
  const near = nearestSubjects(subject, planned)
  const hint =
    near.length === 0
      ? 'name a Service as namespace/name, an address, or a node'
      : `did you mean ${near.join(' or ')}?`
  io.stderr(`bellwether explain: there is no Service, address or node "${subject}"\n  ${hint}\n`)
  return 1
}
