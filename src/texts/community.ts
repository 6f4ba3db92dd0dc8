import { texts } from './text.ts'

export default texts({
  'community.about': {
    en: 'Mood of the community’s channels, questions that wait, newcomers to greet',
    fr: 'Tonalité des canaux de la communauté, questions en attente, nouveaux à accueillir',
  },
  'community.title': { en: 'The community this week', fr: 'La communauté cette semaine' },
  'community.none': {
    en: 'Vigie listens to no channel of the community. Name some in team.yaml: `listens: ["discord:#help"]`. Their members are told in the channel’s topic.',
    fr: 'Vigie n’écoute aucun canal de la communauté. Nommez-en dans team.yaml : `listens: ["discord:#entraide"]`. Leurs membres en sont avertis dans le sujet du canal.',
  },
  'community.week': {
    en: 'Heard in {channels} over seven days.',
    fr: 'Entendu dans {channels} en sept jours.',
  },
  'community.said': {
    en: { one: '{n} message', other: '{n} messages' },
    fr: { one: '{n} message', other: '{n} messages' },
  },
  'community.newcomers': { en: 'Greeted by nobody yet', fr: 'Personne ne les a encore accueillis' },
  'community.waits': { en: 'has been waiting for an answer {time}', fr: 'attend une réponse {time}' },
  'community.answered': {
    en: 'No question waits for an answer.',
    fr: 'Aucune question n’attend de réponse.',
  },
  'community.note': {
    en: 'An answer counts when it is a reply or stands in the thread. Moods are counted without names.',
    fr: 'Une réponse compte si elle cite le message ou figure dans son fil. Les tonalités sont comptées sans les noms.',
  },
  'community.notice': {
    en: '👂 Vigie reads this channel for the {team} team: questions without an answer, mentions, the mood of the whole.',
    fr: '👂 Vigie lit ce canal pour l’équipe {team} : questions sans réponse, mentions, tonalité générale.',
  },
  'community.unanswered': {
    en: 'A question in #{channel} has no answer',
    fr: 'Une question dans #{channel} reste sans réponse',
  },
  'community.why': {
    en: 'asked on {chat} more than {hours} hours ago',
    fr: 'posée sur {chat} il y a plus de {hours} heures',
  },
  'community.tell-topic': {
    en: 'Vigie may not change the topic of #{channel}. Give it “Manage Channel” there, or put this line in the topic yourself; until then it does not listen: {words}',
    fr: 'Vigie ne peut pas modifier le sujet de #{channel}. Donnez-lui « Gérer le salon », ou mettez vous-même cette ligne dans le sujet ; d’ici là, elle n’écoute pas : {words}',
  },
})
