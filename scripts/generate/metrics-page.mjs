const HEAD = `<!-- Generated from speaker/metric-table.ts by "npm run generate". Do not edit. -->

# Metrics of the speaker

\`bellwether speaker\` serves them for Prometheus at \`http://127.0.0.1:9470/metrics\`; \`--http\` names another address, or \`off\`.
Names and labels are stable. Counters begin at 0 when the speaker starts. An address is no label: there may be thousands, and
\`/status\` has them one by one.
`

const PROCESS = `
The defaults of prom-client come on top under their usual names, \`process_*\` and \`nodejs_*\`: CPU time, memory, lag of the main thread's
event loop, file descriptors. They are of the whole process; the loop of the wire runs in a thread of its own, and what it does
is told by the table above.

## What to alert on

| expression | means |
|---|---|
| \`time() - bellwether_speaker_loop_heartbeat_timestamp_seconds > 5\` | the loop is stuck: nothing is answered |
| \`sum by (segment) (bellwether_speaker_leading) != 1\` | nobody answers for the segment, or two do |
| \`bellwether_speaker_role{role=~"failStatic\|standIn"} > 0\` | addresses are answered, but the API server is out of reach |
| \`bellwether_speaker_api_reachable == 0\` | this speaker does not reach the API server |
| \`bellwether_speaker_plan_refused == 1\` | the plan is broken; an older one is carried out |
| \`bellwether_speaker_addresses{state=~"held\\|unresolved"} > 0\` | addresses that nobody answers for |
| \`bellwether_speaker_conflicts > 0\` | somebody else claims an address |
| \`increase(bellwether_speaker_send_failures_total[5m]) > 0\` | the kernel does not take frames |
`

/** docs/metrics.md: each metric as the speaker registers it. */
export function metricsPage(prefix, metrics) {
  const rows = Object.entries(metrics).map(([name, { type, labels, help }]) => {
    const names = labels.map((label) => `\`${label}\``).join(', ')
    return `| \`${prefix}${name}\` | ${type} | ${names} | ${help} |`
  })
  return [HEAD, '| metric | type | labels | meaning |', '|---|---|---|---|', ...rows, PROCESS].join(
    '\n',
  )
}
