import type { Store } from './store.ts';

/**
 * Has a connection read what one title carries, and nothing else: views take the places of the tables that say which articles
 * there are. So no statement of an edition can forget the title. Tables with their full names, such as `main.article`, have
 * all titles. A title that does not exist carries nothing. Without a name it is the first title; in a newsroom that has no
 * titles, that is the whole newsroom.
 *
 * The title is looked up by each statement, because a compile may give it another number.
 */
export function showTitle(store: Store, name: string | undefined): void {
  const which = name === undefined ? 'number = 1' : `name = ${quoted(name)}`;
  const lists = `(SELECT coalesce(max(lists), -1) FROM main.title WHERE ${which})`;
  store.database.exec(`PRAGMA temp_store = MEMORY;
    CREATE TEMP VIEW title_shown AS SELECT * FROM main.title WHERE ${which};
    CREATE TEMP VIEW article AS SELECT * FROM main.article WHERE titles & (SELECT coalesce(max(bit), 0) FROM main.title WHERE ${which});
    CREATE TEMP VIEW membership AS SELECT * FROM main.membership WHERE title = ${lists};
    CREATE TEMP VIEW list_count AS SELECT * FROM main.list_count WHERE title = ${lists};
    CREATE TEMP VIEW correction AS SELECT * FROM main.correction WHERE article IN (SELECT key FROM temp.article)`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
