// @ts-check
/** @import { Shown } from '../workspace.ts' */

/**
 * What is known of one channel: its messages, those of threads among them, oldest first and without a gap.
 * @typedef {{ messages: Shown[], full: boolean }} Conversation `full`: there is nothing earlier
 */

/** @returns {Conversation} */
export const newConversation = () => ({ messages: [], full: false })

/** A message that is new or has changed takes its place. @param {Conversation} conversation @param {Shown} message */
export function put({ messages }, message) {
  const known = messages.findIndex(({ id }) => id === message.id)
  if (known >= 0) messages[known] = message
  else messages.splice(messages.findLastIndex(({ at }) => at <= message.at) + 1, 0, message)
}

/** @param {Conversation} conversation @param {string} id */
export function drop(conversation, id) {
  conversation.messages = conversation.messages.filter((message) => message.id !== id)
}

/** A page of the history that ends where what is known begins. @param {Conversation} conversation @param {Shown[]} page @param {number} pageful */
export function putEarlier(conversation, page, pageful) {
  const known = new Set(conversation.messages.map(({ id }) => id))
  const earlier = page.filter(({ id }) => !known.has(id))
  conversation.messages = [...earlier, ...conversation.messages]
  conversation.full = page.length < pageful || earlier.length === 0
}

/** What stands in the channel itself. @param {Conversation} conversation */
export const topLevel = ({ messages }) => {
  const roots = new Set(messages.map(({ id }) => id))
  // An answer whose first message is out of sight is better shown in the channel than nowhere.
  return messages.filter(({ thread }) => thread === null || !roots.has(thread))
}

/** What stands in a message's thread. @param {Conversation} conversation @param {string} root */
export const answersTo = ({ messages }, root) => messages.filter(({ thread }) => thread === root)

/** Messages of others since a moment. @param {Conversation} conversation @param {string} user @param {number} since */
export const unread = ({ messages }, user, since) =>
  messages.filter(({ at, by }) => at > since && by.user !== user)
