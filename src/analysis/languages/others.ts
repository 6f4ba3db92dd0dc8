/**
 * Languages in the same letters that Vigie does not read: their commonest words, so that they are told apart
 * from the six instead of being taken for the nearest one. Words they share with one of the six are left out.
 */
export const others = {
  nl: 'het een niet dat ik je wat zijn op aan voor met hij maar ook naar hebben heb heeft ben bent wordt werd geen hoe goed jij wij zij mijn jouw ons onze deze dit die dan nog wel uit bij kan moet wil zal zou maken gaan echt altijd nooit iets niets mensen vandaag morgen gisteren omdat waarom nieuwe jaar',
  ca: 'els amb això aquest aquesta què molt més també són està però quan fins tot tots avui ara bé només perquè aquí als dels pels seva seu meva meu nostra nosaltres vosaltres fer dir anar vaig vam han hem ets sóc gràcies bona dia cap mai sempre doncs encara',
  ro: 'și să nu este sunt în pe cu din pentru care mai dar ca fost sau acum foarte bine când ce cum unde aici acest această lui ei noi voi meu tău său nostru am ai are avem aveți au fi va vor tot toate doar azi mâine despre după',
  sv: 'och att det som är jag på inte har för med den till var vi du så men kan om han av ett från hon här bra mycket mig dig sig när vad nu ska skulle vill måste varför också bara alla något någon idag imorgon tack hur mitt din',
  da: 'og at det er jeg ikke på til en et for med har den som var vi de kan om han af fra hun her godt meget mig dig sig når hvad nu skal ville hvorfor også bare alle noget nogen dag tak hvordan mit din være blive efter',
  pl: 'nie się jest na że to jak do co tak za ale czy już tylko dla być może mnie ciebie jego jej ich mam masz jestem jesteś są był była było będzie bardzo dobrze teraz gdzie kiedy dlaczego tutaj dzisiaj jutro wszystko nic który która które',
  cs: 'není jsem jsi jsou jsme ale tak už jen pro být může mám máš byl byla bylo bude velmi dobře teď kde kdy proč tady dnes zítra všechno nic který která které protože taky nebo když aby jak ještě',
  tr: 'bir ve bu için çok ne var yok ben sen biz siz değil gibi daha ama kadar sonra önce şey mi mı olarak olan evet hayır bugün yarın nasıl neden nerede kim her şimdi iyi güzel beni seni bana sana onun bizim',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya kamu aku dia kami kita mereka ada bisa sudah belum karena kalau seperti apa siapa mana gak nggak ya aja banget lagi udah mau tapi hari orang',
  fi: 'ja on ei että se hän minä sinä olen olet ovat oli mutta kun niin mitä kuka missä tämä myös vain nyt kaikki hyvä hyvin kanssa ole tai jos joka minun sinun meidän tänään huomenna',
  hu: 'és hogy nem egy az ez van volt csak már még is meg de ha mint vagy én te ő mi ti ők nagyon jól most hol mikor miért itt ott minden semmi aki ami amely lesz kell',
  vi: 'của và là không có được cho một người trong với này đã những các tôi bạn anh em rất nhiều khi nào đi làm thì cũng như',
}
