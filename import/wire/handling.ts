import { advisoryRule } from './advisory.ts';
import { closingLineRule } from './closing-lines.ts';
import { readCrosshead } from './crosshead.ts';
import { readDateline } from './dateline.ts';
import { tokensOf, type Token } from './handling-tokens.ts';
import { foldPlain, plainLetters } from './fold.ts';
import { joinParagraphs, linesOf, type Line } from './lines.ts';
import { isNewsHeadline, withoutNews } from './news-forms.ts';
import { NOT_FOR_PUBLICATION } from './not-for-publication.ts';

/**
 * Orders about the copy itself: an embargo, a hold, a kill. They are found by their meaning: each word of a text becomes one letter
 * (`Meaning`), and the rules are patterns over these letters. `Embargoed until 0001 GMT Monday` is `EUccT`.
 */

/** An order, the text that gives it, and its line (from 1). */
export interface HandlingMark {
  means: string;
  text: string;
  line: number;
}

/** What a text is: a note to editors, a short line, or a paragraph for readers. The rules for prose are the strictest. */
type Kind = 'note' | 'line' | 'prose';

const KILL = 'a kill or a withdrawal';
const HOLD = 'a hold';
const EMBARGO = 'an embargo or a time of release';

// --- Texts that have only words about handling ---

/** Rules for a text without any other word. Two words together show that it is an order. */
const COMPLETE: readonly [RegExp, string][] = [
  [/E/, EMBARGO],
  [/[Kk].*[Kk]|[SsMAPYdqh].*[Kk]|[Kk].*[SsMAPYdqh]/, KILL],
  [/e.*[UcTPASMbLYD]|[UcTPAMbYDd].*e|S[^f]*e/, EMBARGO],
  [/H.*[PSsUcTMAYdKHq]|[PSsMAYdq].*H/, HOLD],
  [/N[fbMAdSsIYmF]*[Pp]/, EMBARGO],
  [/[Pp][fM]*b[fM]*N|P[fM]*N$/, EMBARGO],
  [/N[fb]*U[fFM]*[Tc]/, EMBARGO],
  [/P.*[Uc]|U.*P|P.*F.*T|F.*P.*T|F[fM]*[Tc].*P|F[fT]*m|F[fM]*m.*T/, EMBARGO],
  [/p.*U.*[Tc]|^[AMfYdSs]*b[fM]*p.*[Tc]|[dSs].*b.*[Tc].*p/, EMBARGO],
  [/D.*[TcPFS]|[MAY]D/, EMBARGO],
];
/** Rules for one word that is a line by itself. It can also be a headline or a crosshead. */
const ALONE: readonly [RegExp, string][] = [
  [/[Kk]/, KILL],
  [/H/, HOLD],
  [/[eD]|P.*T|T.*P/, EMBARGO],
];
/** Copy that may be published: “For immediate release”, “No embargo”, “Embargo: none”. */
const FREE =
  /^[AMfYSd]*F?[fb]*I[fM]*[Pp][fMU]*$|^[fM]*F?[fM]*P[fM]*I[fM]*$|^[MfSdb]*N[fbS]*[eE]+$|^[fM]*[eE]+[fb]*N$|^[MfSdb]*[eE][fb]*L$/;

// --- Texts that begin with an order ---

const OPENING = '^[AMfY]*';
/** Rules for short lines and notes: other words can follow. */
const OPENS: readonly [RegExp, string][] = [
  [new RegExp(`${OPENING}(?:[Sqb]*|d[fM]*[Ssq])[fMb]*E[fM]*[UTcPAF]`), EMBARGO],
  [new RegExp(`${OPENING}e[fM]*[Ucb]`), EMBARGO],
  [new RegExp(`${OPENING}e[fM]*P`), EMBARGO],
  [new RegExp(`${OPENING}N[fbMAdSsT]*P[fMF]*(?:[Ucm]|[fd]*[Ss])`), EMBARGO],
  [new RegExp(`${OPENING}N[fb]*F?[fb]*[Pp][fM]*[UTc]`), EMBARGO],
  [new RegExp(`${OPENING}[dPf]*[Sq]?[fbM]*b[fbM]*N[fbMxpP]{0,5}U[fF]*[Tcfx]`), EMBARGO],
  [new RegExp(`${OPENING}P[fM]*b?N[fbM]*U`), EMBARGO],
  [new RegExp(`${OPENING}H[fM]*(?:[dfA]*[SqhG]|U|(?:F[fM]*)?P)`), HOLD],
  [new RegExp(`${OPENING}[SdPs][fSs]*b?[fb]*H[fM]*U`), HOLD],
  [new RegExp(`${OPENING}[Kk][fMF]*[fdA]*[SqG]`), KILL],
  [new RegExp(`^[AMf]*[Kk][fd]*h+$`), KILL],
  [new RegExp(`${OPENING}Y[fMAdb]{0,5}[KkH](?:[fdMTcUA]*$|x{1,2}$|[fdMA]*[SqGhPU])`), KILL],
  [new RegExp(`${OPENING}Y[fMAdb]{0,6}N[fbM]*[Ppk]`), EMBARGO],
  [new RegExp(`${OPENING}N[fbM]*k`), KILL],
  [new RegExp(`${OPENING}F[fMm]*P[fM]*(?:U|T|c)`), EMBARGO],
  [new RegExp(`${OPENING}P[fM]*[UTf]*c`), EMBARGO],
  [new RegExp(`${OPENING}P[fM]*U[fM]*T`), EMBARGO],
  [new RegExp(`${OPENING}b?[fb]*p[fM]*U[fT]*c`), EMBARGO],
  [/^[AMfd]*[SqG](?:[^.]*b)?[fbM]*[KkH][fTcUFMm]*$/, KILL],
  [/^f*[xMA]{0,4}b[fb]*[Kk][fd]*[Sq]/, KILL],
  [/^[AMfd]*[Sq][fMb]*[KkH][fM]*U/, KILL],
  [/^[AMfY]*[Kk][fd]*x{1,2}S[fTc]*$/, KILL],
  [/^f*A[fb]*K[fd]*[Sq]/, KILL],
  [/KM*K/, KILL],
  [/^[Af]*D[fM]*(?:P|F.*[TcPmUSA])/, EMBARGO],
  [new RegExp(`${OPENING}e[fM]*b?L[fM]*U.*c`), EMBARGO],
];

// --- Texts that end with an order ---

/** Rules for short lines: “Mayor resigns embargoed until 0001 GMT”. */
const ENDS: readonly [RegExp, string][] = [
  [/E[fM]*U[fTcUFIMb]*$|E[fTUF]*c[fTcUFM]*$/, EMBARGO],
  [/(?:^|[^x])e[fM]*U[fFM]*c[fTcUM]*$|e[fM]*c[fTcUM]*$/, EMBARGO],
  [/H[fM]*F?[fM]*P[fTcUFM]*$/, HOLD],
  [/N[fM]*F?[fM]*P[fM]*U[fTcM]*$/, EMBARGO],
  [/[qh],[fM]*[KkHED][fTcU]*$/, KILL],
];

// --- Notes to editors: an order anywhere in a sentence ---

const IN_NOTES: readonly [RegExp, string][] = [
  [/E[fM]*[UTcS]|E$|[Sd][fM]*b[fM]*E/, EMBARGO],
  [/(?:^|[^x])e[fM]*(?:U|L[fU]*[cT])|e[fM]*c|(?:^|[MAYbU])[fd]*e$|e[fM]*[UF]?[fM]*d[fM]*S/, EMBARGO],
  [/N[fbMAdSs]*[Pp][fM]*(?:[UTcSd]|$)/, EMBARGO],
  [/N[fbMx]{0,4}U[fFM]*[Tc]/, EMBARGO],
  [/[bU][^.]*[Tc][fM]*H[fM]*$/, HOLD],
  [/F[fM]*P[fM]*[UTc]|P[fM]*b[fM]*U|P[fM]*U[fM]*c|b[fb]*p[fM]*U[fM]*[cT]/, EMBARGO],
  [/H[fM]*(?:F[fM]*)?P|H[fM]*U|[YMA][fb]*H|H[fd]*d[fd]*S/, HOLD],
  [/[YM][fbA]{0,4}[Kk]|[Sq][^.]{0,12}b[fM]*[KkH]|(?:^|[bA])[fM]*[Kk][fd]*[Sq]|Y[fMA]{0,4}N[fbM]*k/, KILL],
];

// --- Sayings and fields: always an order in a short line or a note ---

const SAYINGS: readonly [RegExp, string][] = [
  [
    /^\W*(?:in )?adv(?:ance)? for (?:the )?(?:christmas|xmas|easter|new year|thanksgiving|holidays?|labor|memorial|mother|father|halloween|valentine)/,
    EMBARGO,
  ],
  [/^\W*embargo(?:ed)?\W*[:=]\s*(?:yes|y|ja|oui|si|sim|true|on|active|aktiv|set|1)\W*$/, EMBARGO],
  [/\brelease (?:up)?on delivery\b/, EMBARGO],
  [
    /^\W*no use (?:in )?(?:the )?(?:uk|usa?|germany|france|italy|spain|japan|china|korea|canada|australia|europe|asia)\b/,
    HOLD,
  ],
  [/\badvise (?:you )?when\b.*\b(?:used?|published?|released?|run|aired?|broadcast)\b/, EMBARGO],
  [
    /^\W*(?:(?:this is )?(?:strictly )?(?:for )?background(?: information)?(?: use)? only|nur (?:als|zum|zur) hintergrund\w*|(?:strictly )?off the record|not for attribution)(?:\W*$|\W+(?:not|nicht|no|until|till|before)\b)/,
    HOLD,
  ],
  [
    /^\W*(?:strictly )?private\s*[-:/(].*\bonly\b|\b(?:members|subscribers|clients|staff) only (?:until|till|before)\b/,
    HOLD,
  ],
  [/^\W*legal(?:ly)?\s*[:/-]+\s*(?:on )?(?:hold|stop|no|pending|check(?:ing)?)\W*$|^\W*legally privileged\b/, HOLD],
  [/\b(?:not|un|awaiting|pending|needs|await)(?: yet)?(?: been)?[ -]?(?:legalled|lawyered)\b/, HOLD],
  [
    /^\W*(?:\w+\W+){0,4}(?:not|awaiting|pending|await)(?: yet)?(?: been)? (?:cleared|clearance|approved|approval|passed)(?: \w+)? (?:by|from) (?:the |our )?(?:lawyers?|legal|editors?|desk)\W*$/,
    HOLD,
  ],
];

// “Advance for Chelsea” is a headline.
const ADVANCE_IN_CAPITALS = /^\W*ADV(?:ANCE)? FOR\b/;

/** A line that is only the slug of copy: `US-BRIDGE/EMBARGO (WRAPUP)`, `Slug: bridge-embargo`. */
const SLUG_LINE =
  /^\W*(?:(?:slug(?:line)?|keyword|stichwort)\s*[:=].*|(?:[a-z]?\d{3,4}\s+(?:[a-z]{1,3}\s+){1,4})?(?:BC|AM|PM|AP)-{1,2}\S.*|[\p{Lu}\d$&.]+(?:[-/_]+[\p{Lu}\d$&.]+)+[-/]?(?:\s*\([^()]*\))?(?:\s*,.*)?\W*)$/u;
const SLUG_LABEL = /^\W*(?:slug(?:line)?|keyword|stichwort)\s*[:=]/iu;
/** Advisories that are not a list of what changed in the story. */
const FOR_EDITORS = new Set(['advisory-editors', 'advisory-attention', 'advisory-slashes']);
const isForEditors = (text: string): boolean => FOR_EDITORS.has(advisoryRule(text) ?? '');
const WRONG_COPY =
  /\b(?:wrong|erroneous|incorrect|false|fake|hoax|see (?:the )?replacement|replacement (?:story |item )?(?:follows|to follow|to come)|falsch\w*|fehlerhaft\w*|ersatz folgt|errone\w*|incorrect\w*|errad[oa]|errat[oa]|sbagliat[oa])\b/;

/** An order in a line that the import leaves out of the article: any mention of an embargo, or that the copy is wrong. */
function orderInDropped(text: string): string | null {
  const isSlug = SLUG_LINE.test(text) || SLUG_LABEL.test(text);
  if (!isSlug && !isForEditors(text)) return null;
  const words = isSlug ? text.replace(/[-/_]+/g, ' ').replace(SLUG_LABEL, '') : text;
  const letters = bare(lettersOf(tokensOf(words, 'words')));
  if (FREE.test(letters)) return null;
  if (/[Ee]/.test(letters)) return EMBARGO;
  return !isSlug && WRONG_COPY.test(plain(text)) ? KILL : null;
}

// --- Prose: only a sentence that speaks of this copy ---

const IN_PROSE: readonly [RegExp, string][] = [
  [/d[fM]*[Ss][bfMqFUTc]*E|e[fM]*[UF]?[fM]*d[fM]*S/, EMBARGO],
  [/d[fM]*[Ss][bfMq]*(?:[UTc][fTcUM]*H|H[fM]*U)/, HOLD],
  [/d[fM]*S[bfMA]*N[fbM]*[Pp][fpPM]*U/, EMBARGO],
  [/^[AMf]*Y[fbAM]*(?:[KkH]|N[fbM]*[PK])[fdA]*[Sq]/, KILL],
  [/^[AM]*Y[fbAM]*[KkHNdfSqb]*(?:N[fbM]*P|[KH])[fTcU]*$/, KILL],
  [/^f*A[fb]*[Kk][fd]*S/, KILL],
  [/^[AMf]*K[fd]*d[fd]*S/, KILL],
  [/^[AfM]*(?:E[fM]*[UTc]|N[fb]*F?[fM]*P[fM]*[Uc]|H[fM]*F[fM]*P|KM*K)/, EMBARGO],
];

/** Words. Nobody gives an order in a longer sentence. */
const LONGEST_ORDER = 60;

type Letters = string;
const lettersOf = (tokens: readonly Token[]): Letters => tokens.map(({ means }) => means).join('');
const plain = (text: string): string => foldPlain(plainLetters(text));
const bare = (letters: Letters): Letters => letters.replace(/[.:,()-]/g, '');
const first = (rules: readonly [RegExp, string][], letters: Letters): string | null =>
  rules.find(([pattern]) => pattern.test(letters))?.[1] ?? null;
/** Whether a text has only words about handling. */
const isComplete = (letters: Letters): boolean => !/x/.test(letters);

/** The order in a text; null if there is none. `crosshead`: the text can be a crosshead, because it is between paragraphs. */
function orderIn(text: string, kind: Kind, crosshead = false): string | null {
  if (kind === 'prose') return orderInProse(text);
  const tokens = tokensOf(text, 'names');
  const all = bare(lettersOf(tokens));
  if (all === '' || all.length > 4 * LONGEST_ORDER || FREE.test(all)) return null;
  const stated =
    orderInDropped(text) ?? (ADVANCE_IN_CAPITALS.test(text) ? EMBARGO : null) ?? first(SAYINGS, plain(text));
  if (stated !== null) return stated;
  const [, note = ''] = /.[([]([^()[\]]+)[)\]]\W*$/u.exec(text) ?? [];
  const noted =
    orderInDropped(note) ?? first(SAYINGS, plain(note)) ?? (isForEditors(note) ? orderIn(note, 'note') : null);
  if (noted !== null) return noted;
  if (isComplete(all)) {
    const found = first(COMPLETE, all);
    if (found !== null) return found;
    const title = crosshead && !/[*=/#!]/.test(text);
    if (!title && !(all.includes('q') && /e/.test(all))) {
      const alone = first(ALONE, all.replace(/q/g, ''));
      if (alone !== null) return alone;
    }
  }
  for (const { part, enclosed, label } of partsOf(tokens)) {
    const letters = bare(lettersOf(part));
    if (letters === '' || letters.length > LONGEST_ORDER || FREE.test(letters)) continue;
    if (isComplete(letters)) {
      const standsOut = enclosed || isInCapitals(part, tokens);
      const found =
        first(COMPLETE, letters) ??
        (standsOut || (label && /^[fM]*[KH]+[fM]*$/.test(letters)) ? first(ALONE, letters) : null);
      // “Two men - killed in May”: a few words between dashes are an order only if they say of what.
      if (found !== null) return found;
    }
    const found = first(OPENS, letters) ?? first(ENDS, lettersOf(part)) ?? orderInCapitals(part, tokens);
    if (found !== null) return found;
  }
  const opens = first(OPENS, all) ?? first(ENDS, lettersOf(tokens).replace(/[.:()-]/g, ''));
  if (opens !== null) return opens;
  if (kind === 'note')
    for (const sentence of sentencesOf(tokens)) {
      const found = first(IN_NOTES, bare(lettersOf(sentence)));
      if (found !== null) return found;
    }
  return null;
}

function orderInProse(text: string): string | null {
  for (const sentence of sentencesOf(tokensOf(text, 'words'))) {
    const letters = bare(lettersOf(sentence));
    if (letters.length > LONGEST_ORDER || FREE.test(letters)) continue;
    const found =
      first(IN_PROSE, letters) ?? (letters.length > 2 && /^[^xs]*$/.test(letters) ? first(COMPLETE, letters) : null);
    if (found !== null && !(letters.length < 3)) return found;
  }
  // A note in parentheses is one also inside a paragraph.
  for (const [, note = ''] of text.matchAll(/(?:^|[.!?:"”’)]\s*)[([]([^()[\]]{4,200})[)\]]/g)) {
    const letters = bare(lettersOf(tokensOf(note, 'names')));
    const found = isComplete(letters) && !FREE.test(letters) ? first(COMPLETE, letters) : null;
    if (found !== null && letters.length > 1) return found;
  }
  return null;
}

/** An order in a line about rights. `This material may not be published` is the usual text of such lines, and no order. */
function orderInRights(text: string): string | null {
  const sentences = sentencesOf(tokensOf(text, 'names')).map((sentence) => bare(lettersOf(sentence)));
  return sentences.some(
    (letters) => /[EeHK]|U.*[Tc]/.test(letters) && (isComplete(letters) || first(OPENS, letters) !== null),
  )
    ? EMBARGO
    : null;
}

interface Part {
  part: Token[];
  /** Between parentheses. */
  enclosed: boolean;
  /** Before a colon. */
  label: boolean;
}

/** The parts of a line between full stops, colons, dashes and parentheses. */
function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  let part: Token[] = [];
  let depth = 0;
  const close = (mark: Token['means']): void => {
    if (part.length > 0) parts.push({ part, enclosed: depth > 0, label: mark === ':' });
    part = [];
  };
  let opened = -1;
  for (const [index, token] of tokens.entries()) {
    if (!/[.:()-]/.test(token.means)) {
      part.push(token);
      continue;
    }
    close(token.means);
    if (token.means === '(') {
      depth += 1;
      opened = index;
    } else if (token.means === ')') {
      depth = Math.max(0, depth - 1);
      const inside = tokens.slice(opened + 1, index).filter(isWord);
      if (inside.length > 0) parts.push({ part: inside, enclosed: true, label: false });
    }
  }
  close('.');
  return parts;
}

function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (token.means === '.') sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

const isWord = ({ means }: Token): boolean => /[A-Za-z]/.test(means);

/** Whether a part of a line is in capitals, and the rest of it is not. */
const isInCapitals = (part: readonly Token[], tokens: readonly Token[]): boolean =>
  part.some(({ capitals }) => capitals) &&
  !part.some(({ small }) => small) &&
  tokens.some((token) => !part.includes(token) && token.small);

/** An order in capitals at the beginning or at the end of a line in small letters: “Mayor resigns HOLD”. */
function orderInCapitals(part: readonly Token[], tokens: readonly Token[]): string | null {
  const words = part.filter(isWord);
  const known = (token: Token): boolean => token.means !== 'x' && !token.small;
  const start = words.findIndex((token) => !known(token));
  const end = words.findLastIndex((token) => !known(token));
  for (const run of [words.slice(0, Math.max(0, start)), words.slice(end + 1)]) {
    const letters = lettersOf(run);
    if (
      run.length > 0 &&
      run.length < words.length &&
      isInCapitals(run, tokens) &&
      run.some((token) => token.capitals && /[EeKHPD]/.test(token.means))
    ) {
      const found = first(COMPLETE, letters) ?? first(ALONE, letters);
      if (found !== null) return found;
    }
  }
  return null;
}

// --- The places of copy ---

const LONGEST_LINE = 300;
const NOTE =
  /^[\s>|]*(?:[*/=#!]{2,}|[([][^()[\]]+[)\]]\W*$|\*[^*]+\*$|(?:(?:note|notes|nota|hinweis|avis|aviso|avviso|achtung|attention|atenci[oó]n|aten[cç][aã]o|attenzione|wichtig|important|advisory|bulletin|urgent)\b.{0,30}\b)?(?:eds?|editors?|desks?|newsrooms?|clients|subscribers|redaktion\w*|r[eé]dactions?|r[eé]dacteurs|redacci[oó]n\w*|redactores|editores|reda[cç][aãoõ]\w*|redazion[ei]|redattori)\b.{0,20}?[:.,-]|(?:attention|achtung|atenci[oó]n|aten[cç][aã]o|attenzione|advisory|nota bene|hinweis|redaktioneller hinweis|handling|note|nota|avis|aviso|avviso)\b\s*[:.!,-])|\/{2,}\s*$/iu;
/** Whether a text is a note to editors by its form. */
const isNote = (text: string): boolean => NOTE.test(text.normalize('NFKC'));

/** Whether a line is part of a paragraph: a sentence of at least a few words that are not about handling. */
function isProse({ text }: Line): boolean {
  if (text.length > 2 * LONGEST_LINE) return true;
  const letters = lettersOf(tokensOf(text, 'words'));
  const others = letters.match(/x/g)?.length ?? 0;
  return others >= 4 && (text.length >= 60 || /[.!?]["”’')]*$/.test(text) || others >= 8);
}

/**
 * The first order about the copy in its lines; null if there is none. Lines before and after the text are read as short lines,
 * and lines between paragraphs too. A paragraph has an order only if a sentence speaks of this copy.
 */
export function findHandlingMark(lines: readonly Line[]): HandlingMark | null {
  const marks: HandlingMark[] = [];
  const add = (means: string | null, text: string, line: number): void => {
    if (means !== null) marks.push({ means, text: text.slice(0, 200), line });
  };
  const { start, end } = textOf(lines);
  for (const [index, line] of lines.entries()) {
    if (isInformationForEditors(lines, index)) continue;
    const outside = index < start || index > end;
    if (closingLineRule(line.text) === 'rights') continue;
    if (!outside && !opensUnit(lines, index)) continue;
    const dateline = index <= start ? readDateline(line.text) : null;
    const whole = dateline ? dateline.rest : line.text;
    if (index < start && isNewsHeadline(whole)) continue;
    const text = withoutNews(whole, { first: index <= start, last: index >= end });
    if (text === '') continue;
    if (dateline) add(orderBehindDateline(text), text, line.number);
    const kind = isNote(text) || isForEditors(text) ? 'note' : 'line';
    if (text.length <= LONGEST_LINE && (outside || !isProse({ ...line, text })))
      add(orderIn(text, kind, !outside && readCrosshead(text) !== null), text, line.number);
    const alone = lettersOf(tokensOf(text.slice(0, LONGEST_LINE), 'names'));
    if (/x.*x/.test(alone) || text.length > LONGEST_LINE) continue;
    for (const joined of joinedWith(lines, index, text)) {
      const letters = bare(lettersOf(tokensOf(joined, 'names')));
      if (isComplete(letters) && !FREE.test(letters)) add(first(COMPLETE, letters), joined, line.number);
    }
  }
  const indexes = new Map(lines.map(({ number }, index) => [number, index]));
  const { paragraphs } = joinParagraphs(lines);
  for (const [at, { text: paragraph, line }] of paragraphs.entries()) {
    const index = indexes.get(line) ?? 0;
    if (isInformationForEditors(lines, index)) continue;
    if (closingLineRule(paragraph) === 'rights') {
      add(orderInRights(paragraph), paragraph, line);
      continue;
    }
    if (index < start && isNewsHeadline(paragraph)) continue;
    const after = paragraphs[at + 1];
    const text = withoutNews(paragraph, {
      first: index <= start,
      last: after === undefined || (indexes.get(after.line) ?? 0) > end,
    });
    const means = isNote(text) && text.length <= 1500 ? orderIn(text, 'note', readCrosshead(text) !== null) : null;
    add(means ?? orderIn(text, 'prose'), text, line);
  }
  return marks.toSorted((a, b) => a.line - b.line)[0] ?? null;
}

/** The first order in the words of a note to editors that is not part of copy. */
export function findOrderInNote(texts: readonly string[]): HandlingMark | null {
  for (const text of texts) {
    const lines = linesOf(text);
    for (const each of [text, ...lines.map((line) => line.text)]) {
      const means = orderIn(each.slice(0, 4000), 'note');
      if (means !== null) return { means, text: each.slice(0, 200), line: 1 };
    }
  }
  return null;
}

/** An order between the dateline and the text on the same line, or in the text itself. */
function orderBehindDateline(text: string): string | null {
  const [opening = ''] = /^.{4,200}?(?:[.!?:;)\]]|\s[-–—]{1,2}\s|\/{2,}|\*{2,})(?=\s|$)/u.exec(text) ?? [];
  const isText = opening === '' || isProse({ text: opening, number: 0, indent: 0, opens: true });
  return (isText ? null : orderIn(opening, isNote(opening) ? 'note' : 'line')) ?? orderIn(text, 'prose');
}

/** The indexes of the first and the last line of the text, in which `prose` says what is a paragraph. */
export function textOf(lines: readonly Line[]): { start: number; end: number } {
  const dateline = lines.slice(0, 25).findIndex((line, index) => index > 0 && readDateline(line.text) !== null);
  const end = lines.findLastIndex(isProse);
  const below = lines.findIndex((line, index) => index > Math.max(0, dateline) && isProse(line));
  const isAlone = dateline >= 0 && readDateline(lines[dateline]?.text ?? '')?.rest === '';
  const text = isAlone || dateline < 0 ? below : dateline;
  const start = text >= 0 ? text : dateline >= 0 ? dateline : lines.length;
  return { start, end: Math.max(end, start) };
}

/** Whether a line can be read by itself: it is not in the middle of a wrapped paragraph. */
function opensUnit(lines: readonly Line[], index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (!before || !line || line.opens) return true;
  return (
    /[.!?:"”’')*=/#\]-]$/.test(before.text) ||
    before.text.length < 45 ||
    line.indent !== before.indent ||
    (/\p{Lu}{4}/u.test(line.text) && !/\p{Ll}/u.test(line.text)) ||
    isNote(line.text)
  );
}

/** A line together with the next one, and with the next two: an order can be on more than one line, or be broken in a word. */
function joinedWith(lines: readonly Line[], index: number, text: string): string[] {
  const end = [1, 2, 3].findIndex((after) => isInformationForEditors(lines, index + after));
  const next = lines.slice(index + 1, index + 1 + (end < 0 ? 3 : end)).map((line) => line.text);
  const joined: string[] = [];
  for (let count = 1; count <= next.length; count += 1) {
    const all = [text, ...next.slice(0, count)];
    joined.push(all.join(' '));
    if (/\p{L}-$/u.test(text))
      joined.push(
        all.reduce((left, right) => (/\p{L}-$/u.test(left) ? left.slice(0, -1) + right : `${left} ${right}`)),
      );
  }
  return joined.filter((each) => each.length <= LONGEST_LINE);
}

/**
 * Whether a line opens the block of information for editors that some agencies send below the text. It is no order: the
 * import leaves the block out.
 */
const isInformationForEditors = (lines: readonly Line[], index: number): boolean =>
  index > 2 &&
  NOT_FOR_PUBLICATION.test(lines[index]?.text ?? '') &&
  /^(?:\*\s*){3,}$/.test(lines[index - 1]?.text ?? '');
