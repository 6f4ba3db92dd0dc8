import { texts } from './text.ts'

/** What is said of a draw's proof, on the command line and on its page. */
export default texts({
  'draw.no-beacon': {
    en: 'The public random value is out of reach ({host} does not give it). It is asked for again.',
    fr: 'La valeur aléatoire publique est hors d’atteinte ({host} ne la donne pas). Elle est redemandée.',
  },
  'draw.attached': {
    en: 'The proof of the draw “{title}”, to be checked by anybody',
    fr: 'La preuve du tirage « {title} », que chacun peut vérifier',
  },
  'draw.file-missing': {
    en: '{file} cannot be read: {reason}',
    fr: 'Impossible de lire {file} : {reason}',
  },
  'draw.file-large': {
    en: '{file} is larger than {most} MB: that is no proof of a draw.',
    fr: '{file} dépasse {most} Mo : ce n’est pas la preuve d’un tirage.',
  },
  'draw.file-json': {
    en: '{file} is no JSON: give the proof.json of a draw.',
    fr: '{file} n’est pas du JSON : donnez le proof.json d’un tirage.',
  },
  'draw.holds': {
    en: {
      one: 'The draw holds: worked out anew, it gives the same winner.',
      other: 'The draw holds: worked out anew, it gives the same {n} winners.',
    },
    fr: {
      one: 'Le tirage est exact : refait pas à pas, il donne le même gagnant.',
      other: 'Le tirage est exact : refait pas à pas, il donne les mêmes {n} gagnants.',
    },
  },
  'draw.holds-not': {
    en: 'The draw does not hold.',
    fr: 'Le tirage n’est pas exact.',
  },
  'draw.trust-nobody': {
    en: 'Nobody could have chosen the winners: a public random value decided, which did not exist when the entries were closed.',
    fr: 'Personne n’a pu choisir les gagnants : une valeur aléatoire publique a décidé, qui n’existait pas encore à la clôture des participations.',
  },
  'draw.trust-chain': {
    en: 'The random value comes from a source other than the public one of drand: whoever runs that source could have chosen it. Find out who does.',
    fr: 'La valeur aléatoire vient d’une autre source que celle, publique, de drand : qui tient cette source a pu la choisir. Renseignez-vous sur elle.',
  },
  'draw.trust-organiser': {
    en: 'You trust the organiser: no public random value was mixed in, so whoever knew the secret could work out the winners before the entries closed.',
    fr: 'Vous faites confiance à l’organisateur : aucune valeur aléatoire publique n’a été mêlée au tirage ; qui connaissait le secret pouvait calculer les gagnants avant la clôture.',
  },
  'draw.trust-unreached': {
    en: 'You trust the organiser: a public random value was announced, but this draw was made without it.',
    fr: 'Vous faites confiance à l’organisateur : une valeur aléatoire publique était annoncée, mais ce tirage a été fait sans elle.',
  },
  'draw.compare': {
    en: 'Compare these with what was published in the chat, at these times:',
    fr: 'Comparez ceci avec ce qui a été publié dans le canal, à ces heures :',
  },
  'draw.compare-commitment': {
    en: '{at}: seal of the secret {hash}',
    fr: '{at} : sceau du secret {hash}',
  },
  'draw.compare-entries': {
    en: '{at}: fingerprint of the entries {hash}',
    fr: '{at} : empreinte des participations {hash}',
  },
  'draw.compare-round': {
    en: '{at}: public random value of round {round}',
    fr: '{at} : valeur aléatoire publique du tour {round}',
  },
  'draw.shape': {
    en: 'This is no proof of a draw as Vigie writes them: see {where}.',
    fr: 'Ce n’est pas la preuve d’un tirage telle que Vigie l’écrit : voyez {where}.',
  },
  'draw.fingerprint': {
    en: 'The proof is not the one its fingerprint belongs to: something in it was changed.',
    fr: 'La preuve n’est pas celle de son empreinte : quelque chose y a été modifié.',
  },
  'draw.commitment': {
    en: 'The secret is not the one that was sealed before the entries.',
    fr: 'Le secret n’est pas celui qui avait été scellé avant les participations.',
  },
  'draw.entries-order': {
    en: 'The entries are not in the order of their receipts, or one appears twice.',
    fr: 'Les participations ne sont pas dans l’ordre de leurs reçus, ou l’une y figure deux fois.',
  },
  'draw.entries-count': {
    en: 'There are not as many entries as were published.',
    fr: 'Le nombre de participations n’est pas celui qui a été publié.',
  },
  'draw.entries-hash': {
    en: 'The entries are not those whose fingerprint was published.',
    fr: 'Les participations ne sont pas celles dont l’empreinte a été publiée.',
  },
  'draw.round': {
    en: 'The public random value is not the one of the round that was announced.',
    fr: 'La valeur aléatoire publique n’est pas celle du tour annoncé.',
  },
  'draw.value-unannounced': {
    en: 'A random value was used that nobody had announced.',
    fr: 'Une valeur aléatoire a servi sans avoir été annoncée.',
  },
  'draw.chain': {
    en: 'The source of the random value is not the one it is named after: its key is another.',
    fr: 'La source de la valeur aléatoire n’est pas celle qu’elle prétend être : sa clé est une autre.',
  },
  'draw.scheme': {
    en: 'The source of the random value signs in a way that cannot be checked here ({scheme}).',
    fr: 'La source de la valeur aléatoire signe d’une façon qui ne se vérifie pas ici ({scheme}).',
  },
  'draw.randomness': {
    en: 'The random value is not the one its signature stands for.',
    fr: 'La valeur aléatoire n’est pas celle de sa signature.',
  },
  'draw.signature': {
    en: 'The random value was not signed by the public source: it may have been chosen.',
    fr: 'La valeur aléatoire n’a pas été signée par la source publique : elle a pu être choisie.',
  },
  'draw.times': {
    en: 'The steps are not in their order: something happened before what had to come first.',
    fr: 'Les étapes ne sont pas dans l’ordre : l’une a eu lieu avant celle qui devait la précéder.',
  },
  'draw.known-before': {
    en: 'The random value was public before the entries’ fingerprint was: entries could have been added to suit it.',
    fr: 'La valeur aléatoire était publique avant l’empreinte des participations : on a pu en ajouter après coup.',
  },
  'draw.before-value': {
    en: 'The draw claims to have happened before its random value existed.',
    fr: 'Le tirage prétend avoir eu lieu avant que sa valeur aléatoire existe.',
  },
  'draw.rerolls': {
    en: 'A prize was passed on by somebody who did not have it.',
    fr: 'Un lot a été retiré à quelqu’un qui ne l’avait pas.',
  },
  'draw.winners': {
    en: 'The winners are not those that the draw gives.',
    fr: 'Les gagnants ne sont pas ceux que donne le tirage.',
  },
})
