import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { outputDigest } from '../formats/output.ts';
import { isOutputPath, outputAt } from '../formats/outputs.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { Chance } from '../newsroom/edition/test-month.ts';
import { article, topics, type Files } from '../newsroom/testing.ts';
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

test('a page whose view has changed is never taken for a valid one, whatever was edited and which gates have passed', async (t) => {
  for (const seed of [1, 2, 3, 4]) await run(seed);

  async function run(seed: number): Promise<void> {
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
        },
        `${body()}\n\n[A link](${pick([...addresses, '/topics/quiet', '/old/one', '/images/a.svg'])}) ${body()}`,
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
    const services = await TestServices.over(
      t,
      {
        ...topics({ world: 'World', asia: { title: 'Asia', parent: 'world' }, science: 'Science', quiet: 'Quiet' }),
        'people/ann.mdx': '---\nname: Ann\n---\n',
        'people/bob.mdx': '---\nname: Bob\n---\n',
        'storylines/talks.mdx': '---\ntitle: Talks\ntopics: [asia]\nstatus: running\n---\n',
        'storylines/flood.mdx': '---\ntitle: Flood\ntopics: [world]\nstatus: running\n---\n',
        ...Object.assign({}, ...addresses.slice(0, 9).map(story)),
      },
      new Date(begin).toISOString(),
    );
    const { validity } = services;
    const paths = [
      ...addresses.flatMap((address) => [address, `${address}/related`, `${address}.json`]),
      ...pagePaths.split(' '),
    ];
    const cached = new Map<string, { page: CachedPage; text: string }>();
    let [kept, made] = [0, 0];
    const check = async (what: string): Promise<void> => {
      for (const path of paths) {
        const { value, reading } = validity.read((edition, now) => shown(edition, path, now));
        const { text, until } = value;
        const known = cached.get(path);
        if (known && validity.isKnownValid(known.page)) {
          deepEqual(known.text, text, `seed ${seed}: ${path} after ${what}`);
          kept += 1;
          continue;
        }
        const head = { path, status: 200, digest: '', policy: '', type: '' } as const;
        const page = known?.page ?? (await CachedPage.from(head, text));
        page.reading = reading && { ...reading, ...(until !== undefined && { until }) };
        cached.set(path, { page, text });
        made += 1;
      }
    };
    await check('the start');
    made = 0;
    for (let step = 0; step < 40; step += 1) {
      const what = pick(['write', 'write', 'write', 'remove', 'time', 'time', 'entity', 'picture']);
      const address = pick(addresses);
      if (what === 'write') await services.change(story(address));
      else if (what === 'entity') await services.change(entity());
      else if (what === 'time') services.now += Math.floor(random() * 3 * day);
      else {
        try {
          services.newsroom.remove(what === 'remove' ? `articles${address}.mdx` : 'images/a.svg');
        } catch {
          // It is not there.
        }
        await services.newsroom.compile();
      }
      await check(`step ${step}, ${what} ${address}`);
    }
    ok(kept > 0, `seed ${seed}: no page was kept`);
  }
});

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
