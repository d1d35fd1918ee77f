import type { Site } from '../model/collection.ts';
import { normalPath } from '../model/path.ts';
import { problem, type Problem } from '../model/problem.ts';
import { standingOrder } from '../store/schema.ts';
import { seenAt } from '../store/seen.ts';
import { numberOf, openStore, textOf, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Touched } from './writer.ts';

/**
 * Remembers which addresses were public at some compile, and finds those that vanished from the folder since. An
 * address counts once the gates of its article had opened while a compile knew it: nothing that stayed hidden is kept.
 */
export class PublicMemory {
  readonly #store: Store;
  readonly #now: number;
  /** The instant of the compile before. */
  #before: number | undefined;
  #learnt = false;
  /** Articles that are hidden again because the clock stands before the last compile. */
  hiddenAgain = 0;

  constructor(store: Store, now: number) {
    this.#store = store;
    this.#now = now;
    const before = store.meta('looked');
    this.#before = before === undefined ? undefined : Number(before);
  }

  /** Takes the memory of another store of the same newsroom along, where there is one. */
  copyFrom(data: string): void {
    for (const row of this.#rowsOf(data)) {
      const { vanished } = row;
      const sql = 'INSERT OR IGNORE INTO once_public VALUES (?, ?, ?, ?)';
      const since = typeof vanished === 'number' ? vanished : null;
      this.#store.run(sql, textOf(row, 'address'), textOf(row, 'file'), textOf(row, 'id'), since);
    }
  }

  #rowsOf(data: string): Record<string, unknown>[] {
    let other: Store | undefined;
    try {
      other = openStore(data);
      if (other.meta('content') !== this.#store.meta('content')) return [];
      const open = 'SELECT address, file, id FROM article WHERE opens <= ? AND opens < closes';
      const looked = other.meta('looked');
      if (looked !== undefined) this.#before = Number(looked);
      return [...other.all('SELECT * FROM once_public'), ...other.all(open, this.#now)];
    } catch {
      // A store that is not there, is damaged or is just being made remembers nothing that could be asked for.
      return [];
    } finally {
      other?.close();
    }
  }

  /** Before content is read: what opened since the last compile was public, even if its file is gone by now. */
  begin(): void {
    if (this.#before === undefined) return;
    const since = 'opens > ? AND opens <= ?';
    this.#learnt =
      this.#store.get(`SELECT 1 FROM article WHERE ${since} LIMIT 1`, this.#before, this.#now) !== undefined;
    if (this.#before > this.#now) {
      const sql = 'SELECT count(*) AS n FROM article WHERE opens > ? AND opens <= ?';
      this.hiddenAgain = numberOf(this.#store.get(sql, this.#now, this.#before), 'n');
    }
    if (this.#learnt) this.#store.run(remembering(since), this.#before, this.#now);
  }

  /** After content was read. `whole`: look at every address, not only at those that the compile has touched. */
  end(touched: Touched, whole: boolean): void {
    const released = this.#released();
    const everything = whole || touched.site;
    const gone = everything
      ? `SELECT address FROM once_public WHERE vanished IS NOT NULL
         OR NOT (EXISTS (SELECT 1 FROM article WHERE article.address = once_public.address)
           OR EXISTS (SELECT 1 FROM alias WHERE alias.address = once_public.address))`
      : 'SELECT address FROM once_public WHERE vanished IS NOT NULL';
    const addresses = new Set(this.#store.all(gone).map((row) => textOf(row, 'address')));
    if (!everything) for (const address of [...touched.addresses, ...touched.aliases]) addresses.add(address);
    for (const address of addresses) this.#judge(address, released);

    if (whole) this.#store.run(remembering('opens <= ?'), this.#now);
    else
      for (const address of touched.addresses)
        this.#store.run(remembering('address = ? AND opens <= ?'), address, this.#now);
    if (whole && this.#store.meta('begun') === undefined)
      this.#store.run("INSERT INTO meta VALUES ('begun', ?)", String(this.#now));
    // Of what a new store found, nobody knows since when it is so.
    if (!whole) this.#noteChanges(touched);
    // A compile that changes nothing leaves the store as it is, so that no page has to be looked at again.
    if (whole || this.#learnt || touched.files.size > 0)
      this.#store.run("INSERT OR REPLACE INTO meta VALUES ('looked', ?)", String(this.#now));
  }

  /** Notes where the public sees something else than before. What was hidden and is hidden still is no news. */
  #noteChanges({ addresses, shown }: Touched): void {
    const seen = `SELECT 1 FROM article WHERE address = ? AND ${seenAt('?')}`;
    for (const address of new Set([...addresses, ...shown]))
      if (shown.has(address) || this.#store.get(seen, address, this.#now, this.#now))
        this.#store.run('INSERT OR REPLACE INTO public_change VALUES (?, ?)', address, this.#now);
  }

  #judge(address: string, released: ReadonlySet<string>): void {
    const store = this.#store;
    const known = store.get('SELECT * FROM once_public WHERE address = ?', address);
    if (!known) return;
    const file = textOf(known, 'file');
    const answers =
      released.has(address) ||
      store.get('SELECT 1 FROM article WHERE address = ?', address) !== undefined ||
      store.get('SELECT 1 FROM alias WHERE address = ?', address) !== undefined;
    const { vanished: noted } = known;
    if (answers && noted === null) return;
    store.run('DELETE FROM problem WHERE file = ? AND across = 2', file);
    const vanished = answers ? null : typeof noted === 'number' ? noted : (this.#before ?? this.#now);
    store.run('UPDATE once_public SET vanished = ? WHERE address = ?', vanished, address);
    if (vanished === null) return;
    const found = this.#problemOf(address, file, vanished, textOf(known, 'id'));
    store.run('INSERT INTO problem VALUES (?, 2, ?)', file, JSON.stringify(found));
  }

  #problemOf(address: string, file: string, vanished: number, id: string): Problem {
    const at = new Date(vanished).toISOString().replace(/\.\d+/, '');
    const message = `The address ${address} was public and is gone from the folder; it was last compiled at ${at}.`;
    const moved = this.#store.get(`SELECT file, detail FROM article WHERE id = ? ${standingOrder} LIMIT 1`, id);
    if (moved) {
      const { aliases }: StoredArticle = JSON.parse(textOf(moved, 'detail'));
      return problem(
        'address-vanished',
        { file },
        {
          message,
          why: 'The article has moved, and only this store knows it: a new one would answer that there is no page.',
          fix: `Write this line in ${textOf(moved, 'file')}: \`aliases: [${[...aliases, address].join(', ')}]\``,
        },
      );
    }
    return problem(
      'address-vanished',
      { file },
      {
        message,
        why: 'An address that readers and search engines know answers for ever; this one says that there is no page.',
        fix: `Put the file back, if need be with \`status: killed\`; or write \`aliases: [${address}]\` in the article that takes its place; or give the address up in site.yaml: \`released: [${address}]\`.`,
      },
    );
  }

  #released(): Set<string> {
    const row = this.#store.get("SELECT value FROM standing WHERE kind = 'site'");
    const site: Site | undefined = row && JSON.parse(textOf(row, 'value'));
    return new Set(site?.released.flatMap((address) => normalPath(address) ?? []));
  }
}

/** Notes the addresses of articles that are, or were, public. What never could be seen does not count. */
function remembering(where: string): string {
  return `INSERT INTO once_public (address, file, id)
    SELECT address, file, id FROM article WHERE ${where} AND opens < closes
    ON CONFLICT (address) DO UPDATE SET file = excluded.file, id = excluded.id`;
}
