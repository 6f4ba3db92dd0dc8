import { texts } from './text.ts'

export default texts({
  'giveaway.about': {
    en: 'Giveaways: those that run, one’s own entries, what one may do with them',
    fr: 'Les tirages au sort : ceux en cours, vos chances, ce que vous pouvez y faire',
  },
  'giveaway.start-about': { en: 'Start a giveaway', fr: 'Lancer un tirage au sort' },
  'giveaway.edit-about': {
    en: 'Change a giveaway that runs: prize, end, terms, conditions',
    fr: 'Modifier un tirage en cours : lot, fin, règles, conditions',
  },
  'giveaway.pause-about': {
    en: 'Pause a giveaway: nobody enters',
    fr: 'Suspendre un tirage : plus personne n’entre',
  },
  'giveaway.resume-about': {
    en: 'Go on with a paused giveaway; its end moves by the length of the pause',
    fr: 'Reprendre un tirage suspendu ; sa fin recule de la durée de la pause',
  },
  'giveaway.end-about': {
    en: 'End a giveaway now and draw',
    fr: 'Terminer un tirage maintenant et tirer au sort',
  },
  'giveaway.cancel-about': {
    en: 'Cancel a giveaway: nobody wins',
    fr: 'Annuler un tirage : personne ne gagne',
  },
  'giveaway.reroll-about': {
    en: 'Give a prize to the next in the drawn order, and say why',
    fr: 'Attribuer un lot à la personne suivante dans l’ordre tiré, en disant pourquoi',
  },
  'giveaway.claim-about': { en: 'Claim what you won', fr: 'Réclamer votre lot' },
  'giveaway.which': { en: 'Its number, or words of its prize', fr: 'Son numéro, ou des mots du lot' },
  'giveaway.prize': {
    en: 'What can be won: “Halo lamp”, “3 x Halo lamp; 1 x voucher”',
    fr: 'Ce qu’on gagne : « Lampe Halo », « 3 x Lampe Halo ; 1 x bon d’achat »',
  },
  'giveaway.until': {
    en: 'When it ends: friday 18:00, in 2h, 3 days',
    fr: 'Quand il se termine : vendredi 18h, dans 2h, 3 jours',
  },
  'giveaway.lasts': { en: 'How long it lasts: 24h, 3 days', fr: 'Combien de temps il dure : 24h, 3 jours' },
  'giveaway.winners': { en: 'How many win', fr: 'Nombre de gagnants' },
  'giveaway.channel': {
    en: 'Where: #games, or several: #games slack:#general',
    fr: 'Où : #jeux, ou plusieurs : #jeux slack:#general',
  },
  'giveaway.terms': { en: 'The terms, in your words', fr: 'Le règlement, dans vos mots' },
  'giveaway.role': {
    en: 'Roles of which one is needed, by name',
    fr: 'Rôles dont il faut au moins un, par leur nom',
  },
  'giveaway.without': {
    en: 'Roles that may not enter, by name',
    fr: 'Rôles qui ne peuvent pas participer, par leur nom',
  },
  'giveaway.account': { en: 'How old an account must be: 30 days', fr: 'Ancienneté du compte : 30 jours' },
  'giveaway.member': {
    en: 'For how long one must be a member here: 7 days',
    fr: 'Ancienneté parmi les membres : 7 jours',
  },
  'giveaway.bonus': {
    en: 'More entries for roles: “VIP +3; Booster +1”',
    fr: 'Chances en plus par rôle : « VIP +3 ; Booster +1 »',
  },
  'giveaway.claim-for': {
    en: 'How long a winner has to claim: 48h, or none',
    fr: 'Délai pour réclamer son lot : 48h, ou aucun',
  },
  'giveaway.question': {
    en: 'A question to answer in order to enter',
    fr: 'Une question à laquelle répondre pour participer',
  },
  'giveaway.answer': {
    en: 'The right answers: “red; scarlet”',
    fr: 'Les bonnes réponses : « rouge ; écarlate »',
  },
  'giveaway.reason': { en: 'Why; everybody can read it', fr: 'Pourquoi ; tout le monde peut le lire' },
  'giveaway.winner': {
    en: 'Whose prize: their name, or their number in the list of winners',
    fr: 'Le lot de qui : son nom, ou son numéro dans la liste des gagnants',
  },

  'giveaway.title': { en: '🎁 Giveaway: {prize}', fr: '🎁 Tirage au sort : {prize}' },
  'giveaway.prizes': { en: 'To be won', fr: 'À gagner' },
  'giveaway.times': { en: '{number} × {prize}', fr: '{number} × {prize}' },
  'giveaway.ends': { en: 'Ends', fr: 'Fin' },
  'giveaway.ended': { en: 'Ended', fr: 'Terminé' },
  'giveaway.entrants': { en: 'Taking part', fr: 'Participants' },
  'giveaway.count': {
    en: { one: '{n} person', other: '{n} people' },
    fr: { one: '{n} personne', other: '{n} personnes' },
  },
  'giveaway.entries': {
    en: { one: '{n} entry', other: '{n} entries' },
    fr: { one: '{n} chance', other: '{n} chances' },
  },
  'giveaway.conditions': { en: 'Who may enter', fr: 'Qui peut participer' },
  'giveaway.needs-role': { en: 'members with {roles}', fr: 'les membres ayant {roles}' },
  'giveaway.or': { en: ' or ', fr: ' ou ' },
  'giveaway.needs-without': { en: 'not members with {roles}', fr: 'sauf les membres ayant {roles}' },
  'giveaway.needs-account': { en: 'accounts at least {length} old', fr: 'les comptes d’au moins {length}' },
  'giveaway.needs-member': {
    en: 'members for at least {length}',
    fr: 'les membres depuis au moins {length}',
  },
  'giveaway.needs-answer': {
    en: 'whoever answers this rightly: {question}',
    fr: 'qui répond juste à cette question : {question}',
  },
  'giveaway.bonuses': { en: 'More entries', fr: 'Chances en plus' },
  'giveaway.bonus-line': { en: '{role}: +{entries}', fr: '{role} : +{entries}' },
  'giveaway.bonus-kept': {
    en: 'They count for whoever still has the role at the draw: who has lost it by then cannot win with them.',
    fr: 'Elles comptent si l’on a encore le rôle au tirage : qui l’a perdu d’ici là ne peut pas gagner avec.',
  },
  'giveaway.claim-within': {
    en: 'Winners have {length} to claim.',
    fr: 'Les gagnants ont {length} pour réclamer leur lot.',
  },
  'giveaway.fair-beacon': {
    en: 'A public random value of drand, which nobody can know before the end, is mixed in.',
    fr: 'Une valeur aléatoire publique de drand, que personne ne peut connaître avant la fin, y sera mêlée.',
  },
  'giveaway.fair': {
    en: 'Giveaway {id}, by {by}. Fingerprint of the secret seed, published beforehand: {commitment}',
    fr: 'Tirage {id}, par {by}. Empreinte de la graine secrète, publiée d’avance : {commitment}',
  },
  'giveaway.paused': {
    en: '⏸ Paused: nobody enters or leaves for now.',
    fr: '⏸ En pause : personne n’entre ni ne sort pour l’instant.',
  },
  'giveaway.drawing': {
    en: 'Entries are closed; the winners are being drawn.',
    fr: 'Les participations sont closes ; le tirage est en cours.',
  },
  'giveaway.cancelled': { en: 'Cancelled by {by}: {reason}', fr: 'Annulé par {by} : {reason}' },
  'giveaway.cancelled-plain': { en: 'Cancelled by {by}.', fr: 'Annulé par {by}.' },
  'giveaway.nobody': {
    en: 'Nobody took part, so nobody wins.',
    fr: 'Personne n’a participé, donc personne ne gagne.',
  },
  'giveaway.no-winner': {
    en: 'Of those who took part nobody may win.',
    fr: 'Parmi les participants, personne ne peut gagner.',
  },
  'giveaway.enter': { en: '🎉 Enter', fr: '🎉 Participer' },
  'giveaway.mine': { en: 'My entries', fr: 'Mes chances' },
  'giveaway.leave': { en: 'Leave', fr: 'Me retirer' },
  'giveaway.claim': { en: '🎁 Claim my prize', fr: '🎁 Réclamer mon lot' },
  'giveaway.proof': { en: 'Proof', fr: 'Preuve' },
  'giveaway.answer-title': { en: 'Answer and enter', fr: 'Répondre et participer' },
  'giveaway.your-answer': { en: 'Your answer', fr: 'Votre réponse' },

  'giveaway.entered': {
    en: 'You are in for “{prize}”. Good luck!',
    fr: 'C’est noté, vous participez au tirage « {prize} ». Bonne chance !',
  },
  'giveaway.is-in': { en: 'You are in for “{prize}”.', fr: 'Vous participez déjà au tirage « {prize} ».' },
  'giveaway.not-in': {
    en: 'You are not in for “{prize}”.',
    fr: 'Vous ne participez pas au tirage « {prize} ».',
  },
  'giveaway.left': {
    en: 'You are no longer in for “{prize}”. You may enter again as long as it runs.',
    fr: 'Vous ne participez plus au tirage « {prize} ». Vous pouvez revenir tant que le tirage est en cours.',
  },
  'giveaway.was-not-in': { en: 'You were not in.', fr: 'Vous ne participiez pas.' },
  'giveaway.odds': {
    en: {
      one: 'You have {n} entry of {all}, about {odds} of a chance to win.',
      other: 'You have {n} entries of {all}, about {odds} of a chance to win.',
    },
    fr: {
      one: 'Vous avez {n} chance sur {all}, soit environ {odds} de gagner.',
      other: 'Vous avez {n} chances sur {all}, soit environ {odds} de gagner.',
    },
  },
  'giveaway.odds-sure': {
    en: 'As things stand there are as many prizes as people: you would win.',
    fr: 'En l’état, il y a autant de lots que de participants : vous gagneriez.',
  },
  'giveaway.percent': { en: '{number}%', fr: '{number} %' },
  'giveaway.less-than': { en: 'less than {number}%', fr: 'moins de {number} %' },
  'giveaway.receipt': {
    en: 'Your receipt, to find yourself in the proof: {receipt}',
    fr: 'Votre reçu, pour vous retrouver dans la preuve : {receipt}',
  },
  'giveaway.known-for': {
    en: 'Your name is erased 30 days after the draw, or after the last prize could be claimed; the proof holds receipts alone. Only the announcement of the winners in the channel goes on naming them.',
    fr: 'Votre nom est effacé 30 jours après le tirage, ou après la fin du dernier délai pour réclamer ; la preuve ne contient que des reçus. Seule l’annonce des gagnants dans le canal continue de les nommer.',
  },

  'giveaway.refused': { en: 'You cannot enter yet:', fr: 'Vous ne pouvez pas participer pour l’instant :' },
  'giveaway.refused-role': {
    en: 'it is for members with {roles}.',
    fr: 'c’est réservé aux membres ayant {roles}.',
  },
  'giveaway.refused-without': {
    en: 'members with {roles} cannot take part.',
    fr: 'les membres ayant {roles} ne peuvent pas participer.',
  },
  'giveaway.refused-account-age': {
    en: 'your account is {has} old, and {needed} are asked for.',
    fr: 'votre compte a {has}, il en faut {needed}.',
  },
  'giveaway.refused-member-age': {
    en: 'you have been a member for {has}, and {needed} are asked for.',
    fr: 'vous êtes membre depuis {has}, il faut {needed}.',
  },
  'giveaway.refused-unknown-role': {
    en: 'your roles cannot be seen from here. Try from the channel itself.',
    fr: 'vos rôles ne sont pas visibles d’ici. Essayez depuis le salon.',
  },
  'giveaway.refused-unknown-account-age': {
    en: 'this chat does not say how old your account is. Try from the channel itself.',
    fr: 'cette messagerie ne dit pas l’âge de votre compte. Essayez depuis le salon.',
  },
  'giveaway.refused-unknown-member-age': {
    en: 'this chat does not say for how long you have been here. Try from the channel itself.',
    fr: 'cette messagerie ne dit pas depuis quand vous êtes là. Essayez depuis le salon.',
  },
  'giveaway.wrong-answer': {
    en: 'That is not the answer. You can try again.',
    fr: 'Ce n’est pas la bonne réponse. Vous pouvez réessayer.',
  },
  'giveaway.too-often': {
    en: 'You have entered and left several times in a row. Try again in a minute.',
    fr: 'Vous êtes entré et sorti plusieurs fois de suite. Réessayez dans une minute.',
  },
  'giveaway.guessing': {
    en: 'Too many answers in a row. Try again in a minute.',
    fr: 'Trop de réponses d’affilée. Réessayez dans une minute.',
  },
  'giveaway.other-account': {
    en: 'An account that was linked with this one while the giveaway ran is in already: each person takes part once.',
    fr: 'Un compte qui était relié à celui-ci pendant ce tirage y participe déjà : chaque personne ne participe qu’une fois.',
  },
  'giveaway.over': { en: 'This giveaway is over.', fr: 'Ce tirage est terminé.' },
  'giveaway.is-paused': {
    en: 'This giveaway is paused. Try again once it goes on.',
    fr: 'Ce tirage est en pause. Réessayez quand il aura repris.',
  },
  'giveaway.was-cancelled': { en: 'This giveaway was cancelled.', fr: 'Ce tirage a été annulé.' },

  'giveaway.days': { en: { one: '{n} day', other: '{n} days' }, fr: { one: '{n} jour', other: '{n} jours' } },
  'giveaway.hours': {
    en: { one: '{n} hour', other: '{n} hours' },
    fr: { one: '{n} heure', other: '{n} heures' },
  },
  'giveaway.minutes': {
    en: { one: '{n} minute', other: '{n} minutes' },
    fr: { one: '{n} minute', other: '{n} minutes' },
  },
  'giveaway.seconds': {
    en: { one: '{n} second', other: '{n} seconds' },
    fr: { one: '{n} seconde', other: '{n} secondes' },
  },

  'giveaway.started': {
    en: 'Giveaway {id} is on its way to {channels}. It ends {time}.',
    fr: 'Le tirage {id} part dans {channels}. Il se termine {time}.',
  },
  'giveaway.sharing': {
    en: '⚠️ “{words}”: Facebook and Instagram forbid asking people to share on their timeline in order to take part, other networks restrict it. Leave it out, or check the network’s rules for promotions.',
    fr: '⚠️ « {words} » : Facebook et Instagram interdisent de demander un partage sur son journal pour participer, d’autres réseaux le limitent. Retirez-le, ou vérifiez les règles du réseau sur les promotions.',
  },
  'giveaway.tagging': {
    en: '⚠️ “{words}”: Facebook forbids asking people to tag friends in order to take part, and Instagram forbids encouraging inaccurate tags. Leave it out, or check the network’s rules for promotions.',
    fr: '⚠️ « {words} » : Facebook interdit de demander d’identifier des amis pour participer, et Instagram d’encourager des identifications inexactes. Retirez-le, ou vérifiez les règles du réseau sur les promotions.',
  },
  'giveaway.stake': {
    en: '“{words}” asks for money to take part. A game of chance with a stake is a lottery, which the law forbids, in France even where the money is given back (Code de la sécurité intérieure, L320-1). Let everybody enter for free.',
    fr: '« {words} » demande de l’argent pour participer. Un jeu de hasard payant est une loterie, interdite par la loi, même si la somme est remboursée ensuite (Code de la sécurité intérieure, L320-1). Laissez tout le monde participer gratuitement.',
  },
  'giveaway.no-prize': { en: 'Name a prize.', fr: 'Indiquez un lot.' },
  'giveaway.prize-long': {
    en: 'A prize has at most {most} characters; this one has {length}. Put details into the terms.',
    fr: 'Un lot compte au plus {most} caractères ; celui-ci en a {length}. Mettez les détails dans le règlement.',
  },
  'giveaway.terms-long': {
    en: 'Terms have at most {most} characters; these have {length}.',
    fr: 'Le règlement compte au plus {most} caractères ; celui-ci en a {length}.',
  },
  'giveaway.question-long': {
    en: 'A question has at most {most} characters; this one has {length}.',
    fr: 'Une question compte au plus {most} caractères ; celle-ci en a {length}.',
  },
  'giveaway.many-prizes': {
    en: 'At most {most} kinds of prizes; these are {count}.',
    fr: 'Au plus {most} lots différents ; il y en a {count}.',
  },
  'giveaway.many-winners': {
    en: 'Between 1 and {most} people can win, not {count}.',
    fr: 'Il peut y avoir de 1 à {most} gagnants, pas {count}.',
  },
  'giveaway.winners-differ': {
    en: 'The prizes are for {prizes} people, and the winners are {winners}. Leave “winners:” out, or write the numbers before the prizes: “3 x lamp; 1 x voucher”.',
    fr: 'Les lots sont pour {prizes} personnes, et il y a {winners} gagnants. Retirez « gagnants: », ou écrivez les nombres devant les lots : « 3 x lampe ; 1 x bon ».',
  },
  'giveaway.too-short': {
    en: 'A giveaway lasts at least {seconds} seconds.',
    fr: 'Un tirage dure au moins {seconds} secondes.',
  },
  'giveaway.claim-span': {
    en: 'A winner has between 10 minutes and 14 days to claim; or write “none”.',
    fr: 'Le délai pour réclamer va de 10 minutes à 14 jours ; ou écrivez « aucun ».',
  },
  'giveaway.no-role': {
    en: 'There is no role “{given}” on {chat}. There are: {roles}',
    fr: 'Il n’y a pas de rôle « {given} » sur {chat}. Il y a : {roles}',
  },
  'giveaway.no-roles': {
    en: 'The roles of {chat} cannot be read now. Try again in a moment, or leave them out.',
    fr: 'Les rôles de {chat} ne peuvent pas être lus pour l’instant. Réessayez dans un instant, ou laissez-les de côté.',
  },
  'giveaway.no-bonus': {
    en: '“{given}” names no number of entries. Write a role and how many more: “VIP +3” (1 to {most}).',
    fr: '« {given} » n’indique pas de nombre de chances. Écrivez un rôle et combien en plus : « VIP +3 » (de 1 à {most}).',
  },
  'giveaway.double-bonus': {
    en: '“{role}” stands twice among the bonuses. Write each role once, with all its entries: “VIP +3”.',
    fr: '« {role} » figure deux fois dans les bonus. Écrivez chaque rôle une seule fois, avec toutes ses chances : « VIP +3 ».',
  },
  'giveaway.unchecked-account': {
    en: 'How old an account is cannot be checked in {chat}. Leave “account:” out, or hold the giveaway elsewhere.',
    fr: 'L’âge d’un compte ne peut pas être vérifié dans {chat}. Retirez « compte: », ou faites le tirage ailleurs.',
  },
  'giveaway.unchecked-member': {
    en: 'For how long somebody has been a member cannot be checked in {chat}. Leave “member:” out, or hold the giveaway elsewhere.',
    fr: 'L’ancienneté d’un membre ne peut pas être vérifiée dans {chat}. Retirez « membre: », ou faites le tirage ailleurs.',
  },
  'giveaway.answer-missing': {
    en: 'A question needs its right answers: “answer:”.',
    fr: 'Une question a besoin de ses bonnes réponses : « réponse: ».',
  },
  'giveaway.question-missing': {
    en: 'These are answers to no question: “question:”.',
    fr: 'Ces réponses n’ont pas de question : « question: ».',
  },
  'giveaway.many-places': {
    en: 'At most {most} channels at once.',
    fr: 'Au plus {most} canaux à la fois.',
  },
  'giveaway.no-place': {
    en: 'Say in which channel: “channel:#games”.',
    fr: 'Dites dans quel canal : « canal:#jeux ».',
  },
  'giveaway.no-channel': {
    en: 'There is no channel “{channel}” here that Vigie knows.',
    fr: 'Vigie ne connaît pas de canal « {channel} » ici.',
  },
  'giveaway.no-chat': {
    en: 'Vigie does not speak in “{given}”.',
    fr: 'Vigie ne parle pas dans « {given} ».',
  },
  'giveaway.others-channel': {
    en: '#{channel} is a channel of another team.',
    fr: '#{channel} est un canal d’une autre équipe.',
  },

  'giveaway.none': { en: 'There is no giveaway.', fr: 'Il n’y a aucun tirage.' },
  'giveaway.none-how': {
    en: 'No giveaway yet. `/giveaway start` begins one: a prize and an end are enough.',
    fr: 'Aucun tirage pour l’instant. `/tirage lancer` en commence un : un lot et une fin suffisent.',
  },
  'giveaway.none-named': {
    en: 'There is no such giveaway: “{given}”. There are: {all}',
    fr: 'Il n’y a pas de tirage « {given} ». Il y a : {all}',
  },
  'giveaway.say-which': {
    en: 'Several come into question: {all}. Say its number.',
    fr: 'Plusieurs sont possibles : {all}. Indiquez son numéro.',
  },
  'giveaway.list-title': {
    en: { one: '{n} giveaway', other: '{n} giveaways' },
    fr: { one: '{n} tirage au sort', other: '{n} tirages au sort' },
  },
  'giveaway.is-running': { en: 'ends {time}', fr: 'se termine {time}' },
  'giveaway.is-paused-since': { en: 'paused since {time}', fr: 'en pause depuis {time}' },
  'giveaway.is-frozen': { en: 'being drawn', fr: 'tirage en cours' },
  'giveaway.is-drawn': {
    en: 'drawn {time}, prizes are being claimed',
    fr: 'tiré {time}, les lots sont à réclamer',
  },
  'giveaway.is-closed': { en: 'closed {time}', fr: 'clos {time}' },
  'giveaway.is-cancelled': { en: 'cancelled', fr: 'annulé' },
  'giveaway.item': { en: '{id}. {prize}', fr: '{id}. {prize}' },
  'giveaway.in': { en: 'in {channels}', fr: 'dans {channels}' },
  'giveaway.pause': { en: 'Pause', fr: 'Suspendre' },
  'giveaway.resume': { en: 'Go on', fr: 'Reprendre' },
  'giveaway.end': { en: 'End now', fr: 'Terminer' },
  'giveaway.cancel': { en: 'Cancel', fr: 'Annuler' },
  'giveaway.look': { en: 'Look closer', fr: 'Détails' },
  'giveaway.how-staff': {
    en: '`/giveaway start` begins one; `edit`, `pause`, `resume`, `end`, `cancel`, `reroll` and a number do the rest.',
    fr: '`/tirage lancer` en commence un ; `modifier`, `suspendre`, `reprendre`, `terminer`, `annuler`, `suivant` et un numéro font le reste.',
  },

  'giveaway.not-now': {
    en: 'That is not possible any more: giveaway {id} is {state}.',
    fr: 'Ce n’est plus possible : le tirage {id} est {state}.',
  },
  'giveaway.state-running': { en: 'running', fr: 'en cours' },
  'giveaway.state-paused': { en: 'paused', fr: 'en pause' },
  'giveaway.state-frozen': { en: 'being drawn', fr: 'en train d’être tiré' },
  'giveaway.state-drawn': { en: 'drawn', fr: 'tiré' },
  'giveaway.state-closed': { en: 'closed', fr: 'clos' },
  'giveaway.state-cancelled': { en: 'cancelled', fr: 'annulé' },
  'giveaway.did-pause': { en: 'Giveaway {id} is paused.', fr: 'Le tirage {id} est suspendu.' },
  'giveaway.did-resume': {
    en: 'Giveaway {id} goes on; it ends {time}.',
    fr: 'Le tirage {id} reprend ; il se termine {time}.',
  },
  'giveaway.did-end': {
    en: 'Giveaway {id} ends now; the winners are drawn within a minute.',
    fr: 'Le tirage {id} se termine ; les gagnants sont tirés d’ici une minute.',
  },
  'giveaway.did-cancel': { en: 'Giveaway {id} is cancelled.', fr: 'Le tirage {id} est annulé.' },
  'giveaway.did-edit': {
    en: 'Giveaway {id} was changed, in its channel too.',
    fr: 'Le tirage {id} est modifié, dans son canal aussi.',
  },
  'giveaway.nothing-to-edit': {
    en: 'Say what shall change: prize:, until:, terms:… The channel stays the same.',
    fr: 'Dites ce qui doit changer : lot:, fin:, règlement:… ; le canal ne change pas.',
  },
  'giveaway.fixed-bonus': {
    en: 'More entries are fixed once people have entered: those who are in were promised these.',
    fr: 'Les chances en plus ne changent plus dès que quelqu’un participe : c’est ce qui lui a été promis.',
  },
  'giveaway.fixed-conditions': {
    en: 'People are in already: nobody can be asked for more now, or one could choose who wins. Conditions can only be dropped or made easier; else cancel this one and start another.',
    fr: 'Des personnes participent déjà : on ne peut plus leur en demander davantage, ce serait choisir qui gagne. Les conditions peuvent seulement être retirées ou assouplies ; sinon, annulez ce tirage et lancez-en un autre.',
  },
  'giveaway.sure-cancel': {
    en: 'Cancel giveaway {id}, “{prize}”? Nobody wins, and that cannot be undone.',
    fr: 'Annuler le tirage {id}, « {prize} » ? Personne ne gagne, et c’est définitif.',
  },
  'giveaway.why': { en: 'Why', fr: 'Pourquoi' },
  'giveaway.reason-long': {
    en: 'A reason has at most {most} characters.',
    fr: 'Une raison compte au plus {most} caractères.',
  },
  'giveaway.no-winner-named': {
    en: 'No winner of giveaway {id} is “{given}”. There are: {all}',
    fr: 'Aucun gagnant du tirage {id} n’est « {given} ». Il y a : {all}',
  },
  'giveaway.forgotten': {
    en: 'The entrants of giveaway {id} were erased 30 days after the draw: nobody can win in their stead any more.',
    fr: 'Les participants du tirage {id} ont été effacés 30 jours après : plus personne ne peut gagner à leur place.',
  },
  'giveaway.nobody-left': {
    en: 'Nobody is left in the order: the prize stays with Vigie’s team.',
    fr: 'Il ne reste personne dans l’ordre tiré : le lot revient à l’équipe.',
  },
  'giveaway.did-reroll': { en: '{next} wins instead of {name}.', fr: '{next} gagne à la place de {name}.' },

  'giveaway.frozen-title': { en: 'Entries are closed: {prize}', fr: 'Participations closes : {prize}' },
  'giveaway.frozen-text': {
    en: '{people}, {entries}. Nothing can be added or taken out any more: the fingerprint of all entries is {hash}',
    fr: '{people}, {entries}. Plus rien ne peut être ajouté ni retiré : l’empreinte de toutes les participations est {hash}',
  },
  'giveaway.frozen-again': {
    en: 'The round that was named before does not count: its value came before the message did. Nothing else has changed.',
    fr: 'Le tour annoncé auparavant ne compte pas : sa valeur est venue avant le message. Rien d’autre n’a changé.',
  },
  'giveaway.frozen-seal': {
    en: 'Seal of the secret seed: {commitment}',
    fr: 'Sceau de la graine secrète : {commitment}',
  },
  'giveaway.frozen-beacon': {
    en: 'The draw also takes the public random value of drand’s round {round}, which comes {time}: nobody, not even the organiser, knows yet what it will be.',
    fr: 'Le tirage utilise aussi la valeur aléatoire publique du tour {round} de drand, qui viendra {time} : personne, pas même l’organisateur, ne la connaît encore.',
  },
  'giveaway.frozen-alone': {
    en: 'The draw uses the secret seed alone: you trust the organiser.',
    fr: 'Le tirage n’utilise que la graine secrète : vous faites confiance à l’organisateur.',
  },
  'giveaway.late': {
    en: 'It ended {length} late.',
    fr: 'Il s’est terminé avec {length} de retard.',
  },
  'giveaway.won-title': { en: '🎉 The winners: {prize}', fr: '🎉 Les gagnants : {prize}' },
  'giveaway.won-line': { en: '{nth}. **{name}**', fr: '{nth}. **{name}**' },
  'giveaway.won-prize': { en: '{nth}. **{name}**: {prize}', fr: '{nth}. **{name}** : {prize}' },
  'giveaway.won-more': {
    en: { one: 'and {n} more', other: 'and {n} more' },
    fr: { one: 'et {n} autre', other: 'et {n} autres' },
  },
  'giveaway.won-below': {
    en: { one: 'and {n} more, named below', other: 'and {n} more, named below' },
    fr: { one: 'et {n} autre, à la suite', other: 'et {n} autres, à la suite' },
  },
  'giveaway.won-claim': {
    en: 'Winners: claim before {time}, with the button here or in your private message. Then the next in the order wins.',
    fr: 'Gagnants : réclamez votre lot avant le {time}, avec le bouton ici ou en message privé. Ensuite, la personne suivante gagne.',
  },
  'giveaway.unfilled': {
    en: { one: '{n} prize found nobody.', other: '{n} prizes found nobody.' },
    fr: { one: '{n} lot n’a trouvé personne.', other: '{n} lots n’ont trouvé personne.' },
  },
  'giveaway.won-how': {
    en: 'Drawn from the seed, the entries and {beacon}. Anybody can check it: the proof is attached, or behind the button.',
    fr: 'Tiré de la graine, des participations et de {beacon}. Chacun peut le vérifier : la preuve est jointe, ou derrière le bouton.',
  },
  'giveaway.won-round': { en: 'drand round {round}', fr: 'la valeur {round} de drand' },
  'giveaway.won-alone': {
    en: 'Drawn from the seed and the entries alone, since drand was out of reach or is switched off: you trust the organiser. The proof is attached, or behind the button.',
    fr: 'Tiré de la graine et des participations seules, drand étant hors d’atteinte ou désactivé : vous faites confiance à l’organisateur. La preuve est jointe, ou derrière le bouton.',
  },
  'giveaway.unchecked': {
    en: 'Whether the winners still meet the conditions could not be checked at the draw; they did when they entered.',
    fr: 'Au tirage, il n’a pas été possible de vérifier que les gagnants remplissent encore les conditions ; c’était le cas à leur participation.',
  },
  'giveaway.passed-left': { en: 'is no longer a member', fr: 'n’est plus membre' },
  'giveaway.passed-conditions': {
    en: 'no longer meets the conditions',
    fr: 'ne remplit plus les conditions',
  },
  'giveaway.passed': {
    en: {
      one: '{n} person was passed over: they left or no longer meet the conditions.',
      other: '{n} people were passed over: they left or no longer meet the conditions.',
    },
    fr: {
      one: '{n} personne a été écartée : elle est partie ou ne remplit plus les conditions.',
      other: '{n} personnes ont été écartées : elles sont parties ou ne remplissent plus les conditions.',
    },
  },
  'giveaway.late-claim': { en: 'did not claim in time', fr: 'n’a pas réclamé son lot à temps' },
  'giveaway.next-late': {
    en: '**{name}** did not claim “{prize}” in time.',
    fr: '**{name}** n’a pas réclamé « {prize} » à temps.',
  },
  'giveaway.next-reroll': {
    en: '“{prize}” goes on from **{name}**. {by} says why: {reason}',
    fr: '« {prize} » ne va plus à **{name}**. {by} dit pourquoi : {reason}',
  },
  'giveaway.next': {
    en: 'The next in the drawn order is **{name}**, number {nth}.',
    fr: 'La personne suivante dans l’ordre tiré est **{name}**, en position {nth}.',
  },
  'giveaway.next-none': {
    en: 'Nobody is left in the order; the prize is not given.',
    fr: 'Il ne reste personne dans l’ordre ; le lot n’est pas attribué.',
  },
  'giveaway.winners-field': { en: 'Winners', fr: 'Gagnants' },
  'giveaway.more-winners': { en: 'More winners', fr: 'Suite des gagnants' },
  'giveaway.has-claimed': { en: 'claimed', fr: 'lot réclamé' },
  'giveaway.may-claim': { en: 'until {time}', fr: 'jusqu’au {time}' },
  'giveaway.somebody': { en: 'somebody', fr: 'une personne' },

  'giveaway.you-won': { en: '🎉 You won: {prize}', fr: '🎉 Vous avez gagné : {prize}' },
  'giveaway.you-won-text': {
    en: 'In the giveaway of {team} in {channels}.',
    fr: 'Au tirage au sort de {team} dans {channels}.',
  },
  'giveaway.you-claim': {
    en: 'Claim it before {time}; after that the next in the order wins.',
    fr: 'Réclamez-le avant le {time} ; ensuite, la personne suivante gagne.',
  },
  'giveaway.claimed': {
    en: '“{prize}” is yours. The team will contact you.',
    fr: '« {prize} » est à vous. L’équipe vous contactera.',
  },
  'giveaway.nothing-to-claim': {
    en: 'There is nothing for you to claim here. Claims are for the winners named in the channel.',
    fr: 'Vous n’avez rien à réclamer ici. Seuls les gagnants nommés dans le canal le peuvent.',
  },
  'giveaway.claim-over': {
    en: 'The time to claim was over; the next in the order has won.',
    fr: 'Le délai pour réclamer est passé ; la personne suivante a gagné.',
  },
  'giveaway.claim-late': {
    en: 'The time to claim is over: the prize goes on to the next in the order.',
    fr: 'Le délai pour réclamer est passé : le lot va à la personne suivante.',
  },
  'giveaway.team-claimed': {
    en: '{name} claimed “{prize}” (giveaway {id}).',
    fr: '{name} a réclamé « {prize} » (tirage {id}).',
  },

  'giveaway.suspects-title': {
    en: 'Giveaway {id}: accounts made together',
    fr: 'Tirage {id} : des comptes créés ensemble',
  },
  'giveaway.suspects': {
    en: '{count} accounts made between {from} and {to}: {names}',
    fr: '{count} comptes créés entre {from} et {to} : {names}',
  },
  'giveaway.suspects-note': {
    en: 'Nobody was refused for that. Look, and if one of them wins unduly: `/giveaway reroll {id}` with the reason.',
    fr: 'Personne n’a été refusé pour cela. Regardez, et si l’un d’eux gagne à tort : `/tirage suivant {id}` avec la raison.',
  },
  'giveaway.unheard': {
    en: '⚠️ Giveaway {id}, “{prize}”: its entries are closed, and none of its messages could be posted in {channels}. It is drawn without a public value, and the winners may not see it: look with `/giveaway {id}` and tell them yourselves.',
    fr: '⚠️ Tirage {id}, « {prize} » : les participations sont closes, et aucun message n’a pu être publié dans {channels}. Il est tiré sans valeur publique, et les gagnants risquent de ne rien voir : consultez `/tirage {id}` et prévenez-les vous-mêmes.',
  },
  'giveaway.role-gone': {
    en: '⚠️ The role “{role}” no longer exists on {chat}: nobody can show it. Change the conditions with `/giveaway edit {id}`.',
    fr: '⚠️ Le rôle « {role} » n’existe plus sur {chat} : personne ne peut l’avoir. Changez les conditions avec `/tirage modifier {id}`.',
  },
  'giveaway.by-chat': { en: 'By chat', fr: 'Par messagerie' },
  'giveaway.no-proof': {
    en: 'The proof is there once the winners are drawn.',
    fr: 'La preuve existe une fois les gagnants tirés.',
  },
  'giveaway.proof-title': { en: 'Proof of giveaway {id}', fr: 'Preuve du tirage {id}' },
  'giveaway.proof-text': {
    en: 'Open proof.html: it checks itself in your browser, and finds your receipt. proof.json is for `vigie verify`.',
    fr: 'Ouvrez proof.html : la page se vérifie dans votre navigateur et retrouve votre reçu. proof.json est pour `vigie verify`.',
  },
  'giveaway.proof-at': { en: 'The same page, on the web: {where}', fr: 'La même page, sur le web : {where}' },
})
