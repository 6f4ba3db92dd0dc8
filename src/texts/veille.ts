import { texts } from './text.ts'

/** What `/landscape` says: competitors, rising themes, ideas, gaps. */
export default texts({
  'landscape.about': {
    en: 'Competitors and sector: what is said, what rises, what to write about',
    fr: 'Concurrents et secteur : ce qui se dit, ce qui monte, de quoi parler',
  },
  'landscape.topic': { en: 'A competitor, the sector, a theme', fr: 'Un concurrent, le secteur, un thème' },
  'landscape.period': { en: 'For which days (last 7)', fr: 'Pour quels jours (les 7 derniers)' },
  'landscape.title': { en: 'Competitors and sector, {period}', fr: 'Concurrents et secteur, {period}' },
  'landscape.title-topic': { en: '{topic}, {period}', fr: '{topic}, {period}' },
  'landscape.title-rivals': { en: 'Who says what, {period}', fr: 'Qui dit quoi, {period}' },
  'landscape.title-rising': { en: 'Rising themes, {period}', fr: 'Thèmes qui montent, {period}' },
  'landscape.title-ideas': { en: 'Topic ideas, {period}', fr: 'Idées de sujets, {period}' },
  'landscape.title-gaps': { en: 'Where you are absent, {period}', fr: 'Vos angles morts, {period}' },

  'landscape.shares': { en: 'Share of voice: {shares}', fr: 'Part de voix : {shares}' },
  'landscape.share': { en: '{name} {share}', fr: '{name} {share}' },
  'landscape.no-rival': {
    en: 'No competitor is watched yet: `/watch add` with the kind `competitor` makes this page useful.',
    fr: 'Aucun concurrent n’est suivi pour l’instant : `/veille ajouter` avec le type `concurrent` donne tout son intérêt à cette page.',
  },
  'landscape.volume': {
    en: { one: '**{n}** mention', other: '**{n}** mentions' },
    fr: { one: '**{n}** mention', other: '**{n}** mentions' },
  },
  'landscape.changed': {
    en: '{change} on the period before',
    fr: '{change} par rapport à la période précédente',
  },
  'landscape.mood': { en: 'net sentiment {mood}', fr: 'tonalité nette {mood}' },
  'landscape.own': {
    en: { one: '{n} published by {name} itself', other: '{n} published by {name} itself' },
    fr: { one: '{n} publiée par {name}', other: '{n} publiées par {name}' },
  },
  'landscape.own-list': { en: 'Published by {name}: {links}', fr: 'Publié par {name} : {links}' },
  'landscape.own-none': {
    en: 'Nothing by {name} itself was heard.',
    fr: 'Rien n’a été entendu de {name} en propre.',
  },
  'landscape.own-unknown': {
    en: 'What {name} publishes itself cannot be told apart: its query names no account or site of its own (add `OR @handle OR its-site.com`).',
    fr: 'Ce que {name} publie en propre ne se distingue pas du reste : sa requête ne nomme ni compte ni site à lui (ajoutez `OU @compte OU son-site.fr`).',
  },
  'landscape.told-list': { en: 'Told most: {links}', fr: 'Ce qui a fait parler : {links}' },
  'landscape.told-times': { en: '{link} (× {times})', fr: '{link} (× {times})' },
  'landscape.nothing-told': { en: 'Nothing was said of it.', fr: 'Rien ne s’en est dit.' },

  'landscape.see': { en: 'Competitors and sector', fr: 'Concurrents et secteur' },
  'landscape.rising': { en: 'Rising themes', fr: 'Thèmes qui montent' },
  'landscape.ideas': { en: 'Topic ideas', fr: 'Idées de sujets' },
  'landscape.gaps': { en: 'Where you are absent', fr: 'Angles morts' },
  'landscape.rivals': { en: 'Who says what', fr: 'Qui dit quoi' },
  'landscape.overview': { en: 'Overview', fr: 'Vue d’ensemble' },
  'landscape.read': { en: 'See the mentions', fr: 'Voir les mentions' },
  'landscape.watch': { en: 'Watch this theme', fr: 'Suivre ce thème' },

  'landscape.theme': {
    en: { one: '{n} mention, {voices}', other: '{n} mentions, {voices}' },
    fr: { one: '{n} mention, {voices}', other: '{n} mentions, {voices}' },
  },
  'landscape.voices': {
    en: { one: '{n} outlet or person', other: '{n} outlets or people' },
    fr: { one: '{n} média ou auteur', other: '{n} médias ou auteurs' },
  },
  'landscape.rise': {
    en: '{share} of what is told, {before} in the period before',
    fr: '{share} de ce qui se dit, contre {before} sur la période précédente',
  },
  'landscape.is-new': {
    en: '{share} of what is told, nothing in the period before',
    fr: '{share} de ce qui se dit, rien sur la période précédente',
  },
  'landscape.weak': { en: 'weak signal', fr: 'signal faible' },
  'landscape.clear': { en: 'clear signal', fr: 'signal net' },
  'landscape.also': { en: 'with: {words}', fr: 'avec : {words}' },
  'landscape.among': { en: 'mostly {topics}', fr: 'surtout {topics}' },
  'landscape.examples': { en: 'For example: {links}', fr: 'Par exemple : {links}' },
  'landscape.rising-none': {
    en: 'No theme rose clearly: {stories} told much the same as the period before.',
    fr: 'Aucun thème ne monte nettement : {stories} disent à peu près la même chose que la période précédente.',
  },
  'landscape.stories': {
    en: { one: '{n} story', other: '{n} stories' },
    fr: { one: '{n} actualité', other: '{n} actualités' },
  },
  'landscape.rising-few': {
    en: 'Too little was told in this period to see a theme rise (fewer than {least} stories): ask for a longer one.',
    fr: 'Il s’est dit trop peu de choses sur cette période pour voir un thème monter (moins de {least} actualités) : demandez-en une plus longue.',
  },
  'landscape.rising-few-before': {
    en: 'Nothing to compare with yet: of the period before, fewer than {least} stories are known whose text is still kept ({days} days).',
    fr: 'Rien à comparer pour l’instant : de la période précédente, on connaît moins de {least} actualités dont le texte est encore conservé ({days} jours).',
  },
  'landscape.rising-how': {
    en: 'A theme is told in at least 3 mentions by 3 outlets or people; copies of one story count once. Weak signals may be chance.',
    fr: 'Un thème compte au moins 3 mentions, de 3 médias ou auteurs ; les reprises d’une même actualité comptent une fois. Un signal faible peut être un hasard.',
  },

  'landscape.asked': {
    en: { one: 'asked {n} time, {voices}', other: 'asked {n} times, {voices}' },
    fr: { one: 'posée {n} fois, {voices}', other: 'posée {n} fois, {voices}' },
  },
  'landscape.askers': {
    en: { one: 'by {n} person', other: 'by {n} people' },
    fr: { one: 'par {n} personne', other: 'par {n} personnes' },
  },
  'landscape.asked-about': { en: 'about {topics}', fr: 'sujet : {topics}' },
  'landscape.idea-how': { en: 'Idea: a step-by-step guide', fr: 'Piste : un mode d’emploi pas à pas' },
  'landscape.idea-why': { en: 'Idea: an explainer', fr: 'Piste : un article qui explique' },
  'landscape.idea-which': {
    en: 'Idea: a comparison, a buying guide',
    fr: 'Piste : un comparatif, un guide d’achat',
  },
  'landscape.idea-price': { en: 'Idea: prices, made clear', fr: 'Piste : les tarifs, expliqués' },
  'landscape.idea-where': { en: 'Idea: where to find it', fr: 'Piste : où le trouver' },
  'landscape.idea-when': { en: 'Idea: dates and delays', fr: 'Piste : un point sur les dates et les délais' },
  'landscape.idea-whether': { en: 'Idea: an entry in the FAQ', fr: 'Piste : une entrée de la FAQ' },
  'landscape.ideas-none': {
    en: 'Nobody asked a question that would make a topic in what was read.',
    fr: 'Dans ce qui a été lu, personne ne pose de question qui ferait un sujet.',
  },
  'landscape.ideas-how': {
    en: 'Questions that people asked in mentions, alike ones together, without anybody’s name; headlines of the press are left out.',
    fr: 'Questions posées dans les mentions, les semblables réunies, sans aucun nom ; les titres de presse n’en sont pas.',
  },

  'landscape.gap': {
    en: '{stories} about others, {ours} about you',
    fr: '{stories} sur les autres, {ours} sur vous',
  },
  'landscape.gap-watched': { en: 'a theme you watch', fr: 'un thème que vous suivez' },
  'landscape.gaps-none': {
    en: 'No theme of the others’ in which you are absent stands out.',
    fr: 'Aucun thème des autres dont vous seriez absent ne ressort.',
  },
  'landscape.gaps-few': {
    en: 'Too little was told about others in this period to look for gaps: ask for a longer one.',
    fr: 'Il s’est dit trop peu de choses des autres sur cette période pour y chercher des angles morts : demandez-en une plus longue.',
  },
  'landscape.gaps-few-ours': {
    en: {
      one: 'Only {n} story is about you in this period: your absence from a theme says nothing yet.',
      other: 'Only {n} stories are about you in this period: your absence from a theme says nothing yet.',
    },
    fr: {
      one: 'Seule {n} actualité parle de vous sur cette période : votre absence d’un thème ne veut encore rien dire.',
      other:
        'Seules {n} actualités parlent de vous sur cette période : votre absence d’un thème ne veut encore rien dire.',
    },
  },
  'landscape.gaps-no-ours': {
    en: 'Nothing is about you in this period: there is nothing to compare with.',
    fr: 'Rien ne parle de vous sur cette période : il n’y a pas de quoi comparer.',
  },
  'landscape.gaps-how': {
    en: 'Themes that competitors and the sector are spoken of with at least four times as often as you, in stories that do not name you.',
    fr: 'Thèmes dont on parle au moins quatre fois plus souvent chez les concurrents et dans le secteur que chez vous, dans des actualités qui ne vous citent pas.',
  },

  'landscape.read-all': {
    en: { one: '{n} mention read.', other: '{n} mentions read.' },
    fr: { one: '{n} mention lue.', other: '{n} mentions lues.' },
  },
  'landscape.read-cut': {
    en: 'The newest {n} mentions read; older ones of the period only counted.',
    fr: 'Les {n} mentions les plus récentes ont été lues ; les plus anciennes de la période sont seulement comptées.',
  },
  'landscape.nothing': {
    en: 'Nothing was heard in this period.',
    fr: 'Rien n’a été entendu sur cette période.',
  },
  'landscape.nothing-why': {
    en: 'No mention of any topic, {period}. I listen to {sources}; `/sources` says how they are.',
    fr: 'Aucune mention d’aucun sujet, {period}. J’écoute {sources} ; `/sources` dit comment elles vont.',
  },
  'landscape.days': {
    en: { one: '{n} day', other: '{n} days' },
    fr: { one: '{n} jour', other: '{n} jours' },
  },
  'landscape.mentions-of': {
    en: { one: 'The newest of {n} mention', other: 'The newest of {n} mentions' },
    fr: { one: 'La plus récente de {n} mention', other: 'Les plus récentes de {n} mentions' },
  },
  'landscape.mentions-gone': {
    en: 'These mentions are no longer kept.',
    fr: 'Ces mentions ne sont plus conservées.',
  },
})
