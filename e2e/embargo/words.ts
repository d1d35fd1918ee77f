import { Chance } from '../../bench/random.ts';

/** The scripts of canaries. A canary begins with two letters with which no word of a text begins. */
const scripts = {
  latin: { mark: 'qz', letters: 'abcdefghijklmnoprstuvwy' },
  cyrillic: { mark: 'щъ', letters: 'абвгдежзиклмнопрсту' },
  kana: { mark: 'ゑゐ', letters: 'かきくけこさしすせそたちつてとなにぬねのまみむめも' },
  arabic: { mark: 'ظغ', letters: 'بتجحدرسشصطعفقكلمنه' },
} as const;
export type Script = keyof typeof scripts;

/** The number of letters of a canary after its mark. */
const length = 10;
/** The beginning of a canary counts as found from so many letters on: fewer may be in a hash by chance. */
const shortest = 8;

/** The script of a canary. */
export function scriptOf(word: string): Script {
  for (const script of ['cyrillic', 'kana', 'arabic'] as const)
    if (word.startsWith(scripts[script].mark)) return script;
  return 'latin';
}

const pattern = new RegExp(
  Object.values(scripts)
    .map(({ mark, letters }) => `${mark}[${letters}]{${shortest},${length}}`)
    .join('|'),
  'gu',
);

/**
 * Canaries: made-up words that belong to no language. Each is made once and is in one part of a newsroom. They are
 * letters in lower case, so that a canary is its own slug.
 */
export class Words {
  /** Which part of the newsroom each word is in, such as `headline of /2026/03/01/x`. */
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
    for (let size = shortest; size < length; size += 1) {
      const part = word.slice(0, mark.length + size);
      this.#parts.set(part, [...(this.#parts.get(part) ?? []), word]);
    }
    return word;
  }

  /** The canaries in a text, also those of which only the beginning is there. The text must be in lower case. */
  in(text: string): Set<string> {
    const found = new Set<string>();
    for (const [word] of text.matchAll(pattern)) {
      if (this.meanings.has(word)) found.add(word);
      else for (const canary of this.#parts.get(word) ?? []) found.add(canary);
    }
    return found;
  }
}
