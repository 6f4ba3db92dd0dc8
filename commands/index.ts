import type { Command } from '../src/chat/command.ts'
import community from './community.ts'
import crisis from './crisis.ts'
import { crisisResume, crisisSeverity } from './crisis-change.ts'
import crisisChannel from './crisis-channel.ts'
import crisisDrill from './crisis-drill.ts'
import crisisOpen from './crisis-open.ts'
import crisisReport from './crisis-report.ts'
import deliveries from './deliveries.ts'
import giveaway from './giveaway.ts'
import giveawayClaim from './giveaway-claim.ts'
import giveawayEdit from './giveaway-edit.ts'
import giveawayReroll from './giveaway-reroll.ts'
import giveawayStart from './giveaway-start.ts'
import { giveawayCancel, giveawayEnd, giveawayPause, giveawayResume } from './giveaway-steps.ts'
import help from './help.ts'
import inbox from './inbox.ts'
import kpi from './kpi.ts'
import kpiAddress from './kpi-address.ts'
import kpiExportTyped, { kpiExport } from './kpi-export.ts'
import kpiGoal from './kpi-goal.ts'
import kpiImport from './kpi-import.ts'
import landscape, { watchSector } from './landscape.ts'
import link from './link.ts'
import mention from './mention.ts'
import mentionAdd from './mention-add.ts'
import mentions from './mentions.ts'
import poll from './poll.ts'
import polls from './polls.ts'
import pollsClose from './polls-close.ts'
import pollsExport from './polls-export.ts'
import reply from './reply.ts'
import report from './report.ts'
import rules from './rules.ts'
import rulesTry from './rules-try.ts'
import setup from './setup.ts'
import silence from './silence.ts'
import sources from './sources.ts'
import sourcesAdd from './sources-add.ts'
import sourcesChange from './sources-change.ts'
import sourcesExport from './sources-export.ts'
import sourcesImport from './sources-import.ts'
import sourcesPause from './sources-pause.ts'
import sourcesRemove from './sources-remove.ts'
import sourcesResume from './sources-resume.ts'
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
  inbox,
  reply,
  why,
  watch,
  watchTry,
  watchAdd,
  watchChange,
  watchRemove,
  watchSector,
  sources,
  sourcesAdd,
  sourcesChange,
  sourcesPause,
  sourcesResume,
  sourcesRemove,
  sourcesImport,
  sourcesExport,
  crisis,
  crisisOpen,
  crisisSeverity,
  crisisChannel,
  crisisResume,
  crisisReport,
  crisisDrill,
  kpi,
  kpiGoal,
  kpiExportTyped,
  kpiAddress,
  kpiImport,
  report,
  rules,
  rulesTry,
  silence,
  poll,
  polls,
  pollsClose,
  pollsExport,
  deliveries,
  community,
  giveaway,
  giveawayStart,
  giveawayEdit,
  giveawayPause,
  giveawayResume,
  giveawayEnd,
  giveawayCancel,
  giveawayReroll,
  giveawayClaim,
  setup,
  link,
  help,
  whole,
  kpiExport,
  landscape,
]
