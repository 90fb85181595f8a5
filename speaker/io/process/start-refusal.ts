import type { StartRefusal } from '../thread/worker-messages.ts'
import type { Cure } from '../../reports/cure.ts'

const NATIVE_MODULES =
  'install it again on this machine: run "npm ci", or "npm install", without --omit=optional'

/** What a person reads when the speaker cannot start. */
export function explainRefusal(refusal: StartRefusal): Cure {
  switch (refusal.reason) {
    case 'noSuchInterface':
      return { message: `there is no interface ${refusal.name}`, hint: known(refusal.known) }
    case 'notEthernet':
      return { message: `${refusal.name} is no Ethernet interface`, hint: known(refusal.known) }
    case 'hasMaster':
      return {
        message: `${refusal.name} is a part of ${refusal.master}, which gets all its frames`,
        hint: `name ${refusal.master} instead`,
      }
    case 'noneUsable':
      return {
        message: 'there is no Ethernet interface that has an address',
        hint: 'give one an address, or name it with --interface',
      }
    case 'missingModule':
      return { message: refusal.message, hint: NATIVE_MODULES }
    case 'notPermitted':
      return {
        message: 'a packet socket needs the capability CAP_NET_RAW',
        hint: 'run it as root, or in a Pod with securityContext.capabilities.add: [NET_RAW]',
      }
    case 'systemCall':
      return {
        message: `the packet sockets cannot be opened: ${refusal.message}`,
        hint: 'see that the kernel has AF_PACKET, and that no seccomp profile forbids it',
      }
  }
}

function known(names: readonly string[]): string {
  return names.length === 0 ? 'there is no Ethernet interface' : `there are: ${names.join(', ')}`
}
