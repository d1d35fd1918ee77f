import { sharp } from '../formats/sharp.ts';
import { TemporaryNewsroom } from './newsroom.ts';

/** The languages in which the paper exists: one from left to right, one from right to left, one without spaces. */
export type PaperLanguage = 'en' | 'ar' | 'ja';

/** Addresses in the paper, the same in each language. */
export const town = {
  news: '/2026/03/05/bridge-opens',
  plain: '/2026/03/05/council-vote',
  opinion: '/2026/03/04/keep-the-bench',
  explainer: '/2026/03/03/how-the-flood-wall-works',
  interview: '/2026/03/02/the-ferry-captain',
  longRead: '/2026/03/01/a-river-and-its-town',
  release: '/2026/02/28/swimming-pool-hours',
  corrected: '/2026/02/27/school-roof',
  photographs: '/2026/02/26/three-photographs',
} as const;

/** An instant at which all of the paper is published. */
export const townDay = '2026-03-05T18:00:00Z';

/** What the paper says, in one language. */
interface Copy {
  name: string;
  description: string;
  place: string;
  author: string;
  role: string;
  photographer: string;
  town: string;
  river: string;
  wall: string;
  wallSoFar: string;
  riverIntroduction: string;
  contact: string;
  contactText: string;
  /** Headlines and standfirsts by the names in `town`. */
  stories: Record<keyof typeof town, readonly [headline: string, standfirst: string]>;
  /** Alternative texts of the pictures. */
  alt: string;
  caption: string;
  paragraphs: readonly string[];
  crossheads: readonly string[];
  point: string;
  correction: string;
  quotation: string;
}

const copies: Record<PaperLanguage, Copy> = {
  en: {
    name: 'The Brackwater Courier',
    description: 'News from a town on a river.',
    place: 'Brackwater',
    author: 'Ida Marsh',
    role: 'Reporter',
    photographer: 'Tom Reed',
    town: 'Town',
    river: 'River',
    wall: 'The flood wall',
    wallSoFar: 'The town has planned a wall since the flood of 2019. Its first part is finished.',
    riverIntroduction: 'Water, ferries and the wall that is to keep the water out.',
    contact: 'Contact',
    contactText: 'Write to us at 12 Quay Street, or call in the morning.',
    stories: {
      news: ['New bridge opens after three years', 'The first buses crossed at 7 in the morning, ahead of the ferry.'],
      plain: ['Council votes for slower streets', 'From June, 30 kilometres an hour is the limit near schools.'],
      opinion: ['Keep the bench by the ferry', 'A town is made of places where nobody has to buy anything.'],
      explainer: ['How the flood wall works', 'Twelve gates, one pump, and a person who listens to the rain.'],
      interview: ['“I have never missed the last boat”', 'The ferry captain on 40 years between two landings.'],
      longRead: ['A river and its town', 'For four centuries each has tried to move the other.'],
      release: ['Swimming pool opens on Sundays', 'A statement of the town’s sports office.'],
      corrected: ['School roof is to be mended in summer', 'The work costs less than was feared.'],
      photographs: ['Three mornings on the quay', 'Fog, frost and the first warm day of the year.'],
    },
    alt: 'A bridge over a river, with hills behind it',
    caption: 'The bridge on the morning of its opening.',
    paragraphs: [
      'The first bus crossed the bridge at 7 on Thursday morning, with 12 passengers and the mayor. It took two minutes. The ferry, which has carried people over the river since 1887, needs eleven.',
      'Some 3,000 people are expected to use the bridge each day. Most of them work at the hospital on the north bank, and had to leave home an hour earlier until now.',
      'The bridge cost less than the council had planned, because the old piers could be used again. Engineers had found them sound after the flood of 2019.',
      'The ferry will run until the end of the summer. What happens then is to be decided in May.',
    ],
    crossheads: ['The cost', 'What comes next'],
    point: 'The bridge is open to buses, bicycles and people on foot.',
    correction: 'An earlier version gave the wrong year of the flood. It was 2019.',
    quotation: 'The river does not read our plans.',
  },
  ar: {
    name: 'بريد النهر',
    description: 'أخبار بلدة على ضفة النهر.',
    place: 'رأس الماء',
    author: 'ليلى الحداد',
    role: 'مراسلة',
    photographer: 'سامي نور',
    town: 'البلدة',
    river: 'النهر',
    wall: 'جدار الفيضان',
    wallSoFar: 'تخطط البلدة لبناء جدار منذ فيضان عام 2019، وقد اكتمل الجزء الأول منه.',
    riverIntroduction: 'المياه والعبّارات والجدار الذي يصد الماء.',
    contact: 'اتصل بنا',
    contactText: 'اكتبوا إلينا على العنوان 12 شارع الميناء، أو اتصلوا صباحًا.',
    stories: {
      news: ['افتتاح الجسر الجديد بعد ثلاث سنوات', 'عبرت أولى الحافلات في السابعة صباحًا قبل العبّارة.'],
      plain: ['المجلس يصوّت لإبطاء السير في الشوارع', 'ابتداء من يونيو يصبح الحد 30 كيلومترًا في الساعة قرب المدارس.'],
      opinion: ['أبقوا المقعد قرب العبّارة', 'البلدة أماكن لا يُطلب فيها من أحد أن يشتري شيئًا.'],
      explainer: ['كيف يعمل جدار الفيضان', 'اثنتا عشرة بوابة ومضخة واحدة وشخص ينصت إلى المطر.'],
      interview: ['«لم أتأخر يومًا عن آخر رحلة»', 'ربان العبّارة يتحدث عن 40 عامًا بين ضفتين.'],
      longRead: ['نهر وبلدته', 'منذ أربعة قرون يحاول كل منهما أن يزحزح الآخر.'],
      release: ['المسبح يفتح أبوابه أيام الأحد', 'بيان من مكتب الرياضة في البلدة.'],
      corrected: ['إصلاح سقف المدرسة في الصيف', 'كلفة العمل أقل مما كان متوقعًا.'],
      photographs: ['ثلاثة صباحات على الرصيف', 'ضباب وصقيع وأول يوم دافئ في السنة.'],
    },
    alt: 'جسر فوق نهر وخلفه تلال',
    caption: 'الجسر صباح يوم افتتاحه.',
    paragraphs: [
      'عبرت الحافلة الأولى الجسر في السابعة من صباح الخميس وعلى متنها 12 راكبًا ورئيس البلدية. استغرق العبور دقيقتين، أما العبّارة التي تنقل الناس منذ عام 1887 فتحتاج إلى إحدى عشرة دقيقة.',
      'ومن المتوقع أن يستخدم الجسر نحو 3000 شخص كل يوم، معظمهم يعملون في المستشفى على الضفة الشمالية وكانوا يغادرون بيوتهم قبل ساعة.',
      'كلّف الجسر أقل مما خطط له المجلس، لأن الدعائم القديمة صالحة للاستخدام من جديد بعد فيضان عام 2019.',
      'تستمر العبّارة في العمل حتى نهاية الصيف، ويتقرر مصيرها في مايو.',
    ],
    crossheads: ['الكلفة', 'ماذا بعد'],
    point: 'الجسر مفتوح للحافلات والدراجات والمشاة.',
    correction: 'ذكرت نسخة سابقة عامًا خاطئًا للفيضان. كان ذلك عام 2019.',
    quotation: 'النهر لا يقرأ خططنا.',
  },
  ja: {
    name: '川辺新聞',
    description: '川のほとりの町のニュース。',
    place: '川辺町',
    author: '沢田葵',
    role: '記者',
    photographer: '森健',
    town: '町',
    river: '川',
    wall: '防潮堤',
    wallSoFar: '二〇一九年の洪水のあと、町は堤防を計画してきた。最初の部分が完成した。',
    riverIntroduction: '水と渡し船、そして水を防ぐ堤防について。',
    contact: 'お問い合わせ',
    contactText: '港通り12番地までお手紙をお寄せください。お電話は午前中にお願いします。',
    stories: {
      news: ['三年をかけた新しい橋が開通', '午前七時、渡し船より早く最初のバスが渡った。'],
      plain: ['町議会、生活道路の減速を可決', '六月から学校の近くでは時速30キロが上限となる。'],
      opinion: ['渡し場のベンチを残そう', '何も買わずにいられる場所が町をつくる。'],
      explainer: ['防潮堤のしくみ', '十二の水門と一台のポンプ、そして雨音に耳を澄ます人。'],
      interview: ['「最終便に遅れたことは一度もない」', '渡し船の船長が四十年を語る。'],
      longRead: ['川と町の四百年', '互いに相手を動かそうとしてきた歴史をたどる。'],
      release: ['町営プール、日曜も開館', '町のスポーツ課からのお知らせ。'],
      corrected: ['学校の屋根、夏に修理へ', '費用は心配されたより少なくて済む。'],
      photographs: ['岸壁の三つの朝', '霧と霜、そして今年最初の暖かい日。'],
    },
    alt: '川に架かる橋と、その向こうの丘',
    caption: '開通の朝の橋。',
    paragraphs: [
      '木曜日の午前七時、乗客12人と町長を乗せた最初のバスが橋を渡った。所要時間は二分。一八八七年から人々を運んできた渡し船では十一分かかる。',
      '一日におよそ3000人が橋を利用する見込みだ。多くは北岸の病院で働く人で、これまでは一時間早く家を出なければならなかった。',
      '古い橋脚を再び使えたため、費用は町議会の計画を下回った。技術者は二〇一九年の洪水のあと、橋脚に問題がないことを確かめていた。',
      '渡し船は夏の終わりまで運航する。その後については五月に決まる。',
    ],
    crossheads: ['費用', 'これから'],
    point: '橋はバス、自転車、歩行者が通行できる。',
    correction: '以前の記事で洪水の年が誤っていました。正しくは二〇一九年です。',
    quotation: '川は私たちの計画を読まない。',
  },
};

/** Scenes in a few flat colours, so that each machine and each version of the encoders shows nearly the same. */
const scenes = {
  bridge: `<path fill="#c9dbe0" d="M0 0h160v90H0z"/><path fill="#8fa891" d="M0 52 40 30l34 20 40-28 46 30v8H0z"/><path fill="#5b8799" d="M0 58h160v32H0z"/><path fill="none" stroke="#5a3b2c" stroke-width="3" d="M0 52h160M8 52q24-36 48 0 24-36 48 0 24-36 48 0"/><path fill="#5a3b2c" d="M54 52h4v22h-4zm48 0h4v22h-4z"/>`,
  quay: `<path fill="#f0dfc0" d="M0 0h160v90H0z"/><circle cx="120" cy="26" r="12" fill="#d9764a"/><path fill="#46606b" d="M0 56h160v34H0z"/><path fill="#2d3338" d="M20 60h70l-10 14H32z"/><path fill="#fffaf0" d="M52 20v38h26z"/><path fill="#8f8a80" d="M100 50h60v40h-60z"/>`,
  gate: `<path fill="#d8d4c6" d="M0 0h160v90H0z"/><path fill="#6f8f7a" d="M0 62h160v28H0z"/><path fill="#99715a" d="M16 26h20v48H16zm54 0h20v48H70zm54 0h20v48h-20z"/><path fill="#3d4c52" d="M36 40h34v30H36zm54 0h34v30H90z"/>`,
  face: `<path fill="#dfe3da" d="M0 0h90v90H0z"/><path fill="#31566b" d="M10 90q0-32 35-32t35 32z"/><circle cx="45" cy="38" r="18" fill="#c98f6b"/><path fill="#3a2a22" d="M26 36q2-22 20-21t18 21q-8-12-20-12T26 36z"/>`,
};

async function drawing(scene: keyof typeof scenes, width: number, height: number): Promise<Buffer> {
  const [across, down] = scene === 'face' ? [90, 90] : [160, 90];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${across} ${down}" preserveAspectRatio="xMidYMid slice">${scenes[scene]}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
}

/** A JPEG with the detail of a photograph: contrast at every scale, the more the larger it is. `seed` makes another one. */
async function photograph(seed: number): Promise<Buffer> {
  const [width, height] = [2400, 1600];
  const light = new Float32Array(width * height).fill(120);
  // A generator of random numbers that is the same on each machine.
  let state = seed;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32 - 0.5;
  for (const [scale, contrast] of [
    [400, 150],
    [100, 70],
    [24, 40],
    [6, 24],
    [2, 12],
  ] as const) {
    const across = Math.ceil(width / scale);
    const spots = Float32Array.from({ length: across * Math.ceil(height / scale) }, () => contrast * random());
    for (let y = 0, at = 0; y < height; y += 1) {
      const row = across * Math.floor(y / scale);
      for (let x = 0; x < width; x += 1, at += 1)
        light[at] = (light[at] ?? 0) + (spots[row + Math.floor(x / scale)] ?? 0);
    }
  }
  const pixels = new Uint8ClampedArray(3 * light.length);
  for (const [index, value] of light.entries()) pixels.set([value + 20, value, value - 30], 3 * index);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Every kind of page that the paper has, as paths. */
export function townPages(language: PaperLanguage): string[] {
  return [
    '/',
    ...Object.values(town),
    `${town.news}/related`,
    '/topics',
    '/topics/town',
    '/topics/river',
    '/topics/flood/links',
    '/storylines',
    '/storylines/flood-wall',
    '/people',
    '/people/ida-marsh',
    '/places',
    encodeURI(`/places/${copies[language].place.toLowerCase().replaceAll(' ', '-')}`),
    '/latest',
    '/archive',
    '/2026/03',
    '/2026/03/05',
    '/corrections',
    '/contact',
    '/search',
    '/search?q=12',
    '/nothing',
  ];
}

/**
 * The newsroom of a small town, written for tests that compare or measure pages: unlike the demonstration newsroom, it does not
 * change. It has an article of each shape, and the same addresses in each language.
 */
export async function townPaper(language: PaperLanguage): Promise<TemporaryNewsroom> {
  const copy = copies[language];
  const paper = new TemporaryNewsroom({
    name: copy.name,
    description: copy.description,
    language,
    publisher: { name: copy.name, email: 'desk@courier.example' },
  });
  for (const scene of ['bridge', 'quay', 'gate'] as const)
    paper.write(`images/${scene}.png`, await drawing(scene, 1600, 900));
  paper.write('images/tower.png', await drawing('gate', 1200, 1800));
  paper.write('images/face.png', await drawing('face', 1200, 1200));
  // They are for measurements, which one language is enough for.
  const photographs = [1, 2, 3].map((number) => `photograph-${number}.jpg`);
  if (language === 'en')
    for (const [seed, src] of photographs.entries()) paper.write(`images/${src}`, await photograph(seed + 1));
  const [lead = '', ...others] = language === 'en' ? photographs : ['quay.png', 'bridge.png', 'gate.png'];

  paper.topic('town', { title: copy.town, order: 1, accent: 'teal' });
  paper.topic(
    'river',
    { title: copy.river, order: 2, accent: 'blue', essential: [town.explainer] },
    copy.riverIntroduction,
  );
  paper.write(
    'topics/flood.mdx',
    `---\ntitle: ${copy.wall}\nparent: river\nlinks: [{ url: "https://www.example.org/", title: ${copy.river}, source: Example }]\n---\n`,
  );
  paper.person('ida-marsh', { name: copy.author, role: copy.role }, copy.paragraphs[1]);
  paper.storyline('flood-wall', { title: copy.wall, topics: ['river'], status: 'running' }, copy.wallSoFar);
  paper.write('pages/contact.mdx', `---\ntitle: ${copy.contact}\n---\n\n${copy.contactText}\n`);

  const image = (src: string): Record<string, unknown> => ({
    src,
    alt: copy.alt,
    caption: copy.caption,
    credit: copy.photographer,
  });
  const figure = (src: string): string =>
    `<Figure src="${src}" alt="${copy.alt}" caption="${copy.caption}" credit="${copy.photographer}" />`;
  const [first = '', second = '', third = '', fourth = ''] = copy.paragraphs;
  const [cost = '', next = ''] = copy.crossheads;
  const news = `${first}\n\n${second}\n\n## ${cost}\n\n${third}\n\n## ${next}\n\n${fourth}`;
  const story = (
    which: keyof typeof town,
    fields: Record<string, unknown>,
    body = news,
    [headline, standfirst] = copy.stories[which],
  ): void => {
    const day = town[which].slice(1, 11).replaceAll('/', '-');
    paper.article(
      town[which],
      { headline, standfirst, byline: ['ida-marsh'], published: `${day}T08:00:00Z`, topics: ['town'], ...fields },
      body,
    );
  };
  const river = { topics: ['river'], storyline: 'flood-wall' };
  story('news', {
    ...river,
    image: image('bridge.png'),
    dateline: { place: copy.place, country: 'GB', date: '2026-03-05' },
  });
  story('plain', { published: '2026-03-05T06:30:00Z', dateline: { place: copy.place, country: 'GB' } });
  story('opinion', { type: 'opinion' }, `${news}\n\n<PullQuote by="${copy.author}">\n${copy.quotation}\n</PullQuote>`);
  story(
    'explainer',
    { ...river, topics: ['flood', 'river'], type: 'explainer', image: image('gate.png') },
    `<KeyPoints title="${copy.wall}">\n- ${copy.point}\n- ${second}\n</KeyPoints>\n\n${news}\n\n<FactBox title="${cost}">\n${third}\n</FactBox>\n\n<Timeline title="${next}">\n- **2019** ${copy.wallSoFar}\n- **2026** ${copy.point}\n</Timeline>`,
  );
  story('interview', { type: 'interview', topics: ['river'], image: image('face.png') });
  const chapters = [1, 2, 3, 4, 5].map((number) => `## ${number}. ${next}\n\n${copy.paragraphs.join('\n\n')}`);
  story(
    'longRead',
    { ...river, type: 'analysis', image: { ...image('quay.png'), focus: '75% 30%' } },
    [first, ...chapters.slice(0, 2), figure('tower.png'), ...chapters.slice(2), `> ${copy.quotation}`].join('\n\n'),
  );
  story('release', { type: 'press-release', byline: [{ name: copy.town, kind: 'organization' }] });
  story('corrected', { corrections: [{ at: '2026-02-28T09:00:00Z', text: copy.correction }] });
  story('photographs', { image: image(lead) }, [first, ...others.map(figure), second, third].join('\n\n'));
  return paper;
}
