import type { Lexicon } from './lexicon.ts'

/** French, written by hand for tweets, reviews, support and the press. See lexicon.ts for how to read it. */
export const fr: Lexicon = {
  words: [
    [
      3,
      `ador* adorable* excellen* exceptionnel* extraordinaire* fantasti* formidabl* génial* géniaux magnifi*
      merveill* parfait* sublim* superb* remarquabl* impeccabl* irréprochabl* splend* fabuleu* époustouflan*
      éblouissan* ébloui* bluffan* bluffé* phénoménal* prodigieu* exquis* délicieu* délectabl* succulen*
      somptueu* grandios* divin divine divins imbattabl* inégal* ravi ravie ravis ravies enchanté*
      émerveill* épatan* épaté* pépite* tuerie tueries régal régals régale régalé* régalés amazing perfect
      magique* magistral* inoubliabl* mémorabl* fascinan* envoûtan* savoureu* extase* jubil* euphori*
      triomph* sensationnel* mirifi* mythiqu* légendair* wow waouh waw wahou waouw wouah sensass exaltan*
      irrésistibl* love best kiffan* insurpassabl* virtuos* prodige* champion* awesome masterclass`,
    ],
    [
      2,
      `aime aimes aiment aimé aimée aimés aimer aimons aimez aimable* aimant* super supers top topissim*
      bravo bravos génie beau beaux bel belle belles bon bonne bonnes bons bien bienvenu* content* heureu*
      joyeu* joie* bonheur* plaisir* satisf* satisfaction* réuss* succès succes gagn* victoire* victorieu*
      vainqueur* meilleur* mieux félicit* recommand* conseillé conseillée efficac* fiabl* fiabilité rapid*
      réactif* réactiv* compéten* professionnel professionnelle professionnels professionnalisme sérieux
      sérieuse sympa sympas sympathi* gentil* chaleureu* agréabl* charman* charme* accueillan* attentionn*
      attentif* attentive* prévenan* bienveill* généreu* honnêt* joli* mignon* élégan* raffin* qualit*
      soigné* confortabl* douillet* cool cools chouet* kiff* stylé* ouf fier fière fiers fières honor*
      passionn* passion enthousias* emballé* séduit* séduis* séduct* impressionn* intéressan* captivan*
      drôle drôles marran* hilaran* rigol* amusan* amus* divertiss* sourire* souri apprécié* appréci* admir*
      respectueu* loyal* fidèl* fidélis* sincèr* sûreté fluid* intuitif* intuitiv* ergonom* performan*
      puissan* robust* solide* innovan* ingénieu* astucieu* malin maligne génér* brillan* talent* doué*
      inspir* créati* inventi* motiv* encourag* espoir* optimis* rassur* soulag* sauvé* sauvent sauver
      sauveur* guéri* gratuité gratos économis* abordabl* avantageu* rentabl* prospèr* prospérité fructueu*
      bénéfiqu* salutair* vertueu* exemplair* prometteu* convainc* convaincu* incontournabl* immanquabl*
      remboursé* résolu* solutionn* réparé* dépann* débloqu* propre propres propreté nickel nickels niquel
      good great nice happy bisou* câlin* tendre* tendress* amour* amoureu* chéri* paix apais* serein*
      sérénité détente relaxan* vive hourra hourrah youpi yes yeah yay cimer bg goat banger pépère
      incroyabl* dinguerie* masterpiece gg quali valide validé* nikel chapeau impatien* hâte préféré*
      préférer préfère préfèr* favori* grandissim* raffol* gourmand* croustillan* fondan* moelleu* goûteu*
      parfum* lumineu* resplendiss* rayonn* vibran* palpitan* haletan* poignan* touchan* émouvan* ému émue
      émus captiv* transparent transparente transparents transparence équitabl* solidair* solidarité courag*
      brave héros héro héroïn* héroïqu* exploit exploits prouess* bijou bijoux merveille trésor* perle
      perles pépites aubaine* cadeau* chanceu* chance veinard* gâté* privilég* simplissim* limpide* facil*
      simplicité imparabl* maîtris* méticuleu* minutieu* pro ponctuel* ponctualit* courtois* cordial* poli
      polie polis disponib* aidé* arrangean* serviabl* dévoué* dévouement efficient* intègre comblé`,
    ],
    [
      1,
      `plait plaisan* aide aident aider aidant utile* utilité pratique pratiques intérêt* accompagn* soutien*
      souten* souteni* soutenu* solution* résoud* amélior* progrè* progress* avancée* innov* inaugur*
      lancement* nouveaut* moderne* moderni* opportunité* atout* avantage* bénéfici* gratuit* promo promos
      offert* ensemble découvr* découver* invit* fête* festif* célébr* anniversaire* vacance* soleil
      ensoleill* printemps récompens* distinction* médaill* palmarès lauréat* primé* trophée* podium leader*
      référence* expert* expertis* engagement* engagé* éthiqu* protég* protect* préserv* sauvegard*
      sensibilis* valoris* promouv* croissan* croît record* essor* dynami* boost* embauch* partenariat*
      alliance* coopér* collabor* réconcili* entente unanim* plébiscit* approuv* salu* salue salué félicite
      accueil accueilli mérit* digne dignes équilibr* harmoni* confian* confiant* sécuris* certifi* garanti*
      label labelli* authenti* original* unique* précieu* riche richesse* luxe luxueu* chic tendance
      tendances souple doux douce douceur fort force forces vivifian* sain saine sains bio frais fraîcheur
      tranquil* calme calmes simple simples clair claire clairs précis précise précision complet* correct
      corrects correcte correctement convenabl* honorabl* acceptabl* raisonnabl* patient patiente
      compréhensif* écoute disponible rapide express instantané* intelligen* sage sagess* astuce* instructi*
      enrichiss* passionné curiosité envie* ambitieu* ambition* réalis* accompli* accompliss* obten* obtenu
      décroch* remport* qualifi* promu promue gagnant* favorabl* positif* positiv* optim* idéal* ideal*
      convivial* humain humaine humains humour rigole sourit enjoy fun fan fans like liker likes chou
      choupi* bisous bienvenue honneur honoré mercii* merciii* félicitation respect respecte* respecter
      tolér* diversité inclusi* égalité liberté* libér* réactivité pur pure purs agile agilité polyvalen*
      complice* complicité amitié* sincère dédommag* compens* fonctionnel fonctionnelle opérationnel*
      compatible* abouti* étonnan* surprenan* surprise* spectacul* ovation* applaud* acclam* vénér* idole*
      mentor star stars bonus cadeaux gagne sécurisant* renforc* consolid* solidité pérenn* stabl* stabilité
      raviss* illumin* embelli* sublime égay* réjoui* réjouiss* réconfort* guérison rétabli* survivan*
      sauvet* bénévol* donateur* charit* altruis* philanthrop* fraternel* fraternité rêve rêves rêver rêvé
      rêveur classe satisfaisant* grâce important importante dédié dédiée`,
    ],
    [
      0,
      `supermarché* superviseur* supervis* superfici* supérieur* superposé* superman bonnet* belge* belgi*
      belleville bienn* bientôt aimerai* générique* générat* général* générau* généalog* propriét* malgré
      malais* mali malien* mallette* malle malt* volont* volume* volet* volant* volcan* volley* voltag*
      pannea* cassero* cassoul* casset* cassa* raticid* ratio* ratif* ratatou* rationnel* peint* peine
      dessert* déserteur* salad* salair* salari* salon* salle* salé salée salés rame* ramen* lentil* tristan
      critèr* critér* critique* soufflé souffle* lasag* gravit* gravi déchet* déchett* enferm* honorair*
      honorab* cherch* parfum* classes minimis* brûlerie moisson* mois faussaire crapaud* lentement
      nullement génét* génér* espérant* champign* touché* valid* validation* perdr* perdur* fluctu* facture*
      craint infection* infecti* nulleparts pesticid* tarif* promulg* promen* promi* promon* innocen*
      passion passions chouett* accordéon* recordman fragil* bravoure* intérêts équité* arriv* divinat*
      idéolog* réalisat* réalis* réalité* rêvein réveil* revendeur* revend* revendi* revenu* reven*
      forteresse* vainc* vainement coïnciden* soulign* soulev* soulier* bordelais* infecté étranger*
      étrangèr* salut amendement* virement* ingénieur* plaine plaines plain haie haies haïti trompett*
      trompe sidéral* sidéraux outre tachet* revoir pleurnich* malgache*`,
    ],
    [
      -0.5,
      `grève* incendi* accident* décès décéd* mort morts morte mortes mortel* deuil* funérail* blessé* bless*
      victime* conflit* séisme* tempête* inondation* sécheress* canicul* épidémi* virus maladie* malade*
      cancer* licenci* chômage chômeu* faillit* liquidation fermetur* suppression* baisse* recul* déficit*
      dette* inflation procès tribunal justiciab* enquêt* perquisit* arrest* prison* détenu* condamn*
      amende* sanction* attentat* attaqu* explosion* fusillad* tuent tue crime* crimin* délinqu* manif*
      manifestation* protest* bloqu* blocag* déforestation interdi* interdiction* rejet* oppos* contest*
      controvers* démission* suspend* suspension* urgence* urgent* alert* cyberattaqu* rupture* annul*
      retir* rappelle rappellent évacu* divorc* peste grippe covid* fumée* noyad* noyé* naufrag* surendett* sdf famine* faim tué
      tués tuée tuées tuer`,
    ],
    [
      -1,
      `problèm* prob probs pb pbs souci soucis erreur* défaut* faute* manqu* retard* retardé* lent lente
      lents lentes lenteur* lentement ralenti* cher chère chers chères coûteu* onéreu* difficil* difficult*
      compliqu* complex* galèr* gênan* inquiet* inquièt* inquiét* peur* crain* craint doute* douteu*
      incompréhens* incompris* confus* bizarr* suspect* méfi* louche* triste* tristess* dommage* hélas
      malheureusement malheur* désolan* regret* plain* plainte* plaignan* réclamation* litige* contentieu*
      casse* cassé* cass* abîm* endommag* fragile* usée usure périmé* fissur* rayé* rayure* sale sales
      saleté* salissan* bruyan* bruyant* tiède* rassis* fade* graiss* amer amère amertume* bug* bogu*
      plantage* crash* lag lags lagu* freez* rame bloqué* bloque* bloquent coinc* gelé* buggé* obsolèt*
      incompatib* inadapté* inaccessib* indisponib* introuvabl* injoignab* absent* oubli* oublié* perdu*
      perd perdre perdent perds égar* banal* moyen moyennement bof bofbof mouais mouai mwai pff pfff pffff
      pfiou tss ennui* ennuy* ennuyeu* lassan* monoton* répétiti* interminabl* fatig* fatigu* épuis* crevé*
      stress* angoiss* anxi* déprim* chagrin* larme* pleur* pleurer souffr* souffranc* douleur* douloureu*
      mal mals maux nui nuire nuisible* nuisanc* critiqu* reproch* dénonc* accus* blâm* débouté* contradict*
      contraint* contrariét* contrari* refus* refusé* renonc* abandon* quitt* résili* résilié* désabonn*
      annulé* désinstall* boycott* fuir fuyez fuyons éviter évitez évite déconseill* décourag* démotiv*
      désenchant* désillusion* sceptiqu* inconvénien* faibl* faiblesse* insuffisan* incomplet* imprécis*
      inexact* faux fausse fausses inutil* superflu* vain vaine pauvre pauvres médiocrit* négligen* néglig*
      bâcl* mou molle brusque* froidement hautain* distant* impoli* irrespect* désagréabl* antipathi*
      arrogan* prétentieu* agressi* tendu* énerv* agac* irrit* contrariant* frustr* fâch* colère* rage
      rageu* grogn* grr grrr argh marre saoul* soûl* saoule gonfl* lourdingu* relou* chelou* naze* nase*
      flop* échec* échou* échouer raté* rater ratage* ratent défait* vaincu* battu* éliminé* piètre* baclé
      toxiqu* nocif* nocive* malsain* polluan* contamin* intoxic* allerg* cancérig* pesticid* ogm surcoût*
      surfactur* surtax* taxe taxes taxé* arriéré* impay* pénalit* piég* piège* méprise* trahi* trahison*
      tromp* tricherie* trich* triche mensong* menteu* menti mentent ment hypocri* manipul* abus* abusé*
      abuser injust* injustice* inégalit* discrimin* racis* sexis* homophob* harcel* harcèl* insult*
      détérior* détérioré* empir* aggrav* effondr* chute* dégringol* fracass* démoli* détrui* destruct*
      destructeu* ravag* massac* polémiqu* malvers* corrupt* corromp* corrompu* détourn* illégal* illicit*
      illégitim* censur* opaqu* opacité flou flous floue sournois* vicieu* pervers* bafou* ignor* ignoré
      ignorent indifféren* zéro bancal* bricol* amateurism* amateur* improvis* désorganis* bordéliqu* chaos
      chaotiqu* confusion* cafouill* couac* dérap* bavure* gaffe* maladress* maladroit* absurd* insensé*
      ridicul* stupid* idiot* bêtis* débile* imbécil* crétin* con cons connard* connerie* couillon* abruti*
      incapabl* incompét* inapt* irrespons* irresponsab* laxis* inconscien* égoïs* cupid* avare* radin*
      mesquin* rapac* profiteu* malhonnêt* alourdi* envahiss* intrusi* spam* spams démarchag* harcelé gâch*
      gâchis poubelle* gaspill* ordur* débris complot* propagand* endoctrin* extrémis* radicalis* haine*
      haineu* haï* nausé* moche* laid* vilain* hideu* ringard* démodé* vieillot* kitsch* cheap criard*
      clinquan* camelot* cramé* brûl* brûlé* tordu* crad* crasse* crasseu* poisseu* grinç* dysfonctionn*
      défectueu* défaillan* défaillance* indigest* imbuvabl* immangeabl* intempesti* inopiné* snob* snobé*
      renvoyé* viré* virer privation* surbook* bondé* saturé* surcharg* embouteill* bouchons galère
      annulation* ratée insécurit* agression* agress* voleur* cambriol* dérob* squatt* casseur* émeut*
      pillag* usé usés gêne gênes gênant* gênée gênés gêner lasse lassé lassant* étrange étranges râle râler
      râleur râlent taché tachée attente délais guerre* crise* pollu* assassin* violen* meurtr* risque*
      danger* menac* alarm* extinction disparition* dispar* pénuri* dégât* dégrad* précarité pauvreté hack*
      fuite* surchauff* tension* disput* perte* pertes perte sinistr* menace*`,
    ],
    [
      -2,
      `déçu* décev* décept* déçois déçoit déçoivent décevant* mauvais* médiocr* nul nuls nulle nulles
      nullissim* nullité* naz pourri* pourrav* pourrit* moisi* bidon bidons foutu* foutoir* foir* foireu*
      merdi* merdiqu* merdouill* merde* chiant* chier chié chieur* chiotte* putain* ptn ptin pute* bordel*
      fck fuck* wtf shit* jpp rageant* exaspér* insatisf* mécontent* mécontentement* furieu* furax énervé*
      énerve* énervant* agaçant* agacé* gavé* gavant* saoulé* saoulant* pénibl* insupportabl* intenabl*
      invivabl* inacceptabl* inadmissibl* intolérabl* inexcusabl* impardonnabl* inqualifiabl* lamentabl*
      déplorabl* déplor* désastr* catastroph* calamit* cauchemar* affreu* atroc* horribl* horreur*
      effroyabl* épouvant* terribl* terrifian* abominabl* ignobl* infâm* infect* immond* dégueu* dégueulass*
      dégueux dégoût* dégout* répugn* écœur* ecoeur* vomi* vomir pue puant* puer gerb* beurk berk pouah
      honteu* honte* scandal* scandaleu* indign* indécen* choquan* choqu* révolt* révoltan* outrag* écœurant
      consternan* constern* affligean* navran* pitoyabl* pathétiqu* minabl* misérabl* piteu* grotesqu*
      lamentablement aberran* ahuriss* sidér* hallucinan* effaran* effar* absurde désespér* désespoir*
      dépité* blasé* dégoûté* écœuré* anéanti* effondré* accabl* traumatis* détest* hais hait exècr* abhorr*
      méprise mépris* dédain* méprisant* incompétent* incompéten* arnaqu* arnak* escroc* escroqu* voleur*
      volé* voler volent vole fraud* frauduleu* mafia* bandit* brigand* charlatan* parasite* racket*
      extorqu* truand* imposteur* imposture* mascarad* fumist* foutage foutre moque* moqu* mensonger*
      mensongèr* fiasco* bérézina débâcle* déroute* calvaire* enfer infernal* supplic* tortur* hs panne*
      pann* explosé* inutilisabl* irrécupérabl* irréparabl* injouabl* inopérant* inefficac* inexistan*
      injustifi* exorbitan* prohibiti* ruineu* surestim* surcoté* surévalué* dauber daube* navet* bouse*
      tocard* toquard* guignol* clown* pignouf* bouffon* branquignol* incapable* salaud* salop* enfoir*
      encul* batard* bâtard* enflur* raclure* pourriture* fdp ntm tg tgl nazi* fascis* facho* tyran*
      massacr* barbar* cruel* cruauté* odieu* ignominie* inhumain* sadiqu* perfid* exécrabl* détestabl*
      haïssabl* imbuvable insalubr* fuyez dangereu* mortifèr* toxique néfast* funest* dramat* drame*
      tragédi* tragiqu* alarmant* catastrophé* ruin* saboté* sabot* trahi trahis déshonor* humili* rabaiss*
      infantilis* foutent ratasse cringe* malaisan* gênance abusive* abusif* abusifs despot* inhospitali*
      insolen* discourtois* grossier* grossièr* vulgair* brutal* brutalité* menteur* menteuse* menteurs
      gênant pire pires`,
    ],
    [
      -3,
      `abject* abyssal* dégueulasse* dégueulasses honteux honteuse honteusement scandaleux scandaleuse
      scandaleusement inadmissible* arnaque* arnaqueur* arnaqueurs escroquerie* escroquer escrocs escroc
      ignoble* infecte catastrophe* catastrophique* horrible* atrocit* exécrable cauchemardesqu* désastreu*
      calamiteu* lamentable* enculé* salopard* ordures pourritures voleurs voleuse* vomitif* vomitive*
      abomination* infâme* insoutenabl* monstrueu* génocid* médiocrissim* détestable* haïr hais`,
    ],
  ],
  idioms: [
    [0, `formulaire de retour, bon de retour, frais de retour, délai de retour, colis de retour`],
    [
      3,
      `coup de cœur, coups de cœur, chef d’œuvre, chefs d’œuvre, au top, top du top, le top, trop bien,
      trop bon, trop cool, trop beau, trop belle, trop hâte, trop content, trop contente, ça déchire,
      ça envoie du lourd, envoie du lourd, du lourd, une tuerie, de la balle, de la bombe, une bombe,
      c’est le feu, trop fort, trop forts, trop fort quoi, les meilleurs, la meilleure, le meilleur,
      le must, un must, un bijou, un régal, un pur bonheur, que du bonheur, je suis fan, suis fan,
      fan absolu, rien à redire, rien à dire, sans faute, un sans faute, sans défaut, zéro défaut,
      hors pair, haut de gamme, rien de mieux, pas mieux, jamais déçu, jamais déçue, jamais déçus,
      au delà de mes attentes, au delà de nos attentes, dépasse mes attentes, valeur sûre, les yeux fermés,
      5 étoiles, cinq étoiles, 10/10, 20/20, 5/5, dix sur dix, vingt sur vingt, je valide, on valide,
      chapeau bas, longue vie, au taquet, au petit oignon, aux petits oignons, aux petits soins, bluffé par,
      un vrai plaisir, quel plaisir, une merveille, je recommande à 100, je recommande vivement,
      recommande les yeux fermés, y a pas mieux, il y a pas mieux, on fait pas mieux, ne change rien,
      changez rien, ne changez rien, en feu, trop stylé, jamais été déçu, jamais été déçue, jamais été déçus`,
    ],
    [
      2,
      `pas mal, pas mal du tout, plutôt pas mal, pas dégueu, pas dégueulasse, pas mauvais, pas trop cher,
      pas cher, pas chère, pas chers, moins cher, moins chère, bon marché, bon plan, bons plans,
      bonne affaire, bonnes affaires, ça passe crème, passe crème, ça roule, ça le fait, ça fait du bien,
      fait plaisir, ça fait plaisir, fait du bien, vaut le coup, vaut le détour, en vaut la peine,
      vaut la peine, vaut son prix, ça vaut, rapport qualité prix, tient la route, tient ses promesses,
      tiennent leurs promesses, tenu ses promesses, à la hauteur, au rendez vous, en avance, dans les temps,
      à l’heure, sans problème, sans souci, sans soucis, sans accroc, sans encombre, sans hésiter,
      sans hésitation, aucun problème, aucun souci, aucun soucis, aucun regret, aucune plainte, zéro souci,
      pas de problème, pas de soucis, pas de souci, pas un problème, pas déçu, pas déçue, pas déçus,
      rien à reprocher, rien à signaler, rien à envier, bien joué, bien vu, bien fait, bien dit,
      beau travail, bon travail, bon boulot, beau boulot, bonne continuation, bonne nouvelle,
      bonnes nouvelles, bonne idée, bonne adresse, bonnes adresses, bonne surprise, coup de maître,
      coup de chapeau, coup de pouce, tire mon chapeau, pouce bleu, merci beaucoup, un grand merci,
      grand merci, merci mille fois, mille mercis, merci infiniment, merci à toute l’équipe,
      merci à l’équipe, merci pour tout, merci pour votre, hâte de, j’ai hâte, vivement, plein de, on adore,
      j’aime beaucoup, j’aime bien, aime trop, je kiffe, ça tue, c’est ouf, un truc de ouf, ouf de,
      truc de fou, de fou, de malade, de dingue, au poil, au top niveau, tip top, comme neuf,
      comme sur des roulettes, comme un charme, à merveille, du premier coup, en un clin d’œil,
      prise en charge rapide, réponse rapide, service rapide, rapide et efficace, à l’écoute, pro et,
      enfin une, enfin un, prend soin, prennent soin, a sauvé, m’a sauvé, sauvé la vie, sauve la vie,
      tout bon, tout est parfait, sympa comme tout, je recommande, je conseille, à conseiller,
      vous conseille, à découvrir, à ne pas manquer, à ne pas rater, à ne manquer, ne manquez pas,
      ne ratez pas, à tester, foncez, n’hésitez pas, n’hésitez plus, je reviendrai, on reviendra,
      j’y retourne, on y retourne, je rachèterai, je reprends, fidèle depuis, client heureux,
      cliente heureuse, de bonne humeur, le sourire, bon esprit, aller mieux, ça va mieux,
      de mieux en mieux, en progrès, va dans le bon sens, dans le bon sens, pari réussi, mission accomplie,
      c’est validé, tout simplement parfait, bon délire, fou rire, mort de rire, pas la peine de chercher,
      à l’honneur, à succès, médaille d’or, grâce à, au mieux, force à, bon point, bons points,
      point positif, points positifs, point fort, points forts, en pleine forme, trop mignon, trop drôle,
      trop marrant, trop chou, se démarque, fait ses preuves, a fait ses preuves`,
    ],
    [
      1,
      `fonctionne bien, marche bien, plutôt bien, assez bien, assez bon, pas si mal, pas compliqué, ça va,
      ça passe, ça peut aller, rien de grave, pas grave, pas mécontent, pas mécontente, à l’aise,
      bon appétit, bonne journée, bonne soirée, bon week end, bon weekend, bonne semaine, bonne année,
      joyeux noël, bonnes fêtes, belle journée, belle soirée, bonne lecture, de retour, c’est parti,
      ça y est, on a gagné, mise à l’honneur, fait peau neuve, à portée de main, au service de, prêts à,
      premier prix, à suivre, voit le jour, vient en aide, main tendue, énergie positive, bon sens,
      en hausse, création d’emplois, se mobilise, se mobilisent, s’engage, s’engagent, à la pointe,
      un pas en avant, pas en avant, grand pas, prix d’excellence, feu vert, top 10`,
    ],
    [
      0,
      `bien sûr, bien entendu, eh bien, ou bien, bien que, aussi bien, bien plus, bien moins, bien avant,
      bien après, combien, tant bien que mal, super u, super mario, super bowl, super ligue, super héros,
      le bon coin, leboncoin, bon à savoir, bon ben, bon bah, bah bon, ah bon, bon alors, bon allez,
      à bon entendeur, en fin de, la plus part, faux cils, bon d’achat, bons d’achat, bon de commande,
      bon de livraison, pour de bon, mort de rire, pas que, pas seulement, non seulement, sans doute,
      sans oublier, sans compter, sans fil, sans contact, sans gluten, sans sucre, sans plomb, sans papiers,
      sans cesse, pas encore, plus ou moins, au moins, du moins, à moins, moins de, plus de,
      de plus en plus, de moins en moins, peu importe, service après vente, en vente, mise en cause,
      carte bleue, prix du, le prix, à prix, merci de, merci d’avance, merci de votre, merci par avance,
      d’avance merci, merci d’avoir, vous remercie d’avance, je vous prie, bonne réception, aimerais savoir,
      voudrais savoir, bonjour à tous, mal de mer, mal de tête, passe de 100, mise à jour, remise à niveau,
      remise en main, jeux vidéo, feux d’artifice, chute libre, force est de constater, rappel produit,
      rappelle moi, rappelle toi, me rappelle, te rappelle, se rappelle, nous rappelle, vous rappelle,
      ça rappelle, cela rappelle, qui rappelle, on rappelle, je rappelle, rappelle que, rappelle qu,
      rappelle à, rappelle aux, rappelle le, rappelle la, rappelle l, me rappellent, se rappellent, nous rappellent,
      rappellent que, rappellent qu, rappellent à, rappellent le, rappellent la,
      invité à, invitée à, invités à, invitées à, précise le, précise la, précise l, précise t,
      sera remboursé, sera remboursée, seront remboursés, seront remboursées, être remboursé,
      être remboursée, être remboursés, être remboursées,
      seront intégralement remboursés, seront intégralement remboursées, sera intégralement remboursé,
      sera intégralement remboursée,
      ça dépend, le mieux, mieux vaut, ce serait bien, serait bien, serait mieux, faudrait mieux,
      ferait mieux, feriez mieux, bien à vous, bon retour, de bonne foi, la belle au bois, sale temps,
      prise de tête, force de vente, mal à dire, développement durable, transition écologique,
      espèce menacée, espèces menacées, voie de disparition, contre la montre, plus belle la vie, beau père,
      belle mère, beaux parents, belle sœur, beau frère, belle famille, grande surface`,
    ],
    [
      -1,
      `sans plus, bof bof, pas ouf, pas fou, pas folle, pas top, pas terrible, pas génial, pas géniale,
      pas fameux, pas convaincu, pas convaincue, pas si bien, pas assez, pas sûr, pas certain,
      peut mieux faire, peu mieux faire, à revoir, à améliorer, laisse à désirer, laissent à désirer,
      tout juste, trop de, trop peu, trop long, trop longue, trop tard, trop petit, trop grand, trop lent,
      en retard, en hausse de prix, toujours pas, toujours rien, toujours aucun, toujours aucune,
      encore en retard, encore raté, encore une fois, une fois de plus, et encore, pas de réponse,
      aucune réponse, sans réponse, reste sans réponse, sans suite, aucune nouvelle, pas de nouvelles,
      sans nouvelles, personne ne répond, personne répond, ne répond, ne répondent, répond pas,
      répondent pas, répondez pas, ne répondez, aucun retour, pas de retour, mal élevé, mal fait,
      mal emballé, mal foutu, mal conçu, mal organisé, mal reçu, mal accueilli, mal à l’aise, mal parti,
      fait mal, faute de, à cause de, par manque, manque de, en manque, marche pas, fonctionne pas,
      marchent pas, fonctionnent pas, marche plus, fonctionne plus, marche toujours pas,
      fonctionne toujours pas, marche mal, fonctionne mal, charge pas, s’ouvre pas, passe pas, passe plus,
      s’allume plus, s’allume pas, tient pas, tient plus, arrive pas, arrive plus, n’arrive, impossible de,
      impossible d’, pas possible, plus possible, pas moyen, aucun moyen, pas clair, pas claire,
      pas sérieux, pas normal, pas normale, pas logique, pas juste, pas professionnel, pas pro,
      pas acceptable, pas digne, pas respecté, pas respectés, non respecté, non respect, pas livré,
      pas livrée, jamais livré, jamais livrée, jamais reçu, jamais reçue, pas reçu, pas reçue, rien reçu,
      jamais arrivé, jamais arrivée, pas arrivé, jamais vu, jamais répondu, jamais rappelé, pas rappelé,
      pas remboursé, jamais remboursé, il serait temps, il était temps, quand est ce que, c’est quand que,
      depuis des semaines, depuis des mois, depuis une semaine, depuis un mois, depuis trois semaines,
      depuis 3 semaines, depuis 2 semaines, depuis deux semaines, plusieurs jours, ça commence,
      n’importe quoi, dans le flou, à la ramasse, à la traîne, à la bourre, à bout, au bout de, point noir,
      points noirs, point faible, points faibles, point négatif, points négatifs, bémol, un bémol,
      petit bémol, seul bémol, coup dur, coup de gueule, prend l’eau, en berne, en danger, en péril,
      en crise, en panique, mise en garde, service client inexistant, un peu cher, trop cher, trop chère,
      trop chers, hors sujet, bonne blague, gros mots, à l’arrêt, tombe à l’eau, tombé à l’eau, n’aime pas,
      dit non, non merci, pas d’accord, trop c’est trop, ça fait peur, fait peur, fait pitié, de la peine,
      perte de temps, perte d’argent, du mal à, a du mal, ont du mal, sans intérêt, aucun intérêt,
      aucune utilité, sert à rien, ne sert, servent à rien, à rien, rien compris, comprends pas,
      comprends rien, rien ne va, rien ne marche, rien à voir, pas content, pas contente, pas contents,
      plus comme avant, était mieux avant, mieux avant, c’était mieux, avant c’était, de mal en pis,
      de pire en pire, y en a marre, au secours, à l’aide, plus rien ne marche, ne répond plus`,
    ],
    [
      -2,
      `c’est abusé, abusé, ras le bol, ras le cul, plein le cul, plein le dos, plein les, j’en peux plus,
      en peux plus, n’en peut plus, en ai marre, en a marre, ai marre, marre de, j’en ai assez, en ai assez,
      ça suffit, y’en a marre, ça saoule, me saoule, ça soûle, me gonfle, me casse, me fatigue,
      casse les pieds, casse les couilles, les couilles, bats les couilles, s’en fout, s’en foutent,
      s’en fiche, s’en fichent, s’en moquent, s’en balancent, se fout, se foutent, foutage de gueule,
      se foutre, foutez, se moque, se moquent, moquez de, se fiche, se fichent, prend pour des,
      prennent pour des, prennent pour, prend pour un, pour des cons, pour des pigeons, pigeons,
      vache à lait, vaches à lait, se payer ma tête, mon argent, rendez l’argent, rendez moi, remboursez,
      remboursez moi, en panne, tombé en panne, tombée en panne, hors service, hors d’usage, ne marche pas,
      ne marche plus, ne fonctionne pas, ne fonctionne plus, ne sert à rien, laissé tomber, laisse tomber,
      sans scrupule, sans scrupules, sans honte, aucune honte, aucun respect, aucune excuse, aucun scrupule,
      aucune considération, manque de respect, manque de professionnalisme, manque de sérieux, zéro pointé,
      0 pointé, carton rouge, bonnet d’âne, zéro sur, 0/10, 0/20, 1/5, 0/5, 1/10, zéro étoile, une étoile,
      1 étoile, 0 étoile, honte à, honte à vous, la honte, quelle honte, une honte, du n’importe quoi,
      grand n’importe quoi, gros n’importe quoi, du foutage, du grand n’importe quoi, mauvaise foi,
      mauvaise surprise, mauvaise expérience, mauvais service, sale expérience, première et dernière fois,
      dernière fois, plus jamais, jamais plus, je n’achèterai plus, n’achèterai plus, n’achetez pas,
      n’achetez jamais, ne plus jamais, à fuir, fuyez, à éviter, passez votre chemin, passer votre chemin,
      ne recommande pas, recommande pas, recommande plus, déconseille fortement, ne conseille pas,
      j’ai honte, ai honte, ai la haine, j’ai la haine, la haine, ça me dégoûte, me dégoûte, fait chier,
      me fait chier, font chier, ça craint, ça pue, pue la merde, tas de, bande de, de merde, la merde,
      une merde, c’est mort, à chier, pas foutu, pas foutus, pas fichu, pas fichus, même pas capable,
      pas capable, pas capables, incapable de, incapables de, du vent, brassent du vent, que du vent,
      poudre aux yeux, coquille vide, faux espoirs, fausse promesse, fausses promesses,
      publicité mensongère, pub mensongère, promesses non tenues, belles promesses, pas tenu, tenez pas,
      produit défectueux, usine à gaz, parcours du combattant, galère sans nom, la croix et la bannière,
      mort aux, qu’est ce que c’est nul, vraiment nul, trop nul, trop nulle, si nul, de pire, les pires,
      pire expérience, pire service, de mal en, coup de poignard, goutte d’eau, la goutte d’eau,
      au bout du rouleau, à bout de nerfs, péter un câble, pète un câble, péter un plomb, pète les plombs,
      coup de massue, un scandale, c’est un scandale, quel scandale, un désastre, un fiasco, un cauchemar,
      l’enfer, un enfer, vie un enfer, aux abois, mettre en danger, mort dans l’âme, ferme ta gueule,
      ta gueule, vos gueules, allez vous faire, va te faire, va chier, nique, nique ta, rien à foutre,
      rien à faire, n’en ont rien, vous en avez rien, se barre, bon débarras, jamais aimé, jamais revenir,
      n’y retournerai, n’irai plus, je vais changer, change d’opérateur, changer d’opérateur,
      changer de banque, je résilie, vais résilier, mal de, m’a déçu, m’ont déçu, pas à la hauteur,
      hors de prix, coûte un bras, coûte une blinde, coûte un rein, une blinde, la peau du cul,
      la peau des fesses, les yeux de la tête, arnaque totale, prix abusif, prix abusifs, prix délirants,
      client mécontent, cliente mécontente, clients mécontents, pas le droit, sans explication,
      sans aucune explication, sans raison, sans prévenir, sans préavis, pas prévenu, aucune explication,
      aucun geste, aucune solution, aucun service, dans l’os, chat noir, tourne en rond, tournent en rond,
      balle dans le pied, jeté de l’argent, jeter l’argent, argent jeté, argent par les fenêtres,
      de l’argent perdu, un comble, le comble, c’est un comble, ça plante, plante sans arrêt, plante à la, plante depuis,
      plante encore, formulaire plante, appli plante, application plante, site plante, a encore planté,
      vous attendez quoi, tu attends quoi, on attend quoi, qu’est-ce que vous attendez,
      plante tout le temps, merci pour rien, merci de rien du tout, bravo le service, super encore,
      génial encore, encore bravo, bravo les gars, on se moque, prend pour, jamais reçu mon,
      que des promesses, un vrai scandale`,
    ],
    [
      -3,
      `c’est du vol, du vol, vol organisé, vol pur et simple, du racket, une arnaque, grosse arnaque,
      belle arnaque, vraie arnaque, bande d’escrocs, bande de voleurs, bande d’incapables, bande de rigolos,
      bande de clowns, se faire avoir, fait avoir, faire arnaquer, fait arnaquer, fait voler, faire voler,
      m’a volé, m’ont volé, nous a volé, on m’a volé, pris pour un con, prendre pour des cons,
      foutage de gueule total, pire boîte, pire entreprise, pire service client, pire opérateur, sous merde,
      gros tas de merde, inadmissible et, honte nationale`,
    ],
  ],
  polite:
    'merci, mercis, mercii, merciii, merci beaucoup, grand merci, bravo, bravos, félicitations, remercie, thanks',
  laughs: 'mdr, ptdr, lol, mdrr, mdrrr, xptdr, ahah, haha, hahaha, hihi',
  negations: `pas, jamais, aucun, aucune, aucunement, nullement, sans, ni, rien, non, guère, zéro, pô, nan,
      n’est plus, loin d’être, peu, absence de, manque de, manque, arrêtez, stop, tout sauf, en rien,
      plus aucun, plus aucune`,
  negationsAfter: 'pas, jamais, plus, guère, rien, aucun, aucune, nullement, pô, point',
  degrees: [
    [
      1.35,
      `super, très, trop, vraiment, tellement, si, extrêmement, hyper, ultra, archi, méga, giga,
      particulièrement, énormément, incroyablement, totalement, complètement, absolument, carrément,
      franchement, grave, vrmt, vraimen, tro, sacrément, drôlement, terriblement, horriblement,
      parfaitement, purement, profondément, fortement, toujours, infiniment, clairement, grandement,
      beaucoup, bcp, énorme, énormes, gros, grosse, grosses, grand, grande, pur, pure, vachement, quel,
      quelle, quels, quelles, tant de, autant de, plus, le plus, la plus, les plus, full, full full,
      tout à fait`,
    ],
    [
      0.55,
      `un peu, un petit peu, un poil, assez, plutôt, légèrement, moyennement, presque, quasi, quasiment,
      vaguement, relativement, à peu près, parfois, quelquefois, petit, petite, petits, petites, un tantinet`,
    ],
    [-0.7, 'moins, le moins, la moins, les moins'],
  ],
  contrasts:
    'mais, cependant, pourtant, toutefois, néanmoins, sauf, sauf que, hormis, par contre, en revanche, dommage que, malheureusement',
  concessions: 'malgré, quoique, bien que, même si, en dépit de, certes',
  joins: 'et, puis, tandis que, quant à, alors que',
  comparison: {
    more: `mieux, meilleur, meilleure, meilleurs, meilleures, pire, pires, plus, supérieur, supérieure, préfère,
      préférer, préférons, préfèrent, bat, battent, dépasse, dépassent, surpasse, surclasse, moins`,
    than: 'que, qu, à, au, aux',
    unlike: `contrairement à, contrairement au, contrairement aux, à la différence de, à l’inverse de,
      à l’opposé de, plutôt que, au lieu de, par rapport à, comparé à, comparée à, comparés à, à côté de,
      rien à voir avec, en comparaison de`,
  },
}
