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
  prints, JSON as well, in one or several files or folders. - reads standard input.
  What "bellwether export-state" prints holds pools and plans in force too: --pools and --previous
  may then be left out.

Live cluster:
  --from-cluster, --context or --kubeconfig in the place of --state ask the API server. Pools are then the
  custom resources, unless --pools names files; plans in force are the cluster's, unless --previous does.`

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
    summary: 'check pool files, and report every problem with its place and its cure',
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
  0  no finding is as grave as --fail-on
  1  a finding is
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
    description: 'Compares a new plan with a previous one. Prints nothing where they do the same.',
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
    summary: 'tell why a Service, an address or a node got what it got',
    description:
      'Tells the whole chain of reasons for one Service (namespace/name), one address or one node.',
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
      'Prints Services, Nodes, EndpointSlices, Namespaces, address pools and plans in force of a live cluster as one list, in a fixed order and without what nobody plans from.',
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
  4  printed, but for the kinds that standard error names: they could not be listed`,
  },

  apply: {
    summary: "plan against the live cluster once, and write plans and Services' status",
    description:
      'Decides as "plan --from-cluster" does, replaces the plans in the cluster, and then tells Services their addresses. For a CronJob, a hook of a GitOps tool, or CI; "run" does the same and goes on. Two at once do no harm.',
    example: 'bellwether apply --context prod --wait 30',
    details: `
Statuses:
  A Service is told its address only once a speaker of the address's segment lives: one whose Lease was seen
  renewed. --wait says for how long to watch for that. Addresses that Services have are never withdrawn for lack of one.

Examples:
  bellwether apply --wait 30
  bellwether apply --pools pools/ --context prod --wait 30
  bellwether apply --allow releases --wait 30
  bellwether apply --adopt --as-default-class

Exit codes:
  0  all is as it should be
  1  could not run, or something could not be written
  3  the guard blocks the plan: nothing was written
  4  the inputs are incomplete: nothing was released or moved
  5  plans are written, but statuses wait for a speaker`,
  },

  run: {
    summary: "follow the cluster and the pools, and keep plans and Services' status right",
    description:
      'Does what "apply" does, each time something changes. Of several that run, one is elected to write by the Lease bellwether-reconciler; the others follow and take over. Logs to standard output.',
    example: 'bellwether run --pools /git/current/pools',
    details: `
Pools:
  Without --pools they are the AddressPools of the cluster. --pools follows a folder that git-sync, a ConfigMap volume or
  a person keeps. What cannot be read leaves in force what was read before, and is told as PoolsStale.

Examples:
  bellwether run
  bellwether run --pools /git/current/pools --http 0.0.0.0:9471
  bellwether run --context lab --log-format text

Environment:
  POD_NAME names this reconciler in the election; without it, the host and a random suffix do.

Exit codes:
  0  ended by SIGTERM or SIGINT
  2  could not start`,
  },

  speaker: {
    summary: 'carry a plan out: answer ARP and NDP for its addresses',
    description:
      'Answers ARP requests and neighbour solicitations for every address of a plan with the MAC of the node that owns it, probes the nodes, and moves addresses off nodes that do not answer. With --plan it carries a file out, alone. With --segment and no --plan it follows the AnnouncementPlan of the API server, and is elected by a Lease among the speakers of the segment. Needs Linux and the capability NET_RAW.',
    example: 'bellwether speaker --plan plan.json --interface eth0',
    details: `
Interfaces:
  Without --interface, every Ethernet interface is used that has a network with an address of the plan.
  --interface 'eth*' 'bond?' takes those whose names match; quote patterns, or the shell replaces them.

In a cluster:
  One segment for each speaker. NODE_NAME and POD_NAME say who it is in the Lease bellwether-speaker-SEGMENT.
  --state-dir keeps the last plan, so that it answers while the API server is away, and the owners, so that
  nothing moves back after a start. The times of the Lease must hold: lease duration > renew deadline >
  1.2 x retry period; with --lease-duration alone the others follow in proportion.

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
    description: 'Asks the speaker of this host, or reads the file that it keeps.',
    example: 'bellwether speaker status --watch',
    details: `
Examples:
  bellwether speaker status
  bellwether speaker status --watch
  bellwether speaker status -o json | jq '.segments[].addresses[] | select(.owner != .plannedOwner)'
  bellwether speaker status --file /var/lib/bellwether/status.json

Exit codes:
  0  shown
  2  there is no status: nothing answers, or the file cannot be read`,
  },

  'speaker cost': {
    summary: 'tell beforehand what a speaker will send for a plan, and how soon it sees a death',
    description:
      'Prints probes a second, announcements and the refresh, on each link, and for each pool the longest time from the death of a node to its noticing. Sends nothing, needs no privilege.',
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
