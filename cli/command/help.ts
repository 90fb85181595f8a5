import type { CommandName, SubcommandName } from './command.ts'

interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: string
  readonly description: string
  /** A call that works, shown when one did not. */
  readonly example: string
  /** Examples and exit codes, printed after the options. */
  readonly details: string
}

const READING = `
Paths:
  Pools are files or folders (searched for .yaml, .yml and .json). Cluster state is what
    kubectl get services,nodes,endpointslices,namespaces -A -o yaml
  prints, as YAML or JSON, in one or several files or folders. - reads standard input.
  The output of "bellwether export-state" also holds the pools and the plans in force: with it, --pools
  and --previous can be left out.

Live cluster:
  With --from-cluster, --context or --kubeconfig instead of --state, the state is read from the API server.
  The pools are then the custom resources, unless --pools names files, and the plans in force are those of
  the cluster, unless --previous names a file.`

export const HELP: Readonly<Record<CommandName | SubcommandName | 'bellwether', CommandHelp>> = {
  bellwether: {
    summary: 'Layer-2 load balancing for bare-metal Kubernetes, planned from address pools in Git.',
    description: '',
    example: 'bellwether plan --pools pools/ --state state.yaml',
    details: `
Examples:
  bellwether validate pools/
  bellwether plan --pools pools/ --state state.yaml
  bellwether explain default/web --pools pools/ --state state.yaml

"bellwether COMMAND --help" shows options, examples and exit codes of a command.`,
  },

  validate: {
    summary: 'check pool files, and report every problem with its place and what to write instead',
    description:
      'Checks address pools: each alone, against each other and, with --state, against a cluster.',
    example: 'bellwether validate pools/ --state state.yaml',
    details: `
Examples:
  bellwether validate pools/
  bellwether validate pools/ --state state.yaml --fail-on warning
  bellwether validate pools/ --context prod
  bellwether validate pools/ -o github        # annotations in a pull request

Exit codes:
  0  no finding has the severity of --fail-on or a higher one
  1  at least one finding has
  2  could not run`,
  },

  plan: {
    summary: 'show which address each Service gets and which node answers for it',
    description:
      'Plans without acting: what changes against the plan in force, and why. Needs no cluster.',
    example: 'bellwether plan --pools pools/ --state state.yaml',
    details: `${READING}

Examples:
  bellwether plan --pools pools/ --state state.yaml
  bellwether plan --pools pools/ --state state.yaml -o json > plan.json
  bellwether plan --pools pools/ --state state.yaml --previous plan.json --detailed-exitcode
  bellwether plan --pools pools/ --context prod       # the dry run against a live cluster
  bellwether plan --from-cluster

Exit codes:
  0  planned
  1  could not run, or a finding is an error
  2  planned, and there are changes (only with --detailed-exitcode)
  3  the guard blocks the plan: it would move or release too much at once
  4  the inputs are incomplete: what follows from the missing part was not decided`,
  },

  diff: {
    summary: 'show what a plan would change against the plan in force',
    description: 'Compares a new plan with a previous one. Prints nothing if both do the same.',
    example: 'bellwether diff --pools pools/ --state state.yaml --previous plan.json',
    details: `${READING}

Examples:
  bellwether diff --pools pools/ --state state.yaml --previous plan.json
  bellwether diff --pools pools/ --context prod

Exit codes:
  0  no difference
  1  differences
  2  could not run`,
  },

  explain: {
    summary: 'explain what a Service, an address or a node got, and why',
    description:
      'Prints the whole chain of reasons for one Service (namespace/name), one address or one node.',
    example: 'bellwether explain default/web --pools pools/ --state state.yaml',
    details: `${READING}

Examples:
  bellwether explain default/web --pools pools/ --state state.yaml
  bellwether explain 198.51.100.200 --pools pools/ --state state.yaml --previous plan.json
  bellwether explain worker-1 --pools pools/ --state state.yaml
  bellwether explain default/web --from-cluster

Exit codes:
  0  explained
  1  there is no such Service, address or node
  2  could not run`,
  },

  'export-state': {
    summary: 'print what plans are made from, for planning without the cluster',
    description:
      'Prints Services, Nodes, EndpointSlices, Namespaces, address pools and plans in force of a live cluster as one list, in a fixed order, without the fields that planning does not use.',
    example: 'bellwether export-state --context prod > state.yaml',
    details: `
Examples:
  bellwether export-state > state.yaml
  bellwether export-state --context prod -o json > state.json
  bellwether plan --state state.json            # with the pools and plans that the cluster had
  bellwether plan --state state.json --pools .  # with other pools

Exit codes:
  0  printed
  2  could not run
  4  printed, without the kinds that standard error names: they could not be listed`,
  },

  apply: {
    summary: "plan against the live cluster once, and write plans and Services' status",
    description:
      'Decides as "plan --from-cluster" does, replaces the plans in the cluster, and then writes the addresses to the status of the Services. For a CronJob, a hook of a GitOps tool, or CI; "run" does the same and keeps running. Two calls at the same time do no harm.',
    example: 'bellwether apply --context prod --wait 30',
    details: `
Statuses:
  An address is written to the status of a Service only when a speaker of its segment is running, which is known
  when its Lease is seen renewed. --wait says how long to wait for that. An address that a Service already has is
  never withdrawn because no speaker is running.

Examples:
  bellwether apply --wait 30
  bellwether apply --pools pools/ --context prod --wait 30
  bellwether apply --allow releases --wait 30
  bellwether apply --adopt --as-default-class

Exit codes:
  0  plans and statuses are up to date
  1  could not run, or something could not be written
  3  the guard blocks the plan: nothing was written
  4  the inputs are incomplete: nothing was released or moved
  5  plans are written, but no speaker is running for some addresses: their statuses are not written`,
  },

  run: {
    summary: "follow the cluster and the pools, and keep plans and Services' status right",
    description:
      'Does what "apply" does, each time something changes. If several are running, the Lease bellwether-reconciler elects the one that writes; the others follow and are ready to take over. Logs to standard output.',
    example: 'bellwether run --pools /git/current/pools',
    details: `
Pools:
  Without --pools, the pools are the AddressPools of the cluster. --pools names a folder that git-sync, a ConfigMap
  volume or a person updates; run follows it. If it cannot be read, the pools that were read before stay in force,
  and the log says PoolsStale.

Examples:
  bellwether run
  bellwether run --pools /git/current/pools --http 0.0.0.0:9471
  bellwether run --context lab --log-format text

Environment:
  POD_NAME is the name of this reconciler in the election. The default is the name of the host and a random suffix.

Exit codes:
  0  ended by SIGTERM or SIGINT
  2  could not start`,
  },

  speaker: {
    summary: 'carry out a plan: answer ARP and NDP for its addresses',
    description:
      'Answers ARP requests and neighbour solicitations for every address of a plan with the MAC of the node that owns it, probes the nodes, and moves addresses away from nodes that do not answer. With --plan it carries out a file, without an election. With --segment and no --plan it follows the AnnouncementPlan of the API server, and a Lease elects one of the speakers of the segment. Needs Linux and the capability NET_RAW.',
    example: 'bellwether speaker --plan plan.json --interface eth0',
    details: `
Interfaces:
  Without --interface, the speaker uses every Ethernet interface whose network contains an address of the plan.
  --interface 'eth*' 'bond?' uses those whose names match. Quote patterns, or the shell replaces them.

In a cluster:
  Each speaker serves one segment. NODE_NAME and POD_NAME are its name in the Lease bellwether-speaker-SEGMENT.
  --state-dir keeps the last plan, so that the speaker answers while the API server cannot be reached, and the
  owners, so that nothing moves back after a restart. The times of the Lease must satisfy: lease duration >
  renew deadline > 1.2 x retry period. With --lease-duration alone, the other two are derived from it.

Examples:
  bellwether speaker --plan plan.json
  bellwether speaker --plan plan.json --interface eth0 --log-format text
  bellwether speaker --plan plan.json --status-file /var/lib/bellwether/status.json
  bellwether speaker --plan plan.json --listen --http 127.0.0.1:9471
  bellwether speaker --segment default --state-dir /var/lib/bellwether
  bellwether speaker --segment office --kubeconfig admin.conf --namespace bellwether-system
  bellwether speaker status --watch
  bellwether speaker cost --plan plan.json

Exit codes:
  0  ended by SIGTERM or SIGINT
  1  ended by an error, which is in the log
  2  could not start`,
  },

  'speaker status': {
    summary: 'show what a running speaker does: addresses, owners, nodes, conflicts',
    description: 'Asks the speaker on this host, or reads the status file that it writes.',
    example: 'bellwether speaker status --watch',
    details: `
Examples:
  bellwether speaker status
  bellwether speaker status --watch
  bellwether speaker status -o json | jq '.segments[].addresses[] | select(.owner != .plannedOwner)'
  bellwether speaker status --file /var/lib/bellwether/status.json

Exit codes:
  0  shown
  2  there is no status: no speaker answers, or the file cannot be read`,
  },

  'speaker cost': {
    summary: 'calculate what a speaker sends for a plan, and how soon it notices a dead node',
    description:
      'Prints, for each link, the probes a second, the announcements and the refresh, and for each pool the longest time until the speaker notices that a node is dead. Sends nothing and needs no privilege.',
    example: 'bellwether speaker cost --plan plan.json',
    details: `
Examples:
  bellwether speaker cost --plan plan.json
  bellwether speaker cost --plan plan.json --probe-budget 1000 --burst 0,200,1100

Exit codes:
  0  printed
  2  the plan cannot be read`,
  },
}
