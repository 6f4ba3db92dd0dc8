// @ts-check
/** @import { CastMember, MessageAction, WorkspaceChannel } from '../workspace.ts' */
/** @import { Conversation } from './conversation.js' */
/** @import { Offer } from './box.js' */
import { newConversation } from './conversation.js'

/** What the page knows and where it stands; the drawing reads it, workspace.js changes it. */
export const state = {
  /** Who one is. */
  me: /** @type {CastMember} */ ({ user: '', name: '', role: 'member', locale: 'en', team: '' }),
  cast: /** @type {CastMember[]} */ ([]),
  channels: /** @type {WorkspaceChannel[]} */ ([]),
  /** The open channel's name; empty when there is none. */
  channel: '',
  /** The message whose thread is open. */
  thread: /** @type {string | null} */ (null),
  /** Until when the open channel was read when it was opened: what is newer stands below a line. */
  readBefore: /** @type {number | null} */ (null),
  conversations: /** @type {Map<string, Conversation>} */ (new Map()),
  offers: /** @type {Map<string, Offer[]>} */ (new Map()),
  /** What one may do with messages, by channel. */
  actions: /** @type {Map<string, MessageAction[]>} */ (new Map()),
}

/** That of a channel, the open one if none is named. @returns {Conversation} */
export const conversationOf = (channel = state.channel) =>
  state.conversations.get(channel) ?? newConversation()

export const offersHere = () => state.offers.get(state.channel) ?? []
export const actionsHere = () => state.actions.get(state.channel) ?? []
