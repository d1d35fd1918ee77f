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

/** The texts of the paper. */
export const copies: Record<PaperLanguage, Copy> = {
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
      'تستمر العبّارة في العمل حتى نهاية الصيف، ويتقرر مصيرها في مايو. وتسير الحافلة كل عشر دقائق من السادسة صباحًا حتى منتصف الليل، وثمن تذكرتها كثمن تذكرة العبّارة، ويسافر فيها الأطفال والمسنون مجانًا.',
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
