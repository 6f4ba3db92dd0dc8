import { texts } from './text.ts'

/** Where a draft comes from, and why there is none. */
export default texts({
  'draft.why-canned': {
    fr: 'Réponse type « {name} » : la mention parle de {about}, tonalité {mood}',
    en: 'Ready reply “{name}”: the mention speaks of {about}, sentiment {mood}',
  },
  'draft.why-similar': {
    fr: 'Déjà validée pour une mention proche ({percent} %) : {words}',
    en: 'Approved before, for a similar mention ({percent}%): {words}',
  },
  'draft.why-model': {
    fr: 'Rédigée par le modèle de langage {model} : à relire mot à mot',
    en: 'Written by the language model {model}: read every word of it',
  },
  'draft.delicate': {
    fr: 'Mention délicate, où seules les réponses prévues pour ce cas sont proposées : {why}',
    en: 'A delicate mention, where only replies made for such a case are offered: {why}',
  },
  'draft.no-model': {
    fr: 'Le modèle de langage n’a rien proposé : {why}.',
    en: 'The language model proposed nothing: {why}.',
  },
  'draft.model-slow': {
    fr: 'il n’a pas répondu en {seconds} s',
    en: 'it did not answer within {seconds} s',
  },
  'draft.model-key': {
    fr: 'il refuse la clé ({status}) ; vérifiez VIGIE_MODEL_KEY',
    en: 'it refuses the key ({status}); check VIGIE_MODEL_KEY',
  },
  'draft.model-missing': {
    fr: '{host} ne connaît pas ce modèle ou cette adresse ; vérifiez VIGIE_MODEL et VIGIE_MODEL_URL',
    en: '{host} knows no such model or address; check VIGIE_MODEL and VIGIE_MODEL_URL',
  },
  'draft.model-busy': {
    fr: 'il est trop sollicité pour l’instant',
    en: 'it is too busy for now',
  },
  'draft.model-status': {
    fr: 'il a répondu par une erreur ({status})',
    en: 'it answered with an error ({status})',
  },
  'draft.model-unreadable': {
    fr: '{host} répond autre chose que ce qu’on attend ; vérifiez VIGIE_MODEL_URL',
    en: '{host} answers something else than expected; check VIGIE_MODEL_URL',
  },
  'draft.model-silent': {
    fr: '{host} ne répond pas',
    en: '{host} does not answer',
  },
  'draft.model-empty': {
    fr: 'il n’a rien écrit d’utilisable',
    en: 'it wrote nothing that can be used',
  },
  'draft.model-leak': {
    fr: 'il répétait ses consignes au lieu de répondre',
    en: 'it repeated its rules in place of an answer',
  },
  'draft.online-fine': {
    fr: 'modèle de langage {model} : il répond',
    en: 'language model {model}: it answers',
  },
  'draft.online-wrong': {
    fr: 'modèle de langage {model} : {why}',
    en: 'language model {model}: {why}',
  },
})
