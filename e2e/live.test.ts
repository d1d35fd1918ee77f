import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LiveNewsroom } from './live-newsroom.ts';
import { articleFile, articleText } from './newsroom.ts';
import { eventually } from './eventually.ts';

const story = '/2025/03/04/first-story';

describe('a newsroom that is being worked on while its site starts', () => {
  test('an edit at the moment in which the site begins to serve is not lost', async () => {
    const live = await LiveNewsroom.start((newsroom) => newsroom.article(story, { headline: 'Before the start' }));
    live.newsroom.article(story, { headline: 'At the start' });
    try {
      await live.shows(story, 'At the start');
    } finally {
      await live.end();
    }
  });
});

describe('a newsroom that is being worked on', () => {
  let live: LiveNewsroom;
  before(async () => {
    live = await LiveNewsroom.start((newsroom) => {
      newsroom.topic('harbours', { title: 'Harbours' });
      newsroom.topic('tides', { title: 'Tides' });
      newsroom.person('ada-quill', { name: 'Ada Quill' });
      newsroom.article(
        story,
        { headline: 'The first headline', topics: ['harbours'], byline: ['ada-quill'] },
        'The first text.',
      );
    });
  });
  after(() => live.end());

  test('an edited headline is on its page, on lists and on the front page', async () => {
    await live.shows(story, 'The first headline');
    live.newsroom.article(
      story,
      { headline: 'The second headline', topics: ['harbours'], byline: ['ada-quill'] },
      'The second text.',
    );
    await live.shows(story, 'The second headline');
    for (const path of [
      '/',
      '/topics/harbours',
      '/2025/03/04',
      '/2025/03',
      '/people/ada-quill',
      '/topics/harbours/links',
    ]) {
      const { text } = await live.page(path);
      assert.ok(text.includes('The second headline'), path);
      assert.ok(!text.includes('The first headline'), path);
    }
    assert.ok((await live.page(story)).text.includes('The second text.'));
  });

  test('a new article is on the front page, in its topic and in the archive; a topic has a page from its first article on', async () => {
    assert.equal(await live.status('/topics/tides'), 404);
    assert.ok(!(await live.page('/')).text.includes('Tides'));
    const added = '/2025/03/05/second-story';
    live.newsroom.article(added, { headline: 'A story added', topics: ['tides'] });
    await live.becomes(added, 200);
    for (const path of ['/', '/topics/tides', '/2025', '/2025/03', '/2025/03/05', '/topics', story])
      assert.equal(await live.status(path), 200, path);
    for (const path of ['/', '/topics/tides', '/2025/03', '/2025/03/05'])
      assert.ok((await live.page(path)).text.includes('A story added'), path);
    assert.ok((await live.page('/topics')).text.includes('Tides'));
  });

  test('an article in a new folder is published too', async () => {
    const added = '/2024/12/31/in-a-new-year';
    live.newsroom.article(added, { headline: 'In a new year' });
    await live.becomes(added, 200);
    assert.equal(await live.status('/2024/12'), 200);
  });

  test('a deleted article is gone from all pages', async () => {
    const deleted = '/2025/03/06/to-delete';
    live.newsroom.article(deleted, { headline: 'Soon deleted', topics: ['harbours'] });
    await live.becomes(deleted, 200);
    live.newsroom.remove(articleFile(deleted));
    await live.becomes(deleted, 404);
    assert.equal(await live.status('/2025/03/06'), 404);
    assert.equal(await live.status(`${deleted}/related`), 404);
    for (const path of ['/', '/topics/harbours', '/2025/03'])
      assert.ok(!(await live.page(path)).text.includes('Soon deleted'), path);
  });

  test('with a deleted folder, all articles in it are gone', async () => {
    const deleted = ['/2023/01/01/one', '/2023/01/01/two', '/2023/02/01/three'];
    for (const path of deleted) live.newsroom.article(path);
    for (const path of deleted) await live.becomes(path, 200);
    live.newsroom.remove('articles/2023');
    for (const path of deleted) await live.becomes(path, 404);
    assert.equal(await live.status('/2023'), 404);
  });

  test('a folder that is deleted and created again, as git does when it changes branches, is watched as before', async () => {
    const path = '/2022/05/06/again';
    live.newsroom.article(path, { headline: 'As it was first' });
    await live.shows(path, 'As it was first');
    live.newsroom.remove('articles/2022/05/06');
    await live.becomes(path, 404);
    live.newsroom.article(path, { headline: 'As it was made again' });
    await live.shows(path, 'As it was made again');
    live.newsroom.article(path, { headline: 'As it was edited then' });
    await live.shows(path, 'As it was edited then');
  });

  test('a broken edit leaves the page as it was and prints the problem; the corrected one shows', async () => {
    const path = '/2025/03/07/to-break';
    const text = articleText(path, { headline: 'Before it broke' });
    live.newsroom.write(articleFile(path), text);
    await live.becomes(path, 200);
    const intact = await live.page(path);
    for (const broken of [
      text.replace(/^headline:.*$/m, 'headline: ['),
      text.replace(/^published:.*$/m, ''),
      text.replace(/\n---\n/, '\n'),
    ]) {
      const printed = live.site.printed.stderr.length;
      live.newsroom.write(articleFile(path), broken);
      await eventually('the problem is printed', () =>
        live.site.printed.stderr.slice(printed).includes(`${articleFile(path)}:`) ? true : undefined,
      );
      const now = await live.page(path);
      assert.equal(now.status, 200);
      assert.equal(now.headers.etag, intact.headers.etag);
    }
    live.newsroom.write(articleFile(path), text.replace('Before it broke', 'After it was corrected'));
    await live.shows(path, 'After it was corrected');
  });

  test('an edit that hides an article hides it, even if the rest of the file is broken', async () => {
    for (const fields of [
      { status: 'draft' },
      { status: 'withheld' },
      { status: 'withheld', topics: 'not a list: of [topics' },
    ]) {
      const path = `/2025/03/08/to-hide-${Object.values(fields).join('-').length}`;
      live.newsroom.article(path, { headline: 'Hide me soon' });
      await live.becomes(path, 200);
      live.newsroom.article(path, { headline: 'Hide me soon', ...fields });
      await live.becomes(path, 404);
      assert.ok(!(await live.page('/')).text.includes('Hide me soon'));
      assert.equal(await live.status('/2025/03/08'), 404);
    }
  });

  test('a draft is hidden until its status changes', async () => {
    const path = '/2025/03/09/draft';
    await live.change((newsroom) =>
      newsroom.article(path, { headline: 'Draftheadline', status: 'draft', topics: ['tides'] }),
    );
    assert.equal(await live.status(path), 404);
    for (const list of ['/', '/topics/tides', '/2025/03', '/2025'])
      assert.ok(!(await live.page(list)).text.includes('Draftheadline'), list);
    live.newsroom.article(path, { headline: 'Draftheadline', topics: ['tides'] });
    await live.shows(path, 'Draftheadline');
    assert.ok((await live.page('/topics/tides')).text.includes('Draftheadline'));
  });

  test('a killed article answers 410 with its reason, and no other page names it', async () => {
    const path = '/2025/03/10/to-kill';
    live.newsroom.article(path, { headline: 'Killheadline', topics: ['harbours'] }, 'Killtext.');
    await live.becomes(path, 200);
    live.newsroom.article(
      path,
      { headline: 'Killheadline', topics: ['harbours'], status: 'killed', reason: 'It was not so.' },
      'Killtext.',
    );
    await live.becomes(path, 410);
    const { text } = await live.page(path);
    assert.ok(text.includes('It was not so.'));
    assert.doesNotMatch(text, /Killheadline|Killtext/);
    for (const list of ['/', '/topics/harbours', '/2025/03'])
      assert.ok(!(await live.page(list)).text.includes('Killheadline'), list);
    live.newsroom.article(path, { headline: 'Killheadline', topics: ['harbours'] }, 'Killtext.');
    await live.becomes(path, 200);
  });

  test('the old address of an article that moves redirects to the new one', async () => {
    const [from, to, further] = ['/2025/03/11/old-name', '/2025/03/11/new-name', '/2025/03/11/newest-name'];
    live.newsroom.article(from, { id: 'urn:test:moves', headline: 'On the move' });
    await live.becomes(from, 200);
    await live.change((newsroom) => {
      newsroom.remove(articleFile(from));
      newsroom.article(to, { id: 'urn:test:moves', headline: 'On the move', aliases: [from] });
    });
    await live.becomes(from, 308);
    assert.equal((await live.page(from)).headers.location, to);
    assert.equal(await live.status(to), 200);
    assert.equal(
      (await live.page(`${from}/related`)).headers.location ?? '404',
      (await live.status(`${to}/related`)) === 200 ? `${to}/related` : '404',
    );
    await live.change((newsroom) => {
      newsroom.remove(articleFile(to));
      newsroom.article(further, { id: 'urn:test:moves', headline: 'On the move', aliases: [from, to] });
    });
    await live.becomes(to, 308);
    for (const old of [from, to]) assert.equal((await live.page(old)).headers.location, further);
  });

  test('edits of settings, topics and people show too', async () => {
    live.newsroom.topic('harbours', { title: 'Harbours and havens' });
    await live.shows('/topics/harbours', 'Harbours and havens');
    await live.shows(story, 'Harbours and havens');
    live.newsroom.person('ada-quill', { name: 'Ada Plume' });
    await live.shows(story, 'Ada Plume');
    live.newsroom.write('site.yaml', 'name: The Renamed\nurl: https://test.example\nlanguage: en\ntimezone: UTC\n');
    await live.shows('/', 'The Renamed');
    await live.shows(story, 'The Renamed');
  });

  test('all of many edits at once show', async () => {
    const paths = Array.from(
      { length: 40 },
      (_, index) => `/2025/04/${String((index % 20) + 1).padStart(2, '0')}/burst-${index}`,
    );
    for (const path of paths) live.newsroom.article(path);
    for (const path of paths) await live.becomes(path, 200);
    for (const path of paths) live.newsroom.article(path, { headline: 'Edited in the burst' });
    for (const path of paths) await live.shows(path, 'Edited in the burst');
  });

  test('nothing of this has caused an error', () => {
    assert.doesNotMatch(live.site.printed.stderr, /\n\s+at |Watching stopped/);
  });
});
