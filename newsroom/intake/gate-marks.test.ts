import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatesInText } from './gate-marks.ts';
import { readArticle } from './read-article.ts';

const file = 'articles/2026/01/13/x.mdx';
const base = 'id: urn:test:x\nheadline: A headline\npublished: 2026-01-13T18:30:00Z';
/** A fault of YAML that says nothing about gates. */
const fault = 'kicker: Mayor: resigns: today';
const later = '2099-01-01T00:00:00Z';

function withFields(fields: string, end = '---\n\nText.\n'): string {
  return `---\n${base}\n${fields}\n${end}`;
}

/** Whether a file hides its article, which only a file with an error can. */
function hides(text: string): boolean {
  const reading = readArticle(file, text);
  assert.equal(reading.article, undefined, 'was accepted');
  return reading.gates.hides;
}

test('a gate in a file that one fault breaks hides the article', async (t) => {
  const filler = (length: number): string =>
    `sources:\n${'  - { url: "https://example.org/a", title: The title of a source }\n'.repeat(length / 64)}`;
  const cases: [name: string, fields: string][] = [
    ['a status', 'status: killed'],
    ['withheld', 'status: withheld'],
    ['a draft', 'status: draft'],
    ['a status that is none', 'status: dead'],
    ['an embargo', `embargo: ${later}`],
    ['an embargo that is over', 'embargo: 2020-01-01T00:00:00Z'],
    ['an embargo that cannot be read', 'embargo: tomorrow'],
    ['behind 8,000 characters', `${filler(8000)}status: killed`],
    ['behind 1 MB', `${filler(1_000_000)}status: killed`],
    ['a capital', `Embargo: ${later}`],
    ['capitals', 'STATUS: KILLED'],
    ['mixed case', `eMbArGo: ${later}`],
    ['two letters swapped', `embrago: ${later}`],
    ['a letter missing', 'staus: killed'],
    ['a letter too many', 'statuss: killed'],
    ['two letters wrong', `enbergo: ${later}`],
    ['embargoed', `embargoed: ${later}`],
    ['embargo_until', `embargo_until: ${later}`],
    ['embargo until', `Embargo until: ${later}`],
    ['embargoUntil', `embargoUntil: ${later}`],
    ['hold until', `hold_until: ${later}`],
    ['publish_at', `publish_at: ${later}`],
    ['publishDate', `publishDate: ${later}`],
    ['release at', `release_at: ${later}`],
    ['draft', 'draft: true'],
    ['killed', 'killed: true'],
    ['withdrawn', 'withdrawn: yes'],
    ['hidden', 'hidden: true'],
    ['private', 'private: true'],
    ['unlisted', 'unlisted: true'],
    ['published: false', 'published: false'],
    ['another name with a status', 'workflow: draft'],
    ['post_status', 'post_status: draft'],
    ['an anchor before the key', '&a status: killed'],
    ['an anchor on a value that becomes a key', 'agency: &k status\n*k : killed'],
    ['an anchor before the value', 'status: &s killed'],
    ['a tag before the key', `!!str embargo: ${later}`],
    ['a long tag before the key', `!<tag:yaml.org,2002:str> embargo: ${later}`],
    ['a tag before the value', 'status: !!str killed'],
    ['a tag and an anchor', '!!str &x status: killed'],
    ['a complex key', `? embargo\n: ${later}`],
    ['a complex key that is quoted', `? "embargo"\n: ${later}`],
    ['a hexadecimal escape', `"\\x65mbargo": ${later}`],
    ['a Unicode escape', `"embarg\\u006f": ${later}`],
    ['a long escape', `"\\U00000065mbargo": ${later}`],
    ['a line end that is escaped', `? "emb\\\n  argo"\n: ${later}`],
    ['quotes', `"embargo": ${later}`],
    ['single quotes', `'status': killed`],
    ['a quote that is not closed', `"embargo: ${later}`],
    ['a flow map', `meta: { embargo: ${later} }`],
    ['a flow map that is not closed', 'meta: { a: 1, status: killed'],
    ['a flow map without a blank', 'meta: {"status":"killed"}'],
    ['a flow map on several lines', `meta: {\n  a: 1,\n  embargo: ${later},\n}`],
    ['indented', `meta:\n  embargo: ${later}`],
    ['too far indented', `  embargo: ${later}`],
    ['in a list', `- embargo: ${later}`],
    ['tabs', `\tembargo:\t${later}`],
    ['full-width letters', `ｅｍｂａｒｇｏ: ${later}`],
    ['a full-width colon', `embargo：${later}`],
    ['a Cyrillic letter', `еmbargо: ${later}`],
    ['a zero-width space in the key', `em\u200Bbargo: ${later}`],
    ['a soft hyphen in the key', `em\u00ADbargo: ${later}`],
    ['a blank before the colon', 'status : killed'],
    ['blanks before the colon', 'status   : killed'],
    ['a no-break space before the colon', 'status\u00A0: killed'],
    ['a no-break space before the key', `\u00A0embargo: ${later}`],
    ['no blank after the colon', `embargo:${later}`],
    ['the colon is missing', `embargo ${later}`],
    ['the colon of the status is missing', 'status killed'],
    ['an equals sign', 'status = killed'],
    ['the value on the next line', `embargo:\n  ${later}`],
    ['the colon on the next line', `embargo\n  : ${later}`],
    ['a comment between', `embargo: # of the agency\n  ${later}`],
    ['a comment before the colon', `embargo # of the agency\n  : ${later}`],
    ['duplicates', `embargo: ${later}\nembargo: 2020-01-01T00:00:00Z`],
    ['a merged map', `gate: &gate { embargo: ${later} }\n<<: *gate`],
    ['a merged map that is not there', '<<: *gate'],
    ['behind a value on one line', `agency: AFP embargo: ${later}`],
    ['a line of NEL', `agency: AFP\u0085embargo: ${later}`],
    ['a vertical tab', `agency: AFP\vstatus: killed`],
    ['an expiry that is no instant', 'expires: yesterday'],
    ['an expiry that is a day', 'expires: 2026-02-01'],
    ['an expiry without a value', 'expires:'],
    ['an expiry that is misspelt', 'expire: 2030-01-01T00:00:00Z'],
    ['an expiry by another name', 'expiryDate: 2030-01-01T00:00:00Z'],
    ['an expiry in a flow map', 'meta: { expires: soon }'],
    ['unpublish', 'unpublish_date: 2030-01-01T00:00:00Z'],
    ['a second document', `...\n---\nembargo: ${later}`],
    ['a second front matter', `---\nembargo: ${later}`],
  ];
  for (const [name, fields] of cases) {
    await t.test(name, () => {
      assert.equal(hides(withFields(`${fault}\n${fields}`)), true);
      assert.equal(hides(withFields(`${fields}\n${fault}`)), true, 'before the fault');
    });
  }
});

test('forms of a whole file that hide', async (t) => {
  const killed = withFields('status: killed');
  const cases: [name: string, text: string][] = [
    ['front matter that is never closed', withFields('status: killed', 'Text.\n')],
    ['front matter that four hyphens close', withFields('status: killed', '----\nText.\n')],
    ['text before it', `x${killed}`],
    ['a line before it', `\n${killed}`],
    ['a byte order mark inside', `\uFEFF\uFEFF${killed}`],
    ['two hyphens', killed.replaceAll('---', '--')],
    ['TOML', '+++\nid = "x"\nstatus = "killed"\n+++\nText.\n'],
    ['marked as TOML', '---toml\nstatus = "killed"\n---\nText.\n'],
    ['JSON', '{ "id": "x", "status": "killed" }\n\nText.\n'],
    ['JSON in the front matter, with a fault', '---\n{"id": "x" "status": "killed"}\n---\nText.\n'],
    ['a list', '---\n- status: killed\n---\nText.\n'],
    ['a second front matter, and no fault', withFields('type: news', '---\nstatus: killed\n---\n\nText.\n')],
    ['a gate below the fields', withFields('type: news', '---\nstatus: killed\n\nText.\n')],
    ['a gate below the fields, after a blank line', withFields('type: news', `---\n\nEmbargo: ${later}\nText.\n`)],
    ['a gate below the fields of a broken file', withFields(fault, '---\n\nstatus: "draft"\n\nText.\n')],
    ['a second front matter after a blank line', withFields('type: news', '---\n\nstatus: killed\n---\n\nText.\n')],
  ];
  for (const [name, text] of cases) await t.test(name, () => assert.equal(hides(text), true));
});

test('a field that articles do not have and that looks like a gate hides, and the problem names the right field', async (t) => {
  const cases: [line: string, field: string][] = [
    [`Embargo: ${later}`, 'embargo'],
    [`embargoed: ${later}`, 'embargo'],
    [`embargo_until: ${later}`, 'embargo'],
    [`EMBARGO-UNTIL: ${later}`, 'embargo'],
    [`"embargo ": ${later}`, 'embargo'],
    [`"embargo\u00A0": ${later}`, 'embargo'],
    [`ｅｍｂａｒｇｏ: ${later}`, 'embargo'],
    [`? [embargo]\n: ${later}`, 'embargo'],
    [`publish_at: ${later}`, 'embargo'],
    [`publishDate: ${later}`, 'embargo'],
    [`release: ${later}`, 'embargo'],
    [`not_before: ${later}`, 'embargo'],
    ['staus: killed', 'status'],
    ['Status: killed', 'status'],
    ['"status ": killed', 'status'],
    ['draft: true', 'status'],
    ['draft: yes', 'status'],
    ['draft: "True"', 'status'],
    ['Draft: 1', 'status'],
    ['killed: true', 'status'],
    ['kill: true', 'status'],
    ['withdrawn: true', 'status'],
    ['withhold: true', 'status'],
    ['hidden: true', 'status'],
    ['private: true', 'status'],
    ['unlisted: true', 'status'],
    ['visibility: private', 'status'],
    ['public: false', 'status'],
    ['publish: false', 'status'],
    ['password: secret', 'status'],
    ['stage: draft', 'status'],
    [`meta: { embargo: ${later} }`, 'embargo'],
    ['params: [{ draft: true }]', 'status'],
    ['expire: 2030-01-01T00:00:00Z', 'expires'],
    ['expiry: 2030-01-01T00:00:00Z', 'expires'],
    ['expires_at: 2030-01-01T00:00:00Z', 'expires'],
    ['unpublishDate: 2030-01-01T00:00:00Z', 'expires'],
    ['Published: 2030-01-01T00:00:00Z', 'published'],
    ['published_at: 2030-01-01T00:00:00Z', 'published'],
  ];
  for (const [line, field] of cases)
    await t.test(line, () => {
      const reading = readArticle(file, withFields(line));
      assert.ok(reading.article === undefined);
      assert.equal(reading.gates.hides, true);
      assert.deepEqual(
        reading.problems.map(({ code }) => code),
        ['field-misspelt'],
      );
      assert.match(reading.problems[0]?.fix ?? '', new RegExp(`“${field}”`));
    });
});

test('what is no gate does not hide', async (t) => {
  const readable = [
    'kicker: Arms embargo lifted',
    'kicker: Embargo',
    'kicker: Draft',
    'standfirst: "Status: unclear, says the embargo panel: expires soon"',
    'topics: [draft, embargo]',
    'sources: [{ url: /x, title: "Embargo: what is next" }]',
    'reason: The embargo on arms',
    'noindex: true',
    'draft: false',
    'hidden: no',
    'public: true',
    'published_by: AFP',
    'tags: [embargo, killed]',
    'date: 2030-01-01',
    'expires: 2030-01-01T00:00:00Z',
  ];
  for (const line of readable)
    await t.test(`readable: ${line}`, () => {
      const { problems, article } = readArticle(file, withFields(line));
      assert.ok(article, JSON.stringify(problems));
    });
  await t.test('readable: a body that speaks of it', () => {
    const body = 'Status: unclear, embargo: lifted.\n\nThe panel met.\n\nstatus: killed\n\n---\n\nNote: x\n';
    assert.ok(readArticle(file, withFields('type: news', `---\n${body}`)).article);
  });
  const broken = [
    'type: news',
    'standfirst: The panel on arms speaks of an embargo, which was lifted.',
    'standfirst: The panel on arms speaks of an\n  embargo that was lifted and of the\n  status of refugees.',
    'standfirst: "Arms embargo: what is next"',
    'headline: Arms embargo: what is next: a list',
    'topics: [draft, embargo]',
    'topics:\n  - draft\n  - embargo',
    '# embargo: 2099-01-01T00:00:00Z',
    '  # status: killed',
    'draft: false',
    'status: public',
    'expires: 2030-01-01T00:00:00Z',
    'expires: "2030-01-01T00:00:00+02:00" # a year',
    'meta: { expires: 2030-01-01T00:00:00Z, a: 1 }',
    'published: 2026-02-30T00:00:00Z',
    'sources: [{ url: "https://example.org/status:1", title: A }]',
  ];
  for (const line of broken)
    await t.test(`broken: ${line}`, () => assert.equal(hides(withFields(`${fault}\n${line}`)), false));
  for (const [name, text] of [
    ['nothing', ''],
    ['text alone', 'The embargo was lifted.\n\nIts status is unclear.\n'],
    ['a body that speaks of it', withFields(fault, '---\n\nStatus: unclear.\n\nembargo: 2099\n\nstatus: killed\n')],
    ['a rule in the body', withFields(fault, '---\n\nText.\n\n---\n\nstatus: killed\n\n---\n')],
    ['unclosed', withFields('type: news', 'The status of the embargo is unclear.\n')],
  ] as const)
    await t.test(name, () => assert.equal(hides(text), false));
});

test('a broken file states its times', () => {
  assert.deepEqual(gatesInText(withFields(`${fault}\nexpires: 2030-01-01T00:00:00Z`)), {
    hides: false,
    published: Date.parse('2026-01-13T18:30:00Z'),
    expires: Date.parse('2030-01-01T00:00:00Z'),
  });
  assert.deepEqual(gatesInText(`---\n${fault}\npublished: 2030-01-01+09:00\n---\n`), {
    hides: false,
    published: Date.parse('2029-12-31T15:00:00Z'),
  });
});
