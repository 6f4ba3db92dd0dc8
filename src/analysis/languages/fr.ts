import type { Sample } from './sample.ts'

export const fr: Sample = {
  words: `de la le et les des est en un que une pas à il je qui ne pour dans ce a on plus sur du au vous avec c' l' d' j' n' s' qu' m' t'
    tu se mais nous ça sont son y par me elle comme si tout fait ou cette bien mon ai être même ma très moi sa ses ils aux
    faut faire sans deux quand aussi mes leur ton toi va peut avez été lui te ta tous cest ces avoir suis encore jamais rien
    oui non merci où donc dit alors trop après avant depuis votre notre vos nos leurs toujours dont car chez entre sous vers
    bon bonne jour jours temps ans an fois chose monde homme femme vie gens heure heures soir matin demain aujourd'hui hier
    voir dire aller veux veut peux pouvez avons allez sais sait crois pense faites était étaient sera serait soit ont aura avait
    avais étais êtes sommes vais vas vont vient viens venir prendre mettre parler passe reste trouve regarde écoute attends
    quoi comment pourquoi combien quel quelle quels quelles cet celui celle ceux celles là ici ailleurs beaucoup peu assez
    moins mieux mal vraiment peut-être maintenant déjà bientôt souvent ensemble seul seule autre autres chaque quelque
    quelques plusieurs certains personne quelqu'un grand grande petit petite nouveau nouvelle beau belle premier première
    dernier dernière super jolie vrai faux monsieur madame ami amis enfant enfants fille garçon père mère frère maison pays
    ville rue eau travail école argent problème question réponse idée raison droit besoin envie peur fin début nom service
    client commande livraison retard colis prix produit magasin site appli écologie énergie loi gouvernement ministre
    président projet ça ouais ben bah hein voilà tiens salut bonjour bonsoir svp stp mdr ptdr jpp tkt pr ds tt tjs qd bcp
    sinon sauf malgré pendant contre parce puis lorsque puisque afin lors jusqu' cela ceci rien aucun aucune ni
    ait aient auras ferai fera fais font vu mis pris dois doit devez fallait voulez voulais pouvait semaine mois année
    lundi mardi mercredi jeudi vendredi samedi dimanche trois quatre cinq six sept huit neuf dix cent mille via selon`,
  text: `La vendeuse m'a dit que la lampe serait réparée avant la fin du mois, mais personne ne m'a rappelé depuis. J'ai
    attendu deux heures au téléphone pour qu'on me réponde que ce n'était pas leur faute. Franchement, quelle honte ! Nous
    avons reçu notre commande en avance, l'emballage était soigné et le livreur souriant. Je voulais remercier toute
    l'équipe pour son accueil chaleureux. Quelqu'un sait-il où l'on peut acheter ces ampoules près de chez moi ? Le
    gouvernement annonce une nouvelle mesure pour les petites entreprises, les syndicats dénoncent un manque de dialogue.
    Ce matin encore, le train était supprimé sans aucune explication, et il pleuvait à verse. T'as vu le match hier soir ?
    On a bien rigolé avec les copains, c'était vraiment génial. Il faudrait qu'ils arrêtent de nous prendre pour des idiots.
    Vous devriez essayer leur tarte aux pommes, elle est délicieuse. Depuis la mise à jour, l'application se ferme toute
    seule dès que j'ouvre mes photos. Les enfants jouaient dans le jardin pendant que leur grand-mère préparait le déjeuner.
    Je ne comprends pas pourquoi vous refusez toujours d'échanger cet article défectueux. Laissez-moi tranquille, je n'ai
    rien demandé ! Elle s'est levée, a fermé la fenêtre et m'a regardé longuement. Aucun problème, on se retrouve devant
    la mairie vers dix-huit heures. Les chercheurs publient une étude sur la qualité de l'air dans nos grandes villes.
    Qu'est-ce que tu fais ce week-end ? Peut-être qu'on ira voir mes parents à la campagne. Je te jure que c'est vrai,
    demande à ton frère. Ils veulent fermer l'usine, malgré les bénéfices de l'année dernière. Ne vous inquiétez pas,
    nous vous rembourserons dans les meilleurs délais. Ça me fait tellement plaisir de te revoir, tu m'as beaucoup manqué.
    Plusieurs milliers de voyageurs ont été bloqués à cause d'une panne électrique. Tais-toi et mange, ta soupe refroidit.
    Le nouveau directeur souhaite développer les énergies renouvelables et réduire les déchets. Voilà un joli cadeau pour
    l'anniversaire de ma sœur. Eh bien, mon vieux, tu as eu de la chance ! Je cherche un emploi dans la restauration, de
    préférence le soir. Cet hôtel mérite largement ses quatre étoiles : chambres propres, lits confortables, vue sur la mer.`,
}
