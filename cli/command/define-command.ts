import type { Command } from 'commander'
import { Option } from 'commander'
import type { CommandIo, CommandName, ExitCode, SubcommandName } from './command.ts'
import { HELP } from './help.ts'

export type When = 'auto' | 'always' | 'never'

/** One call of the command line. */
export interface Session {
  readonly io: CommandIo
  exitCode: ExitCode
}

/** A command with its help, and with what all commands have. `parent` is the root, or its command. */
export function defineCommand(parent: Command, name: CommandName | SubcommandName): Command {
  const { summary, description, details, example } = HELP[name]
  return parent
    .command(name.split(' ').at(-1) ?? name)
    .summary(summary)
    .description(description)
    .addOption(choice('--color <when>', 'colour the text', ['auto', 'always', 'never']))
    .addHelpText('after', details)
    .showHelpAfterError(`Like this: ${example}   ("bellwether ${name} --help" tells more)`)
}

/** The first choice is the default. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).default(choices[0])
}

/** `auto` leaves what was found out about the terminal. */
export function withColor(io: CommandIo, when: When): CommandIo {
  return when === 'auto' ? io : { ...io, color: when === 'always' }
}
