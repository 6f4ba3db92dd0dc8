import type { Command } from '../src/chat/command.ts'
import help from './help.ts'
import mention from './mention.ts'
import mentions from './mentions.ts'
import sources from './sources.ts'
import why from './why.ts'

/** Every slash command, in the order `/help` shows them. */
export const commands: Command[] = [mentions, mention, why, sources, help]
