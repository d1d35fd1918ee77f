import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { crawl, loadedByStyle, type Crawl } from './crawl.ts';
import { demonstrationDay } from './demonstration.ts';
import { edge, edgeDay, edgeNewsroom } from './edge-newsroom.ts';
import { ask } from './http.ts';
import { attribute, textOf, words, type Markup } from './markup.ts';
import { Site, siteUrl } from './site.ts';

/** Scripts that declare and do not run. */
const declarations = new Set(['application/ld+json', 'speculationrules']);

/** The first round trip of a fresh connection: ten segments of 1,460 bytes. */
const firstRoundTrip = 14_600;

/** The two newsrooms, each crawled once for all that is asked of it. */
const newsrooms = [
  {
    name: 'the demonstration newsroom',
    open: () => ({ folder: undefined, end: () => undefined }),
    day: demonstrationDay,
    besides: ['/nothing'],
    fewest: 100,
  },
  {
    name: 'the edge newsroom',
    open: edgeNewsroom,
    day: edgeDay,
    besides: [
      '/nothing',
      edge.bare,
      edge.killed,
      edge.expired,
      edge.japanese,
      encodeURI(edge.arabic),
      encodeURI(edge.accented),
    ],
    fewest: 100,
  },
];

for (const { name, open, day, besides, fewest } of newsrooms) {
  describe(`every page of ${name}`, () => {
    let newsroom: { folder: string | undefined; end: () => void };
    let site: Site;
    let crawled: Crawl;
    before(async () => {
      newsroom = open();
      site = await Site.start({ now: day, ...(newsroom.folder !== undefined && { content: newsroom.folder }) });
      crawled = await crawl(site.base, besides);
    });
    after(async () => {
      await site.stop();
      newsroom.end();
    });
    /** Runs a check on every page and tells of all pages that do not pass, not of the first. */
    const everyPage = (check: (markup: Markup, path: string, status: number) => void): void => {
      const faults = crawled.pages.flatMap(({ path, markup, answer }) => {
        try {
          check(markup, path, answer.status);
          return [];
        } catch (fault) {
          return [`${decodeURI(path)}: ${fault instanceof Error ? fault.message : String(fault)}`];
        }
      });
      assert.equal(
        faults.length,
        0,
        `${faults.length} of ${crawled.pages.length} pages\n${faults.slice(0, 8).join('\n')}`,
      );
    };
    /** The same for pages that show something. */
    const everyGoodPage = (check: (markup: Markup, path: string) => void): void =>
      everyPage((markup, path, status) => {
        if (status === 200) check(markup, path);
      });

    test('there are enough of them for the rest to mean something', () => {
      assert.ok(crawled.pages.length > fewest, `${crawled.pages.length} pages`);
    });

    test('everything that a page names is there, in its one form', () => {
      const asked = new Set(besides);
      const faults = [...crawled.found.values()]
        .filter(({ path, answer }) => answer.status !== 200 && !asked.has(path))
        .map(({ path, answer }) => {
          const from = crawled.links.find((link) => link.path === path)?.from;
          return `${decodeURI(path)} answers ${answer.status}, linked from ${from}`;
        });
      assert.deepEqual(faults, []);
    });

    test('every link to a place on a page finds it', () => {
      const faults = crawled.links
        .filter(({ path, anchor }) => anchor !== '' && !crawled.found.get(path)?.markup?.ids.includes(anchor))
        .map(({ from, path, anchor }) => `${decodeURI(from)} → ${decodeURI(path)}#${anchor}`);
      assert.deepEqual([...new Set(faults)], []);
    });

    test('nothing on it runs', () => {
      everyPage(({ elements }) => {
        for (const element of elements) {
          const { tagName, properties } = element;
          if (tagName === 'script') assert.ok(declarations.has(attribute(element, 'type') ?? ''), 'a script');
          assert.ok(
            !['iframe', 'object', 'embed', 'applet', 'frame', 'portal', 'template', 'base'].includes(tagName),
            tagName,
          );
          for (const key of Object.keys(properties)) {
            assert.doesNotMatch(key, /^on/i, `<${tagName}> has ${key}`);
            assert.doesNotMatch(
              attribute(element, key) ?? '',
              /^\s*(?:javascript|vbscript|data):/i,
              `<${tagName}> ${key}`,
            );
          }
          assert.equal(attribute(element, 'style'), undefined, `<${tagName}> has a style attribute`);
        }
      });
    });

    test('what it declares can be read', () => {
      everyPage((markup) => {
        for (const script of markup.all('script')) assert.equal(typeof JSON.parse(textOf(script)), 'object');
      });
    });

    test('it loads nothing from elsewhere', () => {
      everyPage((markup, path) => {
        const loaded = markup.elements.flatMap((element) => {
          const { tagName } = element;
          const relations = words(element, 'rel');
          const quiet =
            tagName !== 'link' || relations.every((word) => ['canonical', 'alternate', 'license'].includes(word));
          return [
            attribute(element, 'src'),
            attribute(element, 'poster'),
            attribute(element, 'data'),
            attribute(element, 'action'),
            attribute(element, 'ping'),
            quiet ? undefined : attribute(element, 'href'),
            ...(attribute(element, 'srcSet') ?? '').split(','),
          ].flatMap((address) => address || []);
        });
        for (const address of [...loaded, ...loadedByStyle(markup)])
          assert.equal(new URL(address.trim(), `${site.base}${path}`).origin, site.base, address);
      });
    });

    test('its policy lets no script run, and no style but its own', () => {
      for (const { path, markup, answer } of crawled.pages) {
        const header = String(answer.headers['content-security-policy']);
        const policy = new Map(
          header.split(';').map((directive) => {
            const [key = '', ...values] = directive.trim().split(/\s+/);
            return [key, values] as const;
          }),
        );
        assert.deepEqual(policy.get('script-src'), ["'inline-speculation-rules'"], path);
        assert.deepEqual(policy.get('default-src'), ["'none'"], path);
        assert.deepEqual(policy.get('base-uri'), ["'none'"], path);
        assert.deepEqual(policy.get('frame-ancestors'), ["'none'"], path);
        assert.doesNotMatch(header, /unsafe|\*|https?:|data:|blob:/, path);
        const styles = markup.all('style').map((style) => `'sha256-${hash('sha256', textOf(style), 'base64')}'`);
        assert.ok(styles.length > 0, `${path} has a style`);
        assert.deepEqual((policy.get('style-src') ?? []).toSorted(), [...new Set(styles)].toSorted(), path);
      }
    });

    test('it has one first heading, one main part, and no heading out of its level', () => {
      everyPage((markup) => {
        assert.equal(markup.all('h1').length, 1, 'h1');
        assert.equal(markup.all('main').length, 1, 'main');
        const headings = markup.all('h1', 'h2', 'h3', 'h4', 'h5', 'h6');
        for (const [index, heading] of headings.entries()) {
          assert.notEqual(textOf(heading).trim(), '', 'an empty heading');
          const above = Number(headings[index - 1]?.tagName.slice(1) ?? 0);
          assert.ok(
            Number(heading.tagName.slice(1)) <= above + 1,
            `${heading.tagName} “${textOf(heading)}” after h${above}`,
          );
        }
      });
    });

    test('it says what it is: a title, a language, how wide it is', () => {
      everyPage((markup) => {
        assert.equal(
          markup
            .all('head')
            .flatMap(({ children }) => children)
            .filter((child) => child.type === 'element' && child.tagName === 'title').length,
          1,
        );
        assert.ok(textOf(markup.all('title')[0]).trim().length > 1, 'title');
        assert.match(attribute(markup.all('html')[0], 'lang') ?? '', /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/);
        assert.match(markup.meta('viewport') ?? '', /width=device-width/);
        assert.doesNotMatch(markup.meta('viewport') ?? '', /user-scalable|maximum-scale/);
      });
      everyGoodPage((markup) => assert.ok((markup.meta('description') ?? '').length > 3, 'description'));
    });

    test('no two pages have the same title', () => {
      const paths = Map.groupBy(
        crawled.pages.filter(({ answer }) => answer.status === 200),
        ({ markup }) => textOf(markup.all('title')[0]),
      );
      assert.deepEqual(
        [...paths].filter(([, same]) => same.length > 1).map(([title, same]) => [title, same.map(({ path }) => path)]),
        [],
      );
    });

    test('its one canonical address is its own, and absolute', () => {
      everyGoodPage((markup, path) => {
        const written = markup.links('canonical');
        assert.equal(written.length, 1);
        assert.equal(written[0], `${siteUrl}${path === '/' ? '' : path}`);
      });
      everyPage((markup, _, status) => {
        if (status !== 200) assert.deepEqual(markup.links('canonical'), []);
      });
    });

    test('what is not there is not to be indexed, and nothing else is', () => {
      everyPage((markup, _, status) => assert.equal(/noindex/.test(markup.meta('robots') ?? ''), status !== 200));
    });

    test('its ids are its own', () => {
      everyPage(({ ids }) => {
        const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
        assert.deepEqual(twice, []);
        for (const id of ids) assert.match(id, /^\S+$/);
      });
    });

    test('what one element says of another is there', () => {
      everyPage(({ elements, ids }) => {
        for (const element of elements)
          for (const key of ['ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'htmlFor', 'headers'])
            for (const id of words(element, key)) assert.ok(ids.includes(id), `<${element.tagName}> ${key} ${id}`);
      });
    });

    test('its pictures say what they show and how large they are', () => {
      everyPage((markup) => {
        for (const image of markup.all('img')) {
          assert.notEqual(attribute(image, 'alt'), undefined, 'alt');
          assert.match(attribute(image, 'width') ?? '', /^\d+$/);
          assert.match(attribute(image, 'height') ?? '', /^\d+$/);
        }
      });
    });

    test('it goes out finished: compressed ahead, never with what would build it again', async () => {
      for (const { path, answer } of crawled.pages) {
        assert.doesNotMatch(answer.text, /__next_f|self\.__|<meta name="dateline"|data-dgst|NEXT_/, path);
        const { body } = await ask(site.base, path, { headers: { 'Accept-Encoding': 'br' } });
        assert.ok(brotliDecompressSync(body).equals(answer.body), path);
      }
    });
  });
}

describe('an article of some 800 words', () => {
  let site: Site;
  before(async () => {
    site = await Site.start({ now: demonstrationDay });
  });
  after(() => site.stop());

  test('is read after the first round trip', async () => {
    const { pages } = await crawl(site.base);
    const articles = pages.filter(({ path, markup }) => {
      const count = textOf(markup.all('article')[0]).split(/\s+/).length;
      return /^(?:\/\d+){3}\/[^/]+$/.test(path) && count > 700 && count < 1100;
    });
    assert.ok(articles.length >= 5, `${articles.length} articles of that length`);
    for (const { path } of articles) {
      for (const encoding of ['br', 'gzip']) {
        const { headers, body } = await ask(site.base, path, { headers: { 'Accept-Encoding': encoding } });
        assert.equal(headers['content-encoding'], encoding);
        assert.ok(body.length <= firstRoundTrip, `${path} takes ${body.length} bytes as ${encoding}`);
      }
    }
  });
});
