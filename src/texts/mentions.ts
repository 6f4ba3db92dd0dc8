import { texts } from './text.ts'

export default texts({
  'mention.about': {
    en: 'One mention, and what was done about it',
    fr: 'Une mention, et ce qui en a été fait',
  },
  'mention.which': { en: 'Its number, such as 17', fr: 'Son numéro, par exemple 17' },
  'mention.title-negative': { en: 'Negative mention: {topics}', fr: 'Mention négative : {topics}' },
  'mention.title-neutral': { en: 'Neutral mention: {topics}', fr: 'Mention neutre : {topics}' },
  'mention.title-positive': { en: 'Positive mention: {topics}', fr: 'Mention positive : {topics}' },
  'mention.title-uncertain-negative': {
    en: 'Negative mention (uncertain): {topics}',
    fr: 'Mention négative (incertaine) : {topics}',
  },
  'mention.title-uncertain-neutral': {
    en: 'Neutral mention (uncertain): {topics}',
    fr: 'Mention neutre (incertaine) : {topics}',
  },
  'mention.title-uncertain-positive': {
    en: 'Positive mention (uncertain): {topics}',
    fr: 'Mention positive (incertaine) : {topics}',
  },
  'mention.uncertain': { en: 'uncertain mood', fr: 'tonalité incertaine' },
  'mention.forgotten': { en: 'Text no longer kept', fr: 'Texte qui n’est plus conservé' },
  'mention.moods': { en: 'Mood by topic', fr: 'Tonalité par sujet' },
  'mention.topic-mood': { en: '{topic}: {mood}', fr: '{topic} : {mood}' },
  'mention.outlets': { en: 'Told by', fr: 'Repris par' },
  'mention.more-outlets': {
    en: { one: '{n} more', other: '{n} more' },
    fr: { one: '{n} autre', other: '{n} autres' },
  },
  'mention.state': { en: 'State', fr: 'Suivi' },
  'mention.state-taken': { en: 'Taken by {name} {time}', fr: 'Prise en charge par {name} {time}' },
  'mention.state-answered': { en: 'Answered by {name} {time}', fr: 'Réponse faite par {name} {time}' },
  'mention.state-ignored': { en: 'Ignored by {name} {time}', fr: 'Ignorée par {name} {time}' },
  'mention.sample': {
    en: 'Sample post, shipped with Vigie',
    fr: 'Publication d’exemple, livrée avec Vigie',
  },
  'mention.number': { en: 'mention {id}', fr: 'mention {id}' },
  'mention.take': { en: 'I take it', fr: 'Je m’en occupe' },
  'mention.answered': { en: 'Answered', fr: 'J’ai répondu' },
  'mention.why': { en: 'Why?', fr: 'Pourquoi ?' },
  'mention.ignore': { en: 'Ignore', fr: 'Ignorer' },
  'mention.reopen': { en: 'Back to the pile', fr: 'Remettre dans la pile' },
  'mention.ignore-title': { en: 'Ignore this mention', fr: 'Ignorer cette mention' },
  'mention.ignore-why': { en: 'Why? The team will read it.', fr: 'Pourquoi ? L’équipe le lira.' },
  'mention.ignore-hint': {
    en: 'not about us, spam, already answered…',
    fr: 'ce n’est pas nous, spam, déjà répondu…',
  },
  'mention.none': {
    en: 'There is no mention {id} in this team. `/mentions` lists them with their numbers.',
    fr: 'Il n’y a pas de mention {id} dans cette équipe. `/mentions` les montre avec leurs numéros.',
  },
  'mention.is-taken': { en: '{name} already has it.', fr: '{name} s’en occupe déjà.' },
  'mention.is-answered': {
    en: '{name} has already answered it. Put it back to the pile first if there is more to do.',
    fr: '{name} y a déjà répondu. Remettez-la d’abord dans la pile s’il reste quelque chose à faire.',
  },
  'mention.is-ignored': {
    en: '{name} chose to ignore it. Put it back to the pile first.',
    fr: '{name} a choisi de l’ignorer. Remettez-la d’abord dans la pile.',
  },
  'mention.already-taken': { en: 'You already have it.', fr: 'Vous vous en occupez déjà.' },
  'mention.already-answered': {
    en: 'It is already marked as answered.',
    fr: 'La réponse est déjà notée.',
  },
  'mention.already-ignored': { en: 'It is already ignored.', fr: 'Elle est déjà ignorée.' },
  'mention.already-new': { en: 'It is already on the pile.', fr: 'Elle est déjà dans la pile.' },

  'mentions.about': {
    en: 'What is said of you: the latest mentions',
    fr: 'Ce qu’on dit de vous : les dernières mentions',
  },
  'mentions.words': { en: 'A topic, or words to look for', fr: 'Un sujet, ou des mots à chercher' },
  'mentions.topic': { en: 'One of your topics', fr: 'Un de vos sujets' },
  'mentions.since': {
    en: 'From when on: 24h, 3d, yesterday, 2026-11-01',
    fr: 'Depuis quand : 24h, 3j, hier, 01/11/2026',
  },
  'mentions.mood': { en: 'negative, neutral or positive', fr: 'négatif, neutre ou positif' },
  'mentions.source': {
    en: 'Where it was said: Mastodon, Le Monde…',
    fr: 'Où cela a été dit : Mastodon, Le Monde…',
  },
  'mentions.title': {
    en: { one: '{n} mention', other: '{n} mentions' },
    fr: { one: '{n} mention', other: '{n} mentions' },
  },
  'mentions.negative': {
    en: '**{n}** negative',
    fr: { one: '**{n}** négative', other: '**{n}** négatives' },
  },
  'mentions.neutral': { en: '**{n}** neutral', fr: { one: '**{n}** neutre', other: '**{n}** neutres' } },
  'mentions.positive': {
    en: '**{n}** positive',
    fr: { one: '**{n}** positive', other: '**{n}** positives' },
  },
  'mentions.uncertain': {
    en: { one: '**{n}** of them uncertain', other: '**{n}** of them uncertain' },
    fr: { one: 'dont **{n}** incertaine', other: 'dont **{n}** incertaines' },
  },
  'mentions.filter-topic': { en: 'about {topic}', fr: 'sur {topic}' },
  'mentions.filter-since': { en: 'since {time}', fr: 'depuis : {time}' },
  'mentions.filter-mood': { en: 'mood: {mood}', fr: 'tonalité : {mood}' },
  'mentions.filter-source': { en: 'source: {source}', fr: 'source : {source}' },
  'mentions.filter-words': { en: 'words: {words}', fr: 'mots : {words}' },
  'mentions.none': { en: 'No mention', fr: 'Aucune mention' },
  'mentions.none-why': {
    en: 'Nothing that was heard fits. I listen to {sources}; `/sources` says how they are.',
    fr: 'Rien de ce qui a été entendu ne correspond. J’écoute {sources} ; `/sources` dit comment elles vont.',
  },
  'mentions.blind': {
    en: {
      one: '{n} source cannot be read right now, see `/sources`.',
      other: '{n} sources cannot be read right now, see `/sources`.',
    },
    fr: {
      one: '{n} source est illisible pour l’instant, voir `/sources`.',
      other: '{n} sources sont illisibles pour l’instant, voir `/sources`.',
    },
  },
  'mentions.page': { en: '{from} to {to} of {all}', fr: '{from} à {to} sur {all}' },
  'mentions.older': { en: 'Older', fr: 'Plus anciennes' },
  'mentions.newer': { en: 'Newer', fr: 'Plus récentes' },
  'mentions.forgotten-list': {
    en: 'This list is a day old and I no longer remember it. Ask again with `/mentions`.',
    fr: 'Cette liste a plus d’un jour, je ne m’en souviens plus. Redemandez-la avec `/mentions`.',
  },
  'mentions.first-title': {
    en: { one: 'First look at {n} source', other: 'First look at {n} sources' },
    fr: { one: 'Première lecture d’une source', other: 'Première lecture de {n} sources' },
  },
  'mentions.first': {
    en: '{filed}, {about}. From now on I tell you what is new.',
    fr: '{filed}, {about}. Désormais, je vous signale ce qui est nouveau.',
  },
  'mentions.first-filed': {
    en: { one: '{n} post filed', other: '{n} posts filed' },
    fr: { one: '{n} publication classée', other: '{n} publications classées' },
  },
  'mentions.first-about': {
    en: { one: '{n} about you', other: '{n} about you' },
    fr: { one: '{n} vous concerne', other: '{n} vous concernent' },
  },
  'mentions.first-none': { en: 'none about you yet', fr: 'aucune ne vous concerne pour l’instant' },
  'mentions.see-them': { en: 'See them', fr: 'Les voir' },
})
