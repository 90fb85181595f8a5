import { isAtLeast } from '../api/finding.ts'
import type { Finding } from '../api/finding.ts'
import { readSources } from '../reconciler/io/read-sources.ts'
import type { ReadSources } from '../reconciler/io/read-sources.ts'
import { checkPools } from '../reconciler/pools/check.ts'
import { readPoolDocuments } from '../reconciler/pools/read.ts'
import type { PoolDocuments } from '../reconciler/pools/read.ts'
import { countFindings, countText, renderFindings } from '../reconciler/render/findings.ts'
import { renderFindingsGithub } from '../reconciler/render/github.ts'
import { renderFindingsJson } from '../reconciler/render/json.ts'
import { noPools } from '../reconciler/source/file-findings.ts'
import type { CommandIo, ExitCode, ValidateArgs } from './command/command.ts'
import { fail } from './command/command.ts'

/** Checks pools: each by itself, against each other and, where state is given, against a cluster. */
export async function run(args: ValidateArgs, io: CommandIo): Promise<ExitCode> {
  if (args.paths.includes('-') && args.state.includes('-'))
    return fail(io, 'validate', 'both pools and state are to be read from -', 'put one in a file')
  if (args.cluster !== undefined && args.state.length > 0)
    return fail(
      io,
      'validate',
      'both a file with cluster state and a live cluster are named',
      'leave out --state, or else --from-cluster, --context and --kubeconfig',
    )
  const read = await readSources(args.paths, io)
  const [gone] = read.missing
  if (gone !== undefined)
    return fail(io, 'validate', `there is no ${gone}`, 'name the files or folders with the pools')
  const pools = readPoolDocuments(read.sources)
  const found = await findingsOf(read, pools, args, io)
  if ('message' in found) return fail(io, 'validate', found.message, found.hint)
  const findings = [...found, ...(isEmpty(pools, read) ? [noPools(args.paths)] : [])]
  io.stdout(render(findings, args, io))
  if (args.output === 'text') io.stderr(summary(read, pools, findings))
  return findings.some(({ severity }) => isAtLeast(severity, args.failOn)) ? 1 : 0
}

/** Why the cluster was not asked, and what to do. */
interface Refused {
  readonly message: string
  readonly hint: string
}

async function findingsOf(
  read: ReadSources,
  pools: PoolDocuments,
  args: ValidateArgs,
  io: CommandIo,
): Promise<readonly Finding[] | Refused> {
  if (args.state.length === 0 && args.cluster === undefined)
    return [...read.unreadable, ...pools.findings, ...checkPools(pools).findings]
  const { findingsWithState } = await import('./validate-state.ts')
  return findingsWithState(read, args, io)
}

function poolNames({ documents, broken }: PoolDocuments): ReadonlySet<string> {
  return new Set([...documents.map(({ pool }) => pool.metadata.name), ...broken])
}

/** What could not be read may hold pools, and has a finding of its own. */
function isEmpty(pools: PoolDocuments, { unreadable }: ReadSources): boolean {
  return poolNames(pools).size === 0 && pools.complete && unreadable.length === 0
}

function render(findings: readonly Finding[], { output }: ValidateArgs, io: CommandIo): string {
  if (output === 'json') return renderFindingsJson(findings)
  return output === 'github' ? renderFindingsGithub(findings) : renderFindings(findings, io)
}

function summary(
  { sources }: ReadSources,
  pools: PoolDocuments,
  findings: readonly Finding[],
): string {
  const [poolCount, fileCount] = [poolNames(pools).size, sources.length]
  const what = `${countText(poolCount, 'pool')} in ${countText(fileCount, 'file')}`
  return `${what}: ${countFindings(findings)}
`
}
