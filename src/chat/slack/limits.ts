/**
 * What Slack takes, in characters as they are sent (docs.slack.dev/reference/block-kit), and how much of it we use.
 * `letters` is measured, not documented: somewhat above 13,000 in all its texts a message is refused
 * (`msg_blocks_too_long`), and blocks count for more than their texts.
 */
export const most = {
  blocks: 50,
  letters: 12_000,
  fallback: 4000,
  header: 150,
  plainText: 3000,
  field: 2000,
  fields: 10,
  context: 2000,
  row: 5,
  label: 75,
  value: 2000,
  url: 3000,
  id: 255,
  options: 100,
  option: 75,
  placeholder: 150,
  chosen: 100,
  modalBlocks: 100,
  modalTitle: 24,
  inputLabel: 2000,
  inputValue: 3000,
  privateMetadata: 3000,
} as const

/** The most of each part of a message, so that none of them eats up the others. */
export const share = {
  title: 300,
  text: 4500,
  fields: 4000,
  fieldName: 80,
  fieldValue: 1000,
  /** Half a line: longer ones read better below each other. */
  gridValue: 160,
  itemTitle: 300,
  quote: 1500,
  itemText: 1500,
  note: 1000,
  buttons: 25,
  selects: 5,
  options: 4000,
} as const

/** What a block and a piece of rich text take besides their words. */
export const overhead = { block: 100, piece: 10 } as const
