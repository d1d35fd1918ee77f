import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { crawl, loadedByStyle, type Crawl } from './crawl.ts';
import { edge } from './edge-newsroom.ts';
import { ask } from './http.ts';
import { attribute, textOf, words, type Markup } from './markup.ts';
import { sharedSite, siteNames, type SharedSite } from './shared-sites.ts';

/** Types of scripts that hold data and do not run. */
const declarations = new Set(['application/ld+json', 'speculationrules']);

/** The first round trip of a fresh connection: ten segments of 1,460 bytes. */
const firstRoundTrip = 14_600;

/** Searches: links to them are not followed. */
const searches = [
  '/search?q=nuclear',
  '/search?q=the&order=date&page=2',
  '/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E',
];

/** Addresses that no page links to, of each shared site. */
const extraPaths: Record<(typeof siteNames)[number], string[]> = {
  demonstration: ['/nothing', ...searches],
  edge: ['/nothing', edge.bare, edge.killed, edge.expired, edge.japanese, edge.arabic, edge.accented]
    .map(encodeURI)
    .concat(searches),
};

/** How many pages each newsroom has at least: with fewer, the tests would prove nothing. */
const fewestPages = 100;

for (const name of siteNames) {
  describe(`every page of the ${name} newsroom`, () => {
    let site: SharedSite;
    let crawled: Crawl;
    before(async () => {
      site = await sharedSite(name);
      crawled = await crawl(site.base, extraPaths[name]);
    });
    after(() => site.stop());
    /** Runs a check on every page and fails with all pages that do not pass, not only with the first. */
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

    test('there are enough pages for the other tests to prove something', () => {
      assert.ok(crawled.pages.length > fewestPages, `${crawled.pages.length} pages`);
    });

    test('it has no script that runs', () => {
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
              /^\s*(?:javascript:|vbscript:|data:(?!text\/css,))/i,
              `<${tagName}> ${key}`,
            );
          }
          assert.equal(attribute(element, 'style'), undefined, `<${tagName}> has a style attribute`);
        }
      });
    });

    test('the data in its scripts is JSON', () => {
      everyPage((markup) => {
        for (const script of markup.all('script')) assert.equal(typeof JSON.parse(textOf(script)), 'object');
      });
    });

    test('it loads nothing from other sites', () => {
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
        // A style sheet in a data: address is no request.
        const elsewhere = loaded.filter((address) => !address.startsWith('data:text/css,'));
        for (const address of [...elsewhere, ...loadedByStyle(markup)])
          assert.equal(new URL(address.trim(), `${site.base}${path}`).origin, site.base, address);
      });
    });

    test('its policy allows no script, and no style but its own', () => {
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
        assert.doesNotMatch(header.replace(/style-src [^;]*/, ''), /data:/, path);
        assert.doesNotMatch(header, /unsafe|\*|https?:|blob:/, path);
        const styles = markup.all('style').map((style) => `'sha256-${hash('sha256', textOf(style), 'base64')}'`);
        assert.ok(styles.length > 0, `${path} has a style`);
        assert.deepEqual((policy.get('style-src') ?? []).toSorted(), [...new Set(styles), 'data:'].toSorted(), path);
      }
    });

    test('it is sent without the payload of Next, and its compressed form holds the same text', async () => {
      for (const { path, answer } of crawled.pages) {
        assert.doesNotMatch(answer.text, /__next_f|self\.__|<meta name="dateline"|data-dgst|NEXT_/, path);
        const { body } = await ask(site.base, path, { headers: { 'Accept-Encoding': 'br' } });
        assert.ok(brotliDecompressSync(body).equals(answer.body), path);
      }
    });
  });
}

describe('an article of some 800 words', () => {
  let site: SharedSite;
  before(async () => {
    site = await sharedSite('demonstration');
  });
  after(() => site.stop());

  test('fits into the first round trip', async () => {
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
