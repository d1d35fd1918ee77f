import type { Edition } from '../newsroom/edition/edition.ts';
import { Editions } from '../newsroom/edition/open.ts';
import type { SisterTitle } from '../newsroom/edition/titles.ts';
import { printable } from '../newsroom/model/characters.ts';
import type { Settings } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

/** What the titles of a newsroom show at one instant. A newsroom that is one site is like a single title without a name. */
export class PresentTitles {
  /** In their order; none in a newsroom that is one site. */
  readonly all: readonly SisterTitle[];
  readonly #settings: Pick<Settings, 'data' | 'siteUrl'>;
  readonly #now: number;
  readonly #editions = new Map<string, Editions>();

  /** `now` in milliseconds. Throws `StoreMissing`. */
  constructor(settings: Pick<Settings, 'data' | 'siteUrl'>, now: number) {
    this.#settings = settings;
    this.#now = now;
    this.all = this.#of('').at(now, ({ titles }) => titles);
  }

  /** Calls `read` with the edition of a title, or of the first one, and with the title's name, if it has one. */
  at<T>(title: string | undefined, read: (edition: Edition, title: string | undefined) => T): T {
    const name = title ?? this.all[0]?.slug;
    return this.#of(name ?? '').at(this.#now, (edition) => read(edition, name));
  }

  /** The titles that a command is about which is about all of them: their names, or `undefined` for a newsroom that is one site. */
  meant(asked: string | undefined): (string | undefined)[] {
    if (asked !== undefined) return [asked];
    return this.all.length === 0 ? [undefined] : this.all.map(({ slug }) => slug);
  }

  /** Why there is no title of this name, as a sentence; `undefined` if there is one, or if none is asked for. */
  faultOf(asked: string | undefined): string | undefined {
    return titleFault(
      this.all.map(({ slug }) => slug),
      asked,
    );
  }

  close(): void {
    for (const editions of this.#editions.values()) editions.close();
  }

  #of(name: string): Editions {
    const { data, siteUrl } = this.#settings;
    const title = name === '' ? undefined : name;
    const editions = this.#editions.get(name) ?? Editions.in(data, { siteUrl, linkTarget, title });
    this.#editions.set(name, editions);
    return editions;
  }
}

/** Why a newsroom with titles of these names has none that is asked for, as a sentence; `undefined` if it has one, or if none is asked for. */
export function titleFault(names: readonly string[], asked: string | undefined): string | undefined {
  if (asked === undefined || names.includes(asked)) return undefined;
  return names.length === 0
    ? 'this newsroom has no titles: leave --title out. A title is a file under titles/ (docs/own-newsroom.md).'
    : `there is no title “${printable(asked)}”. The titles are: ${names.join(', ')}.`;
}
