import { texts } from './text.ts'

/** Replies to mentions: how they are drafted, approved and told of. */
export default texts({
  // What the command is.
  'reply.about': {
    en: 'Answer a mention: drafted here, approved by somebody else, published',
    fr: 'Répondre à une mention : proposée ici, validée par quelqu’un d’autre, publiée',
  },
  'reply.mention': {
    en: 'the number of the mention, such as 17',
    fr: 'le numéro de la mention, par exemple 17',
  },
  'reply.saying': {
    en: 'your reply; empty: Vigie offers some',
    fr: 'votre réponse ; vide : Vigie en propose',
  },
  'reply.draft': {
    en: 'Draft a reply',
    fr: 'Proposer une réponse',
  },
  // States, as titles.
  'reply.title-waiting': {
    en: 'Reply {id} to approve',
    fr: 'Réponse {id} à valider',
  },
  'reply.title-approved': {
    en: 'Reply {id} approved',
    fr: 'Réponse {id} validée',
  },
  'reply.title-publishing': {
    en: 'Reply {id} is going out',
    fr: 'Réponse {id} en cours de publication',
  },
  'reply.title-published': {
    en: 'Reply {id} published',
    fr: 'Réponse {id} publiée',
  },
  'reply.title-by-hand': {
    en: 'Reply {id} to publish by hand',
    fr: 'Réponse {id} à publier à la main',
  },
  'reply.title-unsure': {
    en: 'Reply {id}: did it go out?',
    fr: 'Réponse {id} : est-elle partie ?',
  },
  'reply.title-stuck': {
    en: 'Reply {id} could not be published',
    fr: 'Réponse {id} : publication impossible',
  },
  'reply.title-refused': {
    en: 'Reply {id} refused',
    fr: 'Réponse {id} refusée',
  },
  'reply.title-expired': {
    en: 'Reply {id} expired',
    fr: 'Réponse {id} expirée',
  },
  'reply.title-withdrawn': {
    en: 'Reply {id} withdrawn',
    fr: 'Réponse {id} retirée',
  },
  // What stands in its message.
  'reply.to': {
    en: '**{who}** wrote:',
    fr: '**{who}** a écrit :',
  },
  'reply.to-gone': {
    en: 'What it answers is no longer kept.',
    fr: 'Ce à quoi elle répond n’est plus conservé.',
  },
  'reply.version': {
    en: '**Reply, version {nth}**, {how}:',
    fr: '**Réponse, version {nth}**, {how} :',
  },
  'reply.how-written': {
    en: 'by {name}',
    fr: 'par {name}',
  },
  'reply.how-canned': {
    en: 'from the canned reply “{name}”',
    fr: 'd’après la réponse type « {name} »',
  },
  'reply.how-similar': {
    en: 'after reply {id} to a similar mention',
    fr: 'd’après la réponse {id} à une mention semblable',
  },
  'reply.how-model': {
    en: 'written by the language model {model}: read it twice',
    fr: 'rédigée par le modèle de langue {model} : à relire de près',
  },
  'reply.how-by': {
    en: '{how}, chosen by {name}',
    fr: '{how}, choisie par {name}',
  },
  'reply.forgotten': {
    en: '(text no longer kept)',
    fr: '(texte qui n’est plus conservé)',
  },
  'reply.state': {
    en: 'Where it stands',
    fr: 'Où elle en est',
  },
  'reply.waits': {
    en: {
      one: 'Waits for {n} approval by the role “{role}” or a higher one, not by its author; expires {time}',
      other:
        'Waits for {n} different approvals by the role “{role}” or a higher one, not by its author; expires {time}',
    },
    fr: {
      one: 'Attend {n} validation du rôle « {role} » ou au-dessus, pas de son auteur ; expire {time}',
      other:
        'Attend {n} validations de personnes différentes, du rôle « {role} » ou au-dessus, pas de son auteur ; expire {time}',
    },
  },
  'reply.waits-alone': {
    en: 'Waits for an approval; its author may give it, since nobody else of the team could. Expires {time}',
    fr: 'Attend une validation ; son auteur peut la donner, faute de quelqu’un d’autre dans l’équipe. Expire {time}',
  },
  'reply.goes': {
    en: 'Goes out {time} from {identity}. Until then it can be stopped.',
    fr: 'Part {time} depuis {identity}. Jusque-là, on peut l’arrêter.',
  },
  'reply.goes-again': {
    en: 'Goes out {time} from {identity}: {why}',
    fr: 'Part {time} depuis {identity} : {why}',
  },
  'reply.held': {
    en: 'Approved and held: crisis {incident} is open. It goes out once the crisis lets posts go on.',
    fr: 'Validée et retenue : la crise {incident} est ouverte. Elle partira quand la crise laissera reprendre les publications.',
  },
  'reply.held-hand': {
    en: '⚠️ Crisis {incident} is open: publish nothing before it lets posts go on.',
    fr: '⚠️ La crise {incident} est ouverte : ne publiez rien avant qu’elle laisse reprendre les publications.',
  },
  'reply.going': {
    en: 'The network is being asked.',
    fr: 'Le réseau est interrogé.',
  },
  'reply.was-published': {
    en: 'Published {time}, {took} after it was heard',
    fr: 'Publiée {time}, {took} après avoir été entendue',
  },
  'reply.was-published-plain': {
    en: 'Published {time}',
    fr: 'Publiée {time}',
  },
  'reply.see': {
    en: 'See it there',
    fr: 'La voir en ligne',
  },
  'reply.by-hand-1': {
    en: '1. Copy the text above. 2. Open the post and answer it. 3. Come back and press “{done}”.',
    fr: '1. Copiez le texte ci-dessus. 2. Ouvrez la publication et répondez-y. 3. Revenez appuyer sur « {done} ».',
  },
  'reply.by-hand-2': {
    en: 'Open the post',
    fr: 'Ouvrir la publication',
  },
  'reply.rehearsal': {
    en: 'A rehearsal: this team publishes nothing by itself, and the post is an invented one.',
    fr: 'Une répétition : cette équipe ne publie rien d’elle-même, et la publication est inventée.',
  },
  'reply.now-unsure': {
    en: 'Nobody knows whether the network took it ({why}). Look there before anything else: it is never sent again by itself.',
    fr: 'Personne ne sait si le réseau l’a prise ({why}). Allez d’abord voir là-bas : elle n’est jamais renvoyée toute seule.',
  },
  'reply.now-stuck': {
    en: 'The network said no: {why}',
    fr: 'Le réseau a dit non : {why}',
  },
  'reply.was-refused': {
    en: 'Refused by {name} {time}: « {why} »',
    fr: 'Refusée par {name} {time} : « {why} »',
  },
  'reply.was-expired': {
    en: 'Nobody approved it in time. “{edit}” takes it up again.',
    fr: 'Personne ne l’a validée à temps. « {edit} » la reprend.',
  },
  'reply.was-withdrawn': {
    en: 'Withdrawn by {name} {time}',
    fr: 'Retirée par {name} {time}',
  },
  'reply.approvals': {
    en: 'Approvals',
    fr: 'Validations',
  },
  'reply.approval': {
    en: '{name} {time}',
    fr: '{name} {time}',
  },
  'reply.approvals-of': {
    en: '{n} of {needs}',
    fr: '{n} sur {needs}',
  },
  'reply.policy': {
    en: 'Policy',
    fr: 'Charte',
  },
  'reply.changes': {
    en: 'What changed since version {nth}',
    fr: 'Ce qui change depuis la version {nth}',
  },
  'reply.versions': {
    en: 'Versions',
    fr: 'Versions',
  },
  'reply.version-line': {
    en: '{nth}. {how} {time}',
    fr: '{nth}. {how} {time}',
  },
  'reply.note': {
    en: '✅ approves this very version, ✏️ changes it, ❌ refuses it. A reaction taken back before it goes out counts as taken back.',
    fr: '✅ valide cette version et aucune autre, ✏️ la modifie, ❌ la refuse. Une réaction retirée avant le départ est une validation reprise.',
  },
  // Buttons.
  'reply.approve': {
    en: 'Approve',
    fr: 'Valider',
  },
  'reply.edit': {
    en: 'Edit',
    fr: 'Modifier',
  },
  'reply.refuse': {
    en: 'Refuse',
    fr: 'Refuser',
  },
  'reply.stop': {
    en: 'Stop it',
    fr: 'Arrêter',
  },
  'reply.withdraw': {
    en: 'Withdraw',
    fr: 'Retirer',
  },
  'reply.done': {
    en: 'Done',
    fr: 'C’est fait',
  },
  'reply.went-out': {
    en: 'It went out',
    fr: 'Elle est partie',
  },
  'reply.again': {
    en: 'It did not: send again',
    fr: 'Non : la renvoyer',
  },
  'reply.retry': {
    en: 'Try again',
    fr: 'Réessayer',
  },
  'reply.by-hand': {
    en: 'I publish it by hand',
    fr: 'Je la publie à la main',
  },
  'reply.history': {
    en: 'Versions',
    fr: 'Versions',
  },
  'reply.history-title': {
    en: 'Every version of reply {id}',
    fr: 'Toutes les versions de la réponse {id}',
  },
  'reply.history-version': {
    en: 'Version {nth}, {how}',
    fr: 'Version {nth}, {how}',
  },
  'reply.use': {
    en: 'Use this one',
    fr: 'Prendre celle-ci',
  },
  'reply.edit-first': {
    en: 'Edit it first',
    fr: 'La modifier d’abord',
  },
  'reply.write': {
    en: 'Write it myself',
    fr: 'L’écrire moi-même',
  },
  // Forms.
  'reply.edit-title': {
    en: 'Change the reply',
    fr: 'Modifier la réponse',
  },
  'reply.write-title': {
    en: 'Write a reply',
    fr: 'Écrire une réponse',
  },
  'reply.text': {
    en: 'The text as it is to be published',
    fr: 'Le texte tel qu’il sera publié',
  },
  'reply.text-hint': {
    en: 'In the language of the mention; a second person approves it',
    fr: 'Dans la langue de la mention ; une deuxième personne la valide',
  },
  'reply.submit': {
    en: 'Ask for approval',
    fr: 'Demander la validation',
  },
  'reply.refuse-title': {
    en: 'Refuse the reply',
    fr: 'Refuser la réponse',
  },
  'reply.refuse-why': {
    en: 'Why? Its author will read it.',
    fr: 'Pourquoi ? Son auteur le lira.',
  },
  'reply.done-title': {
    en: 'It is published',
    fr: 'Elle est publiée',
  },
  'reply.done-where': {
    en: 'Its address, if there is one',
    fr: 'Son adresse, s’il y en a une',
  },
  'reply.done-hint': {
    en: 'https://… so that everybody can find it',
    fr: 'https://… pour que tout le monde la retrouve',
  },
  // What only who did it reads.
  'reply.drafted': {
    en: 'Reply {id} waits for approval in {channels}.',
    fr: 'La réponse {id} attend une validation dans {channels}.',
  },
  'reply.drafted-breaks': {
    en: 'It breaks a rule that lets nothing pass: nobody can approve it before it is changed.',
    fr: 'Elle enfreint une règle qui ne laisse rien passer : personne ne pourra la valider avant qu’elle soit modifiée.',
  },
  'reply.answered-before': {
    en: 'This mention was answered already: yours would be a second answer.',
    fr: 'Cette mention a déjà une réponse : la vôtre serait la deuxième.',
  },
  'reply.proposals': {
    en: 'Replies to mention {id}',
    fr: 'Réponses possibles à la mention {id}',
  },
  'reply.proposals-none': {
    en: 'Nothing of the team’s fits this mention yet. Write the first one: once published, it helps with the next.',
    fr: 'Rien dans l’équipe ne convient encore à cette mention. Écrivez la première : une fois publiée, elle servira pour les suivantes.',
  },
  'reply.proposal': {
    en: 'Proposal {nth}',
    fr: 'Proposition {nth}',
  },
  'reply.proposals-note': {
    en: 'Nothing goes out before somebody else approved it.',
    fr: 'Rien ne part avant que quelqu’un d’autre l’ait validé.',
  },
  'reply.proposals-old': {
    en: 'These proposals are a day old. Ask for new ones with `/reply mention:{id}`.',
    fr: 'Ces propositions ont plus d’un jour. Demandez-en d’autres avec `/répondre mention:{id}`.',
  },
  'reply.did-approve': {
    en: 'Approved. It goes out {time}; until then “{stop}” stops it.',
    fr: 'Validée. Elle part {time} ; jusque-là, « {stop} » l’arrête.',
  },
  'reply.did-approve-hand': {
    en: 'Approved. Now somebody publishes it by hand.',
    fr: 'Validée. Il reste à la publier à la main.',
  },
  'reply.did-approve-more': {
    en: {
      one: 'Your approval counts; {n} more is needed.',
      other: 'Your approval counts; {n} more are needed.',
    },
    fr: {
      one: 'Votre validation compte ; il en faut encore {n}.',
      other: 'Votre validation compte ; il en faut encore {n}.',
    },
  },
  'reply.did-approve-before': {
    en: 'You have approved this version already.',
    fr: 'Vous avez déjà validé cette version.',
  },
  'reply.did-take-back': {
    en: 'Your approval is taken back; it does not go out.',
    fr: 'Votre validation est reprise ; elle ne part pas.',
  },
  'reply.did-edit': {
    en: 'Version {nth} waits for approval; approvals of the one before no longer count.',
    fr: 'La version {nth} attend une validation ; celles de la version précédente ne comptent plus.',
  },
  'reply.did-refuse': {
    en: 'Refused. Its author reads why in the thread.',
    fr: 'Refusée. Son auteur lit pourquoi dans le fil.',
  },
  'reply.did-stop': {
    en: 'Stopped. It waits for approval again.',
    fr: 'Arrêtée. Elle attend de nouveau une validation.',
  },
  'reply.did-withdraw': {
    en: 'Withdrawn.',
    fr: 'Retirée.',
  },
  'reply.did-publish': {
    en: 'Noted as published, and the mention as answered.',
    fr: 'Notée comme publiée, et la mention comme traitée.',
  },
  'reply.did-again': {
    en: 'It is sent again.',
    fr: 'Elle est renvoyée.',
  },
  'reply.did-by-hand': {
    en: 'It is yours to publish: copy the text, and press “{done}” once it stands there.',
    fr: 'À vous de la publier : copiez le texte, puis appuyez sur « {done} » une fois en ligne.',
  },
  'reply.your-text': {
    en: 'Your text, so that it is not lost:',
    fr: 'Votre texte, pour qu’il ne se perde pas :',
  },
  // What rings in the thread.
  'reply.rang-approved': {
    en: '✅ Approved by {names}: it goes out {time}. “{stop}” above stops it until then.',
    fr: '✅ Validée par {names} : elle part {time}. Jusque-là, « {stop} » ci-dessus l’arrête.',
  },
  'reply.rang-by-hand': {
    en: '✅ Approved by {names}: to be published by hand, with the text above.',
    fr: '✅ Validée par {names} : à publier à la main, avec le texte ci-dessus.',
  },
  'reply.rang-edited': {
    en: '✏️ {name} changed the reply: this is version {nth}, to be approved anew. A ✅ given before counts no more: press “{approve}”, or take it away and give it again.',
    fr: '✏️ {name} a modifié la réponse : c’est la version {nth}, à valider de nouveau. Un ✅ déjà posé ne compte plus : appuyez sur « {approve} », ou retirez-le et remettez-le.',
  },
  'reply.rang-refused': {
    en: '❌ {name} refused the reply: « {why} »',
    fr: '❌ {name} a refusé la réponse : « {why} »',
  },
  'reply.rang-stopped': {
    en: '✋ {name} stopped the reply before it went out. It waits for approval again.',
    fr: '✋ {name} a arrêté la réponse avant son départ. Elle attend de nouveau une validation.',
  },
  'reply.rang-stopped-itself': {
    en: '✋ The reply did not go out: {why}. It waits for approval again.',
    fr: '✋ La réponse n’est pas partie : {why}. Elle attend de nouveau une validation.',
  },
  'reply.stops-gone': {
    en: 'what it answers is no longer kept',
    fr: 'ce à quoi elle répond n’est plus conservé',
  },
  'reply.stops-answered': {
    en: 'the mention was answered since',
    fr: 'la mention a été traitée entre-temps',
  },
  'reply.stops-ignored': {
    en: 'the mention was ignored since',
    fr: 'la mention a été ignorée entre-temps',
  },
  'reply.stops-rule': {
    en: 'it breaks a rule of the policy as it is now',
    fr: 'elle enfreint une règle de la charte telle qu’elle est maintenant',
  },
  'reply.stops-role': {
    en: 'somebody who approved it may no longer do so',
    fr: 'une personne qui l’a validée n’en a plus le droit',
  },
  'reply.rang-late': {
    en: '⏰ This reply is late: it goes out {time}. “{stop}” above stops it until then.',
    fr: '⏰ Cette réponse a pris du retard : elle part {time}. Jusque-là, « {stop} » ci-dessus l’arrête.',
  },
  'reply.was-late': {
    en: 'its time had long gone by',
    fr: 'son heure était passée depuis longtemps',
  },
  'reply.rang-took-back': {
    en: '↩️ {name} took their approval back before it went out. It waits for approval again.',
    fr: '↩️ {name} a repris sa validation avant le départ. La réponse attend de nouveau une validation.',
  },
  'reply.rang-reminded': {
    en: '⏳ This reply still waits for approval. It expires {time}.',
    fr: '⏳ Cette réponse attend toujours une validation. Elle expire {time}.',
  },
  'reply.rang-expired': {
    en: '⌛ Nobody approved this reply in time: it does not go out.',
    fr: '⌛ Personne n’a validé cette réponse à temps : elle ne part pas.',
  },
  'reply.rang-published': {
    en: '📣 Published: {where}',
    fr: '📣 Publiée : {where}',
  },
  'reply.rang-published-plain': {
    en: '📣 Published.',
    fr: '📣 Publiée.',
  },
  'reply.rang-trail': {
    en: 'Audit trail: {head}',
    fr: 'Registre : {head}',
  },
  'reply.rang-stuck': {
    en: '⚠️ It could not be published: {why}. The message above says what can be done.',
    fr: '⚠️ La publication n’a pas pu se faire : {why}. Le message ci-dessus dit ce qu’on peut faire.',
  },
  'reply.rang-unsure': {
    en: '⚠️ Nobody knows whether it went out: {why}. Look there, then say so above.',
    fr: '⚠️ Personne ne sait si elle est partie : {why}. Allez voir, puis dites-le ci-dessus.',
  },
  // On the alert.
  'reply.alert': {
    en: 'Reply',
    fr: 'Réponse',
  },
  'reply.alert-waiting': {
    en: 'Reply {id} waits for approval',
    fr: 'La réponse {id} attend une validation',
  },
  'reply.alert-approved': {
    en: 'Reply {id} is approved and about to go out',
    fr: 'La réponse {id} est validée et va partir',
  },
  'reply.alert-publishing': {
    en: 'Reply {id} is going out',
    fr: 'La réponse {id} part',
  },
  'reply.alert-by-hand': {
    en: 'Reply {id} is approved and to be published by hand',
    fr: 'La réponse {id} est validée, à publier à la main',
  },
  'reply.alert-unsure': {
    en: 'Reply {id}: somebody has to look whether it went out',
    fr: 'Réponse {id} : quelqu’un doit voir si elle est partie',
  },
  'reply.alert-stuck': {
    en: 'Reply {id} could not be published',
    fr: 'La réponse {id} n’a pas pu être publiée',
  },
  'reply.alert-refused': {
    en: 'Reply {id} was refused',
    fr: 'La réponse {id} a été refusée',
  },
  'reply.alert-expired': {
    en: 'Reply {id} expired',
    fr: 'La réponse {id} a expiré',
  },
  'reply.alert-withdrawn': {
    en: 'Reply {id} was withdrawn',
    fr: 'La réponse {id} a été retirée',
  },
  'reply.alert-published': {
    en: 'Answered in {took} by {by}, approved by {names}',
    fr: 'Répondu en {took} par {by}, validé par {names}',
  },
  'reply.alert-published-plain': {
    en: 'Answered in {took} by {by}',
    fr: 'Répondu en {took} par {by}',
  },
  // The story, for /why.
  'reply.why': {
    en: 'Replies',
    fr: 'Réponses',
  },
  'reply.why-reply': {
    en: 'Reply {id}',
    fr: 'Réponse {id}',
  },
  'reply.why-drafted': {
    en: '{time} {name} drafted it',
    fr: '{time} {name} l’a proposée',
  },
  'reply.why-approved': {
    en: '{time} {name} approved version {version}',
    fr: '{time} {name} a validé la version {version}',
  },
  'reply.why-took-back': {
    en: '{time} {name} took their approval back',
    fr: '{time} {name} a repris sa validation',
  },
  'reply.why-edited': {
    en: '{time} {name} wrote version {version}',
    fr: '{time} {name} a écrit la version {version}',
  },
  'reply.why-refused': {
    en: '{time} {name} refused it: « {what} »',
    fr: '{time} {name} l’a refusée : « {what} »',
  },
  'reply.why-stopped': {
    en: '{time} {name} stopped it',
    fr: '{time} {name} l’a arrêtée',
  },
  'reply.why-stopped-itself': {
    en: '{time} Vigie did not let it go out: {what}',
    fr: '{time} Vigie ne l’a pas laissée partir : {what}',
  },
  'reply.why-withdrawn': {
    en: '{time} {name} withdrew it',
    fr: '{time} {name} l’a retirée',
  },
  'reply.why-reminded': {
    en: '{time} Vigie asked again for an approval',
    fr: '{time} Vigie a redemandé une validation',
  },
  'reply.why-expired': {
    en: '{time} it expired',
    fr: '{time} elle a expiré',
  },
  'reply.why-publishing': {
    en: '{time} Vigie asked the network to publish it',
    fr: '{time} Vigie a demandé au réseau de la publier',
  },
  'reply.why-published': {
    en: '{time} published {what}',
    fr: '{time} publiée {what}',
  },
  'reply.why-by-hand': {
    en: '{time} {name} publishes it by hand',
    fr: '{time} {name} la publie à la main',
  },
  'reply.why-unsure': {
    en: '{time} nobody knew whether it went out: {what}',
    fr: '{time} personne ne savait si elle était partie : {what}',
  },
  'reply.why-stuck': {
    en: '{time} the network said no: {what}',
    fr: '{time} le réseau a dit non : {what}',
  },
  'reply.why-later': {
    en: '{time} put off: {what}',
    fr: '{time} remise à plus tard : {what}',
  },
  'reply.why-again': {
    en: '{time} {name} had it sent again',
    fr: '{time} {name} l’a fait renvoyer',
  },
  // What somebody can fix.
  'reply.none': {
    en: 'There is no reply {id} in this team.',
    fr: 'Il n’y a pas de réponse {id} dans cette équipe.',
  },
  'reply.which': {
    en: 'Name the mention: `/reply mention:17`. `/mentions` lists them with their numbers.',
    fr: 'Dites à quelle mention : `/répondre mention:17`. `/mentions` les montre avec leurs numéros.',
  },
  'reply.own': {
    en: 'Someone else has to approve a reply you wrote.',
    fr: 'Quelqu’un d’autre doit valider une réponse que vous avez écrite.',
  },
  'reply.older-version': {
    en: '{name} has changed the text since the version you approved. Read the newest one and approve that.',
    fr: '{name} a modifié le texte depuis la version que vous validez. Lisez la dernière et validez-la, elle.',
  },
  'reply.just-changed': {
    en: '{name} changed the text a moment ago. Read it once more, then approve it.',
    fr: '{name} vient de modifier le texte. Relisez-le, puis validez-le.',
  },
  'reply.edited-meanwhile': {
    en: '{name} changed the text while you did. Press “Edit” again to start from theirs; your text is below.',
    fr: '{name} a modifié le texte pendant que vous le modifiiez. Appuyez de nouveau sur « Modifier » pour partir du sien ; votre texte est ci-dessous.',
  },
  'reply.same-text': {
    en: 'This is the same text as before: nothing was changed. ✅ approves it.',
    fr: 'C’est le même texte qu’avant : rien n’a changé. ✅ le valide.',
  },
  'reply.empty': {
    en: 'A reply needs a text.',
    fr: 'Une réponse a besoin d’un texte.',
  },
  'reply.too-long': {
    en: 'This reply has {length} characters, {most} are what fits there. Shorten it by {over}, or say the rest in private.',
    fr: 'Cette réponse compte {length} caractères ; {most} tiennent là-bas. Raccourcissez-la de {over}, ou dites le reste en privé.',
  },
  'reply.breaks-rule': {
    en: 'This reply breaks a rule that lets nothing pass: {rule}. “Edit” (✏️) changes it; the policy is in the team’s policy.yaml.',
    fr: 'Cette réponse enfreint une règle qui ne laisse rien passer : {rule}. « Modifier » (✏️) la change ; la charte est dans le policy.yaml de l’équipe.',
  },
  'reply.needs-member': {
    en: 'Only members of the team may approve this.',
    fr: 'Seuls les membres de l’équipe peuvent la valider.',
  },
  'reply.needs-staff': {
    en: 'This takes an approval by the role “staff” or a higher one. `/setup` says who is who.',
    fr: 'Il faut la validation du rôle « équipe » ou au-dessus. `/installation` dit qui fait quoi.',
  },
  'reply.needs-approver': {
    en: 'This takes an approval by the role “approver” or a higher one. `/setup` says who is who.',
    fr: 'Il faut la validation du rôle « valideur » ou au-dessus. `/installation` dit qui fait quoi.',
  },
  'reply.needs-admin': {
    en: 'This takes an approval by an admin. `/setup` says who is who.',
    fr: 'Il faut la validation d’un admin. `/installation` dit qui fait quoi.',
  },
  'reply.not-author': {
    en: '{name} wrote it: only they withdraw it. You can refuse it instead (❌).',
    fr: 'C’est {name} qui l’a écrite, et qui seul peut la retirer. Vous pouvez la refuser (❌).',
  },
  'reply.open-already': {
    en: 'Reply {id} to this mention is still open. Approve, change or refuse that one first: two would be two answers.',
    fr: 'La réponse {id} à cette mention est encore ouverte. Validez, modifiez ou refusez d’abord celle-là : deux réponses partiraient sinon.',
  },
  'reply.not-address': {
    en: '“{given}” is no address: copy it from the page where the reply stands, it begins with https://.',
    fr: '« {given} » n’est pas une adresse : copiez-la depuis la page où se trouve la réponse, elle commence par https://.',
  },
  'reply.is-waiting': {
    en: 'Reply {id} is still waiting for approval.',
    fr: 'La réponse {id} attend encore une validation.',
  },
  'reply.is-approved': {
    en: 'Reply {id} is approved already and about to go out.',
    fr: 'La réponse {id} est déjà validée et va partir.',
  },
  'reply.is-publishing': {
    en: 'Reply {id} is going out right now: it is too late to change it.',
    fr: 'La réponse {id} est en train de partir : il est trop tard pour y toucher.',
  },
  'reply.is-published': {
    en: 'Reply {id} is published already. To say more, draft another one.',
    fr: 'La réponse {id} est déjà publiée. Pour en dire plus, proposez-en une autre.',
  },
  'reply.is-by-hand': {
    en: 'Reply {id} is approved already; somebody publishes it by hand.',
    fr: 'La réponse {id} est déjà validée ; quelqu’un la publie à la main.',
  },
  'reply.is-unsure': {
    en: 'Nobody knows yet whether reply {id} went out. Look there first, then press one of its buttons.',
    fr: 'On ne sait pas encore si la réponse {id} est partie. Allez d’abord voir, puis appuyez sur l’un de ses boutons.',
  },
  'reply.is-stuck': {
    en: 'Reply {id} could not be published. Its message says what can be done.',
    fr: 'La réponse {id} n’a pas pu être publiée. Son message dit ce qu’on peut faire.',
  },
  'reply.is-refused': {
    en: 'Reply {id} was refused. “Edit” (✏️) takes it up again.',
    fr: 'La réponse {id} a été refusée. « Modifier » (✏️) la reprend.',
  },
  'reply.is-expired': {
    en: 'Reply {id} has expired. “Edit” (✏️) takes it up again.',
    fr: 'La réponse {id} a expiré. « Modifier » (✏️) la reprend.',
  },
  'reply.is-withdrawn': {
    en: 'Reply {id} was withdrawn. Draft another one.',
    fr: 'La réponse {id} a été retirée. Proposez-en une autre.',
  },
  'trail.whole': {
    en: 'The trail is as it was written.',
    fr: 'Le registre est tel qu’il a été écrit.',
  },
  'trail.changed': {
    en: 'Trail of {team}: step {at} is not as it was written. What came before it holds; compare with a backup from there on.',
    fr: 'Registre de {team} : l’étape {at} n’est pas telle qu’elle a été écrite. Ce qui la précède tient ; comparez avec une sauvegarde à partir de là.',
  },
  'trail.missing': {
    en: 'Trail of {team}: step {at} is missing. What came before it holds; compare with a backup from there on.',
    fr: 'Registre de {team} : l’étape {at} manque. Ce qui la précède tient ; comparez avec une sauvegarde à partir de là.',
  },
  'trail.cut': {
    en: 'Trail of {team}: its end was cut off, from step {at} on. Compare with a backup.',
    fr: 'Registre de {team} : la fin a été coupée à partir de l’étape {at}. Comparez avec une sauvegarde.',
  },
  'trail.no-team': {
    en: 'There is no trail of a team “{given}”. There are those of: {teams}.',
    fr: 'Il n’y a pas de registre d’une équipe « {given} ». Il y a ceux de : {teams}.',
  },
  'trail.which-team': {
    en: 'Say with --team whose head that is: {teams}.',
    fr: 'Dites avec --team de quelle équipe est cette tête : {teams}.',
  },
  'trail.no-head': {
    en: '“{given}” is no head of a trail: copy it from the thread of a published reply, such as 128:3f9ab2c104de.',
    fr: '« {given} » n’est pas une tête de registre : copiez-la dans le fil d’une réponse publiée, par exemple 128:3f9ab2c104de.',
  },
})
