import { isAtLeast } from '../reconciler/finding.ts'
import type { Finding } from '../reconciler/finding.ts'
import { readSources } from '../reconciler/io/read-sources.ts'
import { readPoolDocuments } from '../reconciler/read-pools.ts'
import { countFindings, countText, renderFindings } from '../reconciler/render-findings.ts'
import { renderFindingsGithub } from '../reconciler/render-github.ts'
import { renderFindingsJson } from '../reconciler/render-json.ts'
import { noPools } from '../reconciler/source-findings.ts'
import type { CommandIo, ExitCode, ValidateArgs } from './command.ts'
import { fail } from './command.ts'

/** Checks pools: each by itself, against each other and, where state is given, against a cluster. */
export async function run(args: ValidateArgs, io: CommandIo): Promise<ExitCode> {
  const { sources, unreadable, missing } = await readSources(args.paths, io)
  const [gone] = missing
  if (gone !== undefined)
    return fail(io, 'validate', `there is no ${gone}`, 'name the files or folders with the pools')
  const { documents, broken, findings } = readPoolDocuments(sources)
  const pools = documents.length + broken.length
  const all = [...unreadable, ...findings, ...(pools === 0 ? [noPools(args.paths)] : [])]
  io.stdout(render(all, args, io))
  if (args.output === 'text')
    io.stderr(
      `${countText(pools, 'pool')} in ${countText(sources.length, 'file')}: ${countFindings(all)}\n`,
    )
  return all.some(({ severity }) => isAtLeast(severity, args.failOn)) ? 1 : 0
}

function render(findings: readonly Finding[], { output }: ValidateArgs, io: CommandIo): string {
  if (output === 'json') return renderFindingsJson(findings)
  return output === 'github' ? renderFindingsGithub(findings) : renderFindings(findings, io)
}
