import type { Lexicon } from './lexicon.ts'

/** English, written by hand for tweets, reviews, support and the press. See lexicon.ts for how to read it. */
export const en: Lexicon = {
  words: [
    [
      3,
      `love loving adore adorable amazing awesome excellent exceptional extraordinary fantastic fabulous
      phenomenal outstanding perfect perfection perfectly superb brilliant magnificent marvelous marvellous
      wonderful incredible sensational spectacular stunning stellar terrific flawless impeccable exquisite
      delicious divine heavenly sublime masterpiece unbeatable unforgettable breathtaking mesmerizing
      mindblowing thrilled ecstatic elated overjoyed delighted delightful blissful euphoric best finest
      greatest legendary epic goat obsessed gorgeous splendid glorious magical magic stupendous astounding
      wow woohoo yay hooray superior triumph triumphant hilarious genius dazzling remarkable faultless
      topnotch unmatched unrivaled unrivalled priceless`,
    ],
    [
      2,
      `great good nice happy glad pleased pleasure enjoy enjoyable enjoyment fun funny beautiful beauty
      lovely cute handsome pretty charming elegant classy stylish cool sweet kind kindness friendly warm
      welcoming caring thoughtful generous generosity honest honesty trustworthy trusted loyal faithful
      respectful polite courteous professional attentive responsive helpful supportive reliable dependable
      sturdy durable solid efficient effective effortless seamless smooth speedy prompt timely intuitive
      handy affordable bargain worthwhile worth valuable rewarding recommend recommended impressive
      impressed impress excited exciting excitement thrilling fascinating captivating inspiring inspired
      inspire inspiration inspirational motivated passionate enthusiastic optimistic hopeful confident proud
      pride honored honoured grateful gratitude thankful blessed blessing lucky fortunate joy joyful
      cheerful smile smiling laugh laughing amused amusing entertaining entertained refreshing relaxing
      relaxed comfy comfortable cozy cosy delight satisfied satisfying satisfaction satisfactory success
      successful succeed winner victory victorious champion celebrate celebration congratulate congrats
      congratulation kudos props applaud applause praise praised admire admirable admiration favorite
      favourite fav fave faves improved talented gifted skilled skillful smart clever intelligent bright
      creative innovative ingenious groundbreaking revolutionary heroic hero heroes brave courage courageous
      gem treasure delightfully yummy tasty flavorful scrumptious juicy crispy fresh clean spotless tidy
      quality premium luxurious luxury crisp vibrant gracious heartwarming touching moving compelling
      gripping riveting memorable remarkably fantastically lit dope fire banger slay slayed slaying stoked
      pumped hyped hype psyched bae dank legend rock rocks rocked thriving flourish prosper flawlessly
      heaven paradise dreamy romantic romance peaceful peace calm soothing relief relieved rescue resolved
      solved fixed upbeat witty charm charismatic wholesome stellar sharp sleek robust powerful addictive
      addicting craving attractive appealing superbly ace classic iconic exhilarating invigorating yass
      yaass yasss woo woot hurrah bravo hug hugs kiss cuddle sweetest sweetheart darling angel mint peng
      sorted wicked brill fab lush ideal exemplary commendable trustful goodness winning`,
    ],
    [
      1,
      `okay fine decent fair acceptable adequate reasonable useful usable convenient easy easier easily
      simple clear ready quick quickly fast faster safe safer safely secure healthy health strong stronger
      strength support supported help helped helping helps benefit beneficial advantage improve improvement
      improving upgrade progress advance achievement achieve accomplish gain growth grow growing boost
      strengthen thrive opportunity promising potential popular famous renowned reputable expert expertise
      innovate innovation modern unique original authentic genuine sincere rare precious rich free bonus
      gift gifts reward award awarded prize medal trophy honor honour agree agreed approve approved approval
      endorse endorsed acclaimed appreciate appreciated appreciation respect respected welcome welcomed
      invite invited join together friend friends friendship buddy community unite united unity harmony
      cooperate cooperation collaborate partnership trust protect protected protection save saved hope
      hoping wish wishing dream interested interesting intriguing curious surprised surprise surprisingly
      positive favorable favourable eager keen willing energetic lively active fit wise wisdom sensible
      balanced stable stability steady consistent accurate precise thorough complete flexible versatile
      accessible compatible functional refund refunded compensated apology accepted discount deal deals sale
      cheap cheaper saving savings party festive holiday vacation birthday anniversary sunshine sunny
      weekend enjoys tribute legacy glory noble dignity freedom liberty equal equality honesty vow uphold
      defend defended praised reform breakthrough milestone record surge soar outperform upbeat rejoice
      reconcile heal healing recover recovered recovery cure cured survive survivor comfort comforting
      gentle tender soft luscious neat fantasy chill chilling vibe vibes xoxo xo wonder wonderfully grace
      graceful bloom glow glowing shine shining sparkle radiant gleaming mature responsible sustainable
      ethical organic natural worthy deserve deserved deserving merit capable competent qualified dedicated
      devoted dedication committed commitment hardworking determined resilient tough swag sexy hot hottie
      cutie crush stan gg nostalgic ease relish embrace win wins won better plenty clarity`,
    ],
    [
      0,
      `please general generally generic generation generate generated goods university universe hospital
      likely likelihood mean means meant kinds kinda well matter matters news hotel hotels firefox passenger
      awaken party's partying parties partisan democratic department departed bestow harden hardware badge
      deadline lasting lastly terrific's fairly cares career careers carer worker workers working works
      interest interests missing missile mission missions mister sicker hopefully lightning joint joining
      leaders awe awed honestly seriously wins shelf fines goodbye goodnight goodwin goodwill bestseller
      bestie bests smartphone smartwatch smarttv fund funds funding fundamental company companies coolant
      cooler activity activities activist actively fitting fitness friday fridays record records recorder
      recording sales salesman hopes dreamcast saves sharpen rockstar rocket rocky organization organize
      organise organisation advancement naturally nature clearing clearance simply completely completed
      completing completion firing fired hires firefighter freely easter kindle classical specialist
      specially richard time times timing will political politics politician politicians use used uses using
      user users us unit units move moved moves movement remark remarks power powers position positions
      reason reasons response responses live lives access communication communications intelligence cons
      quite unlikely careful prime shoot
      made security securities attention prompted recorded joined promised reform reforms balance rich deal dealing dealt`,
    ],
    [
      -0.5,
      `strike strikes fire fires wildfire blaze accident crash death deaths dead die died dies dying killed
      kill kills killing murder murdered murderer victim victims injured injury injuries wound wounded
      hospitalized conflict earthquake storm hurricane flood flooding drought epidemic pandemic virus
      disease illness ill sick cancer layoff layoffs redundancies unemployment unemployed bankrupt
      bankruptcy liquidation closure closures shutdown cuts deficit debt inflation recession lawsuit sued
      sue suing court trial investigation investigated probe indicted indictment charged charges arrested
      arrest jail jailed prison prisoner convicted guilty sentenced fined penalty sanctions attack attacks
      attacked bomb bombing explosion shooting shot gunman crime criminal protest protesters protests riot
      riots blocked banned ban rejected reject oppose opposed opposition controversial controversy resign
      resigned resignation suspended suspension recall recalled leak leaked tension tensions dispute divorce
      rip grief grieving mourn funeral hostage isis nuclear emergency evacuated allegations alleged accused
      allegedly`,
    ],
    [
      -1,
      `problem problems issue issues error errors fault faulty flaw flaws flawed mistake mistakes wrong
      wrongly miss missed lack lacking lacks delay delayed delays slow slower slowly sluggish expensive
      pricey costly overpriced hard difficult difficulty complicated complex confusing confused confusion
      unclear vague unsure doubt doubtful doubts dubious suspicious sketchy weird strange odd awkward
      uncomfortable uneasy worry worried worrying worries concern concerned concerns concerning anxious
      anxiety nervous afraid fear fears scared scary scare frightening sad sadly sadness unhappy unfortunate
      unfortunately regret regrets sorry shame gloomy lonely depressed depressing depression upset upsetting
      hurt hurts hurting pain painful ache suffer suffered suffering cry crying cried tears sob sobbing
      stress stressed stressful tired tiring exhausted exhausting bored boring dull bland tedious monotonous
      repetitive mediocre meh average overrated underwhelming underwhelmed lame cheesy tacky cheaply flimsy
      fragile weak weaker weakness thin broken breaks broke break cracked scratch scratched damaged damage
      dented torn leaking leaks stuck jammed freeze freezes frozen lag laggy lags lagging glitch glitches
      glitchy bug bugs buggy crashed crashes crashing outdated obsolete incompatible unavailable
      inaccessible unreachable forgot forgotten lost lose losing loses loser losers empty dirty messy mess
      stain stained stale soggy burnt greasy bitter noisy loud cold unfriendly unprofessional unhelpful
      unresponsive unreliable unsafe unfair unjust unnecessary unwanted inconvenient inconvenience
      inconsistent inaccurate inadequate insufficient inefficient incomplete incorrect deny denied denies
      refuse refused refuses ignore ignored ignores ignoring neglect neglected abandon abandoned cancel
      canceled cancelled cancels cancellation unsubscribe uninstall uninstalled avoid avoided quit quitting
      boycott complain complained complaining complaint complaints complains criticize criticized criticism
      criticise critic critics blame blamed accuse denounce slam slammed slams blast blasted condemn
      condemned fail failed fails failing failure failures flop flopped defeat defeated defeats worsen
      worsening decline declined declining drop dropped plunge plunged collapse collapsed collapsing fell
      fall falling plummet struggle struggled struggling struggles trouble troubled troubles hassle headache
      nuisance annoy annoyed annoying annoys irritate irritated irritating frustrate frustrated frustrating
      frustration mad angry anger angered cross moody grumpy rage raging hostile aggressive bully bullied
      bullying harass harassed harassment threaten threatened threatening abused abusive insult insulted
      insulting offend offended offensive mock mocked mocking lie lied lies lying dishonest deceive deceived
      deceiving mislead trick tricked cheat cheated cheating cheater corrupt corruption bias biased
      prejudice racist racism sexist sexism bigot bigotry homophobic hypocrite hypocrisy hypocritical
      selfish greedy greed arrogant ignorant ignorance stupid stupidity dumb idiot idiots idiotic moron fool
      foolish silly ridiculous absurd nonsense crazy insane lazy careless negligent reckless irresponsible
      clueless waste wasted wasting dislike disliked jealous envy badly poor poorly ugly creepy shady toxic
      harmful danger dangerous risk risky hazard unhealthy poison poisoned poisonous smelly stink stinks
      stank spam spammy scammy junk damn dammit ugh ew eww yuck argh grr smh ffs fml cringe cringy
      overcharged surcharge fee fees disconnect disconnected interruption unstable chaos chaotic
      disorganized disorganised disruption disrupted wreck wrecked ruin ruined ruins ruining destroy
      destroyed destroys destruction destructive devastate devastated devastating harm harmed desperate
      desperately hopeless helpless despair victimised betray betrayed betrayal backstab embarrass
      embarrassed embarrassing embarrassment ashamed guilt humiliate humiliated humiliating humiliation
      dismal bleak grim dire dread dreading dreaded scandal scandals illegal illegally unlawful illegitimate
      fake phony false falsely bogus fishy propaganda manipulate manipulated manipulative cruel cruelty
      brutally savage villain monster thug wimp coward cowardly traitor enemy enemies rant whining whine
      moan nag snob trash hesitant hesitate reluctant skeptical sceptical unconvinced dissatisfied
      disgruntled displeased discontent disagree disagreed disapprove disapproval objection meaningless nerf
      dissed nope drain drained sore bleed bleeding itchy rash allergic nausea vomit puke weep heartbroken
      heartbreaking heartbreak hangover subpar inferior worn ripped unsatisfied unsatisfactory unimpressed
      uninspired unoriginal predictable shallow pretentious contrived cliche clumsy lifeless tasteless
      forgettable bummer bummed hungry hunger rot hoax conspiracy attackers dropout derail derailed
      undermine undermined undermines violate violated violation violates misuse mishandled obstruct
      obstruction disregard dodge evade scold bitch crisis violence violent threat threats war wars tragedy
      terror terrorism terrorist shortage breach hacked outage assault assaulted abuse loss losses poverty
      beware bloody warning drawback downside embarassing embarassed suicide manslaughter skipping`,
    ],
    [
      -2,
      `bad hate hated hates hating hatred disappoint disappointed disappointing disappointment disappoints
      dissatisfaction awful terrible horrible horrid horrendous horrific horror dreadful atrocious appalling
      abysmal abominable pathetic miserable lousy shoddy crappy crap shit shitty shite bullshit bs fuck
      fucking fucked fck fckn fuckin wtf stfu gtfo sucks suck sucked sucky asshole arsehole arse bastard
      dick prick wanker twat cunt douche dumbass jackass useless worthless pointless unusable unbearable
      unacceptable inexcusable unforgivable intolerable insufferable infuriating infuriated furious outraged
      outrage outrageous livid fuming pissed appalled disgusted disgusting disgust revolting repulsive vile
      nasty filthy foul gross sickening nauseating rotten rancid garbage rubbish trash trashy disgrace
      disgraceful shameful shameless disaster disastrous catastrophe catastrophic nightmare hell hellish
      fiasco laughable clown clowns scam scammed scammer scammers scams fraud fraudulent fraudster ripoff
      swindle swindled thief thieves steal stole stolen stealing con conned crook crooks crooked extortion
      robbery robbed robbing predatory misleading liar liars incompetent incompetence inept unprofessional
      unethical rude disrespectful disrespect insulting condescending dismissive worst worse worser
      despicable deplorable despise detest loathe abhor abhorrent evil sinister brutal barbaric inhumane
      monstrous tragic traumatized traumatic traumatising defective malfunction malfunctioned malfunctioning
      inedible undrinkable unwatchable unplayable unreadable unlistenable trainwreck shambles dumpster
      cesspool cancerous deceitful deceptive lawless heinous treason treasonous nazi fascist disgracefully
      deranged vicious venomous sabotage exploited exploitation turd screwed bollocks gutted knackered
      dogshit dreck drivel wtaf lamest godawful`,
    ],
    [
      -3,
      `abject excruciating horrendously atrociously despicably heinously scumbag scum scums motherfucker
      motherfuckers catastrophically vilest disgustingly criminally genocide loathsome execrable detestable`,
    ],
    // What everyday complaints and joys are made of, found missing in our own posts.
    [
      -1,
      `mould mouldy moldy billed unpaid froze soaked sacked stained cracked chipped dented leaky drafty damp
      fobbed chatbot chatbots spammed unreadable unopened undelivered unanswered uncooked undercooked overcooked
      overcrowded overbooked understaffed overcharged  soggy stale lukewarm burnt smelly filthy
      sticky squeaky wobbly flimsy glitchy laggy stuck stranded ghosted fuming livid gutted knackered dreading
      drained shattered unwell queasy sobbing bodged botched shambles shambolic farcical clueless nonsense
      gimmick gimmicky paywall pester pestered nagging scolded sneered smirk smirked shrugged ignored evicted
      landlords redundancies layoff layoffs furious grim dismal drab bleak dire`,
    ],
    [
      1,
      `happier happiest nicer nicest cheapest grinning giggling giggled beaming danced singalong ovation
      compliments greeted rescued freed reunited organised tidied spotlessly cosiest homemade goosebumps
      buzzing chuffed  smitten besotted teary tearjerker unmissable rewatch moreish silky velvety zingy
      patient patiently proudly kindly gently thoughtfully hooray pb`,
    ],
  ],
  idioms: [
    [
      3,
      `second to none, top notch, next level, out of this world, off the charts, mind blowing, blew my mind,
      blown away, blew me away, head over heels, over the moon, on cloud nine, made my day, made my week,
      makes my day, can’t get enough, never disappoints, never disappoint, never disappointed,
      never fails to, never let me down, can’t fault, cannot fault, couldn’t be happier,
      could not be happier, couldn’t ask for more, could not ask for, can’t recommend enough,
      cannot recommend enough, can not recommend enough, highly recommend, highly recommended,
      strongly recommend, 10/10, 5/5, 5 stars, five stars, five star, 5 star, a must have, must have,
      must see, must read, hands down, game changer, life saver, lifesaver, dream come true,
      dreams come true, went above and beyond, above and beyond, exceeded my expectations,
      exceeds expectations, exceeded expectations, beyond my expectations, nothing beats, hall of fame,
      the bomb, the bee’s knees, the dog’s bollocks, shut up and take my money, so good, too good, so happy,
      so excited, so proud, so fun, so much fun, so cute`,
    ],
    [
      2,
      `not bad, not too bad, not half bad, not bad at all, pretty good, pretty cool, well done, well made,
      well built, well worth, well deserved, well written, well designed, well thought, good job, great job,
      nice job, nice work, great work, good work, good news, great news, good luck, good deal, great deal,
      good value, great value, value for money, good for you, good on, worth it, worth every penny,
      worth the money, worth the wait, worth a, worth watching, worth reading, works great, works well,
      works perfectly, works like a charm, worked great, runs great, does the job, does the trick,
      gets the job done, no problem, no problems, no issue, no issues, no complaints, no regrets, no fuss,
      no hassle, no doubt, without a hitch, without issue, without any problem, without any issues,
      hassle free, trouble free, no worries, user friendly, easy to use, easy to, money well spent, on time,
      right on time, in no time schedule, thank you so much, thanks so much, thank you all, many thanks,
      big thanks, huge thanks, shout out, shoutout, big up, hats off, thumbs up, two thumbs up, props to,
      kudos to, can’t wait, cant wait, cannot wait, can not wait, couldn’t wait, looking forward,
      look forward, excited for, pumped for, hyped for, happy birthday, happy new year, merry christmas,
      happy friday, happy anniversary, feel good, feels good, feeling good, feel better, feeling better,
      fell in love, fall in love, in love with, in love, fan of, big fan, huge fan, my fave, to die for,
      crush it, crushed it, crushing it, killed it, killing it, nailed it, nails it, nail it, rocked it,
      on point, on fleek, on fire, lit af, dope af, so cool, love it, love this, loved it, would buy again,
      will buy again, will be back, will definitely be back, would recommend, would definitely recommend,
      i recommend, i’d recommend, can’t go wrong, cannot go wrong, couldn’t be easier, can’t complain,
      cannot complain, nothing but praise, nothing wrong, so far so good, keep it up, keep up the,
      way to go, you rock, my hero, spot on, bang on, step up, step forward, step in the right direction,
      right direction, breath of fresh air, peace of mind, warm welcome, happy customer, happy with,
      pleased with, impressed with, satisfied with, the man, sold out, sell out crowd, free shipping,
      win win, god bless, bless you`,
    ],
    [
      1,
      `all good, it works, works fine, working fine, works now, back up and running, back in stock,
      good enough, quite good, could be worse, not the worst, fair enough, fair price, good night,
      good morning, good evening, good day, good weekend, have a good, have a great, have a nice, have fun,
      take care, at last, stand up for, stood up for, role model, open arms, big day, finally here,
      brand new, fixed it, happy to, glad to, proud to, honored to, ready for, welcome back, best of luck,
      best wishes, get well, hope to, hope you, i hope, well played, not a problem, cheers, lots of love,
      with love, rest easy, thumbs, sweet dreams, sign up, check it out, don’t miss, do not miss,
      don’t forget, don’t worry, don’t hesitate, join us, i like, i liked, i really like, really like,
      really liked, like it, liked it, like them, we like, we liked, do like, also like, people like,
      love and, see you`,
    ],
    [
      0,
      `as well, as well as, oh well, well i, may as well, kind of, kinds of, sort of, like a, like the,
      like that, like this, like it was, looks like, look like, looked like, looking like, feel like,
      feels like, felt like, sounds like, seems like, something like, just like, like i, like you, like he,
      like she, like they, like we, would like to know, i’d like to know, would like to, i’d like,
      would like, pretty much, good friday, black friday, super bowl, no longer, i’m sure, of course,
      best buy, best western, best man, at best, best regards, kind regards, all the best of, happy hour,
      happy meal, fire tv, fire stick, kindle fire, fire department, fire alarm, fire station, free throw,
      free agent, hot dog, hot dogs, cold brew, cold war, world war, star wars, war of, customer care,
      health care, healthcare, child care, day care, how can i, how do i, is it possible, thanks in advance,
      thank you in advance, please help, could you please, can you please, help me, need help, can you help,
      pls help, any help, dead line, break even, breaking news, breaking, break up, fall out boy, this fall,
      fall collection, last fall, miss universe, miss america, miss world, little miss, ms, crystal palace,
      walking dead, evil dead, dead pool, breaking bad, bad bunny, bad boys, bad girls club, bad blood,
      sick beat, killer whale, hard drive, hard rock, hard disk, hard copy, at least, not only, not just,
      not even, sweet potato, soft drink, lost and found, fun fact, if only, in case, trial version,
      free trial, trial period, shot on, screen shot, bug fix, sell by, record label, low cost, no cost,
      out of interest, right now, so far, credit card, interest rate, interest rates, security issue,
      mean to, apple care, justice department, department of justice, supreme court, united states,
      united nations, united kingdom, manchester united, man united, united airlines, fair share, world cup,
      social security, homeland security, national security, democratic party, republican party,
      labour party, conservative party, tea party, third party, love island`,
    ],
    [
      -1,
      `not great, not good, not the best, not so good, not that good, not too good, not impressed, not happy,
      not sure, not convinced, not worth, not ideal, not for me, not a fan, not my favorite, not again,
      nothing special, meh at best, hit or miss, hit and miss, so so, could be better,
      could have been better, should have been, needs work, needs improvement, room for improvement,
      leaves a lot to be desired, falls short, fell short, falls apart, fell apart, falling apart,
      lets down, a bit much, too much, too expensive, too long, too late, too slow, too small, too big,
      too loud, too short, too many, too bad, too hard, no response, no reply, no answer, no answers,
      no help, no refund, no news, no luck, no show, no way, no sense, no explanation, no apology,
      nobody answers, no one answers, never answers, never answered, never replied, never arrived,
      never received, never came, never got, still waiting, still no, still not, still nothing,
      still haven’t, yet again, once again, again and again, doesn’t work, does not work, didn’t work,
      did not work, won’t work, not working, isn’t working, stopped working, stops working, doesn’t load,
      won’t load, won’t open, won’t start, won’t connect, won’t charge, keeps crashing, keeps freezing,
      keeps dropping, keeps failing, keep getting, kept getting, not responding, not answering,
      not delivered, not received, not available, out of stock, out of order, on hold, for hours, for weeks,
      for months, hours on hold, hours late, weeks late, days late, behind schedule, hard to, difficult to,
      impossible to, unable to, not able to, can’t even, cannot even, can’t believe, couldn’t even, run out,
      ran out, wear out, worn out, fed up, let down, put off, turned off, turn off, backs out, backed out,
      go downhill, going downhill, went downhill, gone downhill, used to be good, used to be better,
      was better before, used to love, red flag, red flags, bad luck, bad day, bad news, bad idea,
      bad experience, sad to, sorry to, afraid of, scared of, worried about, tired of, sick of, bored of,
      kill me, oh no, not cool, not ok, not okay, not fair, not right, not true, not funny, not helpful,
      get a grip, get over it, grow up, shut up, piss off, screw up, screwed up, messed up, mess up,
      screw this, go away, cover up, lies about, falsely claimed, under fire, at risk, in danger,
      in trouble, under investigation, comes under fire, give up, gave up, gives up, miss out, missed out,
      missing out, i miss, miss you, miss my, need to fix, fix your, fix this, fix it, do better,
      get it together, get your act together, what a shame, such a shame, lack of, down again, is down,
      went down, bite the dust, late again, so late, always late`,
    ],
    [
      -2,
      `rip off, ripped off, rips off, waste of time, waste of money, waste of, complete waste, total waste,
      not worth it, not worth the money, don’t bother, do not bother, don’t waste, do not waste,
      save your money, steer clear, stay away, stay away from, avoid at all costs, avoid like the plague,
      do not buy, don’t buy, never buy, never again, never ever again, never going back, never use,
      never order, won’t be back, will not be back, won’t be returning, would not recommend,
      wouldn’t recommend, can’t recommend, cannot recommend, do not recommend, don’t recommend,
      not recommend, not recommended, want my money back, my money back, money back, give me my money,
      refund me, zero stars, 0 stars, one star, 1 star, 0/10, 1/10, 0/5, 1/5, zero help, zero support,
      customer disservice, bad service, poor service, poor quality, bad quality, low quality, cheap quality,
      cheaply made, poorly made, poorly written, poorly designed, badly made, broken again,
      fell apart after, what a joke, a joke, total joke, complete joke, sick joke, absolute joke,
      laughing stock, shame on, shame on you, how dare, screw you, fuck you, fuck off, go to hell, to hell,
      pissed off, piss poor, piece of junk, piece of garbage, piece of crap, piece of shit, full of shit,
      bull shit, pain in the, pain in the ass, last straw, final straw, beyond frustrated, beyond a joke,
      out of control, daylight robbery, highway robbery, bait and switch, hidden fees, hidden costs,
      false advertising, slap in the face, kick in the teeth, stab in the back, kick in the,
      couldn’t care less, could care less, don’t care, doesn’t care, do not care, does not care,
      don’t give a, doesn’t give a, zero respect, no respect, no shame, worst ever, the worst,
      worst experience, worst service, worse and worse, going from bad to worse, no excuse, had enough,
      sick and tired, fed up with, cancel my, cancelling my, cancelled my, switching to, leaving for,
      taking my business, lost a customer, lost my business, unhappy customer, makes me sick,
      makes me angry, makes me mad, broke my heart, breaks my heart, heart breaking, cost an arm,
      arm and a leg, lies and, pack of lies, full of lies, hot mess, dumpster fire, train wreck, epic fail,
      fake news, so bad, so sad, so boring, so slow, so annoying, so rude, so stupid, so dumb, so tired,
      no good, nothing works, nothing but problems, nothing but trouble, good for nothing, good riddance,
      shot in the foot, thanks for nothing, great another, oh great, nice another, great now,
      well done for ruining, way to ruin`,
    ],
    [
      -1,
      `for the third time, for the fourth time, for the fifth time, for the umpteenth time, third time this,
      fourth time this, second time this week, every single time, what is the point, what’s the point, supposed to,
      nobody came, no one came, nobody picks up, no one picks up, nobody answered, no one answered, hung up,
      still have no, left me with, left us with, broke after, died after, gone up again, put the price up,
      price hike, price hikes, charged twice, charged me twice, billed me, billed twice, wrong size, wrong item,
      wrong order, stone cold, makes no sense, you people, out of patience, my patience, who thought,
      what were they thinking, so much for, call yourselves, call yourself, one job, holding my breath,
      good luck getting, no heating, no hot water, no water, no signal, no internet, talk to a human,
      speak to a human, found out from, sort it out, sort it, in the bin, in the toilet, at this point,
      why would, why is it, why do, why does my, logs me out, logged me out, locked out, kicked me out,
      asked twice, told twice, chasing, chased, passed from, not even a, without asking, without warning,
      without telling, no warning, i left, walked out, empty handed, took the money, half empty, half full of,
      used to be, any more, waited two, waited three, waiting since, an hour for, two hours for, three hours for,
      two hours in, three weeks and`,
    ],
    [
      -2,
      `can’t stand, cannot stand, had enough of, down the drain, money down the drain, fobbed off, hung up on me,
      pillar to post, are you serious, you had one job, not holding my breath, over it, beyond it, at my wits end`,
    ],
    [
      1,
      `said yes, i passed, passed my, passed her, passed his, what a difference, for once, at last, finally a,
      be back, we’ll be back, i’ll be back, still going strong, still works, like new, good as new,
      no drama, no fuss, no hassle, no questions asked, patient with, listened to me, whole family,
      do it again, would do it again, did it, we did it, first time in years, so much, thank you to, new favourite,
      asleep in, held my hand, in stitches, had us all, worth the wait, beats the`,
    ],
    [
      2,
      `made my day, made my week, made my year, made her day, made his day, over the moon, cloud nine, hats off,
      dry eye, standing ovation, above and beyond, out of their way, out of her way, out of his way, best thing,
      never let me down, never lets me down, never had a problem, lived up to, worth every, saved my, saved our,
      thank you so much, thanks so much, couldn’t be happier, could not be happier, so happy, cried happy`,
    ],
    [
      -3,
      `worst of the worst, absolute worst, utter garbage, absolute garbage, complete garbage, utter disgrace,
      pure evil`,
    ],
  ],
  polite: 'thanks, thank, thx, thnx, tysm, ty, cheers, bravo',
  laughs: 'lol, lmao, lmfao, rofl, haha, hahaha, hehe, ahah',
  negations: `not, no, never, none, nobody, nothing, neither, nor, without, cannot, cant, can’t, dont, don’t,
      doesnt, doesn’t, didnt, didn’t, wont, won’t, isnt, isn’t, wasnt, wasn’t, arent, aren’t, werent,
      weren’t, aint, ain’t, couldnt, couldn’t, wouldnt, wouldn’t, shouldnt, shouldn’t, havent, haven’t,
      hasnt, hasn’t, hadnt, hadn’t, hardly, barely, scarcely, rarely, seldom, lack of, lacks, far from,
      anything but, no longer, zero, stop, stopped, fail to, failed to, fails to, less`,
  negationsAfter: '',
  degrees: [
    [
      1.35,
      `pretty, terribly, awfully, crazy, goddamn, very, really, so, such, extremely, incredibly, super,
      totally, completely, absolutely, utterly, highly, truly, insanely, ridiculously, particularly,
      especially, deeply, seriously, hella, fucking, freaking, frickin, damn, bloody, too, sooo, soo, most,
      more, always, enormously, hugely, exceptionally, fully, purely, thoroughly, such a, what a, all time,
      mega, ultra, big, huge, massive, complete, total, absolute, utter, genuinely, literally, just so,
      quite the, much, way`,
    ],
    [
      0.55,
      `little, a little, a bit, bit, slightly, somewhat, fairly, rather, quite, kinda, sorta, almost, nearly,
      partly, sometimes, occasionally, mildly, relatively, moderately, marginally, kind of, sort of, mostly`,
    ],
  ],
  contrasts: 'but, however, yet, nevertheless, nonetheless, except, unfortunately, sadly',
  concessions: 'although, though, even though, despite, in spite of, notwithstanding, granted, admittedly',
  joins: 'and, then, while, whereas, as for',
  comparison: {
    more: 'better, best, superior, worse, inferior, prefer, prefers, preferred, more, beats, beat, outperforms, faster, cheaper, nicer, easier, stronger, safer, smarter, cooler, slower, harder, ahead, over, less',
    than: 'than, to, over',
    unlike:
      'unlike, compared to, compared with, contrary to, as opposed to, instead of, rather than, in contrast to, in contrast with, next to',
  },
}
