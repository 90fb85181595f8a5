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
import { parsePools, type ParsedPools } from '../reconciler/source/parse-pools.ts'
import type { CommandIo, ExitCode, Obstacle, ValidateArgs } from './command/command.ts'
import { fail } from './command/command.ts'

/** Checks pools: each by itself, against each other and, where state is given, against a cluster. */
export async function run(args: ValidateArgs, io: CommandIo): Promise<ExitCode> {
  if (args.paths.includes('-') && args.state.includes('-'))
    return fail(io, 'validate', 'both pools and state are to be read from -', 'put one in a file')
  if (args.cluster !== undefined && args.state.length > 0)
    return fail(
      io,
      'validate',
      'a file with cluster state and a live cluster are both named',
      'leave out --state, or else --from-cluster, --context and --kubeconfig',
    )
  const read = await readSources(args.paths, io)
  const [gone] = read.missing
  if (gone !== undefined)
    return fail(io, 'validate', `there is no ${gone}`, 'name the files or folders with the pools')
  const parsed = parsePools(read.sources)
  const pools = { ...parsed, unreadable: [...read.unreadable, ...parsed.unreadable] }
  const documents = readPoolDocuments(pools.pools)
  const found = await findingsOf(pools, documents, args, io)
  if ('message' in found) return fail(io, 'validate', found.message, found.hint)
  const findings = [...found, ...(isEmpty(documents, pools) ? [noPools(args.paths)] : [])]
  io.stdout(render(findings, args, io))
  if (args.output === 'text') io.stderr(summary(read, documents, findings))
  return findings.some(({ severity }) => isAtLeast(severity, args.failOn)) ? 1 : 0
}

async function findingsOf(
  pools: ParsedPools,
  documents: PoolDocuments,
  args: ValidateArgs,
  io: CommandIo,
): Promise<readonly Finding[] | Obstacle> {
  if (args.state.length === 0 && args.cluster === undefined)
    return [...pools.unreadable, ...documents.findings, ...checkPools(documents).findings]
  const { findingsWithState } = await import('./validate-state.ts')
  return findingsWithState(pools, args, io)
}

function poolNames({ documents, broken }: PoolDocuments): ReadonlySet<string> {
  return new Set([...documents.map(({ pool }) => pool.metadata.name), ...broken])
}

/** What could not be read may hold pools, and has a finding of its own. */
function isEmpty(documents: PoolDocuments, { unreadable }: ParsedPools): boolean {
  return poolNames(documents).size === 0 && documents.complete && unreadable.length === 0
}

function render(findings: readonly Finding[], { output }: ValidateArgs, io: CommandIo): string {
  if (output === 'json') return renderFindingsJson(findings)
  return output === 'github' ? renderFindingsGithub(findings) : renderFindings(findings, io)
}

function summary(
  { sources }: ReadSources,
  documents: PoolDocuments,
  findings: readonly Finding[],
): string {
  const [poolCount, fileCount] = [poolNames(documents).size, sources.length]
  const what = `${countText(poolCount, 'pool')} in ${countText(fileCount, 'file')}`
  return `${what}: ${countFindings(findings)}
`
}
