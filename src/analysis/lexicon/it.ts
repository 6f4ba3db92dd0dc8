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
    [
      3,
      `bellissime ottimamente perfetti perfette fantastici fantastiche incantevole incantevoli sublime sublimi divino divina
      impeccabile impeccabili insuperabile squisito squisita strepitoso strepitosa grandioso grandiosa mozzafiato
      innamorato innamorata innamorati stupefacente sensazionale formidabile buonissimo buonissima bravissimo bravissima
      bravissimi gentilissimo gentilissimi carinissimo felicissimo felicissima contentissimo contentissima emozionantissimo
      adorabile adorabili idolo leggenda leggendario`,
    ],
    [
      2,
      `accogliente affascinante affascinanti affetto affettuoso allegra allegri ammiro ammirevole ammirazione amano amate
      amiamo amatissimo apprezzo apprezzato apprezzabile applausi applauso attento attenta azzeccato beato beata beati bellezza
      benedetto benedizione benissimo brillante brillanti calorosa caloroso capace capaci celebrare cordiale cordiali
      coraggio coraggioso cortese cortesi cortesia cuore cuori delizia delizioso dignità disponibile disponibili disponibilità
      divertenti divertirsi divertiamoci dolcezza dolci eleganza elegante emozione emozioni emozionato emozionata entusiasmo
      esaltante esemplare esilarante esperto evvai fedele fenomenale fenomeno fiero fiera fieri finalmente fortissimo
      fortunatamente fortunata fortunati gagliardo gentilezza genio geni gioioso goduria godere godo gradevole gradito
      grandissimo grandissima grandissimi grazia gustoso gustosa impegno ingegnoso intelligente intelligenza intelligenti
      interessantissimo lieto lieta limpido lodevole magia magico magica magico meravigliosi meritato meritata miracolo
      mitica mitici motivato notevole onore onorato onorata ottimismo ottimista pace passione pazienti positivo positiva
      positivi pregevole premiato preparati prezioso preziosa professionale professionali professionalità puntuale puntuali
      puntualità rassicurante regalato ricco rilassante rispettoso rispetto risolto risolta ringrazio ringraziare
      ringraziamo romantico saggio saggezza salvezza scherzo sensibile serietà serenità sicuro simpatia simpatici sincero
      sincera solidale solidarietà sorprendente sorrisi sorriso sorridente spassoso speciali speciale splendidi
      splendide stimo stima stupendi superato talento talentuoso tenero tenera tenerezza tifo trionfare tranquillo
      tranquilla umano utilissimo valido valida valore valoroso vincente vincenti vinto vincono vincitrice vivace volentieri
      wow yeah aww oddio adorate amiche amicizia felicemente serene speranze festeggiare festeggiamo festeggia`,
    ],
    [
      1,
      `accordo adatto aggiornato approvato approvo ascolto auguro avanti bimbo bonus buongiorno buonanotte
      buonasera calma collaborazione collaborare concreto concreti condivido costruttivo crescita cresce crescere curioso
      curiosa efficacia favorevole fiducioso gioco guadagno iniziativa libero libera libertà lode merita meritano
      migliorato miglioramento migliorano novità opportunità piacevole possibilità premiare progresso promosso promossa
      promuovere pronto pronti pulito pulita riuscito riuscita riusciti ripresa risparmio risparmiare risultati
      salvare salvato salvo sano sana sconto sconti semplice sereni solare sorpresa sostegno sostengo stabile svolta
      traguardo unione unito uniti vantaggio vantaggi viaggio vivo vero`,
    ],
    [
      -1,
      `abbandonato abbandonati abuso abusi aggressione aggressivo allarmante allarme amaro amarezza angoscia annoiato annoiata
      annoio antipatico arrogante arroganza arrendersi assente assenti assurda assurdi assurdità aumenti austerity bara
      basta blocco bloccato bloccata bocciato bocciata bocciati brutta brutti brutte bufala bufale bugiarda bugiardi caduta
      calo calano caos carente cattiveria censura chiacchiere chiude chiudono ciance clientelismo colpevole colpevoli
      colpire comico complotto condannato condannata confuso confusa confusione contraddizione contraddizioni contrari
      contrario contrarietà corrotti costosa costosi crolla crollo crollano crudele danni danno danneggiato debole deboli
      deficit degrado degradato deludono demagogia demagogico denuncia denuncio depressione depresso depressa
      deprimente derubato difetto difetti difettoso difficili difficoltà dimenticato dimissioni disagio disagi
      disastri disoccupati disoccupato disonesto disordine disperato disperata disperati disperazione dispiace dispiaciuto
      disprezzo dittatura dittatore doloroso dolori dubbi dubito dura esasperato esausto evasione evasori
      fallimenti fallire fallita falliti fallisce falsa falsi falsità fame fastidio fastidioso fastidiosa fatica febbre
      ferita fermo ferma finto finta finti fregare fregato fregati fregano frustrante frustrato fuga furbi furbo furto
      furti gelo gelosia grave gravi gravissimo guai guaio guasta guasti ignorante ignoranti ignoranza imbarazzo
      imbarazzante imbrogli impossibile imposta incapace incapacità incazza incazzare incerto incertezza incivile
      incoerente incompetente incompetenza incredulo indecente indecenti indegna indegni indignato indignati
      indignazione inefficienza inefficiente infame infami infelice ingannare ingannato inganno ingiusta ingiusto
      ingiustizia ingiustizie ingrato insensato insicuro insoddisfatto insostenibile insufficiente insulta insulti
      insulto intollerabile inutili inutilmente invidia invidioso ipocrisia ipocrita ipocriti irresponsabile irresponsabili
      lacrime lagna lagne lamentela lamentele lamenta lamento lamentarsi lasciati lentezza lenti litigare litigano litigio
      losco maleducato maleducati malasanità malessere maltempo manganellate manipolare mancato mancata mancanza marcio
      massacro meschino minaccia minacce minacciano miseria misero moriamo morire muore muoiono negativo negativa
      negativi nemico nemici nervoso nervosa nostalgia noiosi noiose odiosi offende offesa offese offensivo ossessione
      pagare patetica patetici paure pecore pazzo pazzi pena penoso penosa pericolosi pericolosa perdente perdenti perdita
      perdite persi pesante pesanti pessimismo pessimista piagnisteo populismo populista populisti povero poveri
      poveraccio povertà precari precariato precario precaria preoccupa preoccupante preoccupata preoccupati
      preoccupazione presuntuoso privilegi problematico propaganda protesta protestano proteste purtroppo qualunquismo
      raccomandati razzismo razzista razzisti ricatto ricatti ridicole rifiutano rimandato rimpianto rincaro rincari
      rischio rischia rompe rompono rotti rottura rovina rovinato rovinata rovinano rovinare rozzo rumore sacrifici
      sbagliata sbagliate sbagliati sbagliato sbaglia sbagliano sbaglio scadente scadenti scaduto scandali scappa scappare
      scarica scarso scarsa scarsi scempio schiavi sciocchezze scomodo sconfitta sconfitto sconforto scontento
      scontro scontri scorretto scusa scuse sfiga sfigato sfiducia sfortuna sfortunato sfruttati sfruttamento
      sgarbato silenzio sofferenza soffre soffrire soffro sola soldi sospeso spaventa spaventoso spavento spreco
      sprecato sprecare squallida squallore stancante stanchi stanchezza strani strage stress stressante stressato
      stupidaggine stupidaggini subire subiamo suicidio supponente svergognati tace tagliano tagliare tagliato tangenti
      tartassati tensione terrore terrorismo timore torto tortura tossico tradire tradimento traditori tragedia
      tragico tragica trauma triste tristi troppi truccato truffati turpe uccide uccidono umiliante umiliati umiliazione
      urla urlare vano vecchia vecchi vecchie vergogno vergogniamoci vergognose vergognosi violenta violento violenza
      vittima vuoto`,
    ],
    [
      -2,
      `abominevole aberrante allucinante bastardi bastardo bastarda balla balle buffoni buffonata buffonate cagata
      cagate cafone cafoni carogna cesso cialtrone cialtroni coglionata coglionate codardo criminali criminale delinquente
      delinquenti demenziale deficiente deficienti disgustoso disgustosa disgusta disgusto disprezzabile fascista fascisti
      feccia figuraccia fogna furioso furiosa fottuto fottuta fottere gentaglia idioti imbecilli imbroglioni incapaci
      inqualificabile insulso ladra ladri ladrocinio lurido mafia mafiosi mafioso mascalzone mascalzoni merde merdoso
      mostro mostruoso nausea nauseante nauseato nazista nazisti obbrobrio odiata odiato oscena osceno orrenda orrendi
      orribili orrore orrori parassita parassiti pagliaccio pagliacciata porci porco puttane rubando rapina
      rabbioso ributtante ripugna rifiuti rincoglionito rincoglioniti scandalosa scandalosi schifezza schifezze
      schifosamente scroccone sconcertante sciacalli sciacallo scemenze scema scemi servi sputo stupida stupidi stupidità
      stronzata stronzate tragicomico truffe truffatore vergogne vigliacchi vigliacco viscido vomito vomitare
      zecche zozzo insopportabili vomitevoli pessime peggiora peggiorano peggiorare peggiorato schifa schifato schifata`,
    ],
    [
      -0.5,
      'terremoto alluvione esplosione tribunale indagato indagati indagine licenziati chiusura cassa scontri sgombero poliziotti fermato decessi contagi',
    ],
    [-3, 'vomitevole schifosi ripugnante'],
    // What a stem or a second sense would accuse or praise wrongly.
    [
      0,
      `economia economica economici economiche economico persia perso noi nuovo nuova nuovi nuove riforma riforme soluzione
      ridere caro cara cari chiaro chiara amico amica amici arrestato debito tasse lol crisi fiducia gratis vecchio consiglio
      consigli giusto tagli cassa soldi silenzio fermo vero vivo comico sola colle passera monti grillo fiorentina
      possibilità parte fatica imposta novità bimbo gioco viaggio scusa volta porto credito ordine conti servi servizi
      attacco scherzo dura vano salva salvare subito difficile crescita piacciono veramente pagare evasione sicuro verità leggere
      vera bar marco troppo sicuramente serve aumentare risultati accordo pronto`,
    ],
  ],
  idioms: [
    [
      2,
      `non è male, non sono male, non male, niente male, che meraviglia, che spettacolo, che gioia, che felicità, che carino, che carina, che bella,
      che belli, che belle, che dolce, che ridere, che figata, che figo, che forza, bel lavoro, buon lavoro, ottimo lavoro, ben fatto, ben detto,
      grande notizia, buona notizia, buone notizie, ti amo, vi amo, ti adoro, vi adoro, ti voglio bene, vi voglio bene, ti stimo,
      mi manchi amore, mi piacciono, mi è piaciuto, mi è piaciuta, mi fa ridere, mi fa piacere, mi ha fatto ridere, sono felice, sono contento, sono contenta,
      siamo felici, buon compleanno, tanti auguri, buon anno, buona domenica, buon weekend, buona giornata, in bocca al lupo, forza ragazzi,
      un piacere, un amore, un genio, un mito, un successo, la migliore, il migliore, i migliori, ce l’ho fatta, ce l’abbiamo fatta,
      era ora, come nuovo, al top, a gonfie vele, mille grazie, vi ringrazio, ti ringrazio, lo consiglio, la consiglio, consigliatissimo, super consigliato,
      tornerò, torneremo, per fortuna, meno male, ottimo servizio, senza problemi, nessun problema, vale la pena, mi piace, che bello, grazie mille, non vedo l’ora, in gamba`,
    ],
    [
      0,
      'per favore, grazie in anticipo, buongiorno, buona sera, buonasera, buonanotte, buona notte, va bene così, ben venga, governo monti, buon giorno',
    ],
    [
      -1,
      `non funziona, non funzionano, non va, non va bene, non risponde, non rispondono, nessuno risponde, nessuna risposta,
      ancora niente, troppo tardi, che palle, che noia, che pena, che tristezza, che rabbia, che ansia, che delusione, che sfiga,
      che freddo, che sonno, che due palle, che brutto, che brutta, che stress, che caldo, che peccato, mi manca, mi mancano, mi manchi,
      mi dispiace, mi fa male, mi fa paura, non mi piace, non mi piacciono, non ci credo, non se ne può, non capisco, non si può,
      non ce la faccio, non serve, non servono, non è giusto, non è possibile, non è normale, non vale, non voglio, non sopporto,
      non sanno, non sa, non hanno capito, come al solito, ancora una volta, sempre peggio, da mesi, da settimane, di male in peggio, fuori servizio, fa male,
      fa paura, fa ridere i polli, fa pena, fanno pena, fa piangere, a casa, tutti a casa, prendono in giro, prende in giro, presa in giro, preso in giro,
      presi in giro, presa per il culo, tanto per cambiare, si lamentano, poveri noi, povera italia, in ritardo, troppo caro, troppo cara,
      senza soldi, senza lavoro, senza vergogna, senza parole, senza dignità, alla faccia, altro che, ma quale, macché, e basta, ma basta, soliti noti,
      in crisi, non serve a niente`,
    ],
    [
      -2,
      `che schifo, che vergogna, che schifezza, che merda, di merda, una merda, una vergogna, uno schifo, una truffa, un disastro, un furto,
      una presa in giro, una porcata, mi fa schifo, mi fate schifo, mi fanno schifo, mi vergogno, mi sono rotto, mi sono rotta, mi ha rotto, avete rotto,
      hanno rotto, ha rotto, va a cagare, andate a cagare, vai a cagare, vai a fanculo, andate a fanculo, a quel paese, a zappare, in galera, figlio di puttana,
      figli di puttana, faccia di merda, pezzo di merda, pezzi di merda, teste di cazzo, testa di cazzo, del cazzo, che cazzo, sto cazzo, un cazzo,
      non lo consiglio, non la consiglio, sconsiglio, lo sconsiglio, soldi buttati, tempo perso, basta con, stanco di, stufo di, stufa di, odio il, odio la,
      odio i, odio le, odio quando, odio chi, mai più, non consiglio, fa schifo, fanno schifo, fa cagare, perdita di tempo, non ne posso più, rotto le palle, il peggio`,
    ],
  ],
  polite: 'grazie, complimenti, auguri, bravo, bravi',
  laughs: 'ahaha, ahahaha, ahahahaha, hahahaha, xd, lol, ahah, ahahah, ahahahah, haha, hahaha',
  negations:
    'non, mai, senza, niente, nulla, nessun, nessuno, nessuna, né, neanche, nemmeno, neppure, poco, poca',
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
