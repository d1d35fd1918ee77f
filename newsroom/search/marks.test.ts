import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, snippetOf, type MarkedText } from './marks.ts';
import { patternOf, type Pattern } from './terms.ts';

const brackets = (text: MarkedText): string => text.map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join('');
const patterns = (...words: string[]): Pattern[] => words.flatMap((word) => patternOf(word) ?? []);

test('what was asked for is marked', () => {
  for (const [text, words, expected] of [
    ['Elections were elected', ['electing'], '[Elections] were [elected]'],
    ['The prime minister', ['"prime minister"'], 'The [prime minister]'],
    ['prime prime minister', ['prime minister'], 'prime [prime minister]'],
    ['a b c', ['a b', 'b c'], '[a b c]'],
    ['Takaichi’s visit', ['takaichi'], '[Takaichi’s] visit'],
    ['高市早苗首相', ['早苗'], '高市[早苗]首相'],
    ['高市早苗首相', ['相'], '高市早苗首[相]'],
    ['10月末と10月', ['10月'], '[10月]末と[10月]'],
    ['東京都', ['京都'], '東[京都]'],
    ['나라에서 나라는', ['나라'], '[나라에서] [나라는]'],
    ['الحكومة', ['حكومة'], '[الحكومة]'],
    ['司会のコリガン・メイド氏', ['コリガンメイド'], '司会の[コリガン・メイド]氏'],
    ['コリガン・メイド氏', ['コリガン', 'メイド氏'], '[コリガン]・[メイド氏]'],
    ['コリガン・メイド', ['ン'], 'コリガ[ン]・メイド'],
    ['コリガン・メイド', ['ンメ'], 'コリガ[ン・メ]イド'],
    ['ｺﾘｶﾞﾝ･ﾒｲﾄﾞ', ['コリガンメイド'], '[ｺﾘｶﾞﾝ･ﾒｲﾄﾞ]'],
    ['ｶﾞｰﾅ', ['ガ'], '[ｶﾞ]ｰﾅ'],
    ['弗拉基米尔·普京说', ['弗拉基米尔普京'], '[弗拉基米尔·普京]说'],
    ['政治・経済', ['治経'], '政治・経済'],
    ['ประเทศไทยเป็น', ['ไทย'], 'ประเทศ[ไทย]เป็น'],
    ['nothing', ['zebra'], 'nothing'],
    ['', ['zebra'], ''],
  ] as const)
    assert.equal(brackets(marked(text, patterns(...words))), expected, `${text}: ${words.join()}`);
});

test('a snippet is the part that shows most of what was asked for', () => {
  const filler = (count: number, word: string): string => Array.from({ length: count }, () => word).join(' ');
  const blocks = [
    'A zebra comes.',
    `${filler(50, 'x')} zebra ${filler(50, 'y')}. A zebra meets an okapi ${filler(60, 'z')}`,
  ];
  const found = brackets(snippetOf(blocks, patterns('zebra', 'okapi')));
  assert.match(found, /^… A \[zebra\] meets an \[okapi\] z[z ]* …$/);
  assert.equal(brackets(snippetOf(blocks, patterns('zebra'))), 'A [zebra] comes.');
  assert.equal(brackets(snippetOf(['First.', 'Second.'], patterns('none'))), 'First.');
  assert.deepEqual(snippetOf([], patterns('none')), []);
  for (const text of [filler(5_000, 'zebra'), '東京'.repeat(2_000), 'zebra'.repeat(1_000)]) {
    const long = snippetOf([text], patterns('zebra', '東京'));
    assert.ok(long.map((part) => part.text).join('').length < 400, 'it is short');
  }
});

test('the parts of a marked text are the text', () => {
  const text = 'The “prime minister’s” Łódź, 東京の首相 … and the minister';
  assert.equal(
    marked(text, patterns('minister', 'lodz', '京', 'the prime'))
      .map((part) => part.text)
      .join(''),
    text,
  );
});
