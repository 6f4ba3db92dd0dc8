import { texts } from './text.ts'

/** What is told of sources that died, came back, moved. */
export default texts({
  'sources.lost-title': {
    en: { one: 'A source has fallen silent', other: '{n} sources have fallen silent' },
    fr: { one: 'Une source s’est tue', other: '{n} sources se sont tues' },
  },
  'sources.lost-silent': {
    en: 'It cannot be read {since}: {failure} I now try only once a day.',
    fr: 'Illisible {since} : {failure} Je ne réessaie plus qu’une fois par jour.',
  },
  'sources.lost-gone': {
    en: '{failure} I ask for it no more.',
    fr: '{failure} Je ne la relis plus.',
  },
  'sources.lost-more': {
    en: { one: 'And one more: /sources shows it.', other: 'And {n} more: /sources shows them.' },
    fr: { one: 'Et une autre : /sources la montre.', other: 'Et {n} autres : /sources les montre.' },
  },
  'sources.lost-note': {
    en: {
      one: 'I will say no more of it, unless it comes back.',
      other: 'I will say no more of them, unless they come back.',
    },
    fr: {
      one: 'Je n’en reparlerai que si elle revient.',
      other: 'Je n’en reparlerai que si elles reviennent.',
    },
  },
  'sources.again': { en: 'Try again now', fr: 'Réessayer maintenant' },
  'sources.again-asked': {
    en: {
      one: 'I am asking it again now. If it answers, I will say so in the channel; if not, /sources says why.',
      other:
        'I am asking them again now. Of those that answer I will tell in the channel; of the others, /sources says why they do not.',
    },
    fr: {
      one: 'Je la relis tout de suite. Si elle répond, je le dirai dans le canal ; sinon, /sources dit pourquoi.',
      other:
        'Je les relis tout de suite. Je dirai dans le canal lesquelles répondent ; pour les autres, /sources dit pourquoi.',
    },
  },
  'sources.again-needless': {
    en: 'There is nothing to try again: it is asked already, or it answers, or you no longer watch it. /sources shows how it is.',
    fr: 'Il n’y a rien à réessayer : elle est déjà en cours de relecture, ou elle répond, ou vous ne la suivez plus. /sources montre où elle en est.',
  },
  'sources.now-at': {
    en: 'moved for good to {address}, where I read it now',
    fr: 'a déménagé pour de bon : je la lis maintenant à l’adresse {address}',
  },
  'sources.pushed': {
    en: 'told by its site as soon as something is new (WebSub)',
    fr: 'annoncée par son site dès qu’il y a du nouveau (WebSub)',
  },
  'sources.found-title': {
    en: { one: 'A source is back', other: '{n} sources are back' },
    fr: { one: 'Une source est de retour', other: '{n} sources sont de retour' },
  },
  'sources.found': {
    en: {
      one: 'I can read it again. What it published meanwhile is caught up with, as far as it still shows it.',
      other:
        'I can read them again. What they published meanwhile is caught up with, as far as they still show it.',
    },
    fr: {
      one: 'Je peux de nouveau la lire. Ce qu’elle a publié entre-temps est rattrapé, si elle le montre encore.',
      other:
        'Je peux de nouveau les lire. Ce qu’elles ont publié entre-temps est rattrapé, si elles le montrent encore.',
    },
  },
})
