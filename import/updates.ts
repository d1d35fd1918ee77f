import { isRecord } from './article-file.ts';
import type { LogEntry, Problem, Story } from './imported-article.ts';

/** What happens to an article when its source, which knows it by its id, sends it again or takes it back. */

/** An article file taken apart. */
export interface ArticleParts {
  fields: Record<string, unknown>;
  body: string;
}

/** What an editor is told. */
export type Told = Pick<Problem, 'code' | 'severity' | 'message' | 'why' | 'fix'> & { field: string };

/** The article as it is to be, or why it stays as it is. */
export type Renewal =
  | { action: 'update' | 'hold'; article: ArticleParts; log: LogEntry[]; told?: Told }
  | { action: 'skip'; log: LogEntry[] }
  | { action: 'fail'; told: Told };

/** Stands as `reason` in an article that its source holds back: what the source has held, the source may release. */
const heldReason = 'Held back by its source.';
const killedReason = 'Withdrawn by its source.';

/** A new version of an article. What an editor added stays, and what an editor has set aside is not brought back. */
export function renewed({ fields: before }: ArticleParts, story: Story): Renewal {
  if (before['status'] === 'killed') return { action: 'fail', told: staysKilled };
  const last = instantIn(before, 'updated') ?? instantIn(before, 'published') ?? 0;
  if (story.version !== undefined && Date.parse(story.version) < last)
    return { action: 'skip', log: [{ rule: 'version-older', text: story.version }] };
  const log: LogEntry[] = [];
  // An article's day is that of its address, which never changes.
  const { published: _day, status, ...stated } = story.fields;
  const fields: Record<string, unknown> = { ...before, ...stated };
  const embargo = instantIn(before, 'embargo');
  if (embargo !== undefined && story.fields.embargo !== undefined && embargo > Date.parse(story.fields.embargo)) {
    fields['embargo'] = before['embargo'];
    log.push({ rule: 'embargo-kept', text: String(before['embargo']) });
  }
  const { version, fields: told } = story;
  // A source that tells one date alone tells that of the version: the first one's stays the day of publication.
  if (version !== undefined && Date.parse(version) > last && !told.corrections?.some(({ at }) => at === version))
    fields['updated'] = version;
  const corrections = correctionsIn(before, story);
  if (corrections.length > 0) fields['corrections'] = corrections;
  const article = { fields, body: story.body };
  if (status === 'withheld') return { action: 'hold', article: held(article), log };
  if (before['status'] !== 'withheld') return { action: 'update', article, log };
  if (before['reason'] !== heldReason) return { action: 'update', article, log, told: staysWithheld };
  const { status: _status, reason: _reason, ...released } = fields;
  log.push({ rule: 'hold-released', text: heldReason });
  return { action: 'update', article: { ...article, fields: released }, log };
}

/** An article held back by its source: nobody may see it until the source or an editor releases it. */
export function held({ fields, body }: ArticleParts): ArticleParts {
  // What an editor has set aside stays the editor's to release.
  return fields['status'] === undefined
    ? { fields: { ...fields, status: 'withheld', reason: heldReason }, body }
    : { fields, body };
}

/** An article withdrawn by its source. */
export function killed({ fields, body }: ArticleParts): ArticleParts {
  return fields['status'] === 'killed'
    ? { fields, body }
    : { fields: { ...fields, status: 'killed', reason: killedReason }, body };
}

/** The source's corrections, and those that an editor added, by their time. */
function correctionsIn(before: Record<string, unknown>, { fields }: Story): unknown[] {
  const stated: unknown[] = fields.corrections ?? [];
  const texts = new Set((fields.corrections ?? []).map(({ text }) => text));
  const own = Array.isArray(before['corrections']) ? before['corrections'] : [];
  const kept = own.filter((each: unknown) => isRecord(each) && !texts.has(String(each['text'])));
  return kept.length === 0 ? stated : [...stated, ...kept].toSorted((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0));
}

const timeOf = (correction: unknown): number | undefined =>
  isRecord(correction) ? instantIn(correction, 'at') : undefined;

function instantIn(fields: Record<string, unknown>, name: string): number | undefined {
  const value = fields[name];
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

const staysKilled: Told = {
  code: 'story-killed',
  severity: 'error',
  field: 'status',
  message: 'The article was killed.',
  why: 'What was taken back from readers does not come back by itself.',
  fix: 'Take `status` and `reason` out of its file, where it is to be public again, and import it once more.',
};
const staysWithheld: Told = {
  code: 'story-withheld',
  severity: 'warning',
  field: 'status',
  message: 'The article is renewed, and stays withheld.',
  why: 'An editor withheld it; its source does not know why.',
  fix: 'Take `status: withheld` out of its file to release it.',
};

/** An order about a story that is not here. */
export const unknownStory = (id: string): Told => ({
  code: 'story-unknown',
  severity: 'error',
  field: 'uri',
  message: `No article has the id “${id}”.`,
  why: 'The story may be here under another name: whoever ordered it to be taken back counts on its being gone.',
  fix: 'Look for the story, and write `status: killed` or `status: withheld` into its file.',
});
