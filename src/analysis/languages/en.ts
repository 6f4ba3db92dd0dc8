import type { Sample } from './sample.ts'

export const en: Sample = {
  words: `the to i you a and of it is that in 's n't for on my me this be have was are with your not at we so just but what all do
    he like out get up they if from will can no know don't it's i'm as now one about go how good time when by an or his see her
    she who got want think him there their has been here why would more some our were day right love had did back off than
    going really then them us over need well come today make still very new u yes ok okay never am people its too because
    could should where only man way yeah look last that's you're can't i'll let's tell say said thing something anything nothing
    everything everyone someone nobody please thanks thank sorry great work life night first little before after again
    always ever down into even much many those these which two year years week home old big bad better best sure does
    didn't doesn't isn't wasn't won't i've i'd he's she's they're we're you've what's there's may might must every other
    another around away help feel let take give find keep put call wait stop start leave show mean talk watch play
    through while since until without between against under during tomorrow yesterday tonight morning friday monday tuesday
    wednesday thursday saturday sunday school house friend friends guy guys girl boy kids baby mother father family
    world money job name place room car door head hand eyes game song movie show team win lost next live long hard
    real nice happy stupid crazy wrong true dead hell god shit fuck lol lmao omg wtf gonna wanna gotta ain't y'all
    hey hello oh wow haha maybe though almost already together left done gone made came went knew told heard saw thought
    whole each both few own same different enough kind such most any being doing having getting making looking coming
    trying saying talking waiting customer service order delivery phone app update price store account email
    white house news report state states government police president trump clinton million against court law bill
    three four five six ten hundred thousand himself myself yourself theirs ours whose whom nor yet also however`,
  text: `The sales clerk told me the lamp would be repaired before the end of the month, but nobody has called me back since.
    I waited two hours on the phone just to hear that it wasn't their fault. Honestly, what a disgrace! We received our
    order early, the packaging was neat and the driver was smiling. I'd like to thank the whole team for their warm
    welcome. Does anyone know where you can buy these light bulbs near me? The government announces a new measure for
    small businesses, and the unions complain about a lack of dialogue. This morning the train was cancelled again without
    any explanation, and it was pouring with rain. Did you watch the game last night? We laughed so much with the guys, it
    was really awesome. They should stop treating us like fools. You ought to try their apple pie, it tastes delicious. Since
    the update, the app closes by itself whenever I open my pictures. The children were playing in the garden while their
    grandmother was making lunch. I don't understand why you keep refusing to exchange this faulty item. Leave me alone, I
    didn't ask for anything! She stood up, shut the window and looked at me for a long while. No problem, we'll meet in
    front of the town hall around six. Researchers have published a study on the quality of the air in our largest cities.
    What are you doing this weekend? Maybe we'll go and see my parents in the country. I swear it's true, ask your
    brother. They want to close the factory, in spite of last year's profits. Don't worry, we will refund you as soon as
    possible. I'm so glad to see you again, I've missed you a lot. Several thousand travellers were stuck because of a power
    failure. Shut up and eat, your soup is getting cold. The new manager wants to develop clean energy and cut down on
    waste. Here's a lovely present for my sister's birthday. Well, old chap, you were lucky! I'm looking for a job in a
    restaurant, evenings if I can. This hotel truly deserves its four stars: clean rooms, comfortable beds, a view over
    the sea. Hope everybody gets there safely, the weather might turn nasty. Which one would you choose? Check out our
    latest video, link below. Nothing beats a quiet night with friends, good food and some music.`,
}
