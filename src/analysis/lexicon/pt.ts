import type { Lexicon } from './lexicon.ts'

/** Portuguese: a small lexicon, whose judgements are given with less confidence. See lexicon.ts for how to read it. */
export const pt: Lexicon = {
  words: [
    [
      3,
      `amo amei amando adoro adorei excelente excelentes incrível maravilhoso maravilhosa maravilhosos fantástico fantástica
      perfeito perfeita espetacular magnífico sensacional ótimo ótima ótimos ótimas genial lindo linda lindos lindas
      delicioso deliciosa extraordinário maravilha arrasou arrasa arrasando divo diva`,
    ],
    [
      2,
      `bom boa bons boas bem obrigado obrigada feliz felizes felicidade parabéns alegre alegria contente melhor melhores gosto
      gostei gosta gostoso gostosa gostando recomendo recomendado bonito bonita divertido divertida sucesso ganhar ganhou ganhamos
      vencedor vitória venceu rápido eficiente eficaz confiável simpático simpática amor amorzinho querido querida beijo
      beijos abraço sorriso sorrir rir risos sorte orgulho satisfeito satisfeita esperança curti curtindo curtir show top
      bravo viva legal massa fofo fofa engraçado engraçada amável gentil honesto paz tranquilo tranquila qualidade fácil barato
      campeão merece mereceu emocionante emoção saudável brilhante talento talentosa rainha rei poderosa hino`,
    ],
    [
      1,
      `interessante útil novo festa férias grátis presente promoção bem-vindo apoio apoiar melhorar solução prêmio especial
      forte amigo amigos amiga juntos aniversário      hahaha  sol verão ansiosa ansioso finalmente
      torcendo torcida vamos animada animado saudade saudades`,
    ],
    [
      -0.5,
      `morte morto mortos morreu greve incêndio acidente vítimas guerra crise desemprego demissão ferido feridos prisão preso
      processo multa ataque atentado`,
    ],
    [
      -1,
      `problema problemas erro erros falha falhas atraso atrasado atrasada lento lenta caro cara difícil complicado quebrado
      quebrada perdi perder perdeu perdido falta faltam triste tristeza infelizmente pena cansado cansada cansativo chato
      chata chatos chatice sono tédio medo preocupado dor doente dói estresse frio feio feia sujo perigo reclamação reclamar
      crítica culpa dúvida cancelado mentira mentiras mentiroso falso falsa corrupto corrupção chorar chorando choro sozinho
      sozinha estranho fraco fraca velho inútil absurdo fracasso enjoado enjoei injusto injustiça brega forçado forçada
      eliminado saiu vergonha sofrendo sofrer`,
    ],
    [
      -2,
      `mau má maus mal ruim ruins pior piores odeio odiei ódio odiar nojo nojento nojenta horrível horrorosa terrível péssimo
      péssima decepção decepcionado decepcionada decepcionante vergonhoso lamentável desastre merda bosta lixo porra caralho
      puta puto foda-se fodido fudido idiota idiotas imbecil estúpido burro burra otário babaca trouxa golpe fraude ladrão
      ladrões roubo roubar roubado roubou enganação incompetente incompetentes inaceitável insuportável ridículo ridícula
      patético raiva irritado irritada irritante puto pesadelo inferno maldito maldita desgraça desgraçado desrespeito
      descaso palhaçada cretino escroto escrota nojenta barraqueira`,
    ],
    [-3, 'asqueroso repugnante nojentos'],
    // What a stem or a second sense would accuse or praise wrongly.
    [
      0,
      `bem vamos vamo queria querendo querer novo nova atrás cara velha faltou gostaria vivo vivi viva torcer torcendo saudades saudade`,
    ],
  ],
  idioms: [
    [
      2,
      'nada mal, sem problema, sem problemas, vale a pena, muito obrigado, muito obrigada, que lindo, que linda, de parabéns, muito bom, não vejo a hora',
    ],
    [
      0,
      'por favor, obrigado desde já, bom dia, boa tarde, boa noite, ou bem, tudo bem, ainda bem, se bem que, master chef',
    ],
    [
      -1,
      'não funciona, não funcionam, não respondem, sem resposta, ainda não, não gostei, não gosto, não aguento, que pena, que chato, nada a ver',
    ],
    [
      -2,
      'que nojo, que vergonha, nunca mais, não recomendo, não vale, uma merda, perda de tempo, de saco cheio, não aguento mais, o pior, que ódio, que raiva',
    ],
  ],
  polite: 'obrigado, obrigada, parabéns, muito obrigado, muito obrigada',
  laughs: 'kkk, kkkk, kkkkk, kkkkkk, rsrs, haha, lol',
  negations: 'não, nao, nunca, jamais, sem, nada, nem, nenhum, nenhuma, pouco, n, nn, ñ',
  negationsAfter: 'não, nada',
  degrees: [
    [1.35, 'muito, mto, mt, tão, demais, super, que, bastante, totalmente, realmente, mais, sempre, mega'],
    [0.55, 'um pouco, pouco, meio, quase, apenas'],
    [-0.7, 'menos'],
  ],
  contrasts: 'mas, porém, contudo, entretanto, no entanto, só que, infelizmente',
  concessions: 'embora, apesar de, mesmo que',
  joins: 'e, enquanto',
  comparison: {
    more: 'melhor, melhores, pior, piores, mais, prefiro, superior, menos',
    than: 'que, do que, a, do',
    unlike: 'ao contrário de, em vez de, diferente de, comparado com, comparado a',
  },
}
