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
    [-3, 'estafa nefasto nefasta asquerosos repugnante vomitivo miserable miserables'],
  ],
  idioms: [
    [
      2,
      'no está mal, nada mal, sin problema, sin problemas, vale la pena, muchas gracias, me encanta, lo mejor, qué bien, qué guay',
    ],
    [
      0,
      'por favor, gracias de antemano, buenos días, buenas tardes, buenas noches, más bien, o bien, bien que',
    ],
    [
      -1,
      'no funciona, no va, no contestan, no responden, sin respuesta, todavía no, nada que ver, qué pena, me aburro',
    ],
    [
      -2,
      'qué asco, qué vergüenza, nunca más, no recomiendo, no vale, una mierda, vaya mierda, pérdida de tiempo, estoy harto, estoy harta, lo peor',
    ],
  ],
  polite: 'gracias, enhorabuena, felicidades',
  laughs: 'jaja, jajaja, jajajaja, jajajajaja, lol',
  negations: 'no, nunca, jamás, sin, nada, ni, ningún, ninguna, tampoco, poco',
  negationsAfter: '',
  degrees: [
    [
      1.35,
      'muy, tan, demasiado, super, súper, qué, bastante, totalmente, realmente, mucho, más, siempre, re',
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
