import type { Sample } from './sample.ts'

export const it: Sample = {
  words: `di che non è e il la un a per in una mi sono ho si lo ma con ti cosa le da i se come no sei del io ci bene hai questo tutto
    qui della più al nel ha solo era mio so me perché tu sì anche quando fatto chi te gli alla mia dei ora suo loro su va fare
    c' l' d' un' dell' nell' all' quell' sull' dall' po' quello questa essere niente molto sua dove allora hanno qualcosa delle
    stato dal nella detto fa abbiamo siamo mai voglio devo tutti tuo tua lei lui noi voi sta sto stai stare andare andiamo
    vuoi può posso puoi dire vedere ancora prima dopo poi sempre già adesso oggi domani ieri casa vita tempo anni anno giorno
    giorni volta uomo donna signore signora amico amici padre madre figlio figlia fratello ragazzi ragazza gente mondo nome
    lavoro soldi strada notte sera mattina momento modo parte verità amore cuore grazie prego ciao buongiorno buonanotte
    buona buon buono bello bella bravo brava male meglio peggio grande piccolo nuovo nuova primo prima ultimo ogni altro
    altra altri alcuni qualche qualcuno nessuno nulla troppo tanto poco così quindi però invece mentre senza contro verso
    tra fra sotto sopra dentro fuori vicino lontano insieme forse davvero proprio certo quanto quale quali quanti sapere
    sai sa sappiamo credo penso pensi sembra piace vorrei vuole vogliono dobbiamo deve devi avete siete avere avevo aveva erano
    ero sarà sarebbe saranno fosse stata stati fai fanno faccio facciamo dice dico dici dai vai vado vanno vieni viene parla
    guarda senti aspetta smettila basta zitto dato preso messo visto andato venuto nostro nostra vostro vostra suoi miei tuoi
    degli agli ai dai dagli dalle dalla sul sulla sulle sui nei negli alle dello nello allo col due tre quattro cinque sei
    sette otto nove dieci cento mila governo monti grillo renzi scuola buona italia roma presidente ministro politica
    italiani paese legge riforma docenti precari euro cazzo merda vaffanculo ahah ahahah xke nn cmq qnd lunedì martedì
    mercoledì giovedì venerdì sabato domenica settimana mese ore cliente ordine servizio consegna prezzo negozio né ne pure`,
  text: `La commessa mi ha detto che la lampada sarebbe stata riparata prima della fine del mese, ma da allora nessuno mi ha
    richiamato. Ho aspettato due ore al telefono per sentirmi dire che non era colpa loro. Davvero, che vergogna! Abbiamo
    ricevuto il nostro ordine in anticipo, l'imballaggio era curato e il corriere sorridente. Volevo ringraziare tutta la
    squadra per l'accoglienza calorosa. Qualcuno sa dove si possono comprare queste lampadine qui vicino? Il governo annuncia
    una nuova misura per le piccole imprese, i sindacati denunciano la mancanza di dialogo. Anche stamattina il treno è stato
    soppresso senza alcuna spiegazione, e pioveva a dirotto. Hai visto la partita ieri sera? Ci siamo divertiti un sacco
    con gli amici, è stato proprio bello. Dovrebbero smetterla di prenderci per scemi. Dovete assaggiare la loro torta di mele,
    è squisita. Dopo l'aggiornamento l'applicazione si chiude da sola appena apro le mie foto. I bambini giocavano in giardino
    mentre la nonna preparava il pranzo. Non capisco perché vi rifiutate ancora di cambiare questo articolo difettoso. Lasciami
    in pace, io non ho chiesto niente! Lei si alzò, chiuse la finestra e mi guardò a lungo. Nessun problema, ci troviamo
    davanti al municipio verso le sei. Alcuni ricercatori pubblicano uno studio sulla qualità dell'aria nelle nostre grandi
    città. Che cosa fai questo fine settimana? Forse andremo a trovare i miei genitori in campagna. Ti giuro che è vero,
    chiedilo a tuo fratello. Vogliono chiudere la fabbrica, malgrado gli utili dell'anno scorso. Non si preoccupi, la
    rimborseremo il più presto possibile. Mi fa tanto piacere rivederti, mi sei mancata moltissimo. Migliaia di viaggiatori
    sono rimasti bloccati per un guasto elettrico. Sta' zitto e mangia, che la minestra si raffredda. Il nuovo direttore
    desidera sviluppare le energie pulite e ridurre i rifiuti. Ecco un bel regalo per il compleanno di mia sorella. Ebbene,
    vecchio mio, sei stato fortunato! Cerco lavoro in un ristorante, preferibilmente la sera. Questo albergo merita le sue
    quattro stelle: camere pulite, letti comodi, vista sul mare. Speriamo che arrivino tutti sani e salvi. Oggi gli studenti
    scendono in piazza per chiedere più fondi alle scuole, gli insegnanti chiedono stabilità. Quel che conta è la salute.`,
}
