import { texts } from './text.ts'

/** What is told in the thread of a story, and when its message moves. */
export default texts({
  'story.outlets': {
    en: '**Picked up by {n} outlets**, among them {which}',
    fr: '**Repris par {n} médias**, dont {which}',
  },
  'story.outlets-since': {
    en: '**Picked up by {n} outlets**, among them {which}: +{more} since {time}',
    fr: '**Repris par {n} médias**, dont {which} : +{more} depuis {time}',
  },
  'story.mood-first': {
    en: '**First negative copy**: until now, nobody spoke ill of {topic} in this story',
    fr: '**Première reprise négative** : jusqu’ici, cette actualité ne disait pas de mal de {topic}',
  },
  'story.mood-negative': {
    en: '**The mood towards {topic} turns negative**: {negative} negative copies, {positive} positive',
    fr: '**La tonalité devient négative** envers {topic} : reprises négatives {negative}, positives {positive}',
  },
  'story.mood-positive': {
    en: '**The mood towards {topic} turns positive**: {positive} positive copies, {negative} negative',
    fr: '**La tonalité devient positive** envers {topic} : reprises positives {positive}, négatives {negative}',
  },
  'story.reach': {
    en: '**{outlet} picks it up**: up to {reach} people, {times} times the widest reach so far',
    fr: '**{outlet} s’en fait l’écho** : jusqu’à {reach} personnes, {times} fois plus que la reprise la plus lue jusqu’ici',
  },
  'story.person': {
    en: {
      one: '**{names} enters the story**, which was about {topic} alone',
      other: '**{names} enter the story**, which was about {topic} alone',
    },
    fr: {
      one: '**{names} entre dans l’actualité**, qui ne parlait que de {topic}',
      other: '**{names} entrent dans l’actualité**, qui ne parlait que de {topic}',
    },
  },
  'story.moved': {
    en: 'This story goes on in a newer message: {where}',
    fr: 'La suite de cette actualité est dans un message plus récent : {where}',
  },
  'story.there': { en: '#{channel}, {time}', fr: '#{channel}, {time}' },
})
