import type { Sample } from './sample.ts'

export const pt: Sample = {
  words: `de que o a não e é eu um do da em para com uma os no se na me por mais as você isso mas está ele ela bem tem como ao dos
    muito foi meu sua minha aqui vai te pra já ser seu só quando à estou tudo são nos mim fazer sim lá até tenho ou agora há
    nada ter eles então das sem vou esse essa quem porque onde também nós bom este esta vamos pode pelo pela era hoje ainda num numa
    vida dia dias ano anos tempo gente casa mundo coisa coisas homem mulher senhor senhora amigo amigos pai mãe filho filha
    irmão menina menino noite manhã tarde amanhã ontem vez vezes lugar verdade trabalho dinheiro nome parte deus amor coração
    sei sabe sabia acho quero quer queria posso podemos podem tá tô né ta to tava cara aí ai ali assim tão nunca sempre
    depois antes enquanto entre sobre contra desde talvez apenas mesmo mesma cada todo toda todos todas outro outra outros
    algum alguma alguém ninguém qualquer pouco muita muitos tanto quanto qual quais meus minhas seus suas nosso nossa dele
    dela deles delas isto aquilo aquele aquela estes desta deste nesse nessa neste nesta disso disse diz dizer ver vendo
    ir indo fui fomos foram será seria seja sou és somos estava estão estamos esteve tinha tinham temos têm teve haver houve
    faz fez feito faço fazem dá dar deu deixa fica ficou ficar olha espera preciso precisa gosto gosta gostei vem veio vir
    vejo falar fala falou parece sinto obrigado obrigada desculpe olá oi tchau adeus boa bons novo nova grande pequeno
    melhor pior primeiro primeira último outra feliz lindo linda menos demais mal longe perto dentro fora embora porém
    também lhe lhes nos vos comigo contigo conosco vocês voce vc vcs q n tbm mto mt hj pq kkk kkkk rs rsrs
    jogo time brasil portugal presidente governo país cidade semana mês segunda terça quarta quinta sexta sábado
    domingo dois duas três quatro cinco seis sete oito nove dez cem mil cliente pedido serviço entrega preço loja
    porra caralho merda saudade saudades programa musica música pois aos às nas pelos pelas umas uns`,
  text: `A vendedora me disse que a lâmpada seria consertada antes do fim do mês, mas ninguém me ligou de volta desde então.
    Esperei duas horas ao telefone para ouvir que a culpa não era deles. Sinceramente, que vergonha! Recebemos a nossa
    encomenda antes do prazo, a embalagem estava caprichada e o entregador sorria. Queria agradecer a toda a equipe pela
    recepção calorosa. Alguém sabe onde se podem comprar essas lâmpadas aqui perto? O governo anuncia uma nova medida para as
    pequenas empresas, os sindicatos denunciam a falta de diálogo. Hoje de manhã o trem foi cancelado outra vez sem nenhuma
    explicação, e chovia muito. Você viu o jogo ontem à noite? A gente riu muito com os amigos, foi bom demais. Eles deviam
    parar de nos fazer de bobos. Vocês têm que provar a torta de maçã deles, é uma delícia. Depois da atualização, o aplicativo
    fecha sozinho sempre que abro as minhas fotografias. As crianças brincavam no jardim enquanto a avó preparava o almoço.
    Não entendo por que vocês continuam se recusando a trocar este artigo com defeito. Deixa-me em paz, eu não pedi nada! Ela
    levantou-se, fechou a janela e olhou para mim durante muito tempo. Sem problema, a gente se encontra em frente à câmara
    municipal pelas seis. Investigadores publicam um estudo sobre a qualidade do ar nas nossas maiores cidades. O que você vai
    fazer neste fim de semana? Talvez a gente vá visitar os meus pais no interior. Juro que é verdade, pergunta ao teu irmão.
    Querem fechar a fábrica, apesar dos lucros do ano passado. Não se preocupe, devolveremos o seu dinheiro o mais depressa
    possível. Fico tão feliz em te ver de novo, senti muita saudade. Milhares de passageiros ficaram presos por causa de uma
    falha elétrica. Cala a boca e come, a sopa está esfriando. O novo diretor deseja desenvolver as energias limpas e reduzir
    o lixo. Aqui está um lindo presente para o aniversário da minha irmã. Pois é, meu velho, você teve sorte! Estou à procura
    de emprego num restaurante, de preferência à noite. Este hotel merece as suas quatro estrelas: quartos limpos, camas
    confortáveis, vista para o mar. Tomara que todos cheguem bem. Tô com muito sono, não quero ir à aula amanhã. Que saudades
    das férias, meu Deus! As pessoas não sabem o que dizem, então ninguém mais acredita nessas promessas.`,
}
