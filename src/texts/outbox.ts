import { texts } from './text.ts'

/** What is told when something went wrong on the way to a channel. */
export default texts({
  'outbox.may-repeat': {
    en: '⚠️ Possible repeat: I could not find out whether this message had already arrived.',
    fr: '⚠️ Doublon possible : je n’ai pas pu vérifier si ce message était déjà arrivé.',
  },
  'outbox.summary-title': {
    en: { one: '{n} alert waited', other: '{n} alerts waited, told together' },
    fr: { one: '{n} alerte en attente', other: '{n} alertes en attente, réunies ici' },
  },
  'outbox.summary-since': {
    en: 'The oldest had waited since {time}.',
    fr: 'La plus ancienne attendait depuis {time}.',
  },
  'outbox.summary-repeat': { en: '⚠️ possible repeat', fr: '⚠️ doublon possible' },
  'outbox.summary-copies': {
    en: { one: '{n} mention of this story', other: '{n} mentions of this story' },
    fr: { one: '{n} mention de cette actualité', other: '{n} mentions de cette actualité' },
  },
})
