import type { Lexicon } from './lexicon.ts'

/** Italian: a small lexicon, whose judgements are given with less confidence. See lexicon.ts for how to read it. */
export const it: Lexicon = {
  words: [
    [
      3,
      `amo adoro eccellente eccellenti fantastico fantastica meraviglioso meravigliosa stupendo stupenda splendido splendida
      perfetto perfetta magnifico magnifica straordinario straordinaria eccezionale incredibile spettacolare spettacolo
      favoloso bellissimo bellissima bellissimi ottimo ottima ottimi ottime geniale delizioso emozionante capolavoro`,
    ],
    [
      2,
      `buono buona buoni buone buon bene bravo brava bravi bello bella belli belle bel grazie felice felici felicità gioia
      contento contenta contenti allegro allegria migliore migliori meglio piace piaciuto piacciono piacere consiglio
      consigliato raccomando auguri complimenti successo vincere vince vinto vincitore vittoria trionfo veloce affidabile
      efficace efficiente gentile gentili simpatico simpatica amore amore amato tesoro caro bacio baci abbraccio sorriso
      sorridere risata ridere divertente divertimento divertito orgoglio orgoglioso orgogliosa soddisfatto soddisfatta
      speranza spero entusiasta fortuna fortunato figo figa fico top evviva viva forza dolce carino carina onesto onestà
      utile pace sereno qualità comodo facile conveniente economico regalo gratis campione campioni mitico grande grandi`,
    ],
    [
      1,
      `interessante nuovo festa vacanza vacanze weekend sole offerta benvenuto sostegno sostenere migliorare soluzione premio
      speciale forte chiaro amico amici insieme compleanno     giusto riforma riforme aiuto fiducia
      merito innovazione`,
    ],
    [
      -0.5,
      `morte morto morti sciopero incendio incidente vittime guerra crisi disoccupazione licenziamento ferito feriti carcere
      arrestato processo multa attacco attentato tasse debito`,
    ],
    [
      -1,
      `problema problemi errore errori guasto ritardo ritardi lento lenta costoso difficile complicato rotto rotta perso perdere
      perde manca mancano triste tristezza purtroppo peccato stanco stanca noioso noiosa noia paura preoccupato dolore male
      malato stress freddo brutto brutta sporco pericolo pericoloso reclamo critica colpa dubbio rifiuto annullato bugia
      bugie bugiardo falso corrotto corruzione piangere piango solo strano debole vecchio inutile assurdo ansia fallito
      fallimento tradito traditore tagli sprechi casta odiano`,
    ],
    [
      -2,
      `cattivo cattiva pessimo pessima pessimi peggio peggiore peggiori odio odiare schifo schifoso schifosa orribile orrendo
      terribile delusione deluso delusa deludente vergogna vergognoso vergognosa vergognatevi disastro disastroso merda cazzo cazzi
      cazzata cazzate stronzo stronza stronzi coglione coglioni vaffanculo fanculo idiota idioti cretino cretini stupido
      scemo imbecille truffa truffatori ladro ladri rubare rubato rubano fregatura imbroglio incompetenti incapaci inaccettabile
      insopportabile ridicolo ridicoli ridicola patetico buffone buffoni pagliacci incazzato incazzata arrabbiato arrabbiata
      rabbia scandalo scandaloso incubo inferno maledetto maledetta palle puttana troia spazzatura indegno squallido porcata`,
    ],
    [-3, 'vomitevole schifosi ripugnante'],
  ],
  idioms: [
    [
      2,
      'non male, niente male, senza problemi, nessun problema, vale la pena, mi piace, che bello, grazie mille, non vedo l’ora, in gamba',
    ],
    [
      0,
      'per favore, grazie in anticipo, buongiorno, buona sera, buonasera, buonanotte, buona notte, va bene così, ben venga, governo monti, buon giorno',
    ],
    [
      -1,
      'non funziona, non va, non risponde, non rispondono, nessuna risposta, ancora niente, troppo tardi, che palle, che noia',
    ],
    [
      -2,
      'che schifo, che vergogna, mai più, non consiglio, fa schifo, fanno schifo, fa cagare, perdita di tempo, non ne posso più, rotto le palle, il peggio',
    ],
  ],
  polite: 'grazie, complimenti, auguri, bravo, bravi',
  laughs: 'lol, ahah, ahahah, ahahahah, haha, hahaha',
  negations: 'non, mai, senza, niente, nulla, nessun, nessuno, nessuna, né, poco',
  negationsAfter: 'mai, niente',
  degrees: [
    [
      1.35,
      'molto, così, troppo, davvero, veramente, super, tanto, totalmente, assolutamente, più, sempre, che',
    ],
    [0.55, 'un po, abbastanza, quasi, piuttosto, appena'],
    [-0.7, 'meno'],
  ],
  contrasts: 'ma, però, tuttavia, invece, eppure, peccato che, purtroppo',
  concessions: 'anche se, nonostante, malgrado, sebbene',
  joins: 'e, ed, mentre',
  comparison: {
    more: 'meglio, migliore, peggio, peggiore, più, preferisco, superiore, meno',
    than: 'di, che, del, della, a',
    unlike: 'a differenza di, invece di, al posto di, rispetto a, in confronto a',
  },
}
