import { foldPlain, plainLetters } from './fold.ts';
import { readDateline } from './dateline.ts';
import type { Line } from './lines.ts';

/** Copy that is not a story by itself: a take of a longer story, or a correction of one that was sent. */

/** What copy is, and where it says so. */
export interface PartMark {
  means: 'a take of a story' | 'a correction of a story';
  text: string;
  line: number;
}

const TAKE = 'a take of a story';
const CORRECTION = 'a correction of a story';

const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th|ere?|eme|a|o|\\.)?|first|second|third|fourth|fifth|sixth|last|zweite[rs]?|dritte[rs]?|deuxieme|troisieme|segunda|segundo|tercera|terceira|secondo|seconda|terzo|terza)';
const NUMBER = '(?:\\d{1,2}|one|two|three|four|five|six)';
const GRAF = '(?:grafs?|paras?|paragraphs?|pars?|absatz|absatze|paragraphe|parrafo|paragrafo|capoverso)';
const PART = '(?:takes?|adds?|inserts?|ins|subs?|pick-?up|folge|suite|toma|parte|lanco)';

// A part of a line: the whole of it, or between commas, dashes, parentheses and the like.
const BEFORE = '(?:^|[,(\\[/|:]\\s*|\\s-+\\s*|--|^[a-z-]+-)';
const AFTER = '(?=\\s*(?:$|[,)\\]|:;.]|-|/))';

const TAKES: readonly RegExp[] = [
  new RegExp(`${BEFORE}${ORDINAL}[\\s-]?${PART}(?:\\s+(?:of|to|for|von|de|di)\\b.*)?${AFTER}`),
  new RegExp(`${BEFORE}(?:take|add|adds|insert|sub|folge|toma)\\s?-?${NUMBER}${AFTER}`),
  new RegExp(`${BEFORE}(?:take|part|teil|partie|parte)\\s?${NUMBER}\\s?(?:of|von|de|di|/)\\s?${NUMBER}${AFTER}`),
  new RegExp(`${BEFORE}${NUMBER}(?:\\.|er|eme|a|o)?\\s?(?:teil|folge|partie)(?:\\s?(?:von|de)\\s?\\d+)?${AFTER}`),
  /\s=\s?[2-9]$|\((?:\d\/\d|[2-9] (?:of|von|de|di) \d)\)$/,
  /^\W*(?:continued|fortsetzung|suite|suite et fin|continuacion|continuacao|seguito)(?:\s+(?:of|from|von|de|di)\b.*)?\W*$|[([](?:continued|cont'?d|fortsetzung|suite|suite et fin|fin|continuacion|continuacao|seguito)[)\]]/,
  new RegExp(
    `^\\W*(?:eds?(?:itors)?(?:'? note)?:?\\s*)?pick(?:s|ing)?[ -]?up[s:]?\\s+(?:${ORDINAL}|from|previous|previously|as|at|pvs)\\b`,
  ),
  new RegExp(
    `^\\W*(?:eds?(?:itors)?(?: note)?:?\\s*)?(?:subs?(?:titutes?)?|inserts?|ins|subbing)\\b[^()]*\\b(?:${GRAF}|lead|lede)\\b(?!.*\\)$)`,
  ),
  /^\W*(?:subs?|inserts?|add|adds)\W*$/,
  /^\W*(?:subs?|inserts?|add)\s*:/,
];

/** Takes by the beginning or the end of a headline: `1st Add Bridge`, `Mayor resigns 2nd take`. */
const TAKES_OF_HEADLINE: readonly RegExp[] = [
  /^\W*\d{1,2}(?:st|nd|rd|th)[\s-](?:adds?|inserts?|subs?|takes?|pick-?ups?)\b/,
  /\s\d{1,2}(?:st|nd|rd|th)[\s-](?:adds?|inserts?|subs?|takes?)\W*$/,
];
// In capitals they are no part of a headline in small letters.
const TAKE_IN_CAPITALS =
  /^\W*(?:(?:ADDS?|TAKE|INSERT|SUB|FOLGE|TOMA)\s?-?\d{1,2}\s+\p{Lu}|(?:ADD|INSERT|SUB|SUITE|FORTSETZUNG|CONTINUED|CONTINUACI[OÓ]N|CONTINUA[CÇ][AÃ]O|SEGUITO)\s+.*\p{Ll})/u;

const CORRECTED =
  '(?:corrections?|corrected|correct|corrects|corrective|corr|clarification|clarifications|clarifies|correction notice|korrektur|korrektur[a-z]*|korrigiert|korr|berichtigung(?:en)?|berichtigt|richtigstellung|correctifs?|rectificatifs?|rectification|rectifie|corrige|errat(?:um|a)|errata corrige|correccion(?:es)?|corregid[oa]|rectificacion|rectifica|fe de erratas?|correcao|correcoes|corrigid[oa]|retificacao|rectificacao|retifica|correzion[ei]|corrett[oa]|rettifica|rettifiche|precisazione|klarstellung|mise au point|aclaracion)';
const MISTAKEN =
  '(?:erroneously|incorrectly|wrongly|mistakenly|misstated|misspelled|misidentified|in error|falschlich|falschlicherweise|irrtumlich|versehentlich|par erreur|a tort|erronement|por error|erroneamente|incorrectamente|por erro|incorretamente|erroneo|per errore)';
const COPY =
  '(?:story|stories|article|item|dispatch|despatch|report|version|versions|copy|meldung|bericht|fassung|artikel|depeche|papier|texte|noticia|nota|despacho|informacion|texto|materia|notizia|lancio|articolo|testo|servizio)';

/** A correction by the beginning of a line. */
const LABELS: readonly RegExp[] = [
  // CORRECTED-Mayor resigns … Correction: Mayor story … (CORRECTED) … BC-Mayor, CORRECTIVE
  new RegExp(
    `^\\W*(?:(?:eds?|achtung|attention|advisory|urgent|atencion|atencao|attenzione)\\b\\W*)?${CORRECTED}(?:\\s?\\d+)?\\s*(?:[:(/]|-|$)`,
  ),
  // (Corrects name in 3rd graf) … Eds: CORRECTS spelling … (In Jan. 3 story, corrects …)
  /^\W*(?:(?:eds?(?:itors)?(?:'? note)?|attention|achtung|advisory|note)\b\W*)?(?:adds? and )?(?:corrects|correcting)\b(?!\s+(?:course|the record|itself))/,
  /^(?:\(|\W*(?:eds?(?:itors)?|attention|achtung|atencion|atencao|attenzione)\b\W+)(?:corrigiert|korrigiert|berichtigt|corrige|rectifie|rectifica|corregge|retifica|rettifica)\b/,
  /^\W*(?:eds?(?:itors)?\b|\(|attention\b).*\bcorrects?\b/,
  new RegExp(`^\\W*(?:eds?\\b.*\\b|this\\s+)${COPY}\\s+(?:is\\s+|has been\\s+|was\\s+)?(?:corrects|corrected)\\b`),
  /^\W*(?:corrected version|corrected repeat|korrigierte fassung|berichtigte fassung|version corrigee|version corregida|versao corrigida|versione corretta)\b/,
];
const CORRECTED_IN_CAPITALS = new RegExp(`^\\W*${CORRECTED}\\s`);
/** Whether a headline in small letters begins with a correction in capitals: `RECTIFICATIF Le maire démissionne`. */
const isCorrectedInCapitals = (raw: string, text: string): boolean => {
  const [label = ''] = CORRECTED_IN_CAPITALS.exec(text) ?? [];
  const start = raw.trim().normalize('NFC').slice(0, label.length);
  return label !== '' && start === start.toUpperCase() && /\p{Ll}/u.test(raw);
};
/** A correction by a part of a short line: `Mayor resigns (CORRECTED)`. */
const TAGS: readonly RegExp[] = [
  new RegExp(`[([]\\s*${CORRECTED}(?:\\s?\\d+)?\\s*[)\\],:]`),
  new RegExp(`(?:,\\s*|--|/\\s*|\\s-\\s)${CORRECTED}(?:\\s?\\d+)?\\W*$`),
];
const WRONG_STORY = new RegExp(
  `^(?:in|on|dans|en|em|nella?|nel|na|no|the|la|le|il|a|an|die|der|das|our|unsere)\\b.{0,120}\\b${COPY}\\b.{0,200}\\b${MISTAKEN}\\b`,
);

// Characters. A longer line between paragraphs is no line for editors.
const SHORT = 60;
const LONGEST = 400;

const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));
const plain = (text: string): string => foldPlain(plainLetters(text)).trim();

/** The first mark of a take or a correction; null if there is none. `head` is the index of the first line of the text. */
export function findPartMark(lines: readonly Line[], head: number): PartMark | null {
  for (const [index, line] of lines.entries()) {
    const raw = (index <= head ? readDateline(line.text)?.rest : undefined) ?? line.text;
    const text = plain(raw);
    const isHead = index < head;
    const isShort = isHead || text.length <= SHORT;
    if (text === '' || text.length > LONGEST || !(isShort || line.opens)) continue;
    const found = (means: PartMark['means']): PartMark => ({ means, text: line.text.slice(0, 200), line: line.number });
    if (isShort && matches(TAKES, text) && (isHead || !text.endsWith('.'))) return found(TAKE);
    if (isHead && (matches(TAKES_OF_HEADLINE, text) || TAKE_IN_CAPITALS.test(raw))) return found(TAKE);
    if (isHead && isCorrectedInCapitals(raw, text)) return found(CORRECTION);
    if (matches(LABELS, text) || (isShort && matches(TAGS, text))) return found(CORRECTION);
    if (index <= head + 1 && WRONG_STORY.test(text)) return found(CORRECTION);
  }
  return null;
}
