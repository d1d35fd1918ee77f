import { fold } from '../text-analysis/fold.ts';
import { englishStem } from '../text-analysis/stem.ts';

/** Days and months, which are no part of a name though they have a capital. May and March may be one. */
export const calendarWords: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
  november december`.split(/\s+/),
);

/**
 * The stems of everyday words: days, numbers, and what people do everywhere. They count where texts are compared, but no
 * reason names them.
 */
export const dullStems: ReadonlySet<string> = new Set(
  `${[...calendarWords].join(' ')} mon tue tues wed thu thur thurs fri sat sun yesterday today
  tonight tomorrow ago day days daily week weeks weekly weekend month months monthly year years yearly hour hours minute
  minutes time times date morning afternoon evening night noon midnight
  january february march april june july august september october november december jan feb mar apr jun jul aug sep sept
  oct nov dec
  one two three four five six seven eight nine ten eleven twelve dozen twenty thirty hundred thousand million billion
  half double single couple first second third fourth fifth last next previous former latter
  able absent accept according across actually add again against ahead agree allow almost alone along already although always among amount
  another answer any anyone anything appear apply approach area around ask available away back bad base became because
  become before began begin behind being believe best better between big both bring broad brought build built call came cannot cent
  carry case cause certain chance change choose clear close come common complete consider contain cost count cover continue could create
  current deal despite did different difficult do does doing done down due during each early easier easy effect either else
  end enough ensure especially even ever every everyone everything example expect explain face fact fall far fast feel felt few
  find follow found full further gave general get give given go goes going gone good got great group grow had half happen
  hard having head hear held help here high him hold home hope however huge i idea important improve include including increase
  inside instead issue itself join just keep kept key kind knew know known large late later lead learn least leave led left
  less let level life like likely line list listen little live local long look lot low made main major make making man many
  mean meet met member might mind moment move mr mrs ms much must my myself name near nearly neither need never news none nor note
  nothing now number off offer often old once open order others own part particular pass past path pay people perhaps person place plan
  play please point possible post present probably problem process provide pull push put question quickly quite rather rise round
  reach read ready real really reason receive recent recently remain report require respond rest result return right run
  same saw saying section see seek seem seen send sent scale serious serve set several share short should show side similar
  simple simply since small somebody someone something soon sort spoke stage stand start started state stay step still stop story
  strong support sure system take taken talk team tell term test thank thing think though thought through thus together
  told too took top total toward towards tried true try turn type understand until upon use used user using usually
  various very view visit wait watch walk want way ways well went were whether whole whom whose why wide within without
  wonder word work working world would write wrong yes yet young yourself`
    .split(/\s+/)
    .map(englishStem),
);

/**
 * Whether everyday words of a language (BCP 47) are known. Of a text in another language no reason names words that are
 * not names: many would be particles.
 */
export function hasStopWords(language: string): boolean {
  return language.split('-')[0] === 'en';
}

/** Whether a word says nothing of what two stories have in common. */
export function isDull(word: string): boolean {
  let dull = known.get(word);
  if (dull === undefined) {
    const folded = fold(word);
    dull = dullStems.has(englishStem(folded)) || notAWord.test(folded);
    if (known.size === mostKnown) known.clear();
    if (word.length <= longestKnown) known.set(word, dull);
  }
  return dull;
}

/** Names of nations and of what belongs to them: a link because of “American” helps nobody. */
const demonyms: ReadonlySet<string> = new Set(
  `african american arab argentine asian australian austrian belgian brazilian british canadian chilean chinese
  cuban czech danish dutch egyptian english european finnish french german greek hungarian indian indonesian iranian iraqi
  irish israeli italian japanese kenyan korean latin lebanese mexican nigerian norwegian pakistani palestinian persian
  philippine polish portuguese roman romanian russian saudi scottish soviet spanish swedish swiss syrian taiwanese thai
  turkish ukrainian venezuelan vietnamese welsh western eastern northern southern`.split(/\s+/),
);

/** Whether a word says where something is from, in the singular or the plural. */
export function isDemonym(word: string): boolean {
  const folded = fold(word);
  return demonyms.has(folded) || (folded.endsWith('s') && demonyms.has(folded.slice(0, -1)));
}

/** What `isDull` has found: stems take time, and a few thousand words are most of all texts. */
const known = new Map<string, boolean>();
const mostKnown = 10_000;
const longestKnown = 40;

/** Figures, with an ending (28th, 2020s); one or two Hiragana, which are particles; one character of a longer word. */
const notAWord = /^(?:\p{N}+(?:st|nd|rd|th|s)?|\p{Script=Hiragana}{1,2}|[\p{Script=Han}\p{Script=Katakana}])$/u;
