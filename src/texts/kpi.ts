import { texts } from './text.ts'

/** `/kpi`: numbers in the chat, what is aimed at, and what is alerted of them. Periods are read back (src/chat/period.ts). */
export default texts({
  'kpi.about': {
    en: 'Your numbers: an overview, one of them with its chart, or a comparison',
    fr: 'Vos indicateurs : vue d’ensemble, un indicateur avec son graphique, ou une comparaison',
  },
  'kpi.measure': {
    en: 'What to show: share of voice, time to answer…',
    fr: 'Ce qu’il faut montrer : part de voix, délai de réponse…',
  },
  'kpi.period': {
    en: 'Which days: month, 7d, last month, 2026-10, 2026-10-01..2026-10-15',
    fr: 'Quels jours : mois, 7j, mois dernier, 2026-10, 2026-10-01..2026-10-15',
  },
  'kpi.by': {
    en: 'By day, week or month; or by topic, network, outlet…',
    fr: 'Par jour, semaine ou mois ; ou par sujet, réseau, média…',
  },
  'kpi.topic': {
    en: 'One topic, or several to compare: Nimbus,Lumeo',
    fr: 'Un sujet, ou plusieurs à comparer : Nimbus,Lumeo',
  },
  'kpi.with': {
    en: 'Compare with: previous, or other days (2026-09)',
    fr: 'Comparer avec : précédent, ou d’autres jours (2026-09)',
  },
  'kpi.account': { en: 'One account of a platform', fr: 'Un seul compte d’une plateforme' },
  'kpi.channel': { en: 'One channel of the community', fr: 'Un seul salon de la communauté' },

  'kpi.by-day': { en: 'day', fr: 'jour' },
  'kpi.by-week': { en: 'week', fr: 'semaine' },
  'kpi.by-month': { en: 'month', fr: 'mois' },
  'kpi.by-topic': { en: 'topic', fr: 'sujet' },
  'kpi.by-network': { en: 'network', fr: 'réseau' },
  'kpi.by-language': { en: 'language', fr: 'langue' },
  'kpi.by-outlet': { en: 'outlet', fr: 'média' },
  'kpi.by-author': { en: 'author', fr: 'auteur' },
  'kpi.by-theme': { en: 'theme', fr: 'thème' },
  'kpi.by-account': { en: 'account', fr: 'compte' },
  'kpi.by-channel': { en: 'channel', fr: 'salon' },
  'kpi.with-previous': { en: 'previous', fr: 'précédent' },

  'period.yesterday': { en: 'yesterday', fr: 'hier' },
  'period.this-week': { en: 'this week', fr: 'cette semaine' },
  'period.last-week': { en: 'last week', fr: 'semaine dernière' },
  'period.this-month': { en: 'this month', fr: 'ce mois-ci' },
  'period.last-month': { en: 'last month', fr: 'mois dernier' },
  'period.days-7': { en: 'last 7 days', fr: '7 derniers jours' },
  'period.days-30': { en: 'last 30 days', fr: '30 derniers jours' },
  'period.days-90': { en: 'last 90 days', fr: '90 derniers jours' },
  'period.this-quarter': { en: 'this quarter', fr: 'ce trimestre' },
  'period.this-year': { en: 'this year', fr: 'cette année' },

  'option.period': {
    en: '“{given}” is no period I know. Try `yesterday`, `last week`, `30d`, `2026-10`, or `2026-10-01..2026-10-15`.',
    fr: 'Je ne comprends pas la période « {given} ». Essayez `hier`, `semaine dernière`, `30j`, `2026-10` ou `2026-10-01..2026-10-15`.',
  },
  'option.period-backwards': {
    en: 'This period ends ({to}) before it begins ({from}). Turn the two days round: `{to}..{from}`.',
    fr: 'Cette période se termine ({to}) avant de commencer ({from}). Inversez les deux dates : `{to}..{from}`.',
  },
  'option.period-future': {
    en: 'This period has not begun yet: it starts on {from}. Ask for days that are over or under way, such as `month`.',
    fr: 'Cette période n’a pas encore commencé : elle débute le {from}. Demandez des jours passés ou en cours, par exemple `mois`.',
  },
  'option.period-long': {
    en: 'That is more than {years} years. Ask for a shorter period, such as `12 months`.',
    fr: 'C’est plus de {years} ans. Demandez une période plus courte, par exemple `12 mois`.',
  },

  'kpi.by-what': {
    en: 'I cannot cut numbers by “{given}”. By `day`, `week`, `month`, `topic`, `network`, `language`, `outlet`, `author`, `account` or `channel`.',
    fr: 'Je ne sais pas répartir les chiffres par « {given} ». Par `jour`, `semaine`, `mois`, `sujet`, `réseau`, `langue`, `média`, `auteur`, `compte` ou `salon`.',
  },
  'kpi.per-what': {
    en: '“{given}” is no rhythm I know: `day`, `week` or `month`.',
    fr: '« {given} » n’est pas un rythme que je connais : `jour`, `semaine` ou `mois`.',
  },
  'kpi.topics-many': {
    en: 'More than {most} topics on one chart can no longer be told apart. Name at most {most}.',
    fr: 'Au-delà de {most} sujets, un graphique ne se lit plus. Citez-en {most} au maximum.',
  },
  'kpi.measure-near': {
    en: 'I know no measure “{given}”. Did you mean “{meant}”?',
    fr: 'Je ne connais pas d’indicateur « {given} ». Vouliez-vous dire « {meant} » ?',
  },
  'kpi.measure-none': {
    en: 'I know no measure, period or topic “{given}”. `/kpi` alone shows all numbers; for one of them: `/kpi share of voice period:month`.',
    fr: 'Je ne connais ni indicateur, ni période, ni sujet « {given} ». `/kpi` seul montre tous les chiffres ; pour un seul : `/kpi part de voix période:mois`.',
  },
  'kpi.not-by': {
    en: '“{measure}” is not counted by {by}. It can be shown by {parts}.',
    fr: '« {measure} » ne se répartit pas par {by}. On peut l’afficher par {parts}.',
  },
  'kpi.topic-twice': {
    en: 'The topic is named twice. Name it in `topic:` alone.',
    fr: 'Le sujet est cité deux fois. Gardez-le dans `sujet:` seulement.',
  },
  'kpi.no-account': {
    en: 'I count no account “{given}”. I know: {names}.',
    fr: 'Je ne compte aucun compte « {given} ». Je connais : {names}.',
  },
  'kpi.no-channel': {
    en: 'I count no channel “{given}”. I know: {names}.',
    fr: 'Je ne compte aucun salon « {given} ». Je connais : {names}.',
  },
  'kpi.with-topics': {
    en: 'Topics are compared with each other or periods are, not both at once. Leave out `with:` or name one topic.',
    fr: 'On compare soit des sujets, soit des périodes, pas les deux à la fois. Retirez `avec:` ou ne citez qu’un sujet.',
  },
  'kpi.by-topics': {
    en: 'Several topics cannot be taken apart at once. Name one topic, or leave out `by:`.',
    fr: 'Plusieurs sujets ne se répartissent pas à la fois. Ne citez qu’un sujet, ou retirez `par:`.',
  },
  'kpi.forgotten': {
    en: 'The settings have changed since this message. Ask again with `/kpi`.',
    fr: 'Les réglages ont changé depuis ce message. Redemandez avec `/kpi`.',
  },

  'kpi.from-to': { en: '{from} – {to}', fr: 'du {from} au {to}' },
  'kpi.name-of': { en: '{name}: {topic}', fr: '{name} : {topic}' },
  'kpi.title': { en: '{team}: {period}', fr: '{team} : {period}' },
  'kpi.title-of': { en: '{topic}: {period}', fr: '{topic} : {period}' },
  'kpi.so-far': { en: '{period} so far', fr: '{period}, à ce jour' },
  'kpi.compared': { en: 'Compared with {period}.', fr: 'Période de comparaison : {period}.' },
  'kpi.compared-over': {
    en: 'Compared with {period}; today, which is not over, is left out.',
    fr: 'Période de comparaison : {period} ; la journée en cours n’est pas prise en compte.',
  },
  'kpi.moved': { en: 'What moved most', fr: 'Ce qui a le plus bougé' },
  'kpi.goals': { en: 'Goals', fr: 'Objectifs' },
  'kpi.unknown': { en: 'Not known in these days', fr: 'Inconnus sur cette période' },
  'kpi.unknown-line': { en: '{names}: {because}', fr: '{names} : {because}' },
  'kpi.and-more': {
    en: { one: '…and {n} more', other: '…and {n} more' },
    fr: { one: '… et {n} autre', other: '… et {n} autres' },
  },
  'kpi.and-others': { en: '…and others', fr: '… et d’autres' },
  'kpi.line': { en: '{name} **{value}**', fr: '{name} **{value}**' },
  'kpi.overview-note': {
    en: 'Each number explains itself: choose it below, or type `/kpi share of voice`.',
    fr: 'Chaque chiffre s’explique : choisissez-le ci-dessous, ou tapez `/kpi part de voix`.',
  },
  'kpi.choose': { en: 'Explain a number, with its chart', fr: 'Expliquer un chiffre, avec son graphique' },
  'kpi.choose-period': { en: 'Other days', fr: 'Une autre période' },
  'kpi.share': { en: 'Show it to the channel', fr: 'Montrer au salon' },
  'kpi.export': { en: 'CSV', fr: 'CSV' },
  'kpi.aim': { en: 'Set a goal', fr: 'Fixer un objectif' },
  'kpi.back': { en: 'All numbers', fr: 'Tous les chiffres' },

  'kpi.first': { en: 'Your first numbers are on their way', fr: 'Vos premiers chiffres arrivent' },
  'kpi.first-has': {
    en: 'So far: {sources}, {topics} and {mentions}.',
    fr: 'Pour l’instant : {sources}, {topics} et {mentions}.',
  },
  'kpi.nothing': {
    en: 'Nothing was heard in these days ({mentions} in all). Choose other days below.',
    fr: 'Rien n’a été entendu sur cette période ({mentions} en tout). Choisissez une autre période ci-dessous.',
  },
  'kpi.nothing-of': {
    en: 'Nothing was heard about “{topic}” in these days. Choose other days below, or see with `/watch try` what its query would find.',
    fr: 'Rien n’a été entendu sur « {topic} » ces jours-là. Choisissez une autre période ci-dessous, ou regardez avec `/veille essayer` ce que sa requête trouverait.',
  },
  'kpi.mentions': {
    en: { one: '{n} mention', other: '{n} mentions' },
    fr: { one: '{n} mention', other: '{n} mentions' },
  },
  'kpi.needs': { en: 'What I need for more', fr: 'Ce qu’il me faut pour aller plus loin' },
  'kpi.needs-one': { en: 'What it takes: {what}.', fr: 'Ce qu’il faut : {what}.' },
  'kpi.needs-mentions': {
    en: '**Mentions** – a source to listen to (`/sources add`) and a topic (`/watch add`)',
    fr: '**Mentions** – une source à écouter (`/sources ajouter`) et un sujet (`/veille ajouter`)',
  },
  'kpi.needs-work': {
    en: '**The team’s work** – mentions that are taken, answered or ignored in their alerts (`/inbox`)',
    fr: '**Travail de l’équipe** – des mentions prises en charge, traitées ou ignorées depuis leurs alertes (`/boîte`)',
  },
  'kpi.needs-community': {
    en: '**Community** – a Slack or Discord community, and channels to listen to (`listens` in the settings)',
    fr: '**Communauté** – une communauté Slack ou Discord, et des salons à écouter (`listens` dans les réglages)',
  },
  'kpi.needs-platforms': {
    en: '**Platforms** – your accounts (`accounts` in the settings) on Mastodon, Bluesky, YouTube, Discourse, Meta or GitHub',
    fr: '**Plateformes** – vos comptes (`accounts` dans les réglages) sur Mastodon, Bluesky, YouTube, Discourse, Meta ou GitHub',
  },
  'kpi.needs-newsletter': {
    en: '**Newsletters** – their figures as CSV (sent, delivered, opens, clicks), taken over with `/kpi import`',
    fr: '**Newsletters** – leurs chiffres en CSV (envois, délivrés, ouvertures, clics), importés avec `/kpi importer`',
  },
  'kpi.needs-ads': {
    en: '**Ads** – the figures of your campaigns as CSV (spend, clicks, conversions), taken over with `/kpi import`',
    fr: '**Publicité** – les chiffres de vos campagnes en CSV (dépenses, clics, conversions), importés avec `/kpi importer`',
  },

  'kpi.change': {
    en: '**{change}** against the period before ({period}: {value})',
    fr: '**{change}** par rapport à la période précédente ({period} : {value})',
  },
  'kpi.change-over': {
    en: '**{change}** against the period before, today left out ({over} against {value}, {period})',
    fr: '**{change}** par rapport à la période précédente, hors journée en cours ({over} contre {value}, {period})',
  },
  'kpi.change-beside': {
    en: '**{change}** against {period} ({value})',
    fr: '**{change}** par rapport à l’autre période ({period} : {value})',
  },
  'kpi.before': {
    en: 'The period before ({period}): {value}',
    fr: 'Période précédente ({period}) : {value}',
  },
  'kpi.before-unknown': {
    en: 'Nothing to compare with ({period}): {because}.',
    fr: 'Pas de comparaison possible ({period}) : {because}.',
  },
  'kpi.p90': { en: 'Nine in ten took at most {value}.', fr: 'Neuf sur dix n’ont pas dépassé {value}.' },
  'kpi.doubt': { en: 'Careful: {because}.', fr: 'À lire avec prudence : {because}.' },
  'kpi.unknown-because': { en: 'Not known: {because}.', fr: 'Inconnu : {because}.' },
  'kpi.formula': { en: 'How it is counted', fr: 'Définition' },
  'kpi.counted': { en: 'Counted from', fr: 'Calculé sur' },
  'kpi.counted-of': {
    en: { one: '{n} (the denominator)', other: '{n} (the denominator)' },
    fr: { one: '{n} (le dénominateur)', other: '{n} (le dénominateur)' },
  },
  'kpi.observations': {
    en: { one: '{n} observation', other: '{n} observations' },
    fr: { one: '{n} observation', other: '{n} observations' },
  },
  'kpi.days': { en: 'Period', fr: 'Période' },
  'kpi.days-of': {
    en: { one: '{period} ({n} day, {zone})', other: '{period} ({n} days, {zone})' },
    fr: { one: '{period} ({n} jour, {zone})', other: '{period} ({n} jours, {zone})' },
  },
  'kpi.sources': { en: 'Sources', fr: 'Sources' },
  'kpi.sureness': { en: 'Confidence', fr: 'Confiance' },
  'kpi.sure-high': { en: 'high', fr: 'élevée' },
  'kpi.sure-medium': { en: 'medium', fr: 'moyenne' },
  'kpi.sure-low': { en: 'low', fr: 'faible' },
  'kpi.parts': { en: 'By {by}', fr: 'Par {by}' },
  'kpi.part-unknown': { en: 'not known', fr: 'inconnu' },
  'kpi.network-press': { en: 'press', fr: 'presse' },
  'kpi.network-web': { en: 'web', fr: 'web' },
  'kpi.network-blog': { en: 'blogs', fr: 'blogs' },
  'kpi.network-forum': { en: 'forums', fr: 'forums' },
  'kpi.network-reviews': { en: 'reviews', fr: 'avis' },
  'kpi.network-local': { en: 'workspace of Vigie', fr: 'espace de Vigie' },
  'kpi.part': { en: '{label} **{value}**', fr: '{label} **{value}**' },
  'kpi.part-share': { en: '{label} **{value}** ({share})', fr: '{label} **{value}** ({share})' },
  'kpi.no-parts': {
    en: 'There is nothing to take apart in these days.',
    fr: 'Il n’y a rien à répartir sur ces jours.',
  },
  'kpi.by-title': { en: '{name} by {by}', fr: '{name} par {by}' },

  'kpi.chart-by-day': { en: 'By day, {period}', fr: 'Par jour, {period}' },
  'kpi.chart-by-week': { en: 'By week, {period}', fr: 'Par semaine, {period}' },
  'kpi.chart-by-month': { en: 'By month, {period}', fr: 'Par mois, {period}' },
  'kpi.chart-before': { en: 'Before: {period}', fr: 'Avant : {period}' },
  'kpi.chart-goal': { en: 'Goal: {goal}', fr: 'Objectif : {goal}' },
  'kpi.chart-unknown': { en: 'not known', fr: 'inconnu' },
  'kpi.chart-file': { en: 'kpi', fr: 'kpi' },
  'kpi.chart-file-moods': { en: 'moods', fr: 'tonalite' },
  'kpi.chart-moods': { en: 'Mentions of {team} by sentiment', fr: 'Mentions de {team} par tonalité' },
  'kpi.chart-moods-of': { en: 'Mentions by sentiment: {topic}', fr: 'Mentions par tonalité : {topic}' },
  'kpi.chart-negative': { en: 'Negative', fr: 'Négatives' },
  'kpi.chart-neutral': { en: 'Neutral', fr: 'Neutres' },
  'kpi.chart-positive': { en: 'Positive', fr: 'Positives' },
  'kpi.says-line': {
    en: 'last {last} ({last-at}), highest {high} ({high-at}), lowest {low} ({low-at})',
    fr: 'dernière valeur {last} ({last-at}), maximum {high} ({high-at}), minimum {low} ({low-at})',
  },
  'kpi.says-part': { en: '{name}: {value}', fr: '{name} : {value}' },
  'kpi.says-nothing': { en: '{name}: not known', fr: '{name} : inconnu' },
  'kpi.says-gaps': {
    en: { one: '({n} gap)', other: '({n} gaps)' },
    fr: { one: '({n} valeur inconnue)', other: '({n} valeurs inconnues)' },
  },

  'kpi.goal-about': {
    en: 'The team’s goals and alerts on its numbers: list, set, remove',
    fr: 'Les objectifs et alertes chiffrés de l’équipe : voir, fixer, retirer',
  },
  'kpi.goal-measure': {
    en: 'Of which measure: share of voice, time to answer…',
    fr: 'Pour quel indicateur : part de voix, délai de réponse…',
  },
  'kpi.goal-target': {
    en: 'What to reach: 500, at least 20%, < 2h',
    fr: 'Ce qu’il faut atteindre : 500, au moins 20 %, < 2h',
  },
  'kpi.goal-alert': { en: 'When to be alerted: >2h, <10%', fr: 'Quand alerter : >2h, <10 %' },
  'kpi.goal-per': {
    en: 'Per day, week or month (month for a goal, week for an alert)',
    fr: 'Par jour, semaine ou mois (mois pour un objectif, semaine pour une alerte)',
  },
  'kpi.goal-topic': { en: 'For one topic alone', fr: 'Pour un seul sujet' },
  'kpi.goal-remove': { en: 'Remove it: its number', fr: 'À retirer : son numéro' },
  'kpi.goal-up-day': { en: 'at least {value} a day', fr: 'au moins {value} par jour' },
  'kpi.goal-up-week': { en: 'at least {value} a week', fr: 'au moins {value} par semaine' },
  'kpi.goal-up-month': { en: 'at least {value} a month', fr: 'au moins {value} par mois' },
  'kpi.goal-down-day': { en: 'at most {value} a day', fr: 'au plus {value} par jour' },
  'kpi.goal-down-week': { en: 'at most {value} a week', fr: 'au plus {value} par semaine' },
  'kpi.goal-down-month': { en: 'at most {value} a month', fr: 'au plus {value} par mois' },
  'kpi.alert-up-day': { en: 'over {value} in a day', fr: 'plus de {value} sur la journée' },
  'kpi.alert-up-week': { en: 'over {value} in 7 days', fr: 'plus de {value} sur 7 jours' },
  'kpi.alert-up-month': { en: 'over {value} in 30 days', fr: 'plus de {value} sur 30 jours' },
  'kpi.alert-down-day': { en: 'under {value} in a day', fr: 'moins de {value} sur la journée' },
  'kpi.alert-down-week': { en: 'under {value} in 7 days', fr: 'moins de {value} sur 7 jours' },
  'kpi.alert-down-month': { en: 'under {value} in 30 days', fr: 'moins de {value} sur 30 jours' },
  'kpi.goals-title': {
    en: { one: '{n} goal or alert', other: '{n} goals and alerts' },
    fr: { one: '{n} objectif ou alerte', other: '{n} objectifs et alertes' },
  },
  'kpi.goals-none': {
    en: 'No goal yet, and no alert. For example `/kpi goal mentions target:500`, or `/kpi goal time to answer alert:>2h`.',
    fr: 'Aucun objectif, aucune alerte pour l’instant. Par exemple `/kpi objectif mentions cible:500`, ou `/kpi objectif délai de réponse alerte:>2h`.',
  },
  'kpi.goal-is': { en: 'Goal: {goal}', fr: 'Objectif : {goal}' },
  'kpi.alert-is': { en: 'Alert: {goal}', fr: 'Alerte : {goal}' },
  'kpi.goal-by': { en: 'set by {name}', fr: 'par {name}' },
  'kpi.goal-note': {
    en: '`/kpi goal remove:NUMBER` removes one. Approvers and admins set them.',
    fr: '`/kpi objectif retirer:NUMÉRO` en retire un. Les valideurs et les admins les fixent.',
  },
  'kpi.goal-removed': { en: 'Removed: {what}.', fr: 'Retiré : {what}.' },
  'kpi.goal-number': { en: 'number {id}', fr: 'numéro {id}' },
  'kpi.goal-title': { en: '{id}. {name}', fr: '{id}. {name}' },
  'kpi.goal-gone': {
    en: 'There is no goal or alert number {id}. `/kpi goal` lists them.',
    fr: 'Aucun objectif, aucune alerte ne porte le numéro {id}. `/kpi objectif` en donne la liste.',
  },
  'kpi.goal-not-yours': {
    en: 'Goals and alerts are set by approvers and admins; everybody on the team sees them. Ask {names}.',
    fr: 'Les objectifs et les alertes sont fixés par les valideurs et les admins ; toute l’équipe les voit. Demandez à {names}.',
  },
  'kpi.goal-what': {
    en: 'What is the goal? For example `target:500`, or `alert:>2h`.',
    fr: 'Quel est l’objectif ? Par exemple `cible:500`, ou `alerte:>2h`.',
  },
  'kpi.goal-of-what': {
    en: 'Of which measure? For example `/kpi goal mentions target:500`.',
    fr: 'Pour quel indicateur ? Par exemple `/kpi objectif mentions cible:500`.',
  },
  'kpi.goal-no-topic': {
    en: '“{measure}” is not counted by topic: leave out `topic:`.',
    fr: '« {measure} » n’est pas compté par sujet : retirez `sujet:`.',
  },
  'kpi.goals-many': {
    en: 'A team has at most {most} goals and alerts. Remove one first.',
    fr: 'Une équipe a {most} objectifs et alertes au maximum. Retirez-en d’abord un.',
  },
  'kpi.target-count': {
    en: '“{given}” is no number to aim at. For example `500`, `>= 1,200` or `< 50`.',
    fr: '« {given} » n’est pas un nombre à viser. Par exemple `500`, `>= 1200` ou `< 50`.',
  },
  'kpi.target-percent': {
    en: '“{given}” is no percentage. For example `20%` or `< 5%`.',
    fr: '« {given} » n’est pas un pourcentage. Par exemple `20%` ou `< 5%`.',
  },
  'kpi.target-score': {
    en: '“{given}” is no score between −100 and +100. For example `>= 20` or `< -10`.',
    fr: '« {given} » n’est pas une note entre −100 et +100. Par exemple `>= 20` ou `< -10`.',
  },
  'kpi.target-duration': {
    en: '“{given}” is no length of time. For example `2h`, `< 90 min` or `1 day`.',
    fr: '« {given} » n’est pas une durée. Par exemple `2h`, `< 90 min` ou `1 jour`.',
  },
  'kpi.target-money': {
    en: '“{given}” is no amount. For example `500 EUR` or `< 1,200 €`.',
    fr: '« {given} » n’est pas un montant. Par exemple `500 €` ou `< 1200 EUR`.',
  },
  'kpi.target-currency': {
    en: 'In which currency? Write it behind the amount: `{given} EUR`.',
    fr: 'Dans quelle devise ? Écrivez-la après le montant : `{given} EUR`.',
  },
  'kpi.goal-currency': {
    en: '{value}, which cannot be compared with an amount in {currency}',
    fr: '{value}, sans comparaison possible avec un montant en {currency}',
  },
  'kpi.reached': { en: '{value} in {period}: reached', fr: '{value} ({period}) : atteint' },
  'kpi.kept': { en: '{value} in {period}: kept so far', fr: '{value} ({period}) : tenu jusqu’ici' },
  'kpi.missed': { en: '{value} in {period}: over the goal', fr: '{value} ({period}) : objectif dépassé' },
  'kpi.short': { en: '{value} in {period}: not reached yet', fr: '{value} ({period}) : pas encore atteint' },
  'kpi.on-way': {
    en: '{value} in {period}: {share} of the way, with {elapsed} of the days gone',
    fr: '{value} ({period}) : {share} du chemin, {elapsed} des jours écoulés',
  },
  'kpi.goal-unknown': {
    en: '{period}: not known, because {because}',
    fr: '{period} : inconnu, car {because}',
  },
  'kpi.before-partly': {
    en: '{period}: {value}, which cannot be compared because {because}.',
    fr: '{period} : {value}, sans comparaison possible, car {because}.',
  },
  'kpi.chart-begun': { en: 'not over yet', fr: 'en cours' },
  'kpi.goal-line': { en: '**{name}** · {goal}', fr: '**{name}** · {goal}' },
  'kpi.alert-few': {
    en: '{value}: beyond it, with too little behind it to ring',
    fr: '{value} : au-delà, mais trop peu de données pour déclencher l’alerte',
  },
  'kpi.alert-due': {
    en: '{value}: beyond it, the alert is on its way',
    fr: '{value} : seuil franchi, l’alerte va partir',
  },
  'kpi.alert-rests': {
    en: '{value}: beyond it again, silent until {time}',
    fr: '{value} : seuil franchi de nouveau, silence jusqu’à {time}',
  },
  'kpi.alert-calm': { en: '{value}: all is calm', fr: '{value} : rien à signaler' },
  'kpi.alert-rings': { en: '{value}: rings since {time}', fr: '{value} : en alerte, depuis {time}' },
  'kpi.crossed-up': { en: '{name} is over {limit}', fr: '{name} : le seuil de {limit} est dépassé' },
  'kpi.crossed-down': { en: '{name} is under {limit}', fr: '{name} : sous le seuil de {limit}' },
  'kpi.crossed-text': {
    en: '**{value}** ({period}); the alert was set to {goal} by {name}.',
    fr: '**{value}** ({period}) ; alerte fixée par {name} : {goal}.',
  },
  'kpi.back-title': { en: '{name} is back to normal', fr: '{name} : retour à la normale' },
  'kpi.back-text': {
    en: '**{value}** ({period}); the alert ({goal}) had been ringing since {time}.',
    fr: '**{value}** ({period}) ; l’alerte ({goal}) durait depuis {time}.',
  },
  'kpi.see': { en: 'See its chart', fr: 'Voir le graphique' },
  'kpi.remove': { en: 'Remove', fr: 'Retirer' },
  'kpi.aim-nothing': {
    en: 'Neither a goal nor an alert was written down. Fill in one of the two.',
    fr: 'Ni objectif ni alerte : remplissez l’un des deux champs.',
  },
  'kpi.aim-target': { en: 'Goal: 500, at least 20%, < 2h', fr: 'Objectif : 500, au moins 20 %, < 2h' },
  'kpi.aim-alert': { en: 'Alert me when: >2h, <10%', fr: 'Alerter quand : >2h, <10 %' },
})
