import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignFormat } from './foreign.ts';
import { readWire } from './read.ts';

const FOREIGN: [string, string, RegExp][] = [
  ['XML', '<?xml version="1.0"?>\n<story><title>A</title></story>\n', /XML/],
  ['XML without a declaration', '<story>\n<head>A</head>\n<text>B</text>\n</story>\n', /XML/],
  ['NITF', '<nitf><body><body.content><p>A</p></body.content></body></nitf>', /HTML|XML/],
  ['XML with a namespace', '<news:item xmlns:news="urn:x"><news:p>A</news:p></news:item>', /XML/],
  ['HTML', '<!DOCTYPE html>\n<html><body><p>A</p></body></html>', /HTML/],
  ['HTML without a frame', '<h1>A</h1>\n<p>B</p>\n', /HTML/],
  ['HTML in the text', 'Talks end\n\nParis (AFP) Jan 13, 2026\n\n<p>The talks ended.</p>\n', /HTML/],
  ['HTML with line breaks', 'Talks end<br>\nParis<br/>\nThe talks ended.<br>\n', /HTML/],
  ['RTF', '{\\rtf1\\ansi\\deff0 {\\fonttbl}\nTalks end\\par\n}', /RTF/],
  [
    'CSV',
    'headline,date,text\nTalks end,2026-01-13,"The talks, at last, ended."\nRain falls,2026-01-14,It rains.\n',
    /CSV/,
  ],
  ['CSV with semicolons', 'headline;date;text\nTalks end;2026-01-13;The talks, at last, ended.\n', /CSV/],
  ['TSV', 'headline\tdate\ttext\nTalks end\t2026-01-13\tThe talks ended.\n', /TSV/],
  ['JSON', '{"headline":"Talks end"}', /JSON/],
  ['JSON on some lines', '[\n  {\n    "headline": "Talks end"\n  }\n]\n', /JSON/],
  ['JSON lines', '{"headline":"Talks end"}\n{"headline":"Rain falls"}\n', /JSON/],
  ['broken JSON', '{"headline": "Talks end",\n "text": ', /JSON/],
  ['YAML', '---\nheadline: Talks end\ndate: 2026-01-13\n', /YAML|Markdown/],
  ['Markdown', '---\ntitle: Talks end\n---\n\nThe talks ended.\n', /Markdown/],
  ['TOML', '+++\ntitle = "Talks end"\n+++\n\nThe talks ended.\n', /Markdown/],
  [
    'an e-mail',
    'Return-Path: <a@b.example>\nFrom: A <a@b.example>\nSubject: Talks end\nMIME-Version: 1.0\n\nThe talks ended.\n',
    /e-mail/,
  ],
  ['PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', /PDF/],
  ['a document of Word', 'PK\u0003\u0004\u0014\u0000\u0006', /Word/],
  ['a picture', '\u0089PNG\r\n', /picture/],
  ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\n', /calendar/],
  ['subtitles', '1\n00:00:01,000 --> 00:00:02,000\nTalks end\n', /subtitles/],
  ['LaTeX', '\\documentclass{article}\n\\begin{document}\n', /LaTeX/],
  ['bytes', 'Talks\u0000end', /not text/],
];
for (const [name, text, format] of FOREIGN)
  test(`no wire copy: ${name}`, () => {
    assert.match(foreignFormat(text) ?? '', format);
    const bytes = new TextEncoder().encode(text);
    const [result] = readWire([{ path: 'a.txt', bytes }], { date: '2026-01-13', collectionSources: [] }).results;
    assert.equal(result?.article, null);
    assert.equal(result.problems[0]?.code, 'wire-not-copy');
    assert.match(result.problems[0].message, format);
  });

const COPY = [
  'Talks end\n\nParis (AFP) Jan 13, 2026\n\nThe talks ended.\n',
  'Shell <SHEL.L> sells field\n\nLONDON, Jan 13, 2026 (Reuters) - Shell <SHEL.L> sold a field for < 5 million and > 4 million.\n',
  'Rates, prices\n\nParis, Jan 13, 2026 (AFP) - First, second.\n\nThird, fourth.\n',
  '"We have one sea," elder says\n\nParis (AFP) Jan 13, 2026\n\nThe elder said so.\n',
  '[Correction to follow] is what he wrote\n\nParis (AFP) Jan 13, 2026\n\nHe wrote it.\n',
  'Note: the mayor resigns\n\nParis (AFP) Jan 13, 2026\n\nHe left.\n',
  '- Talks end -\n\n--- \n\nParis (AFP) Jan 13, 2026\n\nThey ended.\n',
];
for (const text of COPY) test(`wire copy: ${text.split('\n')[0]}`, () => assert.equal(foreignFormat(text), null));
