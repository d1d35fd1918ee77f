/** The language of copy, from the words that every text of a language has. */

const COMMON_WORDS: Record<string, string> = {
  en: 'the of and to in that is was for with on said he she by at from are has have been were it an not but they who which would',
  de: 'der die das und den von zu mit ist im für nicht auf ein eine dem des sich auch als am an es aus bei nach wird sagte wie er sie war hat werden sei',
  fr: 'le la les des et en du une est dans que pour au qui sur par avec pas son ses il elle ont été a selon plus aux ce cette mais après deux',
  es: 'el la los las de que y en del por con una un se para es al su lo como más fue ha sus este pero sobre según tras entre dos hoy desde',
  pt: 'o os a as de que e em do da dos das no na nos nas por com uma um se para é ao não mais foi seu sua pelo pela disse como segundo após entre são',
  it: 'il lo la gli le di che e in del della dei delle un una per con è al alla nel nella non si da dal sono ha più come anche secondo dopo hanno suo',
};
const LANGUAGES = Object.entries(COMMON_WORDS).map(([lang, words]): [string, Set<string>] => [
  lang,
  new Set(words.split(' ')),
]);

// Words of the language among the words that any language has.
const ENOUGH = 6;
const CLEARLY_MORE = 1.25;

/** The language of a text (`de`); undefined if it is too short, is in another language, or can be in two. */
export function languageOf(text: string): string | undefined {
  const words =
    text
      .toLowerCase()
      .slice(0, 20_000)
      .match(/\p{L}+/gu) ?? [];
  const [best, second] = LANGUAGES.map(([lang, common]) => ({
    lang,
    found: words.filter((word) => common.has(word)).length,
  })).toSorted((a, b) => b.found - a.found);
  if (!best || !second || best.found < ENOUGH || best.found < words.length / 8) return undefined;
  return best.found >= second.found * CLEARLY_MORE ? best.lang : undefined;
}
