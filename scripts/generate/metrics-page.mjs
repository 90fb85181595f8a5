const HEAD = `<!-- Generated from speaker/status/metric-table.ts and reconciler/watch/metrics.ts by "npm run generate". Do not edit. -->

# Metrics

Names and labels are stable. Counters begin at 0 when the process starts. The defaults of prom-client come on top under their usual
names, \`process_*\` and \`nodejs_*\`: CPU time, memory, lag of the main thread's event loop, file descriptors.

## Of the speaker

\`bellwether speaker\` serves them for Prometheus at \`http://127.0.0.1:9470/metrics\`; \`--http\` names another address, or \`off\`.
An address is no label: there may be thousands, and \`/status\` has them one by one. The loop of the wire runs in a thread of its own:
what it does is told by this table, not by the lag of the main thread.
`

const RECONCILER = `
## Of the reconciler

\`bellwether run\` serves them at the address of \`--http\`.
`

const ALERTS = `
## What to alert on

| expression | means |
|---|---|
| \`time() - bellwether_speaker_loop_heartbeat_timestamp_seconds > 5\` | the loop is stuck: nothing is answered |
| \`sum by (segment) (bellwether_speaker_leading) != 1\` | nobody answers for the segment, or two do |
| \`bellwether_speaker_role{role=~"failStatic\\|standIn"} > 0\` | addresses are answered, but the API server is out of reach |
| \`bellwether_speaker_api_reachable == 0\` | this speaker does not reach the API server |
| \`bellwether_speaker_plan_refused == 1\` | the plan is broken; an older one is carried out |
| \`bellwether_speaker_addresses{state=~"held\\|unresolved"} > 0\` | addresses that nobody answers for |
| \`bellwether_speaker_conflicts > 0\` | somebody else claims an address |
| \`increase(bellwether_speaker_send_failures_total[5m]) > 0\` | the kernel does not take frames |
| \`sum(bellwether_reconciler_writer) != 1\` | no reconciler writes plans, or two do |
| \`increase(bellwether_reconciler_passes_total{result="failed"}[10m]) > 3\` | passes fail again and again |
| \`bellwether_reconciler_blocked == 1\` | the guard blocks a plan that would change too much |
| \`bellwether_reconciler_incomplete == 1\` | a kind of object is not known: nothing is released or moved |
| \`bellwether_reconciler_pools_stale == 1\` | the pool files cannot be read; those read before are in force |
| \`bellwether_reconciler_segment_live == 0\` | the segment has no speaker: new addresses are not published |
`

/** docs/metrics.md: each metric as the speaker and the reconciler register it. */
export function metricsPage(speaker, reconciler) {
  return [HEAD, ...table(speaker), RECONCILER, ...table(reconciler), ALERTS].join('\n')
}

function table({ prefix, metrics }) {
  const rows = Object.entries(metrics).map(([name, { type, labels, help }]) => {
    const names = labels.map((label) => `\`${label}\``).join(', ')
    return `| \`${prefix}${name}\` | ${type} | ${names} | ${help} |`
  })
  return ['| metric | type | labels | meaning |', '|---|---|---|---|', ...rows]
}
