import type { Lexicon } from './lexicon.ts'

/** German: a small lexicon, whose judgements are given with less confidence. See lexicon.ts for how to read it. */
export const de: Lexicon = {
  words: [
    [
      3,
      `liebe lieben geliebt großartig fantastisch hervorragend ausgezeichnet wunderbar wundervoll perfekt genial grandios
      exzellent sensationell traumhaft überragend begeistert begeisternd unglaublich herrlich fabelhaft weltklasse`,
    ],
    [
      2,
      `gut gute guter gutes guten super toll tolle toller tolles schön schöne schöner schönes schönen schönste danke dank
      glücklich glück glückwunsch freude freut freue freuen froh fröhlich zufrieden empfehlen empfehle empfehlenswert besser
      beste bester bestes besten klasse spitze prima cool geil lecker nett freundlich hilfsbereit schnell zuverlässig
      günstig einfach praktisch hilfreich erfolgreich erfolg gewonnen gewinnt gewinnen sieg sieger lustig witzig lachen
      spaß lächeln süß hübsch stolz hoffnung mag gefällt gefallen top bravo hammer mega herzlich herzlichen liebevoll lob
      beeindruckend beeindruckt spannend sympathisch angenehm gelungen wertvoll ehrlich mutig stark qualität`,
    ],
    [
      1,
      `interessant neu gratis kostenlos angebot geschenk willkommen unterstützen hilfe helfen lösung verbessert verbesserung
      innovativ gemeinsam sicher frisch gesund party urlaub wochenende sonne feiern feier ruhig klar richtig  
      viel spass freunde freund`,
    ],
    [
      -0.5,
      `streik brand unfall tote toter gestorben tot opfer krieg krise verletzt verletzte arbeitslos entlassung gefängnis
      prozess urteil strafe angriff anschlag terror flüchtlinge polizei`,
    ],
    [
      -1,
      `problem probleme fehler verspätung verspätet spät langsam teuer schwierig kompliziert kaputt defekt verloren verlieren
      verliert fehlt fehlen traurig trauer leider schade müde langweilig langweilt angst sorge sorgen schmerz schmerzen krank
      stress kalt hässlich dreckig schmutzig gefahr gefährlich beschwerde kritik schuld zweifel ablehnung abgesagt lüge
      lügen lügt falsch störung störungen ausfall weinen allein einsam nervt nervig anstrengend warten wartet gewartet
      vergessen schwach dumm dumme blöd blöde komisch peinlich absturz gewalt hass vermisse`,
    ],
    [
      -2,
      `schlecht schlechte schlechter schlechtes schlechten schlimm schlimmer schlimmste furchtbar schrecklich grauenhaft
      grausam katastrophe katastrophal enttäuscht enttäuschend enttäuschung miserabel mies mieser miese scheiße scheiss scheiß
      scheisse kacke mist müll dreck hasse hassen hasst ekel eklig ekelhaft widerlich abzocke betrug betrüger betrogen
      frechheit unverschämt unverschämtheit skandal schande schäm lächerlich idiot idioten arschloch arsch fick verdammt
      unbrauchbar nutzlos inkompetent unfähig inakzeptabel unerträglich albtraum alptraum hölle wütend sauer wut zumutung
      versagt versagen versager verarscht verarsche dämlich asozial rassist rassistisch nazi nazis pfui kotzen kotzt kotz`,
    ],
    [-3, 'abartig abscheulich saftladen dreckladen'],
    // What a stem or a second sense would accuse or praise wrongly.
    [
      0,
      `einfach neue viel neuen neu neuer neues viele klar lieber schon schulden sicherheit hilfe lösung sicherlich gesundheit warten top sicher krieg freund`,
    ],
  ],
  idioms: [
    [
      2,
      'sehr schön, so schön, wie schön, wunder schön, ganz schön hier, schön dass, schön war, war schön, ist schön, hab dich lieb',
    ],
    [
      2,
      'nicht schlecht, gar nicht schlecht, kein problem, keine probleme, vielen dank, alles gute, vielen lieben dank, lohnt sich, sehr zu empfehlen',
    ],
    [0, 'guten morgen, guten tag, guten abend, gute nacht, danke im voraus, gut zu wissen, na gut'],
    [
      -1,
      'funktioniert nicht, geht nicht, geht nix, klappt nicht, keine antwort, immer noch nicht, immer noch kein, schon wieder, zu spät, zu teuer',
    ],
    [
      -2,
      'nie wieder, nicht zu empfehlen, nicht empfehlen, keinen bock, kein bock, die schnauze voll, geht gar nicht, zum kotzen, reine abzocke, so ein mist',
    ],
  ],
  polite: 'danke, dank, vielen dank, glückwunsch',
  laughs: 'lol, haha, hahaha, hihi',
  negations: 'nicht, kein, keine, keinen, keiner, nie, niemals, ohne, nichts, nix, nee, nein, kaum, wenig',
  negationsAfter: 'nicht, nie, nix',
  degrees: [
    [
      1.35,
      'sehr, so, zu, echt, total, mega, super, wirklich, absolut, extrem, richtig, viel, ganz, immer, völlig, unglaublich',
    ],
    [0.55, 'etwas, bisschen, ein bisschen, ziemlich, fast, eher'],
    [-0.7, 'weniger'],
  ],
  contrasts: 'aber, jedoch, doch, allerdings, dennoch, trotzdem, sondern, leider',
  concessions: 'obwohl, trotz, zwar',
  joins: 'und, während',
  comparison: {
    more: 'besser, bessere, schlechter, schlimmer, mehr, lieber, schneller, billiger, günstiger, weniger',
    than: 'als',
    unlike:
      'im gegensatz zu, im gegensatz zum, im gegensatz zur, anders als, statt, im vergleich zu, verglichen mit',
  },
}
