import type { Sample } from './sample.ts'

export const de: Sample = {
  words: `die der und ich das ist nicht sie in zu es ein du den wir mit auf von was er mir für eine so dem mich sich im an wie ja
    hat aber ihr auch sind war wenn habe als noch nur dass haben einen aus hier nach bei dich kann wird mein man bin um am da
    zum nein alles einem einer dir nichts schon mal uns gut doch über oder immer ihn meine jetzt werden ihm dann wo warum
    will vor mehr werde weil keine kein durch diese dieser dieses kommt hast wer bist etwas wurde zur sehr macht muss vom
    gehen heute morgen gestern los lassen weiß sagen wieder ihre ihren seine seinen unser unsere euch euer eure dein deine
    bitte danke machen komm geht denn also leben zwei drei jahre jahr tag tage zeit mann frau leute welt haus vater mutter
    kind kinder bruder schwester freund freunde nie niemand jemand viel viele ganz gar etwa unter gegen ohne zwischen
    während bis seit ab wieso wohin woher welche welcher welches damit dafür davon darum daran darauf dabei dazu
    könnte könnten können konnte sollte sollen soll müssen musste wollen wollte möchte würde würden wäre hätte hatte hatten
    waren gewesen gehabt geworden gesagt gemacht gesehen gehört getan macht mach sag seh sehen kommen nehmen geben gibt
    finden finde denke glaube glauben wissen heißt bleibt steht liegt läuft spielt spiel neue neuen neuer neues gute
    guten alte alten große großen erste ersten letzte letzten nächste andere anderen selbst beide einfach wirklich vielleicht
    natürlich endlich leider schade genau klar okay hallo tschüss nacht abend woche monat montag dienstag mittwoch donnerstag
    freitag samstag sonntag uhr euro deutschland berlin polizei regierung politik merkel afd spd cdu partei arbeit geld schule
    stadt land problem frage antwort hilfe kunde bestellung lieferung geschäft preis mensch menschen ende grund sache recht
    schön toll geil super lustig mist scheiße verdammt halt eben bloß beim ins ans vier fünf sechs sieben acht neun zehn
    hundert tausend darf dürfen statt trotz sondern obwohl deshalb deswegen trotzdem jedoch nun nix ne nen nem isses`,
  text: `Die Verkäuferin sagte mir, die Lampe würde vor Ende des Monats repariert, aber seitdem hat mich niemand zurückgerufen.
    Ich habe zwei Stunden am Telefon gewartet, nur um zu hören, dass es nicht ihre Schuld sei. Ehrlich, was für eine
    Frechheit! Wir haben unsere Bestellung früher bekommen, die Verpackung war ordentlich und der Bote freundlich. Ich
    wollte mich beim ganzen Team für den herzlichen Empfang bedanken. Weiß jemand, wo man diese Glühbirnen in der Nähe
    kaufen kann? Die Regierung kündigt eine neue Maßnahme für kleine Unternehmen an, die Gewerkschaften beklagen fehlende
    Gespräche. Heute früh fiel der Zug schon wieder ohne jede Erklärung aus, und es regnete in Strömen. Hast du gestern Abend
    das Spiel gesehen? Wir haben mit den Jungs so gelacht, es war wirklich großartig. Die sollten aufhören, uns für dumm zu
    verkaufen. Ihr müsst unbedingt den Apfelkuchen probieren, er schmeckt köstlich. Seit der Aktualisierung schließt sich die
    Anwendung von selbst, sobald ich meine Bilder öffne. Die Kinder spielten im Garten, während ihre Großmutter das Essen
    kochte. Ich verstehe nicht, warum Sie sich weigern, diesen fehlerhaften Artikel umzutauschen. Lass mich in Ruhe, ich habe
    um nichts gebeten! Sie stand auf, schloss das Fenster und sah mich lange an. Kein Problem, wir treffen uns gegen sechs
    vor dem Rathaus. Forscher veröffentlichen eine Studie über die Luftqualität in unseren größten Städten. Was machst du am
    Wochenende? Vielleicht fahren wir zu meinen Eltern aufs Land. Ich schwöre dir, es stimmt, frag deinen Bruder. Man will das
    Werk schließen, trotz der Gewinne des vergangenen Jahres. Machen Sie sich keine Sorgen, wir erstatten Ihnen den Betrag
    so schnell wie möglich. Ich freue mich riesig, dich wiederzusehen, du hast mir sehr gefehlt. Tausende Reisende saßen wegen
    eines Stromausfalls fest. Halt den Mund und iss, deine Suppe wird kalt. Der neue Leiter möchte saubere Energie ausbauen
    und Abfälle verringern. Hier ist ein hübsches Geschenk zum Geburtstag meiner Schwester. Na, mein Lieber, da hattest du
    aber Glück! Ich suche eine Stelle im Gasthaus, am liebsten abends. Dieses Hotel verdient seine vier Sterne wirklich:
    saubere Zimmer, bequeme Betten, Blick aufs Meer. Hoffentlich kommen alle gut an. Gleich geht's los, ich bin gespannt.`,
}
