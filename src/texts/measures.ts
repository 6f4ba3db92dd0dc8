import { texts } from './text.ts'

/**
 * What measures are called and how they are counted, and why a number is not known or not sure: those reasons (`figure.*`)
 * go on after « because ». `measure.*-also`: other words under which people look for it, with commas between.
 */
export default texts({
  'measure.volume': { en: 'Mentions', fr: 'Mentions' },
  'measure.volume-formula': {
    en: 'Posts that mention your brand or your people, each counted once, on the day it was published. With a topic: those about it.',
    fr: 'Publications qui mentionnent votre marque ou vos personnes, comptées une fois chacune, le jour de leur parution. Avec un sujet : celles qui en parlent.',
  },
  'measure.volume-also': {
    en: 'volume, number of mentions, buzz',
    fr: 'volume, nombre de mentions, bruit, retombées',
  },
  'measure.reach': { en: 'Potential reach', fr: 'Portée potentielle' },
  'measure.reach-formula': {
    en: 'Sum of the audience of each mention where its source tells it. It is who could have seen it, not who did.',
    fr: 'Somme des audiences de chaque mention, quand la source l’indique. C’est le public qui a pu la voir, pas celui qui l’a vue.',
  },
  'measure.reach-also': {
    en: 'reach, audience, impressions of mentions',
    fr: 'portée, audience, couverture',
  },
  'measure.share-of-voice': { en: 'Share of voice', fr: 'Part de voix' },
  'measure.share-of-voice-formula': {
    en: 'Mentions of your brand ÷ (mentions of your brand + of the competitors you watch), in the same sources and over the same days. A mention of both counts once for each.',
    fr: 'Mentions de votre marque ÷ (mentions de votre marque + des concurrents que vous suivez), dans les mêmes sources et sur les mêmes jours. Une mention des deux compte une fois pour chacun.',
  },
  'measure.share-of-voice-also': { en: 'sov', fr: 'pdv, sov' },
  'measure.net-sentiment': { en: 'Net sentiment', fr: 'Tonalité nette' },
  'measure.net-sentiment-formula': {
    en: '(positive − negative) ÷ (positive + negative + neutral mentions), in points from −100 to +100.',
    fr: '(mentions positives − négatives) ÷ (positives + négatives + neutres), en points de −100 à +100.',
  },
  'measure.net-sentiment-also': { en: 'sentiment, mood, nss', fr: 'tonalité, sentiment, sentiment net' },
  'measure.negative-share': { en: 'Share of negative mentions', fr: 'Part de mentions négatives' },
  'measure.negative-share-formula': {
    en: 'Negative mentions ÷ all mentions (positive, negative and neutral).',
    fr: 'Mentions négatives ÷ toutes les mentions (positives, négatives et neutres).',
  },
  'measure.negative-share-also': {
    en: 'negative, negative mentions',
    fr: 'négatif, négatives, mentions négatives',
  },
  'measure.authors': { en: 'Authors', fr: 'Auteurs' },
  'measure.authors-formula': {
    en: 'Different authors of the mentions, each counted once over the whole period. The same person on two networks counts twice.',
    fr: 'Auteurs différents des mentions, comptés une fois chacun sur toute la période. Une même personne sur deux réseaux compte deux fois.',
  },
  'measure.authors-also': { en: 'unique authors, people, voices', fr: 'auteurs uniques, voix' },
  'measure.outlets': { en: 'Outlets', fr: 'Médias et sites' },
  'measure.outlets-formula': {
    en: 'Different places (newspapers, blogs, forums, accounts of a network) in which the mentions appeared, each counted once over the whole period.',
    fr: 'Lieux différents (journaux, blogs, forums, comptes d’un réseau) où les mentions ont paru, comptés une fois chacun sur toute la période.',
  },
  'measure.outlets-also': { en: 'media, sites, places', fr: 'médias, sites, supports' },
  'measure.interactions': { en: 'Interactions on mentions', fr: 'Interactions sur les mentions' },
  'measure.interactions-formula': {
    en: 'Likes + shares + comments that the mentions got, where their network tells it.',
    fr: 'Mentions J’aime + partages + commentaires reçus par les mentions, quand leur réseau l’indique.',
  },
  'measure.interactions-also': {
    en: 'engagement, engagement on mentions',
    fr: 'engagement, engagement des mentions',
  },
  'measure.time-to-notice': { en: 'Time to notice', fr: 'Délai de détection' },
  'measure.time-to-notice-formula': {
    en: 'From the publication of a mention until Vigie heard of it, day and night: half of the mentions took at most that long (median). Without what was filed at the first reading of a source, imports and samples.',
    fr: 'De la parution d’une mention jusqu’à ce que Vigie l’entende, jour et nuit : la moitié des mentions n’ont pas pris plus longtemps (médiane). Sans ce qui a été classé à la première lecture d’une source, ni imports, ni exemples.',
  },
  'measure.time-to-notice-also': {
    en: 'notice, detection time, latency',
    fr: 'détection, délai de veille, latence',
  },
  'measure.time-to-take': { en: 'Time to take', fr: 'Délai de prise en charge' },
  'measure.time-to-take-formula': {
    en: 'From when a mention was heard until somebody took it or answered it, in business hours (median), of the mentions taken in the period.',
    fr: 'De l’arrivée d’une mention jusqu’à ce que quelqu’un la prenne en charge ou y réponde, en heures ouvrées (médiane), pour les mentions prises en charge pendant la période.',
  },
  'measure.time-to-take-also': { en: 'take, take-up time', fr: 'prise en charge, délai de prise' },
  'measure.time-to-approve': { en: 'Time to approve', fr: 'Délai de validation' },
  'measure.time-to-approve-formula': {
    en: 'From when a reply was ready for approval until it was approved, in business hours (median), of the replies approved in the period.',
    fr: 'Du moment où une réponse attend d’être validée jusqu’à sa validation, en heures ouvrées (médiane), pour les réponses validées pendant la période.',
  },
  'measure.time-to-approve-also': {
    en: 'approve, approval time',
    fr: 'validation, approbation, délai d’approbation',
  },
  'measure.time-to-answer': { en: 'Time to answer', fr: 'Délai de réponse' },
  'measure.time-to-answer-formula': {
    en: 'From when a mention was heard until it was answered, in business hours (median), of the mentions answered in the period.',
    fr: 'De l’arrivée d’une mention jusqu’à la réponse, en heures ouvrées (médiane), pour les mentions qui ont reçu une réponse pendant la période.',
  },
  'measure.time-to-answer-also': {
    en: 'answer, response time, reply time, first response',
    fr: 'réponse, temps de réponse, première réponse',
  },
  'measure.promises-kept': { en: 'Response times kept', fr: 'Délais de réponse tenus' },
  'measure.promises-kept-formula': {
    en: 'Mentions answered within the promised time ÷ mentions for which that time ran out or that were answered in the period. Those that needed no answer are left out.',
    fr: 'Mentions ayant reçu une réponse dans le délai promis ÷ mentions dont le délai est arrivé à échéance ou qui ont reçu une réponse pendant la période. Celles qui n’appelaient pas de réponse ne comptent pas.',
  },
  'measure.promises-kept-also': {
    en: 'promises, sla, promises kept',
    fr: 'promesses, promesses tenues, sla, engagements tenus',
  },
  'measure.answered-share': { en: 'Answered share', fr: 'Taux de réponse' },
  'measure.answered-share-formula': {
    en: 'Mentions answered ÷ mentions that called for an answer: promised, taken or answered, of those heard in the period. Those that were ignored are left out.',
    fr: 'Mentions ayant reçu une réponse ÷ mentions qui en appelaient une (promise, prise en charge ou réponse), parmi celles entendues pendant la période. Celles qui ont été ignorées ne comptent pas.',
  },
  'measure.answered-share-also': {
    en: 'answered, response rate, reply rate',
    fr: 'répondues, part répondue, part de mentions répondues',
  },
  'measure.false-alerts': { en: 'False alerts', fr: 'Fausses alertes' },
  'measure.false-alerts-formula': {
    en: 'Alerts whose mention was ignored ÷ alerts whose mention was taken, answered or ignored, of the alerts told in the period.',
    fr: 'Alertes dont la mention a été ignorée ÷ alertes dont la mention a été prise en charge, a reçu une réponse ou a été ignorée, parmi les alertes données pendant la période.',
  },
  'measure.false-alerts-also': { en: 'false alarms, noise', fr: 'fausses alarmes, bruit d’alerte' },
  'measure.members': { en: 'Members', fr: 'Membres' },
  'measure.members-formula': {
    en: 'Members of the community at the end of the period, as the chat counts them.',
    fr: 'Membres de la communauté à la fin de la période, tels que la messagerie les compte.',
  },
  'measure.members-also': { en: 'community size', fr: 'taille de la communauté, adhérents' },
  'measure.active-members': { en: 'Active members', fr: 'Membres actifs' },
  'measure.active-members-formula': {
    en: 'Different members who wrote at least once in the channels that Vigie listens to during the period.',
    fr: 'Membres différents ayant écrit au moins une fois pendant la période dans les salons que Vigie écoute.',
  },
  'measure.active-members-also': { en: 'active, active users', fr: 'actifs, utilisateurs actifs' },
  'measure.messages': { en: 'Messages', fr: 'Messages' },
  'measure.messages-formula': {
    en: 'Messages written in the community’s channels that Vigie listens to, bots left out.',
    fr: 'Messages écrits dans les salons de la communauté que Vigie écoute, sans les robots.',
  },
  'measure.messages-also': { en: 'activity, posts in channels', fr: 'activité, publications des membres' },
  'measure.joins': { en: 'New members', fr: 'Arrivées' },
  'measure.joins-formula': {
    en: 'Members who joined the community during the period.',
    fr: 'Membres qui ont rejoint la communauté pendant la période.',
  },
  'measure.joins-also': { en: 'arrivals, joined', fr: 'nouveaux membres, inscriptions' },
  'measure.leaves': { en: 'Members who left', fr: 'Départs' },
  'measure.leaves-formula': {
    en: 'Members who left the community during the period.',
    fr: 'Membres qui ont quitté la communauté pendant la période.',
  },
  'measure.leaves-also': { en: 'departures, left, churn', fr: 'désinscriptions, membres partis' },
  'measure.unanswered-questions': { en: 'Unanswered questions', fr: 'Questions sans réponse' },
  'measure.unanswered-questions-formula': {
    en: 'Questions asked in the community’s channels during the period that nobody has answered.',
    fr: 'Questions posées pendant la période dans les salons de la communauté et restées sans réponse.',
  },
  'measure.unanswered-questions-also': {
    en: 'open questions, unanswered',
    fr: 'questions en attente, sans réponse',
  },
  'measure.followers': { en: 'Followers', fr: 'Abonnés' },
  'measure.followers-formula': {
    en: 'Followers of your accounts at the end of the period, as the platforms count them. Somebody who follows two accounts counts twice.',
    fr: 'Abonnés de vos comptes à la fin de la période, tels que les plateformes les comptent. Une personne abonnée à deux comptes compte deux fois.',
  },
  'measure.followers-also': { en: 'audience, subscribers, fans', fr: 'audience, followers, fans' },
  'measure.likes': { en: 'Likes', fr: 'Mentions J’aime' },
  'measure.likes-formula': {
    en: 'Likes that the posts which your accounts published in the period have got so far, as the platforms count them.',
    fr: 'Mentions J’aime reçues à ce jour par les publications que vos comptes ont faites pendant la période, telles que les plateformes les comptent.',
  },
  'measure.likes-also': { en: 'favourites, reactions', fr: 'j’aime, likes, favoris, réactions' },
  'measure.shares': { en: 'Shares', fr: 'Partages' },
  'measure.shares-formula': {
    en: 'Times that the posts which your accounts published in the period have been shared so far, as the platforms count them.',
    fr: 'Partages à ce jour des publications que vos comptes ont faites pendant la période, tels que les plateformes les comptent.',
  },
  'measure.shares-also': { en: 'reposts, boosts, retweets', fr: 'repartages, republications, boosts' },
  'measure.comments': { en: 'Comments', fr: 'Commentaires' },
  'measure.comments-formula': {
    en: 'Comments so far under the posts which your accounts published in the period, as the platforms count them.',
    fr: 'Commentaires reçus à ce jour par les publications que vos comptes ont faites pendant la période, tels que les plateformes les comptent.',
  },
  'measure.comments-also': { en: 'replies to posts', fr: 'réactions écrites' },
  'measure.views': { en: 'Views', fr: 'Vues' },
  'measure.views-formula': {
    en: 'Views so far of the posts and videos which your accounts published in the period, as the platforms count them.',
    fr: 'Vues à ce jour des publications et des vidéos que vos comptes ont mises en ligne pendant la période, telles que les plateformes les comptent.',
  },
  'measure.views-also': { en: 'plays', fr: 'lectures, visionnages' },
  'measure.stars': { en: 'Stars', fr: 'Étoiles' },
  'measure.stars-formula': {
    en: 'Stars of your repositories at the end of the period.',
    fr: 'Étoiles de vos dépôts à la fin de la période.',
  },
  'measure.stars-also': { en: 'github stars', fr: 'étoiles github' },
  'measure.engagement-rate-audience': {
    en: 'Engagement rate (by audience)',
    fr: 'Taux d’engagement (par abonné)',
  },
  'measure.engagement-rate-audience-formula': {
    en: '(likes + shares + comments of your posts) ÷ followers at the end of the period.',
    fr: '(mentions J’aime + partages + commentaires de vos publications) ÷ abonnés à la fin de la période.',
  },
  'measure.engagement-rate-audience-also': {
    en: 'engagement rate, engagement by followers',
    fr: 'taux d’engagement, engagement par audience',
  },
  'measure.engagement-rate-reach': {
    en: 'Engagement rate (by reach)',
    fr: 'Taux d’engagement (sur la portée)',
  },
  'measure.engagement-rate-reach-formula': {
    en: '(likes + shares + comments of your posts) ÷ people reached on the same days, of the accounts whose platform tells it.',
    fr: '(mentions J’aime + partages + commentaires de vos publications) ÷ personnes touchées les mêmes jours, pour les comptes dont la plateforme l’indique.',
  },
  'measure.engagement-rate-reach-also': { en: 'engagement by reach', fr: 'engagement sur portée' },
  'measure.sent': { en: 'E-mails sent', fr: 'E-mails envoyés' },
  'measure.sent-formula': {
    en: 'E-mails sent out for all newsletters together.',
    fr: 'E-mails envoyés pour l’ensemble des newsletters.',
  },
  'measure.sent-also': { en: 'sent, sends', fr: 'envois, envoyés' },
  'measure.delivered': { en: 'E-mails delivered', fr: 'E-mails délivrés' },
  'measure.delivered-formula': {
    en: 'E-mails sent that no mail server refused.',
    fr: 'E-mails envoyés qu’aucun serveur de messagerie n’a refusés.',
  },
  'measure.delivered-also': { en: 'delivered', fr: 'délivrés, aboutis' },
  'measure.opens': { en: 'Unique opens', fr: 'Ouvreurs uniques' },
  'measure.opens-formula': {
    en: 'Recipients who opened the e-mail at least once. Some mail programs open everything by themselves, others hide it.',
    fr: 'Destinataires ayant ouvert l’e-mail au moins une fois. Certaines messageries ouvrent tout d’elles-mêmes, d’autres le cachent.',
  },
  'measure.opens-also': { en: 'opens, opened', fr: 'ouvertures, ouvreurs' },
  'measure.clicks': { en: 'Unique clicks', fr: 'Cliqueurs uniques' },
  'measure.clicks-formula': {
    en: 'Recipients who clicked a link at least once.',
    fr: 'Destinataires ayant cliqué sur un lien au moins une fois.',
  },
  'measure.clicks-also': { en: 'clicks', fr: 'clics, cliqueurs' },
  'measure.open-rate': { en: 'Open rate', fr: 'Taux d’ouverture' },
  'measure.open-rate-formula': {
    en: 'Unique opens ÷ e-mails delivered. Mail programs that open everything by themselves push it up.',
    fr: 'Ouvreurs uniques ÷ e-mails délivrés. Les messageries qui ouvrent tout d’elles-mêmes le gonflent.',
  },
  'measure.open-rate-also': { en: 'opening rate', fr: 'ouverture' },
  'measure.click-rate': { en: 'Click rate', fr: 'Taux de clic' },
  'measure.click-rate-formula': {
    en: 'Unique clicks ÷ e-mails delivered.',
    fr: 'Cliqueurs uniques ÷ e-mails délivrés.',
  },
  'measure.click-rate-also': { en: 'ctr, click-through rate', fr: 'ctr, taux de clics' },
  'measure.spend': { en: 'Spend', fr: 'Dépenses' },
  'measure.spend-formula': {
    en: 'What the campaigns cost, in their currency.',
    fr: 'Coût des campagnes, dans leur devise.',
  },
  'measure.spend-also': { en: 'cost, budget', fr: 'coût, budget, dépense' },
  'measure.impressions': { en: 'Impressions', fr: 'Impressions' },
  'measure.impressions-formula': {
    en: 'Times that the ads were shown.',
    fr: 'Nombre d’affichages des annonces.',
  },
  'measure.impressions-also': { en: 'displays', fr: 'affichages' },
  'measure.conversions': { en: 'Conversions', fr: 'Conversions' },
  'measure.conversions-formula': {
    en: 'Purchases, sign-ups or other goals that the campaigns count as reached.',
    fr: 'Achats, inscriptions ou autres objectifs que les campagnes comptent comme atteints.',
  },
  'measure.conversions-also': { en: 'sales, sign-ups', fr: 'ventes, objectifs atteints' },
  'measure.revenue': { en: 'Revenue', fr: 'Chiffre d’affaires' },
  'measure.revenue-formula': {
    en: 'What the conversions brought in, in the currency of the campaigns.',
    fr: 'Ce que les conversions ont rapporté, dans la devise des campagnes.',
  },
  'measure.revenue-also': { en: 'gain, turnover', fr: 'revenus, recettes, gain, ca' },
  'measure.cost-per-click': { en: 'Cost per click', fr: 'Coût par clic' },
  'measure.cost-per-click-formula': {
    en: 'Spend ÷ clicks on ads.',
    fr: 'Dépenses ÷ clics sur les annonces.',
  },
  'measure.cost-per-click-also': { en: 'cpc', fr: 'cpc' },
  'measure.roi': { en: 'Return on investment', fr: 'Retour sur investissement' },
  'measure.roi-formula': {
    en: '(revenue − spend) ÷ spend.',
    fr: '(chiffre d’affaires − dépenses) ÷ dépenses.',
  },
  'measure.roi-also': { en: 'roi, return', fr: 'roi, rentabilité' },

  // What people read beside and instead of a number.
  'measure.none': {
    en: 'There is no measure called "{key}".',
    fr: 'Aucun indicateur ne s’appelle « {key} ».',
  },
  'measure.family-mentions': { en: 'Mentions', fr: 'Mentions' },
  'measure.family-work': { en: 'The team’s work', fr: 'Travail de l’équipe' },
  'measure.family-community': { en: 'Community', fr: 'Communauté' },
  'measure.family-platforms': { en: 'Platforms', fr: 'Plateformes' },
  'measure.family-newsletter': { en: 'Newsletters', fr: 'Newsletters' },
  'measure.family-ads': { en: 'Ads', fr: 'Publicité' },
  'measure.and-few': { en: '{value}, too few to say much ({n})', fr: '{value}, peu de données ({n})' },
  'measure.about': { en: 'about {value}', fr: 'environ {value}' },
  'measure.unknown': { en: 'unknown, because {because}', fr: 'inconnu, car {because}' },
  'measure.unchanged': { en: 'unchanged', fr: 'stable' },
  'measure.times': { en: '× {times}', fr: '× {times}' },
  'measure.points': {
    en: { one: '{change} point', other: '{change} points' },
    fr: { one: '{change} point', other: '{change} points' },
  },
  'measure.seconds': { en: '{seconds} s', fr: '{seconds} s' },
  'measure.minutes': { en: '{minutes} min', fr: '{minutes} min' },
  'measure.hours': { en: '{hours} h', fr: '{hours} h' },
  'measure.hours-minutes': { en: '{hours} h {minutes}', fr: '{hours} h {minutes}' },
  'measure.days': { en: { one: '{n} day', other: '{n} days' }, fr: { one: '{n} jour', other: '{n} jours' } },

  'recount.no-team': {
    en: 'There is no team "{given}" in the settings. Teams: {teams}.',
    fr: 'Aucune équipe « {given} » dans les réglages. Équipes : {teams}.',
  },
  'recount.left': { en: '{team}: {count} to go…', fr: '{team} : il en reste {count}…' },
  'recount.done': {
    en: {
      one: '{team}: {n} mention counted in {seconds} s.',
      other: '{team}: {n} mentions counted in {seconds} s.',
    },
    fr: {
      one: '{team} : {n} mention comptée en {seconds} s.',
      other: '{team} : {n} mentions comptées en {seconds} s.',
    },
  },

  'figure.few': {
    en: { one: 'there is only {n} observation', other: 'there are only {n} observations' },
    fr: { one: 'il n’y a que {n} observation', other: 'il n’y a que {n} observations' },
  },
  'figure.backwards': {
    en: 'the period ends ({to}) before it begins ({from})',
    fr: 'la période finit ({to}) avant de commencer ({from})',
  },
  'figure.no-day': {
    en: 'the calendar has no day "{given}"',
    fr: 'le calendrier ne connaît pas de jour « {given} »',
  },
  'figure.not-over': { en: 'the day is not over', fr: 'la journée n’est pas terminée' },
  'figure.to-come': { en: 'these days are yet to come', fr: 'ces jours sont encore à venir' },
  'figure.not-by-topic': {
    en: 'it is not counted by topic',
    fr: 'cet indicateur n’est pas compté par sujet',
  },
  'figure.not-by-account': {
    en: 'it is not counted by account',
    fr: 'cet indicateur n’est pas compté par compte',
  },
  'figure.not-by-channel': {
    en: 'it is not counted by channel',
    fr: 'cet indicateur n’est pas compté par salon',
  },
  'figure.no-denominator': { en: 'there is nothing to divide by', fr: 'il n’y a rien à quoi le rapporter' },
  'figure.nothing': { en: 'nothing was heard in these days', fr: 'rien n’a été entendu ces jours-là' },
  'figure.nothing-heard': { en: 'nothing was ever heard yet', fr: 'rien n’a encore été entendu' },
  'figure.not-yet': {
    en: 'Vigie has been listening only since {day}',
    fr: 'Vigie n’écoute que depuis le {day}',
  },
  'figure.partly': {
    en: 'Vigie has been listening only since {day}, so that earlier mentions may be missing',
    fr: 'Vigie n’écoute que depuis le {day}, et des mentions antérieures peuvent manquer',
  },
  'figure.no-such-topic': {
    en: 'nobody watches a topic called "{topic}"',
    fr: 'aucun sujet « {topic} » n’est suivi',
  },
  'figure.topic-since': {
    en: '"{topic}" has been watched only since {day}',
    fr: '« {topic} » n’est suivi que depuis le {day}',
  },
  'figure.no-brand': { en: 'no topic is a brand', fr: 'aucun sujet n’est une marque' },
  'figure.no-competitor': { en: 'no competitor is watched', fr: 'aucun concurrent n’est suivi' },
  'figure.no-voice': {
    en: '"{topic}" is neither a brand nor a competitor',
    fr: '« {topic} » n’est ni une marque ni un concurrent',
  },
  'figure.no-reach': {
    en: 'no source tells the audience of these mentions',
    fr: 'aucune source n’indique l’audience de ces mentions',
  },
  'figure.reach-partly': {
    en: 'the audience is known of {known} of {all} mentions',
    fr: 'l’audience n’est connue que pour {known} mentions sur {all}',
  },
  'figure.no-engagement': {
    en: 'no network tells what these mentions brought about',
    fr: 'aucun réseau n’indique les réactions à ces mentions',
  },
  'figure.engagement-partly': {
    en: 'the reactions are known of {known} of {all} mentions',
    fr: 'les réactions ne sont connues que pour {known} mentions sur {all}',
  },
  'figure.moods-unsure': {
    en: 'the mood of {unsure} of {all} mentions is uncertain',
    fr: 'la tonalité de {unsure} mentions sur {all} est incertaine',
  },
  'figure.no-authors': { en: 'the sources name no authors', fr: 'les sources ne nomment pas d’auteurs' },
  'figure.authors-partly': {
    en: '{anonymous} of {all} mentions name no author',
    fr: '{anonymous} mentions sur {all} ne nomment pas d’auteur',
  },
  'figure.authors-estimated': {
    en: 'beyond some thousands authors are estimated, give or take {error}',
    fr: 'au-delà de quelques milliers, les auteurs sont estimés, à {error} près',
  },
  'figure.authors-forgotten': {
    en: 'who wrote is forgotten after {days} days',
    fr: 'les auteurs sont oubliés au bout de {days} jours',
  },
  'figure.counting': {
    en: 'older mentions are still being counted ({left} to go)',
    fr: 'des mentions plus anciennes sont encore en train d’être comptées (il en reste {left})',
  },
  'figure.unseen': {
    en: {
      one: '{n} source could not be read for part of that time',
      other: '{n} sources could not be read for part of that time',
    },
    fr: {
      one: '{n} source n’a pas pu être lue pendant une partie de ces jours',
      other: '{n} sources n’ont pas pu être lues pendant une partie de ces jours',
    },
  },
  'figure.no-sources': { en: 'nothing is watched', fr: 'rien n’est suivi' },
  'figure.none-taken': {
    en: 'no mention was taken in these days',
    fr: 'aucune mention n’a été prise en charge ces jours-là',
  },
  'figure.none-approved': {
    en: 'no reply was approved in these days',
    fr: 'aucune réponse n’a été validée ces jours-là',
  },
  'figure.none-answered': {
    en: 'no mention was answered in these days',
    fr: 'aucune mention n’a reçu de réponse ces jours-là',
  },
  'figure.no-promises': {
    en: 'no response time is promised (`promises` in the settings)',
    fr: 'aucun délai de réponse n’est promis (« promises » dans les réglages)',
  },
  'figure.none-promised': {
    en: 'no promised answer was due in these days',
    fr: 'aucune réponse promise n’était due ces jours-là',
  },
  'figure.none-asked': {
    en: 'no mention called for an answer in these days',
    fr: 'aucune mention n’appelait de réponse ces jours-là',
  },
  'figure.none-judged': {
    en: 'nobody took, answered or ignored an alert of these days',
    fr: 'personne n’a pris en charge, traité ni ignoré d’alerte ces jours-là',
  },
  'figure.alerts-forgotten': {
    en: 'alerts are kept for {days} days only',
    fr: 'les alertes ne sont gardées que {days} jours',
  },
  'figure.none-noticed': {
    en: 'no mention of these days says when it was published',
    fr: 'aucune mention de ces jours n’indique quand elle a paru',
  },
  'figure.samples': { en: 'these mentions are samples', fr: 'ces mentions sont des exemples' },
})
