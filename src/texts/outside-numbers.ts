import { texts } from './text.ts'

/** What is counted outside: accounts on platforms, members of chats, numbers out of files. */
export default texts({
  'settings.account-needs': {
    en: 'an account on {kind} needs “{setting}:” as well, such as “{setting}: {example}”',
    fr: 'un compte {kind} a aussi besoin de « {setting}: », par exemple « {setting}: {example} »',
  },
  'settings.account-useless': {
    en: 'an account on {kind} has no use for “{setting}”; it takes: {known}',
    fr: '« {setting} » ne sert à rien pour un compte {kind} ; il prend : {known}',
  },
  'settings.account-channel': {
    en: '“{given}” is no YouTube channel: write its number, which begins with UC and has 24 characters, or its handle in quotes, "@nimbus"',
    fr: '« {given} » n’est pas une chaîne YouTube : écrivez son identifiant, qui commence par UC et compte 24 caractères, ou son pseudo entre guillemets, "@nimbus"',
  },
  'settings.account-number': {
    en: '“{given}” is no number of a page: write its digits in quotes, "123456789012345"',
    fr: '« {given} » n’est pas un numéro de page : écrivez ses chiffres entre guillemets, "123456789012345"',
  },
  'settings.account-repository': {
    en: '“{given}” is no repository: write owner/name, nimbus/lamp',
    fr: '« {given} » n’est pas un dépôt : écrivez propriétaire/nom, nimbus/lampe',
  },

  // Why an account could not be counted. They go on after « because » as well.
  'count.token': {
    en: '{host} does not accept the token or key of “{account}” ({status}): make a new one there and put it into .env',
    fr: '{host} n’accepte pas le jeton ou la clé de « {account} » ({status}) : créez-en un autre là-bas et mettez-le dans .env',
  },
  'count.signed-out': {
    en: '{host} wants a token for “{account}” ({status}): name one in team.yaml, `token: env:…`',
    fr: '{host} veut un jeton pour « {account} » ({status}) : nommez-en un dans team.yaml, `token: env:…`',
  },
  'count.closed': {
    en: '{host} shows “{account}” to nobody without more rights ({status}){said}',
    fr: '{host} ne montre « {account} » à personne sans plus de droits ({status}){said}',
  },
  'count.gone': {
    en: '{host} knows no “{account}”: check what team.yaml says of it',
    fr: '{host} ne connaît pas « {account} » : vérifiez ce qu’en dit team.yaml',
  },
  'count.limited': {
    en: '{host} asks for patience: it was asked too often',
    fr: '{host} demande de patienter : il a été trop sollicité',
  },
  'count.down': {
    en: '{host} does not work at the moment ({status})',
    fr: '{host} ne fonctionne pas pour le moment ({status})',
  },
  'count.refused': {
    en: '{host} refused to tell of “{account}” ({status}){said}',
    fr: '{host} a refusé de parler de « {account} » ({status}){said}',
  },
  'count.unreadable': {
    en: '{host} answered something else than numbers',
    fr: '{host} a répondu autre chose que des chiffres',
  },
  'count.changed': {
    en: '{host} no longer says “{field}” as it used to: this Vigie cannot read it, a newer one may',
    fr: '{host} n’indique plus « {field} » comme avant : cette version de Vigie ne sait pas le lire, une plus récente peut-être',
  },
  'count.mistake': {
    en: 'Vigie made a mistake there; its log says more',
    fr: 'une erreur s’est produite dans Vigie ; son journal en dit plus',
  },
  'count.online-fine': {
    en: '{name}: {numbers} ({host})',
    fr: '{name} : {numbers} ({host})',
  },
  'count.online-wrong': { en: '{name}: {reason}', fr: '{name} : {reason}' },
  'count.one': { en: '{measure}: {value}', fr: '{measure} : {value}' },

  // What chats do not tell, and until when.
  'count.chat-down': {
    en: 'the chat does not answer',
    fr: 'la messagerie ne répond pas',
  },
  'count.no-census': {
    en: 'this chat does not count its members',
    fr: 'cette messagerie ne compte pas ses membres',
  },
  'count.discord-members': {
    en: 'Discord hides who comes and goes until the “Server Members Intent” is switched on (discord.com/developers/applications, Bot)',
    fr: 'Discord cache les arrivées et les départs tant que « Server Members Intent » n’est pas activé (discord.com/developers/applications, Bot)',
  },
  'count.discord-messages': {
    en: 'Discord hides what people write until the “Message Content Intent” is switched on (discord.com/developers/applications, Bot)',
    fr: 'Discord cache ce que les gens écrivent tant que « Message Content Intent » n’est pas activé (discord.com/developers/applications, Bot)',
  },
  'count.slack-scopes': {
    en: 'the Slack app lacks rights: {scopes} (api.slack.com/apps, OAuth & Permissions, then install it again)',
    fr: 'l’application Slack n’a pas les droits : {scopes} (api.slack.com/apps, OAuth & Permissions, puis réinstallez-la)',
  },
  'count.slack-leaves': {
    en: 'nobody was heard leaving yet; a Slack app that was made with an earlier Vigie has to be sent the event `member_left_channel` first (`vigie manifest slack`)',
    fr: 'aucun départ n’a encore été entendu ; une application Slack créée avec une Vigie plus ancienne doit d’abord recevoir l’événement `member_left_channel` (`vigie manifest slack`)',
  },

  // Why a number from outside is not known, or not sure; they go on after « because ».
  'figure.no-community': {
    en: 'Vigie listens to no channel of the community (`listens` in team.yaml)',
    fr: 'Vigie n’écoute aucun salon de la communauté (« listens » dans team.yaml)',
  },
  'figure.not-listened': {
    en: 'Vigie did not listen to the community in these days',
    fr: 'Vigie n’écoutait pas la communauté ces jours-là',
  },
  'figure.listened-since': {
    en: 'Vigie has been listening to the community only since {day}',
    fr: 'Vigie n’écoute la communauté que depuis le {day}',
  },
  'figure.listened-days': {
    en: 'Vigie listened on {days} of {all} days',
    fr: 'Vigie a écouté {days} jours sur {all}',
  },
  'figure.active-too-old': {
    en: 'so long ago, only whole weeks (Monday to Sunday) and months are still known',
    fr: 'aussi loin en arrière, seuls les mois et les semaines entières (du lundi au dimanche) restent connus',
  },
  'figure.questions-too-old': {
    en: 'questions are forgotten after a month, and were not counted then',
    fr: 'les questions sont oubliées au bout d’un mois, et n’étaient pas comptées alors',
  },
  'figure.no-account': {
    en: 'no account is counted (`accounts` in team.yaml), and no file was imported that says it',
    fr: 'aucun compte n’est relevé (« accounts » dans team.yaml), et aucun fichier importé ne l’indique',
  },
  'figure.no-such-account': {
    en: 'there is no account “{account}”; there are: {accounts}',
    fr: 'il n’y a pas de compte « {account} » ; il y a : {accounts}',
  },
  'figure.not-counted-yet': {
    en: '“{account}” was not counted yet',
    fr: '« {account} » n’a pas encore été relevé',
  },
  'figure.not-counted': {
    en: 'nobody counted it in these days',
    fr: 'aucun relevé n’a été fait ces jours-là',
  },
  'figure.counted-since': {
    en: 'it has been counted only since {day}',
    fr: 'ce chiffre n’est relevé que depuis le {day}',
  },
  'figure.counted-last': {
    en: '{accounts}: last counted on {day}',
    fr: '{accounts} : dernier relevé le {day}',
  },
  'figure.without': {
    en: 'it is counted without {accounts}, of which nobody knows it',
    fr: 'il est calculé sans {accounts}, faute de données',
  },
  'figure.not-told': {
    en: 'none of the platforms tells it of your accounts',
    fr: 'aucune des plateformes ne l’indique pour vos comptes',
  },
  'figure.not-imported': {
    en: 'nothing was imported that says it (`/kpi import`)',
    fr: 'aucun fichier importé ne l’indique (`/kpi importer`)',
  },
  'figure.not-imported-then': {
    en: 'nothing imported says it of these days; what was imported reaches from {from} to {to}',
    fr: 'aucun fichier importé ne l’indique pour ces jours-là ; les imports vont du {from} au {to}',
  },
  'figure.imported-until': {
    en: 'what was imported ends on {to}',
    fr: 'les imports s’arrêtent au {to}',
  },
  'figure.imported-from': {
    en: 'what was imported begins on {from}',
    fr: 'les imports commencent au {from}',
  },
  'figure.currencies': {
    en: 'it is in several currencies ({currencies}); ask for one account',
    fr: 'il y a plusieurs devises ({currencies}) ; demandez un seul compte',
  },
  'figure.of-sent': {
    en: 'the file does not say how many e-mails arrived: it is a share of those sent',
    fr: 'le fichier ne dit pas combien d’e-mails sont arrivés : c’est une part des e-mails envoyés',
  },
  'figure.over-all': {
    en: 'there are more than there can be: the file probably counts each person several times',
    fr: 'il y en a plus que possible : le fichier compte sans doute plusieurs fois la même personne',
  },
  'figure.no-spend': {
    en: 'no spend was imported of these days',
    fr: 'aucune dépense n’a été importée pour ces jours-là',
  },
  'figure.no-revenue': {
    en: 'no revenue was imported of the campaigns of these days',
    fr: 'aucun chiffre d’affaires n’a été importé pour les campagnes de ces jours-là',
  },

  // Imports of numbers.
  'measures.no-columns': {
    en: 'No line names the columns. Write one above the numbers: date, and one or more of: sent, delivered, opens, clicks, spend, impressions, conversions, revenue, followers, likes, shares, comments, views; campaign or account if there are several.',
    fr: 'Aucune ligne ne nomme les colonnes. Écrivez-en une au-dessus des chiffres : date, et au moins une parmi : envoyés, délivrés, ouvertures, clics, dépenses, impressions, conversions, recettes, abonnés, j’aime, partages, commentaires, vues ; campagne ou compte s’il y en a plusieurs.',
  },
  'measures.workbook': {
    en: 'This is a workbook (xlsx, ods). Open it, save the sheet as CSV, and import that.',
    fr: 'C’est un classeur (xlsx, ods). Ouvrez-le, enregistrez la feuille au format CSV, et importez ce fichier.',
  },
  'measures.no-date-column': {
    en: 'Line {line} names the columns, but none for the day. Export the numbers by day, with a column “date”.',
    fr: 'La ligne {line} nomme les colonnes, mais aucune pour le jour. Exportez les chiffres par jour, avec une colonne « date ».',
  },
  'measures.no-date': {
    en: 'no date: write the day, 2026-11-21.',
    fr: 'pas de date : écrivez le jour, 21/11/2026.',
  },
  'measures.date': {
    en: '“{given}” is no date: write the day, 2026-11-21.',
    fr: '« {given} » n’est pas une date : écrivez le jour, 21/11/2026.',
  },
  'measures.future': {
    en: '“{given}” is yet to come: numbers are of days that are over or under way.',
    fr: '« {given} » n’est pas encore arrivé : les chiffres portent sur des jours passés ou en cours.',
  },
  'measures.days': {
    en: '“{from}” to “{to}” is more than a day: export the numbers by day (in most tools: breakdown, by day).',
    fr: '« {from} » à « {to} » couvre plus d’un jour : exportez les chiffres par jour (dans la plupart des outils : répartition par jour).',
  },
  'measures.number': {
    en: '“{given}” in “{column}” is no number: write it in digits, 1234.56, or leave the cell empty.',
    fr: '« {given} » dans « {column} » n’est pas un nombre : écrivez-le en chiffres, 1234,56, ou laissez la cellule vide.',
  },
  'measures.whole': {
    en: '“{given}” in “{column}” is no whole number, and people and clicks are counted whole.',
    fr: '« {given} » dans « {column} » n’est pas un nombre entier, or les personnes et les clics se comptent entiers.',
  },
  'measures.negative': {
    en: '“{given}” in “{column}” is less than nothing: only revenue can be, where money was paid back.',
    fr: '« {given} » dans « {column} » est négatif : seules les recettes peuvent l’être, en cas de remboursement.',
  },
  'measures.no-number': {
    en: 'no number in any column: fill in at least one, or delete the line.',
    fr: 'aucun nombre dans aucune colonne : remplissez-en au moins une, ou supprimez la ligne.',
  },
  'measures.currencies': {
    en: 'the column says {one} and the cell {other}: one currency for each line.',
    fr: 'la colonne dit {one} et la cellule {other} : une seule devise par ligne.',
  },
  'measures.nothing-taken': {
    en: {
      one: '{file}: nothing was taken over: {n} line is wrong. Mend it and import the file again; or take over all the others with --partial.',
      other:
        '{file}: nothing was taken over: {n} lines are wrong. Mend them and import the file again; or take over all the others with --partial.',
    },
    fr: {
      one: '{file} : rien n’a été importé : {n} ligne comporte une erreur. Corrigez-la et importez de nouveau le fichier ; ou importez toutes les autres avec --partial.',
      other:
        '{file} : rien n’a été importé : {n} lignes comportent une erreur. Corrigez-les et importez de nouveau le fichier ; ou importez toutes les autres avec --partial.',
    },
  },
  'measures.wrong-lines': {
    en: {
      one: '{n} line is wrong. Mend it, and import again.',
      other: '{n} lines are wrong. Mend them, and import again.',
    },
    fr: {
      one: '{n} ligne comporte une erreur. Corrigez-la, puis importez de nouveau.',
      other: '{n} lignes comportent une erreur. Corrigez-les, puis importez de nouveau.',
    },
  },
  'measures.no-lines': {
    en: 'there are no numbers below the names of the columns.',
    fr: 'il n’y a aucun chiffre sous les noms des colonnes.',
  },
  'measures.same-file': {
    en: '{file}: {by} imported the same numbers on {day} ({name}); they count once, so nothing changed.',
    fr: '{file} : {by} a déjà importé ces chiffres le {day} ({name}) ; ils ne comptent qu’une fois, rien n’a donc changé.',
  },
  'measures.done': {
    en: '{file}: {lines}: {what}.',
    fr: '{file} : {lines} : {what}.',
  },
  'measures.fresh': {
    en: { one: '{n} new number', other: '{n} new numbers' },
    fr: { one: '{n} nouveau chiffre', other: '{n} nouveaux chiffres' },
  },
  'measures.same': {
    en: { one: '{n} known already', other: '{n} known already' },
    fr: { one: '{n} déjà connu', other: '{n} déjà connus' },
  },
  'measures.corrected': {
    en: { one: '{n} corrected', other: '{n} corrected' },
    fr: { one: '{n} corrigé', other: '{n} corrigés' },
  },
  'measures.totals': {
    en: { one: '{n} line of totals passed over', other: '{n} lines of totals passed over' },
    fr: { one: '{n} ligne de totaux ignorée', other: '{n} lignes de totaux ignorées' },
  },
  'measures.columns-ignored': {
    en: '{file}: not taken over: {columns}.',
    fr: '{file} : colonnes ignorées : {columns}.',
  },
  'measures.too-large': {
    en: 'This file is larger than {most} MB, too much for the chat. Whoever runs Vigie can import it: vigie import measures FILE --team {team}',
    fr: 'Ce fichier dépasse {most} Mo, c’est trop pour la messagerie. La personne qui exploite Vigie peut l’importer : vigie import measures FICHIER --team {team}',
  },
  'measures.no-table': {
    en: '{host} answered a page, not a table: give the address that downloads the CSV file itself.',
    fr: '{host} a répondu par une page, pas par un tableau : donnez l’adresse qui télécharge le fichier CSV lui-même.',
  },
  'measures.not-there': {
    en: '{host} does not give this file ({status}): open the address in a private window; it has to download without a sign-in.',
    fr: '{host} ne donne pas ce fichier ({status}) : ouvrez l’adresse dans une fenêtre privée ; il doit se télécharger sans connexion.',
  },
  'measures.command-about': {
    en: 'Take over the numbers of newsletters, ads and accounts (CSV)',
    fr: 'Importer les chiffres des newsletters, de la publicité et des comptes (CSV)',
  },
  'measures.command-form': { en: 'Import numbers', fr: 'Importer des chiffres' },
  'measures.command-from': {
    en: 'The address of a CSV file, or its lines',
    fr: 'L’adresse d’un fichier CSV, ou ses lignes',
  },
  'measures.command-hint': {
    en: 'https://… or date;campaign;sent;opens and the lines below',
    fr: 'https://… ou date;campagne;envoyés;ouvertures et les lignes dessous',
  },
  'measures.pasted': { en: 'pasted in the chat', fr: 'collé dans la messagerie' },
  'measures.not-taken': { en: 'Nothing was taken over', fr: 'Rien n’a été importé' },
  'measures.known': { en: 'These numbers are there already', fr: 'Ces chiffres sont déjà là' },
  'measures.known-text': {
    en: '{by} imported them on {day} ({name}). They count once; nothing changed.',
    fr: '{by} les a importés le {day} ({name}). Ils ne comptent qu’une fois ; rien n’a changé.',
  },
  'measures.taken': {
    en: { one: '{n} line taken over', other: '{n} lines taken over' },
    fr: { one: '{n} ligne importée', other: '{n} lignes importées' },
  },
  'measures.more-lines': {
    en: { one: '…and {n} more line like these.', other: '…and {n} more lines like these.' },
    fr: { one: '…et {n} autre ligne de ce genre.', other: '…et {n} autres lignes de ce genre.' },
  },
  'measures.ignored-here': { en: 'Not taken over: {columns}.', fr: 'Colonnes ignorées : {columns}.' },

  'measure.ad-clicks': { en: 'Clicks on ads', fr: 'Clics sur les annonces' },
  'measure.ad-clicks-formula': {
    en: 'Clicks on the ads of the campaigns; the same person may click several times.',
    fr: 'Clics sur les annonces des campagnes ; une même personne peut cliquer plusieurs fois.',
  },
  'measure.ad-clicks-also': { en: 'ad clicks', fr: 'clics publicitaires' },
})
