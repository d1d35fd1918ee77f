import { Chance } from '../../bench/random.ts';

/** Scripts in which canary words are written. In each of them, two marks that no text begins a word with open a canary. */
const scripts = {
  latin: { mark: 'qz', letters: 'abcdefghijklmnoprstuvwy' },
  cyrillic: { mark: 'щъ', letters: 'абвгдежзиклмнопрсту' },
  kana: { mark: 'ゑゐ', letters: 'かきくけこさしすせそたちつてとなにぬねのまみむめも' },
  arabic: { mark: 'ظغ', letters: 'بتجحدرسشصطعفقكلمنه' },
} as const;
export type Script = keyof typeof scripts;

/** Letters of a canary behind its mark. */
const length = 10;
/** A part of a canary counts from so many letters on: fewer can be in a hash by chance. */
const telling = 8;

/** The script of a canary. */
export function scriptOf(word: string): Script {
  for (const script of ['cyrillic', 'kana', 'arabic'] as const)
    if (word.startsWith(scripts[script].mark)) return script;
  return 'latin';
}

const pattern = new RegExp(
  Object.values(scripts)
    .map(({ mark, letters }) => `${mark}[${letters}]{${telling},${length}}`)
    .join('|'),
  'gu',
);

/**
 * Canary words: each is made once, is in one place of a newsroom, and belongs to no language. Letters only, in lower
 * case, so that it is its own slug.
 */
export class Words {
  /** What each word means, in words: `headline of /2026/03/01/x`. */
  readonly meanings = new Map<string, string>();
  readonly #parts = new Map<string, string[]>();
  readonly #chance: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  mint(script: Script, meaning: string): string {
    const { mark, letters } = scripts[script];
    let word = mark;
    while (word.length < mark.length + length) word += letters.charAt(this.#chance.below(letters.length));
    if (this.meanings.has(word)) return this.mint(script, meaning);
    this.meanings.set(word, meaning);
    for (let size = telling; size < length; size += 1) {
      const part = word.slice(0, mark.length + size);
      this.#parts.set(part, [...(this.#parts.get(part) ?? []), word]);
    }
    return word;
  }

  /** The canaries that a text shows, or shows the beginning of. The text must be in lower case. */
  in(text: string): Set<string> {
    const found = new Set<string>();
    for (const [word] of text.matchAll(pattern)) {
      if (this.meanings.has(word)) found.add(word);
      else for (const whole of this.#parts.get(word) ?? []) found.add(whole);
    }
    return found;
  }
}
