import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeJsonLd } from '../site/json-ld/escape.ts';
import { needing } from '../newsroom/testing.ts';
import { hostile, xmlFaults } from './testing.ts';
import { element, emptyElement, escapeXml, textElement, xmlDocument } from './xml.ts';

test('E3: text is escaped, so that nothing in it is markup', () => {
  for (const [text, written] of [
    ['a < b > c & d', 'a &lt; b &gt; c &amp; d'],
    [']]>', ']]&gt;'],
    ['say "no"', 'say &quot;no&quot;'],
    ['&amp;', '&amp;amp;'],
    ['bell\u0007 null\u0000 escape\u001B', 'bell null escape'],
    ['next line\u0085, but not \u0080 or \u009F', 'next line\u0085, but not  or '],
    ['half \uD83D of a pair', 'half  of a pair'],
    ['other half \uDE80', 'other half '],
    ['whole 🚀', 'whole 🚀'],
    ['no character \uFFFE\uFFFF', 'no character '],
    ['tab\tand\nline', 'tab\tand\nline'],
  ] as const)
    assert.equal(escapeXml(text), written);
});

test('an XML parser accepts elements with hostile texts', needing('xmllint'), (t) => {
  const parts = hostile.flatMap((text) => [textElement('a', text), emptyElement('b', { c: text })]);
  assert.ok(!xmlFaults(t, xmlDocument(element('root', parts.join('')))));
});

test('D15: JSON-LD cannot end its script element, and its values stay the same', () => {
  for (const text of hostile) {
    const written = escapeJsonLd({ headline: text });
    assert.doesNotMatch(written, /[<>&\u2028\u2029]/);
    assert.deepEqual(JSON.parse(written), { headline: text });
  }
});
