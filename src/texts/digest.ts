import { texts } from './text.ts'

export default texts({
  'digest.title': {
    en: { one: 'The {time} digest: {n} mention', other: 'The {time} digest: {n} mentions' },
    fr: { one: 'Digest de {time} : {n} mention', other: 'Digest de {time} : {n} mentions' },
  },
  'digest.title-none': {
    en: 'The {time} digest: nothing to report',
    fr: 'Digest de {time} : rien à signaler',
  },
  'digest.none': {
    en: 'Nothing new {since}. I listen to {sources}.',
    fr: 'Rien de nouveau {since}. J’écoute {sources}.',
  },
  'digest.late': {
    en: 'Told late: it was due {due}.',
    fr: 'Avec du retard : il était prévu {due}.',
  },
  'digest.at-time': { en: 'at {time}', fr: 'à {time}' },
  'digest.at-yesterday': { en: 'yesterday at {time}', fr: 'hier à {time}' },
  'digest.at-day': { en: 'on {time}', fr: 'le {time}' },
  'digest.since-time': { en: 'since {time}', fr: 'depuis {time}' },
  'digest.since-yesterday': { en: 'since yesterday {time}', fr: 'depuis hier {time}' },
  'digest.since-day': { en: 'since {time}', fr: 'depuis le {time}' },
  'digest.net': { en: 'net mood **{net}**', fr: 'tonalité nette **{net}**' },
  'digest.stories': {
    en: {
      one: '**{n}** story in several places',
      other: '**{n}** stories in several places',
    },
    fr: {
      one: '**{n}** actualité reprise à plusieurs endroits',
      other: '**{n}** actualités reprises à plusieurs endroits',
    },
  },
  'digest.told-by': {
    en: { one: '{n} mention of one story: {outlets}', other: '{n} mentions of one story: {outlets}' },
    fr: {
      one: '{n} mention d’une même actualité : {outlets}',
      other: '{n} mentions d’une même actualité : {outlets}',
    },
  },
  'digest.worst': { en: '**The most negative**', fr: '**La plus négative**' },
  'digest.best': { en: '**The most positive**', fr: '**La plus positive**' },
  'digest.blind': { en: 'What I could not hear', fr: 'Ce que je n’ai pas pu entendre' },
  'digest.outage-lasting': {
    en: '⚠️ {name}, unreadable {since}: {reason}',
    fr: '⚠️ {name}, illisible {since} : {reason}',
  },
  'digest.outage-over': {
    en: '{name}, unreadable {since}, heard again {until}: {reason}',
    fr: '{name}, illisible {since}, de nouveau entendue {until} : {reason}',
  },
  'digest.outages-more': {
    en: { one: '{n} more, see `/sources`', other: '{n} more, see `/sources`' },
    fr: { one: '{n} autre, voir `/sources`', other: '{n} autres, voir `/sources`' },
  },
  'digest.untold': { en: 'What I could not tell you', fr: 'Ce que je n’ai pas pu vous signaler' },
  'digest.given-up': {
    en: { one: '⛔ **{n}** message was given up', other: '⛔ **{n}** messages were given up' },
    fr: { one: '⛔ **{n}** message abandonné', other: '⛔ **{n}** messages abandonnés' },
  },
  'digest.unconfirmed': {
    en: {
      one: '❔ **{n}** message perhaps arrived: no answer ever came',
      other: '❔ **{n}** messages perhaps arrived: no answer ever came',
    },
    fr: {
      one: '❔ **{n}** message peut-être arrivé : aucune réponse n’est jamais venue',
      other: '❔ **{n}** messages peut-être arrivés : aucune réponse n’est jamais venue',
    },
  },
  'digest.untold-where': {
    en: '`/deliveries state:given-up` names what was not told.',
    fr: '`/envois état:abandonné` dit lesquels.',
  },
  'digest.rest': {
    en: { one: 'One more: `/mentions since:{date}`', other: '{n} more: `/mentions since:{date}`' },
    fr: { one: 'Une autre : `/mentions depuis:{date}`', other: '{n} autres : `/mentions depuis:{date}`' },
  },
  'digest.net-means': {
    en: 'Net mood: the share of positive mentions less the share of negative ones, in points from -100 to 100.',
    fr: 'Tonalité nette : part des mentions positives moins part des négatives, en points de -100 à 100.',
  },
  'digest.sample': {
    en: 'With sample posts, shipped with Vigie.',
    fr: 'Avec des publications d’exemple, livrées avec Vigie.',
  },
})
