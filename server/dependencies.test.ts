import { deepEqual, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { outputDigest } from '../formats/output.ts';
import { isOutputPath, outputAt } from '../formats/outputs.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { Chance } from '../newsroom/edition/test-month.ts';
import { article, titles, topics, type Files } from '../newsroom/testing.ts';
import { answer, digestOf } from '../site/answer.ts';
import { CachedPage } from './cached-page.ts';
import { TestServices } from './testing.ts';

const begin = Date.parse('2026-01-10T00:00:00Z');
const day = 86_400_000;

const pagePaths =
  '/ /latest /archive /2026 /2026/01 /2026/01/10 /topics /topics/asia /topics/asia/links /topics/world /topics/quiet /people ' +
  '/people/ann /places/nara /storylines /storylines/talks /corrections /languages/fr /about /old/one /not-found /feed.xml ' +
  '/topics/asia/feed.xml /sitemap.xml /news-sitemap.xml /robots.txt /llms.txt /storylines/talks/feed.json';

/** What is at an address, in one text, and when it changes by time alone. */
function shown(edition: Edition, path: string, now: number): { text: string; until?: number } {
  const output = isOutputPath(path) ? outputAt(edition, path, now) : undefined;
  if (output && 'to' in output) return { text: `to ${output.to}` };
  if (output) return { text: outputDigest(output), ...(output.until !== undefined && { until: output.until }) };
  const found = answer(edition, path);
  return { text: found.status === 308 ? `to ${found.to}` : `${found.status} ${digestOf(found.view)}` };
}

const words = 'reactor harbour summit tariff glacier senate orbit vaccine drought ferry merger strike'.split(' ');
const addresses = Array.from({ length: 14 }, (_, index) => {
  const at = new Date(begin + ((index * 3) % 40) * day).toISOString().slice(0, 10).replaceAll('-', '/');
  return `/${at}/story-${index}`;
});

/** What three titles can carry. The last one is not there at first. */
const carried: readonly object[] = [
  {},
  { topics: ['asia'] },
  { sections: ['world'], languages: ['en'] },
  { topics: ['quiet'], storylines: ['talks'] },
  { sections: ['science'] },
  { topics: ['nothing'] },
];
const titleNames = ['main', 'east', 'lab', 'late'];

test('a page whose view has changed is never taken for a valid one, whatever was edited and which gates have passed', async (t) => {
  for (const seed of [1, 2, 3, 4]) await run(t, seed, [undefined]);
});

test('the same on each of several titles, while stories and topics move between them and titles come and go', async (t) => {
  for (const seed of [5, 6]) await run(t, seed, titleNames);
});

async function run(t: TestContext, seed: number, shownTitles: readonly (string | undefined)[]): Promise<void> {
  const hasTitles = shownTitles.length > 1;
  const chance = new Chance(seed);
  const random = (): number => chance.below(1_000_000) / 1_000_000;
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new TypeError('Nothing to pick from.');
    return value;
  };
  const maybe = <T extends object>(share: number, value: () => T): T | undefined =>
    random() < share ? value() : undefined;
  const instant = (): string => new Date(begin + Math.floor(random() * 50) * day + 3_600_000).toISOString();
  const body = (): string => Array.from({ length: 40 }, () => pick(words)).join(' ');
  const onTitle = (): string =>
    `https://${pick(titleNames)}.example${pick([...addresses, '/topics/asia', '/topics/quiet', '/old/one'])}`;
  const story = (address: string): Files =>
    article(
      address,
      {
        headline: `${pick(words)} ${pick(words)}`,
        topics: [pick(['world', 'asia', 'science', 'quiet'])],
        ...maybe(0.3, () => ({ storyline: pick(['talks', 'flood']) })),
        ...maybe(0.3, () => ({ byline: [pick(['ann', 'bob'])] })),
        ...maybe(0.3, () => ({ dateline: { place: pick(['Nara', 'Oslo']), country: 'JP' } })),
        ...maybe(0.2, () => ({ status: pick(['draft', 'withheld', 'killed']) })),
        ...maybe(0.3, () => ({ embargo: instant() })),
        ...maybe(0.2, () => ({ expires: instant() })),
        ...maybe(0.2, () => ({ corrections: [{ at: instant(), text: `Not ${pick(words)}.` }] })),
        ...maybe(0.2, () => ({ lang: 'fr', translationOf: pick(addresses) })),
        ...maybe(0.2, () => ({ series: { name: 'Long road', part: 1 + Math.floor(random() * 3) } })),
        ...maybe(0.2, () => ({ aliases: [pick(['/old/one', '/old/two'])] })),
        ...maybe(0.3, () => ({ related: [pick(addresses)] })),
        ...maybe(0.2, () => ({ type: pick(['analysis', 'explainer', 'opinion']) })),
        ...maybe(0.2, () => ({ image: { src: 'a.svg', alt: 'A', credit: 'B' } })),
        ...(hasTitles && maybe(0.2, () => ({ owner: pick(titleNames) }))),
      },
      `${body()}\n\n[A link](${pick([...addresses, '/topics/quiet', '/old/one', '/images/a.svg'])})${hasTitles ? ` [and another](${onTitle()})` : ''} ${body()}`,
    );
  const entity = (): Files =>
    pick([
      () => topics({ asia: { title: pick(['Asia', 'The East']), parent: pick(['world', 'science']) } }),
      () => ({ 'people/ann.mdx': `---\nname: Ann ${pick(words)}\n---\n` }),
      () => ({
        'storylines/talks.mdx': `---\ntitle: ${pick(words)} talks\ntopics: [${pick(['asia', 'world'])}]\nstatus: running\n---\n`,
      }),
      () => ({
        'images/a.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="${pick(['40', '50'])}" height="30"/>`,
      }),
      () => ({ 'pages/about.mdx': `---\ntitle: About ${pick(words)}\n---\n\nWords.\n` }),
    ])();
  const title = (slug: string): Files =>
    titles({
      [slug]: {
        order: pick([1, 2, 3, 4]),
        carries: pick(carried),
        ...maybe(0.2, () => ({ language: pick(['en', 'fr']) })),
      },
    });
  const services = await TestServices.over(
    t,
    {
      ...(hasTitles && Object.assign({}, ...titleNames.slice(0, 3).map(title))),
      ...topics({ world: 'World', asia: { title: 'Asia', parent: 'world' }, science: 'Science', quiet: 'Quiet' }),
      'people/ann.mdx': '---\nname: Ann\n---\n',
      'people/bob.mdx': '---\nname: Bob\n---\n',
      'storylines/talks.mdx': '---\ntitle: Talks\ntopics: [asia]\nstatus: running\n---\n',
      'storylines/flood.mdx': '---\ntitle: Flood\ntopics: [world]\nstatus: running\n---\n',
      ...Object.assign({}, ...addresses.slice(0, 9).map(story)),
    },
    new Date(begin).toISOString(),
  );
  const validities = shownTitles.map((name) => ({ name, validity: services.validityOf(name) }));
  const paths = [
    ...addresses.flatMap((address) => [address, `${address}/related`, `${address}.json`]),
    ...pagePaths.split(' '),
  ];
  const cached = new Map<string, { page: CachedPage; text: string }>();
  let kept = 0;
  const check = async (what: string): Promise<void> => {
    for (const { name, validity } of validities) {
      // What is true now, from an edition that knows nothing of before.
      const { newsroom, now } = services;
      const present = new Date(now).toISOString();
      const texts = newsroom.at(present, (edition) => paths.map((path) => shown(edition, path, now).text), name);
      for (const [index, path] of paths.entries()) {
        const key = `${name} ${path}`;
        const known = cached.get(key);
        if (known && validity.isKnownValid(known.page)) {
          deepEqual(known.text, texts[index], `seed ${seed}: ${key} after ${what}`);
          kept += 1;
          continue;
        }
        const { value, reading } = validity.read((edition) => shown(edition, path, now));
        const { text, until } = value;
        deepEqual(text, texts[index], `seed ${seed}: ${key} read after ${what}`);
        const head = { path, status: 200, digest: '', policy: '', type: '' } as const;
        const page = known?.page ?? (await CachedPage.from(head, text));
        page.reading = reading && { ...reading, ...(until !== undefined && { until }) };
        cached.set(key, { page, text });
      }
    }
  };
  await check('the start');
  for (let step = 0; step < 40; step += 1) {
    const kinds = ['write', 'write', 'write', 'remove', 'time', 'time', 'entity', 'picture'];
    const what = pick(hasTitles ? [...kinds, 'title', 'no title'] : kinds);
    const address = pick(addresses);
    if (what === 'write') await services.change(story(address));
    else if (what === 'entity') await services.change(entity());
    else if (what === 'title') await services.change(title(pick(titleNames)));
    else if (what === 'time') services.now += Math.floor(random() * 3 * day);
    else {
      try {
        const files: Record<string, string> = {
          remove: `articles${address}.mdx`,
          'no title': `titles/${pick(titleNames)}.yaml`,
        };
        services.newsroom.remove(files[what] ?? 'images/a.svg');
      } catch {
        // It is not there.
      }
      await services.newsroom.compile();
    }
    await check(`step ${step}, ${what} ${address}`);
  }
  ok(kept > 0, `seed ${seed}: no page was kept`);
}

test('a publication has only those pages looked at that can show it', async (t) => {
  const years = Array.from({ length: 30 }, (_, index) => `/${1996 + index}/03/04/story-${index}`);
  const services = await TestServices.over(
    t,
    {
      ...topics({ world: 'World', asia: { title: 'Asia', parent: 'world' }, science: 'Science' }),
      ...Object.assign(
        {},
        ...years.map((address, index) =>
          article(address, { topics: [index % 2 ? 'asia' : 'science'] }, 'The reactor in the harbour was shut down.'),
        ),
      ),
    },
    '2026-03-10T00:00:00Z',
  );
  const { validity } = services;
  const lists =
    '/ /latest /topics/asia /topics/asia/feed.xml /topics/science /topics/science/feed.xml /archive /2001/03/04';
  const paths = [...years, ...lists.split(' '), '/not-found'];
  const pages = new Map<string, CachedPage>();
  for (const path of paths) {
    const page = await CachedPage.from({ path, status: 200, digest: '', policy: '', type: '' }, path);
    page.reading = validity.read((edition, now) => shown(edition, path, now)).reading;
    pages.set(path, page);
  }
  const outdated = (): string[] => paths.filter((path) => !validity.isKnownValid(pages.get(path) ?? fail(path)));
  await services.change(article('/2026/03/09/new', { topics: ['asia'] }, 'The reactor in the harbour runs again.'));
  const changed = ['/', '/latest', '/topics/asia', '/topics/asia/feed.xml', '/archive'];
  deepEqual(outdated().toSorted(), changed.toSorted());
  await services.change(article(years[3] ?? '', { topics: ['asia'], headline: 'Another one' }, 'Something else.'));
  ok(!outdated().includes('/topics/science'), 'it is not in this list');
  ok(outdated().includes(years[3] ?? ''));
});

function fail(path: string): never {
  throw new TypeError(`${path} has no page.`);
}
