import type { PlaceKind } from '../../../src/model/search.ts'

/**
 * What each place answers, in the shape of its documents; nobody wrote these posts. `wanted` is what our reader makes of
 * the first; `field`: one that is in every item, and what it is called where it is missing.
 */
export type Documented = {
  place: PlaceKind
  /** Where the shape is from. */
  from: string
  params: Record<string, string>
  /** What is asked for, behind the host. */
  asked: RegExp
  account?: { handle?: string; secrets: Record<string, string> }
  body: unknown
  wanted: Record<string, unknown>
  field?: { path: string; breaks(body: string): string }
  /** One of many pages: where the chain of them would go on. */
  page?(nth: number): unknown
}

const at = '2026-11-20T10:00:00.000Z'
const when = Date.parse(at)
const day = 86_400_000

const hit = (id: number, more = {}) => ({
  objectID: `${id}`,
  created_at: at,
  created_at_i: when / 1000 - id,
  author: 'ravi',
  title: null,
  url: null,
  points: null,
  num_comments: null,
  story_text: null,
  comment_text: 'The <i>Nimbus</i> lamp&#x27;s hum is back',
  story_id: 1,
  story_title: 'Lamps',
  _tags: ['comment', 'author_ravi', 'story_1'],
  ...more,
})

const status = (id: number, more = {}) => ({
  id: `${id}`,
  created_at: new Date(when - id * 1000).toISOString(),
  edited_at: null,
  visibility: 'public',
  spoiler_text: '',
  language: 'fr',
  uri: `https://piaille.example/users/ravi/statuses/${id}`,
  url: `https://piaille.example/@ravi/${id}`,
  replies_count: 2,
  reblogs_count: 3,
  favourites_count: 5,
  content: '<p>Ma lampe <a href="https://mamot.example/tags/nimbus">#<span>nimbus</span></a> grésille</p>',
  account: { id: '9', acct: 'ravi@piaille.example', display_name: 'Ravi', followers_count: 120 },
  ...more,
})

const postView = (id: number) => ({
  uri: `at://did:plc:abc/app.bsky.feed.post/3k${id}`,
  cid: 'bafy',
  author: { did: 'did:plc:abc', handle: 'ravi.example', displayName: 'Ravi' },
  record: {
    $type: 'app.bsky.feed.post',
    text: 'Nimbus encore en panne',
    createdAt: new Date(when - id * 1000).toISOString(),
    langs: ['fr'],
  },
  replyCount: 1,
  repostCount: 2,
  likeCount: 7,
  quoteCount: 1,
  indexedAt: at,
})

const question = (id: number) => ({
  question_id: id,
  title: 'Nimbus &amp; dimmer',
  body: '<p>My Nimbus lamp hums.</p>',
  link: `https://diy.stackexchange.com/questions/${id}/nimbus`,
  creation_date: when / 1000 - id,
  score: 4,
  answer_count: 1,
  view_count: 90,
  owner: { display_name: 'Ravi', user_id: 7 },
})

const lemmyPost = (id: number) => ({
  post: {
    id,
    name: 'Nimbus grésille',
    body: 'Que **faire** ?',
    ap_id: `https://jlai.example/post/${id}`,
    published: '2026-11-20T10:00:00.123456Z',
    deleted: false,
    removed: false,
  },
  creator: { name: 'ravi', display_name: null, actor_id: 'https://jlai.example/u/ravi' },
  community: { name: 'maison', title: 'Maison' },
  counts: { score: 6, comments: 2 },
})

const forumPost = (id: number) => ({
  id,
  name: 'Ravi',
  username: 'ravi',
  created_at: new Date(when - id * 1000).toISOString(),
  like_count: 3,
  blurb: 'ma lampe Nimbus grésille',
  post_number: 1,
  topic_id: 12,
})

const review = (id: number) => ({
  name: `accounts/1/locations/2/reviews/r${id}`,
  reviewId: `r${id}`,
  reviewer: { displayName: 'Ravi' },
  starRating: 'TWO',
  comment: '(Translated by Google) Slow service\n\n(Original)\nService lent',
  createTime: new Date(when - id * 1000).toISOString(),
  updateTime: new Date(when - id * 1000).toISOString(),
})

const many = <One>(make: (id: number) => One, nth: number, count = 100) =>
  Array.from({ length: count }, (_, at) => make(nth * count + at + 1))

const without = (name: string) => (body: string) => body.replaceAll(`"${name}"`, `"${name}_v2"`)

export const documented: Documented[] = [
  {
    place: 'google-news',
    from: 'the RSS that news.google.com/rss/search gives (facts of the issue; RSS 2.0 `source`)',
    params: { q: 'nimbus', lang: 'fr' },
    asked: /^\/rss\/search\?q=nimbus&hl=fr&gl=FR&ceid=FR%3Afr$/,
    body: `<rss version="2.0"><channel><title>"nimbus" - Google Actualités</title><item><title>Nimbus rappelle ses lampes - Le Progrès</title><link>https://news.google.com/rss/articles/CBMiabc?oc=5</link><guid isPermaLink="false">CBMiabc</guid><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>&lt;a href="https://news.google.com/rss/articles/CBMiabc"&gt;Nimbus rappelle ses lampes&lt;/a&gt;</description><source url="https://www.leprogres.fr">Le Progrès</source></item></channel></rss>`,
    wanted: { title: 'Nimbus rappelle ses lampes', outlet: 'Le Progrès', text: '', publishedAt: when },
  },
  {
    place: 'bing-news',
    from: 'the RSS that www.bing.com/news/search?format=rss gives (`News:Source`, links by apiclick.aspx)',
    params: { q: 'nimbus' },
    asked: /^\/news\/search\?q=nimbus&format=rss$/,
    body: `<rss version="2.0" xmlns:News="https://www.bing.com/news/search?format=rss"><channel><title>nimbus - BingNews</title><item><title>Nimbus rappelle ses lampes</title><link>http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;url=https%3a%2f%2fwww.leprogres.fr%2fnimbus&amp;c=1</link><description>Le fabricant Nimbus…</description><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><News:Source>Le Progrès</News:Source></item></channel></rss>`,
    wanted: { url: 'https://www.leprogres.fr/nimbus', id: 'leprogres.fr/nimbus', publishedAt: when },
  },
  {
    place: 'google-alerts',
    from: 'the Atom of an alert (google.com/alerts), links by google.com/url',
    params: { feed: '123/456' },
    asked: /^\/alerts\/feeds\/123\/456$/,
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Google Alert - nimbus</title><entry><id>tag:google.com,2013:googlealerts/feed:1</id><title type="html">&lt;b&gt;Nimbus&lt;/b&gt; rappelle</title><link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://www.leprogres.fr/nimbus&amp;ct=ga"></link><published>${at}</published><updated>${at}</updated><content type="html">Le fabricant &lt;b&gt;Nimbus&lt;/b&gt;</content><author><name></name></author></entry></feed>`,
    wanted: { url: 'https://www.leprogres.fr/nimbus', title: 'Nimbus rappelle', outlet: 'leprogres.fr' },
  },
  {
    place: 'reddit',
    from: 'the Atom of www.reddit.com/search.rss; `feed` and `user` as www.reddit.com/prefs/feeds gives them',
    params: { q: 'nimbus' },
    account: { handle: 'mia', secrets: { token: 'feed-secret-1' } },
    asked: /^\/search\.rss\?q=nimbus&sort=new&limit=100&feed=feed-secret-1&user=mia$/,
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>search results - nimbus</title><entry><id>t5_2qh1i</id><title>r/france</title><link href="https://www.reddit.com/r/france/"/></entry><entry><author><name>/u/ravi</name></author><content type="html">&lt;div class="md"&gt;&lt;p&gt;Ma lampe Nimbus grésille&lt;/p&gt;&lt;/div&gt; submitted by &lt;a href="https://www.reddit.com/user/ravi"&gt; /u/ravi &lt;/a&gt; to &lt;a href="https://www.reddit.com/r/france/"&gt; r/france &lt;/a&gt; &lt;span&gt;&lt;a href="#"&gt;[link]&lt;/a&gt;&lt;/span&gt; &lt;span&gt;&lt;a href="#"&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content><id>t3_abc</id><link href="https://www.reddit.com/r/france/comments/abc/nimbus/"/><updated>${at}</updated><published>${at}</published><title>Nimbus</title></entry></feed>`,
    wanted: { id: 't3_abc', author: 'ravi', outlet: 'Reddit r/france', text: 'Ma lampe Nimbus grésille' },
  },
  {
    place: 'youtube',
    from: 'the Atom of www.youtube.com/feeds/videos.xml (`yt:` and `media:` elements)',
    params: { channel: 'UCBR8-60-B28hp2BmDPdntcQ' },
    asked: /^\/feeds\/videos\.xml\?channel_id=UCBR8-60-B28hp2BmDPdntcQ$/,
    body: `<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>Lampes</title><entry><id>yt:video:dQw4w9WgXcQ</id><yt:videoId>dQw4w9WgXcQ</yt:videoId><yt:channelId>UCBR8</yt:channelId><title>La Nimbus testée</title><link rel="alternate" href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"/><author><name>Lampes</name></author><published>${at}</published><updated>${at}</updated><media:group><media:title>La Nimbus testée</media:title><media:description>Elle grésille</media:description><media:community><media:starRating count="41" average="5.00" min="1" max="5"/><media:statistics views="1203"/></media:community></media:group></entry></feed>`,
    wanted: { id: 'dQw4w9WgXcQ', title: 'La Nimbus testée', engagement: { views: 1203, likes: 41 } },
  },
  {
    place: 'hackernews',
    from: 'hn.algolia.com/api, “Search by date”',
    params: { q: 'nimbus' },
    asked:
      /^\/api\/v1\/search_by_date\?query=nimbus&tags=%28story%2Ccomment%29&numericFilters=created_at_i%3E\d+&hitsPerPage=100&page=0/,
    body: { hits: [hit(1)], nbHits: 1, page: 0, nbPages: 1, hitsPerPage: 100 },
    wanted: { id: '1', text: "The Nimbus lamp's hum is back", author: 'ravi', publishedAt: when - 1000 },
    field: { path: 'hits[].created_at_i', breaks: without('created_at_i') },
    page: (nth) => ({ hits: many(hit, nth), page: nth, nbPages: 10_000 }),
  },
  {
    place: 'gdelt',
    from: 'blog.gdeltproject.org, “GDELT DOC 2.0 API Debuts” (artlist as JSON)',
    params: { q: '("énergie" OR "energie")', lang: 'fr' },
    asked: /^\/api\/v2\/doc\/doc\?query=.*sourcelang%3Afrench&mode=artlist&format=json&maxrecords=250/,
    body: {
      articles: [
        {
          url: 'https://www.leprogres.fr/nimbus',
          url_mobile: '',
          title: 'Nimbus rappelle ses lampes , dit-on',
          seendate: '20261120T100000Z',
          socialimage: '',
          domain: 'leprogres.fr',
          language: 'French',
          sourcecountry: 'France',
        },
      ],
    },
    wanted: { title: 'Nimbus rappelle ses lampes, dit-on', publishedAt: when, language: 'fr' },
    field: { path: 'articles[].seendate', breaks: without('seendate') },
  },
  {
    place: 'mastodon',
    from: 'docs.joinmastodon.org/methods/timelines (tag) and /entities/Status',
    params: { tags: 'nimbus,nimbuslampes' },
    asked: /^\/api\/v1\/timelines\/tag\/nimbus\?limit=40&any%5B%5D=nimbuslampes$/,
    body: [status(1), status(2, { visibility: 'private' })],
    wanted: {
      id: 'piaille.example/1',
      text: 'Ma lampe #nimbus grésille',
      followers: 120,
      engagement: { likes: 5, shares: 3, comments: 2 },
      account: { where: 'mastodon', who: 'ravi@piaille.example' },
    },
    field: { path: '[].content', breaks: without('content') },
    page: (nth) => many(status, nth, 40),
  },
  {
    place: 'mastodon',
    from: 'docs.joinmastodon.org/methods/search (v2, with a token)',
    params: { q: '"lampe nimbus" -météo' },
    account: { secrets: { token: 'mastodon-secret' } },
    asked: /^\/api\/v2\/search\?q=%22lampe\+nimbus%22\+-m%C3%A9t%C3%A9o&type=statuses&limit=40$/,
    body: { accounts: [], hashtags: [], statuses: [status(1)] },
    wanted: { id: 'piaille.example/1', url: 'https://piaille.example/@ravi/1' },
    field: { path: 'statuses', breaks: without('statuses') },
    page: (nth) => ({ accounts: [], hashtags: [], statuses: many(status, nth, 40) }),
  },
  {
    place: 'bluesky',
    from: 'docs.bsky.app, app.bsky.feed.searchPosts and com.atproto.server.createSession',
    params: { q: 'nimbus' },
    account: { handle: 'nimbus.example', secrets: { password: 'aaaa-bbbb-cccc-dddd' } },
    asked: /^\/xrpc\/app\.bsky\.feed\.searchPosts\?q=nimbus&sort=latest&since=2026[^&]*&limit=100$/,
    body: { posts: [postView(1)] },
    wanted: {
      id: 'at://did:plc:abc/app.bsky.feed.post/3k1',
      url: 'https://bsky.app/profile/ravi.example/post/3k1',
      engagement: { likes: 7, shares: 3, comments: 1 },
    },
    field: { path: 'posts[].record.text', breaks: without('text') },
    page: (nth) => ({ cursor: `${nth + 1}`, posts: many(postView, nth) }),
  },
  {
    place: 'stackexchange',
    from: 'api.stackexchange.com/docs/advanced-search and /docs/wrapper',
    params: { q: 'nimbus', site: 'diy' },
    account: { secrets: { key: 'se-key-1' } },
    asked: /^\/2\.3\/search\/advanced\?q=nimbus&site=diy&order=desc&sort=creation&.*key=se-key-1$/,
    body: { items: [question(1)], has_more: false, quota_max: 300, quota_remaining: 299 },
    wanted: {
      id: '1',
      title: 'Nimbus & dimmer',
      text: 'My Nimbus lamp hums.',
      outlet: 'diy.stackexchange.com',
    },
    field: { path: 'items[].creation_date', breaks: without('creation_date') },
    page: (nth) => ({ items: many(question, nth), has_more: true }),
  },
  {
    place: 'lemmy',
    from: 'join-lemmy.org/api, search (v3): SearchResponse',
    params: { q: 'nimbus' },
    asked: /^\/api\/v3\/search\?q=nimbus&type_=All&sort=New&listing_type=All&limit=50&page=1$/,
    body: { type_: 'All', posts: [lemmyPost(1)], comments: [], communities: [], users: [] },
    wanted: { id: 'https://jlai.example/post/1', title: 'Nimbus grésille', outlet: 'Lemmy Maison' },
    field: { path: 'posts[].post.ap_id', breaks: without('ap_id') },
    page: (nth) => ({ posts: many(lemmyPost, nth, 50), comments: [] }),
  },
  {
    place: 'discourse',
    from: 'docs.discourse.org, “Search for a term”',
    params: { q: 'nimbus' },
    account: { handle: 'mia', secrets: { key: 'forum-key' } },
    asked: /^\/search\.json\?q=nimbus\+order%3Alatest&page=1$/,
    body: {
      posts: [forumPost(1)],
      topics: [{ id: 12, title: 'Lampe en panne', slug: 'lampe' }],
      grouped_search_result: { more_full_page_results: null },
    },
    wanted: { id: '1', title: 'Lampe en panne', text: 'ma lampe Nimbus grésille', author: 'Ravi' },
    field: { path: 'posts[].blurb', breaks: without('blurb') },
    page: (nth) => ({
      posts: many(forumPost, nth, 50),
      topics: [],
      grouped_search_result: { more_full_page_results: true },
    }),
  },
  {
    place: 'discourse',
    from: 'docs.discourse.org, “List latest posts across topics”',
    params: { about: 'Nimbus' },
    asked: /^\/posts\.json$/,
    body: {
      latest_posts: [
        { ...forumPost(1), blurb: undefined, cooked: '<p>Ma lampe grésille</p>', topic_title: 'En panne' },
      ],
    },
    wanted: { title: 'En panne', text: 'Ma lampe grésille' },
    field: { path: 'latest_posts[].cooked', breaks: without('cooked') },
    page: (nth) => ({ latest_posts: many((id) => ({ ...forumPost(id), cooked: 'x' }), nth, 50) }),
  },
  {
    place: 'google-business',
    from: 'developers.google.com/my-business, accounts.locations.reviews.list (v4)',
    params: { owner: '1', location: '2', label: 'Nimbus Lyon' },
    account: { secrets: { token: 'refresh-1', client: 'client-1', secret: 'client-secret' } },
    asked: /^\/v4\/accounts\/1\/locations\/2\/reviews\?pageSize=50&orderBy=updateTime\+desc$/,
    body: { reviews: [review(1)], averageRating: 2, totalReviewCount: 1 },
    wanted: { id: 'r1', title: 'Nimbus Lyon ★★☆☆☆', text: 'Service lent', network: 'reviews' },
    field: { path: 'reviews[].starRating', breaks: without('starRating') },
    page: (nth) => ({ reviews: many(review, nth, 50), nextPageToken: `${nth + 1}` }),
  },
]

export const now = when + day
