import { TemporaryNewsroom } from './newsroom.ts';
import { copies, town, type PaperLanguage } from './town-copy.ts';
import { drawing, photograph } from './town-pictures.ts';

/** An instant at which all of the paper is published. */
export const townDay = '2026-03-05T18:00:00Z';

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
  // Long enough in each language for the page of a long read.
  const chapter = Array.from({ length: 5 }, () => copy.paragraphs)
    .flat()
    .join('\n\n');
  const chapters = [1, 2, 3, 4, 5].map((number) => `## ${number}. ${next}\n\n${chapter}`);
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
