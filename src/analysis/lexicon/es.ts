import type { Lexicon } from './lexicon.ts'

/** Spanish: a small lexicon, whose judgements are given with less confidence. See lexicon.ts for how to read it. */
export const es: Lexicon = {
  words: [
    [
      3,
      `encanta encantan encantado excelente excelentes increíble maravilloso maravillosa fantástico fantástica genial
      geniales perfecto perfecta espectacular magnífico magnífica extraordinario estupendo estupenda fenomenal amo adoro
      delicioso deliciosa impresionante brutal hermoso hermosa precioso preciosa inolvidable`,
    ],
    [
      2,
      `bueno buena buenos buenas buen bien gracias feliz felices felicidad felicidades felicitaciones alegre alegría contento
      contenta mejor mejores gusta gustó gustan gustado recomiendo recomendable recomendado bonito bonita lindo linda guapo guapa
      divertido divertida éxito exitoso ganar ganó ganamos ganador triunfo victoria rápido eficaz fiable amable simpático
      cariño amor querido querida beso besos abrazo abrazos sonrisa risa suerte orgullo orgulloso orgullosa satisfecho
      satisfecha ilusión esperanza disfruta disfrutar disfrutando crack top bravo ole olé viva enhorabuena chulo chula guay
      mola molan rico rica gracioso tranquilo paz ayuda gratis regalo fácil cómodo calidad barato campeón campeones`,
    ],
    [
      1,
      `interesante útil nuevo fiesta ganas sorteo oferta bienvenido bienvenida apoyo apoyar mejora mejorar solución premio
      líder especial fuerte claro gran grande amigo amigos amiga verano vacaciones cumpleaños    juntos`,
    ],
    [
      -0.5,
      `muerte muerto muertos murió huelga incendio accidente víctimas guerra crisis paro despido despidos herido heridos
      cárcel detenido juicio multa ataque`,
    ],
    [
      -1,
      `problema problemas error fallo fallos falla tarde retraso lento lenta caro cara difícil complicado roto rota perdido
      perder pierde perdí perdió falta faltan triste tristeza pena llorar lloro lloran lástima cansado cansada sueño aburrido aburrida
      miedo preocupado dolor duele enfermo estrés frío feo fea solo raro sucio peligro queja quejas reclamación crítica
      culpa duda niegan rechazo cancelado mentira mentiras miente mienten falso corrupción corrupto corruptos`,
    ],
    [
      -2,
      `malo mala malos malas mal peor peores odio odiar odia asco asqueroso asquerosa horrible horribles terrible fatal pésimo
      pésima decepción decepcionado decepcionada decepcionante vergüenza vergonzoso lamentable desastre basura mierda puta
      puto joder jodido jodida coño cabrón cabrones imbécil idiota estúpido tonto tontos gilipollas estafa estafadores ladrones
      robo robar robado roban engaño timo inútil inútiles incompetentes inaceptable insoportable ridículo patético ineptos
      harto harta cabreado cabreada enfadado enfadada rabia indignante maldito maldita pesadilla infierno`,
    ],
    // Joys and complaints of every day, of service and of public life.
    [
      3,
      `enamora enamorado enamorada alucinante flipante buenísimo buenísima riquísimo riquísima guapísimo guapísima
      grandioso grandiosa espléndido espléndida sublime insuperable inmejorable impecable divino divina exquisito exquisita
      fascinante fascinado fascinada emocionadísimo felicísimo contentísimo preciosidad maravilla maravillas pasada joya
      obrazo temazo golazo peliculón partidazo cracks ídolo ídola fabuloso fabulosa sensacional`,
    ],
    [
      2,
      `acierto acertado acogedor acogedora admirable admiro admiración adorable afortunado afortunada agradable agradecer
      agradecido agradecida agradezco agradecemos alegra alegran alegro alegrarse aliviado alivio amabilidad amables amo
      animado anima ánimo ánimos aplauso aplausos apasionante atento atentos atenta bendición bendiciones bellísimo bella
      bello belleza bendito brillante brillantes cariñoso celebra celebramos celebrar celebrando comodísimo confianza
      contentos contentas cordial cumple cumplidor dulce dulces eficiente elegante emoción emociona emocionado emocionada
      emocionante entusiasmo entusiasmado entretenido entretenida esperanzador exitazo exitosa feliciten felicito
      ganadora ganado ganamos gana gozada gozar gratificante honesto honor honrado ilusionado ilusionada ilusionante
      impresionado increíbles ingenioso inspirador inteligente jajaja legal limpio limpia magia mágico mágica mejoría
      merecido merecida mono mona monísimo motivado motivada motivación notable optimista oportunidad orgullosos paz
      perfectamente perfectos placer precioso profesional profesionales profesionalidad puntual quiero recomendaré
      recomendadísimo recomiendan respetuoso respeto rapidez rapidísimo resuelto sabroso sabrosa salado seguro simpática
      simpáticos solidaridad solidario sonreír sonríe sonrisas sorprendente suave talento talentoso tesoro tierno ternura
      tranquilidad triunfar triunfa triunfado vencer vencimos victorias valiente valientes valoro virtud vivan guapos
      guapas guapísimos chulísimo molaba mola mazo disfrutado disfrutamos disfruten encantador encantadora
      felizmente buenazo majo maja majos majísimo resolvieron solucionado solucionaron`,
    ],
    [
      1,
      `ahorro ahorrar animar aprobado aprobada apruebo beneficio brindis calma calidad cálido celebra concierto
      cumpleaños descanso descansar descuento esperamos estreno fan fans favorito favorita festejo finde gratuito
      gratuita guay inauguración juntos libre libertad listo logrado logro logros lograr mejorado mejorando orgullosa
      playa premiado premios progreso rebaja recuperado salud sano sol sorpresa suscrito útiles vacas vacacional ventaja
      ventajas vuelvo bienvenidos bienvenidas apoyamos apoyo crece crecimiento acuerdo acuerdos`,
    ],
    [
      -1,
      `abandonado abandonan abuso abusos aburre aburren aburridos aburrimiento acoso agobio agobiado agobiada agotado agotada
      agotador ahogo alarma alarmante amargo amargado amenaza amenazan amenazas angustia ansiedad antipático
      averiado avería averías bloqueado bloqueada bronca caído caída caradura cansada cansancio cansino caos caótico castigo
      catarro cerrado colapsado colapso complicada confuso confusión costoso crisis cruel cruda culpable culpables
      decadente decae deficiente defraudado dejadez demora demoras denuncia denuncian denunciado denunciar
      dependiente desagradable desaparecido desastroso desahucio desahucios descontento desesperado desesperada
      desesperante desgracia desgraciadamente desilusión desilusionado desperdicio despreciable desprecio desconfianza
      devolución devolver difíciles discriminación disgusto dolido dolor dolores doloroso dramático drama dudas dudo
      duele duelen duro dura empeora empeorar enferma enfado enfadan enfados engañado engañan engañar envidia equivocado
      equivocan escándalo escándalos escaso escasez esconden estresado estresada estrés estropeado exagerado excusa excusas
      excesivo fracasa fracasado fracaso fracasos frustrado frustrada frustración frustrante fallan fallando fallado
      falsa falsas falsos grave graves gravísimo gripe grita gritando gritar grosero hambre herida hipocresía hipócrita
      hipócritas histeria humillante humillación huyen ignorancia ignorante ignorantes ignoran impuestos impotencia
      impresentable incapaz incapaces incidencia incidencias incoherente incómodo incómoda incompetencia inconsciente
      indecente indefensos indignación indignado indignada inestable infeliz ineficaz injusta injustas injusticia injusto
      inseguro insulta insultan insultar insulto insultos interminable inútilmente invierno jaleo lágrimas lamentablemente
      lamento lamentamos lástimas lesión lesionado lío líos lloré lluvia locura machismo machista maleducado maleducada
      maltrato manipulación manipulan manipular matan mareo mediocre mediocres mentido mentir mentiroso mentirosa
      mentirosos molesta molestan molesto molestia molestias monotonía morir muere mueren multas nervios nervioso nerviosa
      negativo niega ofende ofensa ofensivo olvidado olvidan oscuro pagar paran patada pega pegas peligroso peligrosa
      penoso penosa penosos pereza pérdida pérdidas perdedor perdidos perdimos pesado pesada pesados pesimista pobre
      pobres pobreza podrido preocupa preocupada preocupante preocupación prohibido protesta protestan quejarse quejan
      quejo racismo racista racistas rabioso raros recorte recortes regañado reniego reproche resaca retrasado retrasos
      retrasan rompe rompen rompió rotos ruido ruina ruptura sangre sobra sobran sospechoso soledad sufre sufren
      sufrimiento sufrir suspendido suspenso susto tardan tardanza tardado tensión terrorismo terroristas tonteria tontería
      tonterías torpe trampa trampas traición traidor traidores triste tristes trágico tragedia vacío vago vagos vergonzosa
      víctima viejo vieja violencia vulgar yihadista suspender castigan censura censuran imputado imputados imputada
      fraude fraudes despropósito chapuza chapuzas chungo chunga fatiga rancio rancia casposo petardo tostón muermo
      paliza`,
    ],
    [
      -2,
      `abominable aborrezco asquea asquerosidad atroz bazofia bochorno bochornoso bochornosa borrego borregos capullo
      carroña cagada cagado caca cerdo cerdos chorizo chorizos cobarde cobardes chusma cutre cutres cutrez deplorable
      descarado descarados desfachatez despreciables detesto detestable dictador dictadura estafado estafada
      estafan estafador esperpento esperpéntico fascista fascistas fastidio furioso furiosa gentuza golfos hijoputa
      horroroso horrorosa horror horrores hostias hostia idiotas imbéciles imperdonable impresentables indigno indigna
      ineptitud infame infumable insoportables insufrible intolerable inhumano inmundo jode joden jodan jodida ladrón
      ladrona lamentables mafia mafioso mafiosos malditos malísimo malísima malísimos mamón mamarracho mierdas
      miserables mezquino monstruo nauseabundo nazi nazis nefastos odian odiosa odioso odiaba odié pésimos pesadillas
      patética patéticos payaso payasa payasos payasada penosamente puerco putada putadas puñetero puñetera
      rastrero repelente repulsivo repugnancia robado ruin sinvergüenza sinvergüenzas subnormal subnormales tarado tarados
      timado timador tirano tramposo tramposos traicionero vil vomitar vómito zorra zoquete porquería
      podridos cabreo cabreante cabrea cagarla cojones encabronado indignantes inaceptables inadmisible vergüenzas`,
    ],
    [
      -0.5,
      'desempleo huelgas terremoto inundaciones incendios fallecido fallecidos fallece fallecen cáncer juzgado tribunal detenidos cierre quiebra deuda déficit',
    ],
    [-3, 'estafa nefasto nefasta asquerosos repugnante vomitivo miserable miserables'],
    // What a stem or a second sense would accuse or praise wrongly.
    [
      0,
      `con para pare paran quiero quiere quieres quieren quiera querer salir sale solo sola solos pasado pasar pasa pasan
      pasando pase pasó san santa par claro clara vivir vivo vive verano playa suena suene sueños vuelvo seguro segura ánimos
      nueva nuevas nuevo nuevos juntos listo lista libro libre libros concierto culpar puesto puro pura mana manos
      cuesta duro serio seria mando rato rata mira legal par pagar pago huyen invierno lluvia sol fan fans favorito
      preocupes preocupe tarde tardes sobre mente amiga amigas apoyo premio paz ayuda agradece saludo faltan manda mandas
      quede queda quedan gran venga carta cuarto cuarta uso usa marca marcas moral`,
    ],
    [
      -1,
      `absurdo absurda absurdos apesta apestan apestoso arruinado arruinada arruinan bajón bajones borde bordes débil débiles
      desacreditado desagradables desánimo desanimado desconsiderado discutible distraído flojera llorera lloriqueos modorra
      masoquista necio necios nerviosito nerviosita perverso pringado pringada pringando prepotente prepotentes prepotencia
      asesino asesinos asesina catear suspendí suspendo reclamar reclamo reclamos ruinoso saturado saturada secuestro tóxico
      tóxica traumado trauma tirado tirada tristona vaguería insomnio desvelado jaqueca migraña náuseas ampollas picor
      culo asustado asustada asusta asustan atraco atracos desmaya fiebre vomité llorona lloran amenazado amenazada atentado
      deshonesto deshonesta desagradecido despedido despedida indiferencia insensible ingrato inútilmente manía manías
      rencor resentido soberbio soberbia sospecha tristísimo venganza calvario descaro plantado mareado mareada`,
    ],
  ],
  idioms: [
    [
      2,
      `no está mal, no están mal, nada mal, sin problema, sin problemas, vale la pena, merece la pena, muchas gracias,
      mil gracias, me encanta, me encantan, me ha encantado, me encantó, lo mejor, la mejor, el mejor, los mejores, qué bien,
      qué guay, qué bueno, qué buena, qué bonito, qué bonita, qué lindo, qué linda, qué alegría, qué ilusión, qué grande,
      te quiero mucho, os quiero mucho, bien pasado, lo pasamos, pasarlo bien, pásalo bien, buenísimo día,
      qué ganas, qué rico, muy fan, soy fan, mola mucho, mola mazo, de lujo, de diez, un diez, de maravilla, de cine,
      de puta madre, la leche, la hostia, una pasada, una maravilla, un placer, un gusto, un éxito, todo un éxito,
      me alegro, me alegra, nos alegra, me gusta, me gustan, me ha gustado, me flipa, me mola, me muero de ganas,
      te quiero, te amo, os quiero, los quiero, te adoro, buen trabajo, gran trabajo, buen servicio, buen trato,
      excelente servicio, bien hecho, bravo por, ole por, olé por, viva el, viva la, feliz cumpleaños, feliz día,
      feliz año, a disfrutar, por fin, gran noticia, buena noticia, buenas noticias, lo recomiendo, la recomiendo,
      os recomiendo, repetiré, volveremos, como nuevo, a la primera, en perfecto estado, sin fallos, sin pegas,
      ninguna pega, nunca falla, no falla, no me arrepiento, sacar una sonrisa`,
    ],
    [
      0,
      'por favor, gracias de antemano, buenos días, buenas tardes, buenas noches, más bien, o bien, bien que, si bien, no solo, no sólo, buen día, gran vía, san sebastián, bien común, está bien que, lo siento, por cierto, tal vez, de acuerdo, a ver si, peor para, santa fe, podría ser mejor, buen jueves, buen lunes, gran bretaña, puerta del sol, el sol, ayuda humanitaria, partido popular',
    ],
    [
      -1,
      `no funciona, no funcionan, no sirve, no sirven, no vale nada, no carga, no llega, no va, no contestan, no responden, sin respuesta, todavía no, nada que ver, qué pena, me aburro,
      no soy capaz, no encuentro, no puedo dormir, no duermo, no hay quien, no me deja, no me dejan, me dejan sola, me dejó
      sola, dejado tirado, dejado tirada, de los nervios, me pone nervioso, me pone nerviosa, da coraje, qué coraje, me da rabia,
      me da miedo, me da pena, a la calle, no lo recuerdes, en blanco, sin dormir, sin ganas, sin batería, lo odio, la odio,
      qué sueño, qué frío, qué pereza, qué mal, qué rabia, qué lástima, qué triste, qué asco de, qué fuerte, qué horror,
      no puedo, no puede ser, no me gusta, no me gustó, no me gustan, no quiero, no aguanto, no soporto, no hay derecho,
      no hay forma, no hay manera, no entiendo, no contesta, no responde, nadie contesta, nadie responde, nadie me,
      sin solución, sin internet, sin servicio, sin luz, sin agua, sin dinero, sin avisar, otra vez, una y otra vez,
      llevo esperando, sigo esperando, seguimos esperando, sigo sin, seguimos sin, me duele, me duelen, echo de menos,
      os echo de menos, te echo de menos, extraño a, más de lo mismo, deja mucho que desear, ya está bien, para nada,
      de mal en peor, mala suerte, malas noticias, mala noticia, a ver cuándo, cómo es posible, es una pena,
      por desgracia, me quedé sin, me quedo sin, ni idea, ni caso, poca vergüenza, se ha roto, se rompió, se me ha roto,
      llegó tarde, llega tarde, tarde y mal, demasiado caro, muy caro, muy lento, me cuesta, cuesta abajo, en contra de`,
    ],
    [
      -2,
      `qué asco, qué vergüenza, nunca más, no recomiendo, no lo recomiendo, no la recomiendo, no vale, una mierda,
      vaya mierda, de mierda, menuda mierda, a la mierda, vete a la mierda, pérdida de tiempo, pérdida de dinero,
      perder el tiempo, estoy harto, estoy harta, hasta los cojones, hasta las narices, hasta el moño, lo peor, el peor,
      la peor, los peores, me cago en, hijo de puta, hijos de puta, hijo puta, hija de puta, me da asco, dais asco, dan asco,
      da asco, da pena, da vergüenza, vergüenza ajena, vaya vergüenza, menuda vergüenza, menudo desastre, un desastre,
      un timo, un robo, un asco, una estafa, una vergüenza, un fracaso, un horror, una tomadura de pelo, tomadura de pelo,
      se ríen de, os reís de, me han engañado, me han robado, me han estafado, me tienen harto, me tienen harta,
      vaya timo, vaya robo, no volveré, no vuelvo, no volveremos, jamás volveré, ni regalado, ni gratis, me cabrea,
      qué cabreo, me enfada, me pone enferma, me pone enfermo, odio los, odio las, odio el, odio la, odio que,
      sin palabras, manda huevos, manda cojones, tócate los`,
    ],
  ],
  polite: 'gracias, enhorabuena, felicidades',
  laughs: 'ja, jeje, jajaj, jajajaj, xd, jaja, jajaja, jajajaja, jajajajaja, lol',
  negations:
    'no, nunca, jamás, sin, nada, ni, ningún, ninguno, ninguna, nadie, tampoco, poco, poca, deja de, dejad de',
  negationsAfter: '',
  degrees: [
    [
      1.35,
      'muy, tan, tanto, tanta, absolutamente, completamente, sumamente, verdaderamente, extremadamente, increíblemente, mazo, demasiado, super, súper, qué, bastante, totalmente, realmente, mucho, más, siempre, re',
    ],
    [0.55, 'un poco, poco, algo, casi, apenas'],
    [-0.7, 'menos'],
  ],
  contrasts: 'pero, sin embargo, aunque sea, en cambio, sino, excepto, salvo',
  concessions: 'aunque, a pesar de',
  joins: 'y, e, mientras',
  comparison: {
    more: 'mejor, mejores, peor, peores, más, prefiero, superior, menos',
    than: 'que, a',
    unlike: 'a diferencia de, en vez de, en lugar de, comparado con',
  },
}
