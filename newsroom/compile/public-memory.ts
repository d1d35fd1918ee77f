import type { OwnAddresses } from '../model/own-addresses.ts';
import { printInstant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { problem, type Problem } from '../model/problem.ts';
import { isOnThisMachine } from '../model/web-address.ts';
import { precedence } from '../store/schema.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import { addressOf, fileAt } from './collisions.ts';
import { filesNamed, refusedFile } from './refused-files.ts';
import type { Touched } from './writer.ts';

/**
 * Records which addresses were public at some compile, and finds those that have vanished from the folder since. An
 * address is recorded once the gates of its article had opened while a compile knew it: one that stayed hidden never is.
 * Topics, people, storylines and pages of the newsroom are recorded in the same way, when a compile finds them public.
 * While the address of the site is one of this machine, no reader knows it, so what is deleted is forgotten.
 */
export class PublicMemory {
  readonly #store: Store;
  readonly #now: number;
  readonly #siteUrl: string | undefined;
  /** The instant of the previous compile. */
  #before: number | undefined;
  /** Whether an article opened since then. */
  #opened = false;
  /** Articles that are hidden again because the clock shows an earlier instant than the last compile. */
  hiddenAgain = 0;

  /** `now` in milliseconds. `siteUrl`: the address of the site, where it is not that of `site.yaml`. */
  constructor(store: Store, now: number, siteUrl?: string) {
    this.#store = store;
    this.#now = now;
    this.#siteUrl = siteUrl;
    const before = store.meta('last_compile');
    this.#before = before === undefined ? undefined : Number(before);
  }

  /** Before content is read: what has opened since the last compile was public, even if its file is gone by now. */
  begin(): void {
    const before = this.#before;
    if (before === undefined) return;
    const opened = 'opens > :before AND opens <= :now';
    const span = { before, now: this.#now };
    this.#opened = this.#store.get(`SELECT 1 FROM article WHERE ${opened} LIMIT 1`, span) !== undefined;
    if (before > this.#now) {
      const sql = 'SELECT count(*) AS n FROM article WHERE opens > :now AND opens <= :before';
      this.hiddenAgain = numberOf(this.#store.get(sql, span), 'n');
    }
    if (this.#opened) this.#store.run(recordWhere(opened), span);
  }

  /**
   * After content was read. `all`: check every address, not only those that the compile has touched. `own`: the addresses
   * that the site answers itself, which are never those of a page of the newsroom.
   */
  end(touched: Touched, all: boolean, own?: OwnAddresses): void {
    const now = this.#now;
    const site = this.#site();
    const released = new Set(site?.released);
    const urls = [site?.url, this.#siteUrl].filter((url) => url !== undefined);
    const isTrial = site !== undefined && urls.every(isOnThisMachine);
    const everything = all || touched.site || touched.unread;
    const gone = everything
      ? `SELECT address FROM once_public WHERE vanished IS NOT NULL
         OR NOT (EXISTS (SELECT 1 FROM article WHERE article.address = once_public.address)
           OR EXISTS (SELECT 1 FROM reference WHERE kind = 'alias' AND target = once_public.address))`
      : 'SELECT address FROM once_public WHERE vanished IS NOT NULL';
    const addresses = new Set(this.#store.all(gone).map((row) => textOf(row, 'address')));
    if (!everything) for (const address of [...touched.addresses, ...touched.aliases]) addresses.add(address);
    for (const address of addresses) this.#check(address, released, isTrial);

    if (all) this.#store.run(recordWhere('opens <= :now'), { now });
    else
      for (const address of touched.addresses)
        this.#store.run(recordWhere('address = :address AND opens <= :now'), { address, now });
    if (all || this.#opened || touched.files.size > 0) this.#recordEntities(own);
    if (all && this.#store.meta('first_compile') === undefined)
      this.#store.run("INSERT INTO meta VALUES ('first_compile', ?)", String(now));
    // Of what a new store finds, nobody knows since when it is so.
    if (!all) this.#recordChanges(touched);
    // A compile that changes nothing leaves the store as it is, so that no page has to be checked again.
    if (all || this.#opened || touched.files.size > 0)
      this.#store.run("INSERT OR REPLACE INTO meta VALUES ('last_compile', ?)", String(now));
  }

  /** Records the addresses of topics, people, storylines and pages of the newsroom that are public, and were not before. */
  #recordEntities(own: OwnAddresses | undefined): void {
    for (const row of this.#store.all(publicEntities, { now: this.#now })) {
      const file = textOf(row, 'file');
      const address = addressOf(file);
      if (row['kind'] === 'page' && own?.taken.test(address)) continue;
      this.#store.run("INSERT OR IGNORE INTO once_public (address, file, id) VALUES (?, ?, '')", address, file);
    }
  }

  /** Records where the public sees something else than before. What was hidden and still is, is no change. */
  #recordChanges({ addresses, shown }: Touched): void {
    const now = this.#now;
    const sql = `SELECT 1 FROM article WHERE address = :address AND ${visible}`;
    for (const address of new Set([...addresses, ...shown]))
      if (shown.has(address) || this.#store.get(sql, { address, now }))
        this.#store.run('INSERT OR REPLACE INTO public_change VALUES (?, ?)', address, now);
  }

  /**
   * Finds out whether an address that was public is still in the folder, and reports it where it is not. A file with an
   * error has its address and its aliases, whether an earlier version of it is in this store or not.
   */
  #check(address: string, released: ReadonlySet<string>, isTrial: boolean): void {
    const store = this.#store;
    const known = store.get('SELECT * FROM once_public WHERE address = ?', address);
    if (!known) return;
    const file = textOf(known, 'file');
    const isThere =
      released.has(address) ||
      fileAt(store, address) !== undefined ||
      // Its name may be written decomposed.
      store.get('SELECT 1 FROM entity_file WHERE file = ?', file) !== undefined ||
      store.get("SELECT 1 FROM reference WHERE kind = 'alias' AND target = ? LIMIT 1", address) !== undefined ||
      refusedFile(store, [file, ...filesNamed('article', address)]) !== undefined;
    const { vanished: recorded } = known;
    if (isThere && recorded === null) return;
    store.run("DELETE FROM problem WHERE file = ? AND scope = 'vanished'", file);
    if (!isThere && isTrial) {
      store.run('DELETE FROM once_public WHERE address = ?', address);
      return;
    }
    const vanished = isThere ? null : typeof recorded === 'number' ? recorded : (this.#before ?? this.#now);
    store.run('UPDATE once_public SET vanished = :vanished WHERE address = :address', { vanished, address });
    if (vanished === null) return;
    const found = this.#problemOf(address, file, vanished, textOf(known, 'id'));
    store.run("INSERT INTO problem VALUES (?, 'vanished', ?)", file, JSON.stringify(found));
  }

  #problemOf(address: string, file: string, vanished: number, id: string): Problem {
    const at = printInstant(vanished);
    const message = `The address ${address} was public and is gone from the folder; it was last compiled at ${at}.`;
    const moved =
      this.#store.get(`SELECT file FROM article WHERE id = ? ${precedence} LIMIT 1`, id) ??
      this.#store.get("SELECT file FROM reference WHERE kind = 'id' AND target = ? ORDER BY file LIMIT 1", id);
    if (moved) {
      const rows = this.#store.all(
        "SELECT target FROM reference WHERE file = ? AND kind = 'alias' ORDER BY line, column",
        textOf(moved, 'file'),
      );
      const aliases = rows.map((row) => textOf(row, 'target'));
      return problem(
        'address-vanished',
        { file },
        {
          message,
          why: 'The article has moved, and only this store knows it: a new store would answer that there is no page.',
          fix: `Write this line in ${textOf(moved, 'file')}: \`aliases: [${[...aliases, address].map(quoted).join(', ')}]\``,
        },
      );
    }
    const isArticle = id !== '';
    return problem(
      'address-vanished',
      { file },
      {
        message,
        why: 'An address that readers and search engines know must always answer; this one says that there is no page.',
        fix: `Put the file back${isArticle ? ', if need be with `status: killed`' : ''}; or write \`aliases: [${quoted(address)}]\` in the ${isArticle ? 'article that takes its place' : 'file that takes its place, such as the renamed one'}; or give the address up in site.yaml: \`released: [${address}]\`.`,
      },
    );
  }

  #site(): Site | undefined {
    const row = this.#store.get("SELECT value FROM entity WHERE kind = 'site'");
    return row && JSON.parse(textOf(row, 'value'));
  }
}

/** An address as an item of a list in YAML. */
function quoted(address: string): string {
  return /^[\p{L}\p{M}\p{N}/._?=&-]+$/u.test(address) ? address : JSON.stringify(address);
}

/**
 * Files of topics, people, storylines and pages that are public at `:now` and are not recorded yet. A page needs no article;
 * anything else is public once an article that names it has opened. Without `own.`, `file` would be that of the record, and all of
 * the record would be read for each of them.
 */
const publicEntities = `SELECT file, kind FROM entity_file AS own WHERE kind IN ('topic', 'person', 'storyline', 'page')
  AND NOT EXISTS (SELECT 1 FROM once_public WHERE address =
    CASE own.kind WHEN 'page' THEN '/' ELSE '/' || substr(own.file, 1, instr(own.file, '/')) END || own.slug)
  AND CASE kind WHEN 'page' THEN json_extract(value, '$.status') IS NULL
    ELSE EXISTS (SELECT 1 FROM membership
      WHERE membership.title = 0 AND membership.kind = own.kind AND membership.slug = own.slug AND opens <= :now AND opens < closes) END`;

/** Records the addresses of articles that are, or were, public. What could never be seen is left out. */
function recordWhere(condition: string): string {
  return `INSERT INTO once_public (address, file, id)
    SELECT address, file, id FROM article WHERE ${condition} AND opens < closes
    ON CONFLICT (address) DO UPDATE SET file = excluded.file, id = excluded.id`;
}
