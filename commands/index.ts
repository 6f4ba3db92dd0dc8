import type { Command } from '../src/chat/command.ts'
import community from './community.ts'
import deliveries from './deliveries.ts'
import help from './help.ts'
import link from './link.ts'
import mention from './mention.ts'
import mentionAdd from './mention-add.ts'
import mentions from './mentions.ts'
import setup from './setup.ts'
import sources from './sources.ts'
import watch from './watch.ts'
import watchAdd from './watch-add.ts'
import watchChange from './watch-change.ts'
import watchRemove from './watch-remove.ts'
import watchTry from './watch-try.ts'
import whole from './whole.ts'
import why from './why.ts'

/** Every slash command, in the order `/help` shows them. */
export const commands: Command[] = [
  mentions,
  mention,
  mentionAdd,
  why,
  watch,
  watchTry,
  watchAdd,
  watchChange,
  watchRemove,
  sources,
  deliveries,
  community,
  setup,
  link,
  help,
  whole,
]
