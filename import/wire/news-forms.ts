import { foldPlain, plainLetters } from './fold.ts';
import { tokensOf } from './handling-tokens.ts';

/**
 * Lines of stories that have the words of an order and are none: “The embargo was lifted on Monday.” Each form is narrow on purpose. What
 * is not certainly news stays an order.
 */

const plain = (text: string): string => foldPlain(plainLetters(text)).trim();
const lettersOf = (text: string): string =>
  tokensOf(text, 'words')
    .map(({ means }) => means)
    .join('');

// News does not give its time to the minute like an order does.
const CLOCK =
  /\d[:.h]\d\d|\b(?:[01]\d|2[0-4])[0-5]\d\b(?! ?$|\.)|\b\d{3,4} ?(?:gmt|utc|hrs?|uhr|z)\b|\b\d{1,2} ?(?:[ap]\.?m\b|uhr|h\b|hrs?\b|gmt|utc)|\b(?:gmt|utc|noon|midnight|midday|mitternacht|mittag|medianoche|mediodia|meia-noite|minuit|midi|mezzanotte|mezzogiorno|o'clock)\b/;

/** Sentences between others, with an article or a pronoun as their beginning. `copy`: whether words for copy may be in it. */
const SENTENCES: readonly RegExp[] = [
  /^(?:it|they|he|she) (?:will|would|was|were|had|is to|are to) (?:also |then |first |only )?(?:be |been )?(?:available|aired|shown|printed|published|released|broadcast|distributed)\b/,
  /^the embargo (?:(?:was|were|has been|had been) (?:lifted|eased|extended|tightened|imposed|broken|ended)|ends|ended|expires|expired|lapses|lapsed)\b/,
  /^das embargo (?:(?:wurde|war|wird|ist)\b.*\b(?:aufgehoben|verhangt|gelockert|verlangert|beendet)\.|endete?\b|(?:gilt|galt|besteht|bestand) seit\b)/,
  /^el embargo (?:(?:fue|ha sido|sera) (?:levantado|impuesto|prorrogado|ampliado)|termin[ao]|expir[ao]|vence|vencio|rige desde)\b/,
  /^o embargo (?:(?:foi|tinha sido|sera) (?:levantado|imposto|prorrogado|suspenso)|termina|terminou|expira|expirou|acaba|acabou|vigora desde)\b/,
  /^l'embargo (?:(?:a ete|avait ete|sera) (?:leve|impose|prolonge)|prend fin|a pris fin|expire|est en vigueur depuis)\b/,
  /^l'embargo (?:(?:e stato|era stato|sara) (?:tolto|revocato|imposto|prorogato)|termina|finisce|scade|e in vigore dal)\b/,
  /^(?:the|his|her|its|their|all) (?:[a-z'-]+ ){1,4}(?:was|were|had been) embargoed (?:until|till|for|from)\b/,
  /^(?:the|his|her|their) (?:paper|study|studies|papers|book|books|findings|results|data|bill)(?: (?:was|were)) (?:later |then )?(?:retracted|withdrawn|pulled|scrapped|cancelled|canceled)\b/,
  /^die (?:studie|arbeit) wurde (?:spater )?zuruckgezogen\b/,
  /^l'etude a ete (?:retiree|retractee)\b/,
  /^el estudio fue (?:retirado|retractado)\b/,
  /^o estudo foi (?:retirado|retratado)\b/,
  /^lo studio e stato (?:ritirato|ritrattato)\b/,
  // A recipe, a medicine.
  /^(?:hold|keep|store) (?:at|below|above|under) \d+ ?(?:°|degrees?)? ?[cf]?\b(?: until\b| for\b|\.)/,
];
// The opinions of analysts on a share.
const RATINGS = /^(?:(?:strong )?(?:buy|sell|hold|outperform|underperform|neutral)\W+\d+\W+){2,}$/;
// “Withdrawn: Smith (knee), Jones (ankle).”
const OUT_OF_A_TEAM =
  /^(?:Withdrawn|Suspended|Gesperrt|Suspendus?|Suspendidos?|Suspensos?|Sospesi): (?:(?:\p{Lu}[\p{L}'’-]+ ){1,3}\([\p{Ll} -]{3,20}\)[,;.]? ?)+$/u;
// “Reuters withdrew its story on Monday, Iran's foreign ministry said.”
const SAID_BY = /^[^,"“]{10,120}, (?<by>[^,]{3,80}) (?:said|reported|announced|sagte|mitteilte|dijo|disse)\.$/u;

// Characters. No sentence of these forms is longer.
const LONGEST_SENTENCE = 200;

function isNewsSentence(sentence: string): boolean {
  if (sentence.length > LONGEST_SENTENCE) return false;
  const text = plain(sentence);
  if (!/\p{Ll}{2}/u.test(sentence) || /[*/=#!]{2}|^[([]/.test(text) || CLOCK.test(text)) return false;
  if (RATINGS.test(`${text} `)) return /\b(?:buy|sell)\b/.test(text);
  const letters = lettersOf(sentence);
  if (OUT_OF_A_TEAM.test(sentence)) return /^[KH]:[x(),.]+$/.test(letters);
  const by = SAID_BY.exec(sentence)?.groups?.['by'];
  if (by !== undefined)
    return (
      / (?:withdrew|retracted|pulled|killed|removed|deleted) /.test(text) &&
      /^[^EeHKAYSsqd]*x[^EeHKAYSsqd]*$/.test(lettersOf(by)) &&
      !/[YNEe]/.test(letters)
    );
  return SENTENCES.some((form) => form.test(text)) && !/[SdAYqGN]|P.*P/.test(letters);
}

/** The text without the sentences that are certainly news. `first` and `last`: whether the text before or after it is no part of the story. */
export function withoutNews(text: string, { first, last }: { first: boolean; last: boolean }): string {
  if (!first && !last && isNewsSentence(text)) return '';
  const sentences = text.split(/(?<=[.!?]["”’')]*) +(?=\p{Lu})/u);
  return sentences
    .filter(
      (sentence, index) =>
        (first && index === 0) || (last && index === sentences.length - 1) || !isNewsSentence(sentence),
    )
    .join(' ');
}

/** Whether a line above the text is certainly the headline of a story: “Gesperrt: Fünf Spieler fehlen Köln”. */
export function isNewsHeadline(line: string): boolean {
  if (line.length > LONGEST_SENTENCE || /[()[\]*/=#–—!]|\s-|-\s|\p{Lu}{3}/u.test(line)) return false;
  const text = plain(line);
  const letters = lettersOf(line);
  if (CLOCK.test(text) || /[EeYAqhGPD]/.test(letters)) return false;
  const label = /^[^:]+(?=:)/.exec(text)?.[0];
  if (label !== undefined) {
    const rest = letters.slice(letters.indexOf(':') + 1);
    if (/[SUTcmHd]/.test(rest) || (rest.match(/x/g) ?? []).length < (/[kKs]/.test(rest) ? 1 : 4)) return false;
    return (
      /^(?:gesperrt|bloque|bloquee|bloqueados?|suspendidos?|suspendus?|suspensos?|sospesi|restricted|locked|blocked)$/.test(
        label,
      ) ||
      (/^(?:retraction|withdrawal|ruckzug|retrait)$/.test(label) && /x.*[kK].*s/.test(rest))
    );
  }
  // “Remove this story, mayor asks website”
  const [, by = ''] =
    /^(?:remove|delete|pull) [^,]+, (?!(?:the |our )?(?:legal|lawyers?|boss|chief|management)\b)(\S[^,]*) (?:asks|urges|tells|says|demands)\b[^,]*$/.exec(
      text,
    ) ?? [];
  if (by !== '') return /^[xf]+$/.test(lettersOf(by)) && !letters.includes('A');
  // “Suspensa até segunda ordem a pesca”
  return (
    /^(?:suspens[oa]s?|suspendid[oa]s?|sospes[oaie]|bloquead[oa]s?|bloccat[oaie])\b.*\s(?:[ao]s?|el|la|los|las|il|lo|i|gli|le) \p{Ll}+$/u.test(
      text,
    ) && /^H[fM]*U[TMf]*x$/.test(letters)
  );
}
