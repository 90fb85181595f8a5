import { housePicture, sidePicture } from './pictures.mjs'

/**
 * Where a pool file passes on its way to a frame: the file, the function, what it does. test/architecture-page.test.ts
 * checks that each file has that function.
 */
const WALK = [
  ['reconciler/io/pools-folder.ts', 'readPoolsFolder', 'reads the pool files'],
  ['reconciler/watch/loop.ts', 'WatchLoop', 'says when a pass is due'],
  [
    'reconciler/reconcile.ts',
    'reconcile',
    'from here on everything is pure; it calls the next six in turn',
  ],
  [
    'reconciler/pools/read.ts',
    'readPoolDocuments',
    'text to AddressPool objects with places; `reconciler/source/` and `reconciler/schema/` say what is wrong with them',
  ],
  [
    'reconciler/pools/check.ts',
    'checkPools',
    'all pools together: overlaps, reservations, what stays in force',
  ],
  ['reconciler/state/facts.ts', 'readClusterFacts', 'Kubernetes objects to facts'],
  ['reconciler/allocation/allocate.ts', 'allocate', '**an address is chosen** for each Service'],
  [
    'reconciler/placement/place.ts',
    'place',
    'nodes are chosen for each address, and the plan is composed',
  ],
  ['reconciler/guard/guard.ts', 'guard', 'stops a plan that changes too much'],
  ['reconciler/publish/pass.ts', 'decidePass', 'what is written to the cluster'],
  [
    'reconciler/io/cluster-writer.ts',
    'performPass',
    'writes it: AnnouncementPlans first, then the status of Services',
  ],
  ['api/plan-text.ts', 'planFromObject', 'the other side: the plan is read and checked'],
  ['speaker/plan/follower.ts', 'createPlanFollower', 'which plan is in force'],
  [
    'speaker/io/thread/wire-thread.ts',
    'startWireThread',
    'hands the plan to the thread that has the sockets',
  ],
  ['speaker/machine/segments.ts', 'createSegmentMachines', 'one machine for each segment'],
  ['speaker/machine/wire-machine.ts', 'createWireMachine', 'takes the plan as an event'],
  ['speaker/lan/bindings.ts', 'bindAddresses', 'which address belongs on which link'],
  ['speaker/ownership/owners.ts', 'createOwners', 'which candidate owns each address right now'],
  [
    'speaker/conflicts/address-checks.ts',
    'createAddressChecks',
    'asks whether somebody else has the address (RFC 5227 §2.1.1)',
  ],
  [
    'speaker/announcing/announcer.ts',
    'createAnnouncer',
    'when, how often and how fast it is announced',
  ],
  [
    'speaker/frames/outgoing.ts',
    'announcement',
    'what is said: an ARP announcement or an unsolicited advertisement',
  ],
  ['speaker/wire/arp.ts', 'arpFrame', 'the octets of the frame'],
  [
    'speaker/io/thread/wire-performer.ts',
    'createWirePerformer',
    'carries out what the machine asks for',
  ],
  ['speaker/io/linux/packet-socket.ts', 'sendFrame', 'the system call'],
]

const QUESTIONS = [
  [
    'Where is an address chosen?',
    'reconciler/allocation/allocate.ts',
    'allocate',
    'The lowest free one is found in `reconciler/allocation/automatic.ts`.',
  ],
  [
    'Where is an ARP reply made?',
    'speaker/frames/respond.ts',
    'respond',
    'It says whether there is one; `speaker/frames/outgoing.ts` makes it.',
  ],
  [
    "Where is a Service's status written?",
    'reconciler/publish/service-status.ts',
    'serviceDecisions',
    'It decides what is said; `reconciler/io/cluster-writer.ts` writes it.',
  ],
  [
    'Where is the leader elected?',
    'speaker/election/election.ts',
    'createElection',
    'On the rules of client-go in `kubernetes/lease/`. Which reconciler writes: `kubernetes/lease/election.ts`.',
  ],
]

/** docs/architecture.md: pictures from the import rules, the way of a pool file, four questions. */
export function architecturePage(data) {
  return `<!-- Generated from scripts/rooms.json and scripts/generate/architecture-page.mjs by "npm run generate". Do not edit. -->

# Architecture

\`reconciler/\` decides which address a Service gets and which nodes may carry it. \`speaker/\` answers ARP and ND for these addresses.
They meet in one document, the AnnouncementPlan; \`api/\` says what it looks like. Neither imports the other.

Each folder is a room. [scripts/rooms.json](../scripts/rooms.json) says for each what lives there, where to start reading, and what it may import;
the README.md of each room, the pictures here and the import rules follow from it. A room imports only rooms that stand before it, so there is no circle, of types either.
Only \`daemon/\`, \`cli/\` and folders with \`io\` in their path touch files, sockets, clocks or the process. Everything else is pure: times are arguments,
state machines return what is to be done, and a driver there does it.

## The house

An arrow leads to what is imported.

${housePicture(data)}

## Four questions

| question | look in | then |
|---|---|---|
${QUESTIONS.map(([question, file, name, then]) => `| ${question} | ${link(file, name)} | ${then} |`).join('\n')}

The words are in the [glossary](glossary.md).

## From a pool file to a frame

| where | what happens |
|---|---|
${WALK.map(([file, name, what]) => `| ${link(file, name)} | ${what} |`).join('\n')}

A request from the LAN comes in at \`speaker/io/linux/\`, is told to the machine of its segment, and is answered by ${link('speaker/frames/respond.ts', 'respond')} in the same turn of the loop.
Without a cluster \`bellwether plan\` prints the plan and \`bellwether speaker --plan\` reads it from a file: the rooms between are the same.

${sides(data)
  .map((side) => sideSection(data, side))
  .join('\n\n')}
`
}

function sideSection(data, side) {
  const isOne = data.rooms.filter(({ folder }) => folder.split('/')[0] === side).length === 1
  const shown = isOne
    ? []
    : ['An arrow that follows from others is left out.', sidePicture(data, side)]
  return [`## The rooms of ${side}/`, ...shown, roomTable(data, side)].join('\n\n')
}

function sides({ rooms }) {
  return [...new Set(rooms.map(({ folder }) => folder.split('/')[0]))]
}

function roomTable({ rooms }, side) {
  const own = rooms.filter(({ folder }) => folder === side || folder.startsWith(`${side}/`))
  const rows = own.map(({ folder, holds }) => `| [${folder}](../${folder}) | ${holds} |`)
  return ['| room | what lives there |', '|---|---|', ...rows].join('\n')
}

function link(file, name) {
  return `[${file}](../${file}) \`${name}\``
}
