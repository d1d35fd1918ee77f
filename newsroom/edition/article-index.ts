import type { ListKind } from '../model/collection.ts';
import type { RevisionState } from '../history/published.ts';
import { printInstant, type Instant } from '../model/instant.ts';
import { compareText } from '../model/problem.ts';
import { precedence } from '../store/schema.ts';
import { numberOf, textOf, type Row } from '../store/store.ts';
import { visible, wasPublic } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import type { DayCount } from './counts.ts';
import { pictureSize } from './pictures.ts';
import type { Story } from './public.ts';
import { storedIn, storyFrom, substanceChanged } from './stories.ts';

/** A public article with what a list of addresses says about it. */
export interface ListedStory {
  story: Story;
  /** When its substance last changed. */
  changed: Instant;
  /** The pictures that it shows, by their paths. */
  pictures: string[];
}

/** An address at which the public sees something else than at an earlier instant. */
export interface Change {
  address: string;
  /** `gone` where it does not show the article any more: withdrawn, expired, or moved to another address. */
  kind: 'added' | 'changed' | 'gone';
}

/** Killed articles of a list, at most. */
const mostKilled = 100;

/** The articles of an edition as programs read them: by the month, with their changes, and with those that are gone. */
export class ArticleIndex {
  readonly #context: EditionContext;

  constructor(context: EditionContext) {
    this.#context = context;
  }

  /** The days whose `YYYY/MM/DD` begins with `prefix`, oldest first. */
  days(prefix: string): DayCount[] {
    const context = this.#context;
    return context.counts.days(prefix, (row) => Date.parse(substanceChanged(context, row, storedIn(row))));
  }

  /** Public articles of the days of a month, `YYYY/MM`, by their position from the oldest; oldest first. */
  ofMonth(month: string, offset: number, size: number): ListedStory[] {
    const context = this.#context;
    const { store, now, dependencies } = context;
    dependencies.add('anything');
    return store
      .all(
        `SELECT file, detail FROM article JOIN (
           SELECT article, slug AS listed_day, published AS listed_at, address AS listed_address FROM membership
           WHERE kind = 'day' AND slug >= :first AND slug < :end AND ${visible}
           ORDER BY slug, published, address LIMIT :size OFFSET :offset
         ) ON article = key ORDER BY listed_day, listed_at, listed_address`,
        { first: `${month}/`, end: `${month}/~`, now, size, offset },
      )
      .map((row) => {
        const stored = storedIn(row);
        const pictures = store
          .all("SELECT DISTINCT target FROM reference WHERE file = ? AND kind = 'picture'", textOf(row, 'file'))
          .map((named) => textOf(named, 'target'))
          .filter((src) => pictureSize(context, src) !== undefined);
        return { story: storyFrom(context, stored), changed: substanceChanged(context, row, stored), pictures };
      });
  }

  /**
   * Articles that were added, changed or gone after an instant (in milliseconds), by address: by their gates, by what they
   * or git say of their changes, and by what compiles of this store found changed, hidden or gone. What stayed hidden all
   * the time is not among them.
   */
  changesSince(since: number): Change[] {
    const { store, now, dependencies } = this.#context;
    dependencies.add('anything');
    const rows = [
      'SELECT address FROM article WHERE opens > :since AND opens <= :now',
      'SELECT address FROM article WHERE closes > :since AND closes <= :now AND opens < closes',
      'SELECT address FROM public_change WHERE at > :since AND at <= :now',
      'SELECT address FROM article WHERE changed > :since AND opens <= :now',
    ].flatMap((sql) => store.all(sql, { since, now }));
    const addresses = new Set(rows.map((row) => textOf(row, 'address')));
    return [...addresses].toSorted(compareText).flatMap((address) => this.#changeAt(address, since) ?? []);
  }

  #changeAt(address: string, since: number): Change | undefined {
    const context = this.#context;
    const { store, now, visibility } = context;
    const row = store.get(`SELECT * FROM article WHERE address = ? ${precedence} LIMIT 1`, address);
    const recorded = store.get('SELECT at FROM public_change WHERE address = ?', address)?.['at'];
    const isRecorded = typeof recorded === 'number' && since < recorded && recorded <= now;
    // Compiles record the changes of all titles. Where no article is left, or no title carries it, nobody knows which of
    // them had it.
    if (!row && store.get('SELECT 1 FROM main.article WHERE address = ? AND titles <> 0', address)) return undefined;
    if (!row || !visibility.shows(row, now)) {
      const closed = row && numberOf(row, 'closes') > since && wasPublic(row, now) && row['status'] === null;
      return isRecorded || closed ? { address, kind: 'gone' } : undefined;
    }
    if (numberOf(row, 'opens') > since) return { address, kind: 'added' };
    const changed = Date.parse(substanceChanged(context, row, storedIn(row))) > since;
    return changed || isRecorded ? { address, kind: 'changed' } : undefined;
  }

  /** Since when this store has recorded what compiles changed, in milliseconds. It knows nothing of earlier edits. */
  get knownSince(): number | undefined {
    const first = this.#context.store.meta('first_compile');
    return first === undefined ? undefined : Number(first);
  }

  /**
   * Articles of a list that were public and were killed, of those published at `since` (in milliseconds) or later, the
   * newest of them: their ids, and none of their words. `at` is when they were withdrawn.
   */
  killedSince(kind: ListKind, slug: string, since: number): { id: string; at: Instant }[] {
    const { store, now, dependencies } = this.#context;
    // One that is killed now is in the list again, hidden.
    dependencies.add(`list ${kind} ${slug}`);
    const killed = store.all(
      `SELECT article.* FROM membership JOIN article ON article = key
       WHERE membership.kind = :kind AND membership.slug = :slug AND membership.published >= :since AND status = 'killed'
       ORDER BY membership.published DESC, membership.address DESC LIMIT ${mostKilled}`,
      { kind, slug, since },
    );
    // When each was withdrawn is in tables of which no view has a name.
    if (killed.length > 0) dependencies.add('anything');
    return killed
      .filter((row) => wasPublic(row, now))
      .map((row) => ({ id: storedIn(row).id, at: withdrawnAt(this.#context, row) }));
  }
}

/**
 * When an article was withdrawn that is killed: by git, else by the compile that saw it, else by the date of its file. It is
 * no earlier than its last change, or readers of a feed would think that the article came back after that.
 */
function withdrawnAt(context: EditionContext, article: Row): Instant {
  const { store, now } = context;
  const changed = substanceChanged(context, article, storedIn(article));
  const compiled = store.get('SELECT at FROM public_change WHERE address = ?', textOf(article, 'address'));
  const file = store.get('SELECT path, hash, modified FROM file WHERE path = ?', textOf(article, 'file'));
  const dates = [file && committedAt(context, file), compiled?.['at'], file?.['modified']];
  const found = dates.find((date) => typeof date === 'number' && Date.parse(changed) <= date && date <= now);
  return typeof found === 'number' ? printInstant(found) : changed;
}

/** When the present state of a hidden file was committed, or the first of the hidden states before it. Milliseconds. */
function committedAt({ store }: EditionContext, file: Row): number | undefined {
  const sql = 'SELECT at, blob, state FROM revision WHERE file = ? ORDER BY key DESC';
  const rows = store.all(sql, textOf(file, 'path'));
  if (rows[0]?.['blob'] !== file['hash']) return undefined;
  const before = rows.findIndex((row, index) => index > 0 && !isHidden(row));
  const first = rows.at(before - 1);
  return first && Date.parse(textOf(first, 'at'));
}

function isHidden({ state }: Row): boolean {
  const read: RevisionState | undefined = typeof state === 'string' ? JSON.parse(state) : undefined;
  return read?.type === 'hidden';
}
