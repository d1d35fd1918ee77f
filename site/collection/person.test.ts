import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sharp } from '../../formats/sharp.ts';
import { article, site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { bodyOf, mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

const now = '2026-03-01T00:00:00Z';
const photograph = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#876' } })
  .jpeg()
  .toBuffer();

const ann = (fields: string): Files => ({ 'people/ann.mdx': `---\nname: Ann\n${fields}---\n\nA life.\n` });
const portrait = 'image: { src: ann.jpg, alt: Ann at a desk, credit: Bob, focus: 40% 30% }\n';

async function newsroomOf(t: TestContext, ...files: Files[]): Promise<[TestNewsroom, problems: string[]]> {
  const newsroom = new TestNewsroom(
    t,
    Object.assign({ ...site, 'images/ann.jpg': photograph }, article('/2026/01/10/one', { byline: ['ann'] }), ...files),
  );
  const { problems } = await newsroom.compile();
  return [newsroom, problems.map(({ file, code, field }) => `${file} ${code} ${field}`)];
}

test('an author’s page shows the portrait and how to reach them, and search engines learn both', async (t) => {
  const [newsroom, problems] = await newsroomOf(
    t,
    ann(
      `${portrait}role: Reporter\nemail: ann@test.example\nsocial: ["https://social.example/@ann", { url: "https://video.example/ann", title: Video }]\n`,
    ),
  );
  assert.deepEqual(problems, []);
  newsroom.at(now, (edition) => {
    const view = viewAt(edition, '/people/ann', 'collection');
    const html = mainOf(view);
    assert.match(
      html,
      /<img src="\/images\/ann\.jpg\.[\da-f]{10}-40-30-1x1-320\.jpg" alt="Ann at a desk" width="320" height="320"/,
    );
    assert.match(html, /<figcaption>Bob<\/figcaption>/);
    assert.match(html, /href="mailto:ann@test\.example">ann@test\.example</);
    assert.match(html, /href="https:\/\/social\.example\/@ann" rel="me">social\.example</);
    assert.match(html, /href="https:\/\/video\.example\/ann" rel="me">Video</);
    const data = bodyOf(view);
    assert.match(
      data,
      /"image":\{"@type":"ImageObject","url":"https:\/\/test\.example\/images\/ann\.jpg"[^}]*"creditText":"Bob"/,
    );
    assert.match(
      data,
      /"email":"ann@test\.example","sameAs":\["https:\/\/social\.example\/@ann","https:\/\/video\.example\/ann"\]/,
    );
  });
});

test('an author without a portrait has nothing in its place', async (t) => {
  const [newsroom] = await newsroomOf(t, ann(''));
  newsroom.at(now, (edition) =>
    assert.doesNotMatch(mainOf(viewAt(edition, '/people/ann', 'collection')), /<figure|<img|class="contact"/),
  );
});

test('a portrait and its crop are public while the person’s page is', async (t) => {
  const [newsroom] = await newsroomOf(
    t,
    ann(portrait),
    article('/2026/01/10/one', { byline: ['ann'], embargo: '2026-02-01T00:00:00Z' }),
  );
  const shownAt = (at: string): boolean[] =>
    newsroom.at(at, (edition) => [
      edition.picture('ann.jpg') !== undefined,
      edition.isFocus('ann.jpg', { x: 40, y: 30 }),
      edition.isFocus('ann.jpg', { x: 40, y: 31 }),
      edition.person('ann')?.picture !== undefined,
    ]);
  assert.deepEqual(shownAt('2026-01-31T23:59:59Z'), [false, false, false, false]);
  assert.deepEqual(shownAt('2026-02-01T00:00:00Z'), [true, true, false, true]);
});

test('a portrait is checked as other pictures are, and the page shows without a bad one', async (t) => {
  const small = await sharp(photograph).resize(319).toBuffer();
  const file = 'people/ann.mdx';
  const cases: [fields: string, problems: string[], shown: boolean, more?: Files][] = [
    [portrait, [], true],
    ['image: { src: ann.jpg, alt: Ann }\n', [`${file} picture-credit image`], true],
    ['image: { src: ann.jpg, credit: Bob }\n', [`${file} field-invalid image.alt`], false],
    ['image: { src: bob.jpg, alt: Bob, credit: Ann }\n', [`${file} picture-missing image`], false],
    [portrait, [`${file} picture-small image`], true, { 'images/ann.jpg': small }],
    ['email: nobody\n', [`${file} field-invalid email`], false],
    ['social: [/about]\n', [`${file} field-invalid social.0.url`], false],
  ];
  for (const [fields, expected, shown, more] of cases) {
    const [newsroom, problems] = await newsroomOf(t, ann(fields), more ?? {});
    assert.deepEqual(problems, expected, fields);
    newsroom.at(now, (edition) => assert.equal(edition.person('ann')?.picture !== undefined, shown, fields));
  }
});
