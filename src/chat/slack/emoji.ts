/**
 * The emoji that people answer with, as Slack calls them: each with every name it goes by, the one it is sent with
 * first. Slack follows the names of iamcal/emoji-data; one that is missing here is passed over as a reaction, and
 * stands as `:name:` in a text that comes without its own list.
 */
const table = `
👍 +1 thumbsup, 👎 -1 thumbsdown, 👌 ok_hand, 👏 clap, 🙏 pray, 🙌 raised_hands, 🙋 raising_hand,
✋ hand raised_hand, 👋 wave, 💪 muscle, 🤝 handshake,
🤞 crossed_fingers hand_with_index_and_middle_fingers_crossed, ✌️ v, 👀 eyes, ✅ white_check_mark,
✔️ heavy_check_mark, ☑️ ballot_box_with_check, ❌ x, ❎ negative_squared_cross_mark,
✖️ heavy_multiplication_x, ⭕ o, 🚫 no_entry_sign, ⛔ no_entry, 🛑 octagonal_sign, ⚠️ warning,
🚨 rotating_light, ❗ exclamation heavy_exclamation_mark, ❓ question, ❔ grey_question,
❕ grey_exclamation, ‼️ bangbang, ⁉️ interrobang, 💯 100, 🔥 fire, ⭐ star, 🌟 star2, ✨ sparkles, 🎉 tada,
🎊 confetti_ball, 🏆 trophy, 🥇 first_place_medal, 🥈 second_place_medal, 🥉 third_place_medal, 🎁 gift,
🎟️ admission_tickets, 🎫 ticket, 🎲 game_die, 🍀 four_leaf_clover, ❤️ heart, 🧡 orange_heart,
💛 yellow_heart, 💚 green_heart, 💙 blue_heart, 💜 purple_heart, 🖤 black_heart, 🤍 white_heart,
🤎 brown_heart, 💔 broken_heart, 🔴 red_circle, 🟠 large_orange_circle, 🟡 large_yellow_circle,
🟢 large_green_circle, 🔵 large_blue_circle, 🟣 large_purple_circle, 🟤 large_brown_circle,
⚪ white_circle, ⚫ black_circle, 🟥 large_red_square, 🟧 large_orange_square, 🟨 large_yellow_square,
🟩 large_green_square, 🟦 large_blue_square, 🟪 large_purple_square, ⬛ black_large_square,
⬜ white_large_square, 0️⃣ zero, 1️⃣ one, 2️⃣ two, 3️⃣ three, 4️⃣ four, 5️⃣ five, 6️⃣ six, 7️⃣ seven,
8️⃣ eight, 9️⃣ nine, 🔟 keycap_ten, 🅰️ a, 🅱️ b, 🅾️ o2, 🆎 ab, 🆗 ok, 🆕 new, 🆓 free, 🆙 up, 🆘 sos,
ℹ️ information_source, ➕ heavy_plus_sign, ➖ heavy_minus_sign, ➡️ arrow_right, ⬅️ arrow_left,
⬆️ arrow_up, ⬇️ arrow_down, 🔁 repeat, 🔄 arrows_counterclockwise, ⏳ hourglass_flowing_sand,
⌛ hourglass, ⏰ alarm_clock, 🕐 clock1, 📅 date, 📆 calendar, 📌 pushpin, 📍 round_pushpin, 📎 paperclip,
📝 memo pencil, ✏️ pencil2, 🗑️ wastebasket, 🔒 lock, 🔓 unlock, 🔔 bell, 🔕 no_bell, 📣 mega,
📢 loudspeaker, 📰 newspaper, 💬 speech_balloon, 💭 thought_balloon, ✉️ email envelope, 📧 e-mail,
📞 telephone_receiver, 📷 camera, 📈 chart_with_upwards_trend, 📉 chart_with_downwards_trend,
📊 bar_chart, 🔍 mag, 🔎 mag_right, 💡 bulb, 🔦 flashlight, 🕯️ candle, 🔌 electric_plug, 🔋 battery,
🛠️ hammer_and_wrench, 🔧 wrench, 🚀 rocket, 🎯 dart, 🗳️ ballot_box_with_ballot, 🙂 slightly_smiling_face,
😀 grinning, 😃 smiley, 😄 smile, 😁 grin, 😆 laughing satisfied, 😂 joy, 🤣 rolling_on_the_floor_laughing,
😉 wink, 😊 blush, 😍 heart_eyes, 🥰 smiling_face_with_3_hearts, 😘 kissing_heart, 😎 sunglasses,
🤩 star-struck grinning_face_with_star_eyes, 🤔 thinking_face,
🤨 face_with_raised_eyebrow face_with_one_eyebrow_raised, 😐 neutral_face, 😑 expressionless,
🙄 face_with_rolling_eyes, 😏 smirk, 😬 grimacing, 😴 sleeping,
🤯 exploding_head shocked_face_with_exploding_head, 😮 open_mouth, 😱 scream, 😢 cry, 😭 sob,
😞 disappointed, 😔 pensive, 😟 worried, 😕 confused, 🙁 slightly_frowning_face, ☹️ white_frowning_face,
😠 angry, 😡 rage, 🤬 face_with_symbols_on_mouth serious_face_with_symbols_covering_mouth, 😤 triumph,
😒 unamused, 🤢 nauseated_face, 🤮 face_vomiting face_with_open_mouth_vomiting, 🤦 face_palm, 🤷 shrug,
💩 hankey poop shit, 🤡 clown_face, 👻 ghost, 💀 skull, 🤖 robot_face, 🐛 bug, 🐢 turtle, ☀️ sunny,
🌙 crescent_moon, ⚡ zap, 🌈 rainbow, ❄️ snowflake, 💧 droplet, 🌍 earth_africa, ☕ coffee, 🍕 pizza,
🍰 cake, 🎂 birthday, 🍾 champagne, 🥂 clinking_glasses, 🍻 beers, 🇫🇷 fr flag-fr, 🇬🇧 gb uk flag-gb,
🇺🇸 us flag-us, 🇪🇺 flag-eu, 🇩🇪 de flag-de, 🇪🇸 es flag-es, 🇮🇹 it flag-it
`

const rows = table
  .trim()
  .split(/,\s+/)
  .map((row) => row.split(' ') as [string, string, ...string[]])

const byName = new Map(rows.flatMap(([emoji, ...names]) => names.map((name) => [name, emoji])))
const byEmoji = new Map(rows.map(([emoji, name]) => [bare(emoji), name]))

/** The emoji that a reaction's name stands for, its skin left aside (`+1::skin-tone-3`); null for those of a workspace. */
export const emojiNamed = (name: string): string | null =>
  byName.get(name.replace(/^:|:$/g, '').replace(/::skin-tone-\d$/, '')) ?? null

/** What a reaction is called to add it; null for an emoji we know no name of. */
export const nameOfEmoji = (emoji: string): string | null => byEmoji.get(bare(emoji)) ?? null

/** Without skin, and without the sign that asks for colours: the same emoji is written both ways. */
function bare(emoji: string): string {
  return emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '')
}
