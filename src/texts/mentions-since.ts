import { texts } from './text.ts'

/** What became of a mention after it was heard: what people did with it, that it was edited or deleted. */
export default texts({
  'mention.gone': {
    en: 'Deleted there: seen {time}. Nothing of it is kept here.',
    fr: 'Supprimée à la source : constaté {time}. Rien n’en est conservé ici.',
  },
  'mention.gone-field': { en: 'Deleted there', fr: 'Supprimée à la source' },
  'mention.gone-seen': { en: 'seen {time}', fr: 'constaté {time}' },
  'mention.gone-short': { en: 'deleted there', fr: 'supprimée à la source' },
  'mention.gone-no-reply': {
    en: 'Mention {id} was deleted where it stood: there is nothing left to reply to.',
    fr: 'La mention {id} a été supprimée à la source : il n’y a plus rien à quoi répondre.',
  },
  'mention.gone-reply': {
    en: 'what it replies to was deleted there',
    fr: 'la publication à laquelle elle répond a été supprimée à la source',
  },
  'mention.edited-field': { en: 'Edited since', fr: 'Modifiée depuis' },
  'mention.edited': { en: 'seen {time}', fr: 'constaté {time}' },
  'mention.edited-says': { en: 'It now says: “{text}”', fr: 'Elle dit désormais : « {text} »' },
  'mention.edited-short': { en: 'edited since', fr: 'modifiée depuis' },
  'mention.off-topic': {
    en: 'None of your topics finds it any more.',
    fr: 'Plus aucun de vos sujets ne la trouve.',
  },
  'mention.reactions': { en: 'Reactions', fr: 'Réactions' },
  'mention.likes': { en: { one: '👍 {n} like', other: '👍 {n} likes' }, fr: '👍 {n} j’aime' },
  'mention.shares': {
    en: { one: '🔁 {n} share', other: '🔁 {n} shares' },
    fr: { one: '🔁 {n} partage', other: '🔁 {n} partages' },
  },
  'mention.comments': {
    en: { one: '💬 {n} comment', other: '💬 {n} comments' },
    fr: { one: '💬 {n} commentaire', other: '💬 {n} commentaires' },
  },
  'mention.views': {
    en: { one: '👁 {n} view', other: '👁 {n} views' },
    fr: { one: '👁 {n} vue', other: '👁 {n} vues' },
  },
})
