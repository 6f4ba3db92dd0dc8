import { texts } from './text.ts'

/** What is wrong with a policy or with replies that are ready to use, and the cure. */
export default texts({
  'canned.variable': {
    fr: '« {given} » n’est pas une variable ; au choix : {known}',
    en: '“{given}” is no variable; there are: {known}',
  },
  'canned.bracket': {
    fr: '« {given} » n’a pas sa place ici ; une variable s’écrit entre accolades, et entre crochets une partie facultative, sans crochets à l’intérieur, par exemple « {near} »',
    en: '“{given}” is out of place here; a variable stands in braces, and an optional part in square brackets, without brackets inside, as in “{near}”',
  },
  'canned.bracket-plain': {
    fr: '« {given} » ne contient aucune variable et serait toujours dit ; retirez les crochets',
    en: '“{given}” holds no variable and would always be said; take the brackets out',
  },
  'canned.no-text': {
    fr: 'la réponse « {given} » ne dit rien ; ajoutez « texts », ou « use: false » pour ne pas vous servir de celle qui est partagée',
    en: 'the reply “{given}” says nothing; add “texts”, or “use: false” so as not to use the shared one',
  },
  'canned.fact': {
    fr: 'la charte ne connaît pas le fait « {given} » ; ajoutez-le sous « facts » dans policy.yaml, ou choisissez parmi : {known}',
    en: 'the policy knows no fact “{given}”; add it under “facts” in policy.yaml, or choose one of: {known}',
  },
  'canned.breaks': {
    fr: 'la réponse « {given} » enfreint la règle « {rule} » de la charte par « {words} » ; reformulez-la, ou revoyez la règle dans policy.yaml',
    en: 'the reply “{given}” breaks the policy’s rule “{rule}” by “{words}”; put it otherwise, or look at the rule in policy.yaml',
  },
})
