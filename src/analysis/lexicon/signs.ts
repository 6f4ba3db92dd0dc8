/**
 * Emoji and emoticons. `echoes` are those that take the mood of the words beside them: a laugh in a complaint
 * is bitter, applause for a delay too, tears beside « trop beau » are of joy. Alone they say what stands here, and little of it.
 */
export const signs: [weight: number, signs: string][] = [
  [2.5, '😍 🥰 🤩 ❤ 💖 💕 💗 💓 💞 💘 💝 🧡 💛 💚 💙 💜 🤍 🖤 ♥ 😻 🏆 🥇'],
  [
    2,
    '😘 😗 😙 😚 🎉 🎊 🥳 🙌 👍 👌 💯 ⭐ 🌟 ✨ 🤗 😊 ☺ 😁 😃 😄 😀 😎 😋 🤤 💪 🌈 🌞 😺 😸 🫶 🍾 🥂 💐 🌹 🎁 👑 🤞',
  ],
  [1, '🙂 😉 😌 😇 😆 😏 😛 😜 😝 🤪 🌸 🌺 🌻 ☀ 🎂 🍀 💃 🕺 ✅ ✔ 🎶 🚀 🤝 ✌ 👋 💋 😽 🎈 ♡ 💫 ⚡'],
  [
    -1,
    '😕 🙁 ☹ 😟 😔 😞 😐 😑 😒 🙄 😬 🤔 🤨 😓 😥 😪 😣 😖 😫 😩 🥺 🙃 🤷 🤦 ❌ ⚠ 💔 👀 🐌 😶 🫠 🤐 😿 🙈 😴 🥱',
  ],
  [-2, '😠 😡 🤬 👎 😤 💩 🤮 🤢 😱 😨 😰 😢 👿 😾 🖕 🤡 🗑 😧 😦 🚮 🤥 🚫 🆘'],
]

export const echoes: [weight: number, signs: string][] = [
  [0.5, '😂 🤣 😹 😅'],
  [1.5, '👏 🙏'],
  [-0.3, '😭 💀 ☠ 😳 😮 😲 🤯 🥵 🥶'],
  [0.8, '🔥'],
]

export const emoticons: [weight: number, signs: string][] = [
  [1.5, String.raw`:) :-) :D :-D :] =) =D :o) ;) ;-) ;D <3 ^^ ^_^ :p :P :-p :-P ;p =P xD XD :* :-* \o/ :')`],
  [
    -1.5,
    String.raw`:( :-( :'( :[ =( >:( D: :/ :-/ :\ :-\ =/ :| :-| -_- -__- >_< </3 :@ :c :< x_x T_T ;_; :s :S`,
  ],
]
