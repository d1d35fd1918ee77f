/** A text of a corpus, without all that would give the answer away. */
export interface TextDocument {
  /** Milliseconds since 1970. */
  at: number;
  /** Empty where the corpus has none. */
  headline: string;
  standfirst?: string;
  /** Plain text: paragraphs with an empty line between them. */
  body: string;
  /** Slugs. */
  topics: string[];
}

/** Documents among which others are found, oldest first, and the measures on them. */
export interface Archive {
  name: string;
  documents: TextDocument[];
  measures: Measure[];
}

/** One column of the table: the mean of `value` over the queries. */
export interface Measure {
  title: string;
  /** Positions of documents. */
  queries: number[];
  /** Whether only documents count that are older than the query. */
  older: boolean;
  /** From 0 to 1. `list` holds positions of other documents, best first, at most `longestList`. */
  value: (query: number, list: readonly number[]) => number;
}

/** A way to find related documents. */
export interface Method {
  name: string;
  /** Reads an archive. Call the function that it returns for the list of each query. */
  open: (documents: readonly TextDocument[]) => Promise<Lists>;
}

/** The list of a document: positions of other documents, best first. `older`: of older documents only. */
export type Lists = (query: number, older: boolean) => readonly number[];

/** Lists end here. */
export const longestList = 10;

/** All that a reader sees of it. */
export function textOf({ headline, standfirst = '', body }: TextDocument): string {
  return `${headline}\n${standfirst}\n${body}`;
}

/** The slug of an English name. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The positions of the values for which `holds` is true. */
export function positions<T>(values: readonly T[], holds: (value: T, position: number) => boolean): number[] {
  return [...values.keys()].filter((position) => {
    const value = values[position];
    return value !== undefined && holds(value, position);
  });
}

/** How many of the first `places` of a list are hits, divided by `places`: a short list has misses at its end. */
export function shareOfFirst(list: readonly number[], places: number, isHit: (position: number) => boolean): number {
  return list.slice(0, places).filter(isHit).length / places;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text. One that ends with an initial or a title goes on. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of sentences.segment(text)) {
    open += segment;
    if (/\b(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Gen|Lt|Col|Sen|Rep|Gov|No|vs)\.\s*$/u.test(open) && !segment.includes('\n'))
      continue;
    if (open.trim() !== '') found.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') found.push(open.trim());
  return found;
}
