/**
 * What Discord takes, in characters (docs.discord.com/developers: message, component and application command
 * objects). Discord counts code points; we count UTF-16 units, which are never fewer.
 */
export const most = {
  embeds: 10,
  /** Of all texts of all embeds together. */
  letters: 6000,
  title: 256,
  author: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  rows: 5,
  row: 5,
  label: 80,
  id: 100,
  options: 25,
  option: 100,
  placeholder: 150,
  files: 10,
  /** Bytes of all files of a message, where nobody paid for more. */
  bytes: 10 * 1024 * 1024,
  fileName: 100,
  fileText: 1024,
  embedAddress: 2048,
  buttonAddress: 512,
  modalTitle: 45,
  inputs: 5,
  inputLabel: 45,
  inputHint: 100,
  inputValue: 4000,
  commands: 100,
  messageCommands: 5,
  commandName: 32,
  commandText: 100,
  commandOptions: 25,
  choices: 25,
  choice: 100,
  commandLetters: 8000,
} as const

/** How much of it we use, so that no part of a message eats up the others. */
export const share = {
  fieldName: 256,
  note: 600,
  itemTitle: 200,
  quote: 1200,
  /** Less of an item says nothing. */
  item: 160,
  /** An address in a running text: a longer one would take the room of the words. */
  address: 500,
  /** Shorter fields stand beside each other. */
  inline: 40,
  /** Items as embeds of their own; more of them read better as one list. */
  cards: 8,
} as const

/** Types of Discord's components, flags of its messages: numbers here, so that reading this file loads no SDK. */
export const kind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  channelSelect: 8,
  label: 18,
} as const
export const ephemeral = 1 << 6
