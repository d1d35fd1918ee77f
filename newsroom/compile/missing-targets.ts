import { nearest } from '../intake/fields.ts';
import { isOwnAddress, type OwnAddresses } from '../model/own-addresses.ts';
import { problem, type Problem, type ProblemCode } from '../model/problem.ts';
import { textOf, type Row, type Store } from '../store/store.ts';
import { fixOfPicture } from './content-names.ts';
import { pickFields } from './picks.ts';
import { referencePosition } from './reference-position.ts';
import { filesNamed, refusedFile } from './refused-files.ts';

type Named = Exclude<Parameters<typeof filesNamed>[0], 'title'>;

const missing: Record<
  Named,
  { code: ProblemCode; what: (name: string) => string; why: string; fix: (name: string) => string }
> = {
  topic: {
    code: 'reference-missing',
    what: (name) => `There is no topic “${name}”.`,
    why: 'The article would belong to a topic that has no page.',
    fix: (name) => `Write topics/${name}.mdx with a title, or correct the name.`,
  },
  person: {
    code: 'reference-missing',
    what: (name) => `There is nobody with the name “${name}” under people/.`,
    why: 'Readers see no author.',
    fix: (name) => `Write people/${name}.mdx with a name, or correct the name.`,
  },
  storyline: {
    code: 'reference-missing',
    what: (name) => `There is no storyline “${name}”.`,
    why: 'A storyline has a page with its story so far.',
    fix: (name) => `Write storylines/${name}.mdx with a title, or correct the name.`,
  },
  picture: {
    code: 'picture-missing',
    what: (name) => `There is no picture images/${name}.`,
    why: 'It is left out of the page.',
    fix: (name) => fixOfPicture(name, 'picture') ?? 'Put the file there, or correct its path.',
  },
  font: {
    code: 'font-missing',
    what: (name) => `There is no font fonts/${name}.`,
    why: 'Text is shown in the next family instead.',
    fix: () => 'Put the file there, or correct its name.',
  },
  page: {
    code: 'reference-missing',
    what: (name) => `There is no page at /${name}.`,
    why: 'Readers who follow the link find no page.',
    fix: (name) => `Write pages/${name}.mdx with a title, or correct the address.`,
  },
  article: {
    code: 'related-missing',
    what: (name) => `There is no article at ${name}.`,
    why: 'The link would lead nowhere, and is left out.',
    fix: () => 'Correct the address, or remove the link.',
  },
};

/** Of a link to a picture. */
const missingFile: (typeof missing)[Named] = {
  code: 'picture-missing',
  what: (path) => `There is no picture ${path}.`,
  why: 'Readers who follow the link find nothing.',
  fix: () => 'Put the file there, or correct its path.',
};

function isNamed(kind: string): kind is Named {
  return kind in missing;
}

/** Whether a reference is a link, in a text or in a field. An old address is good enough for it. */
const isLink =
  "(field IS NULL OR field IN ('menu', 'footer', 'social', 'newsletter', 'tips', 'policies', 'contact', 'numbers', 'front.numbers'))";

/** Names in the files of the temporary table `checked` that lead nowhere, without picked articles. */
export function missingTargets(store: Store, site: OwnAddresses | undefined): Problem[] {
  const known = new KnownNames(store);
  return store
    .all(
      `SELECT file, kind, target, line, column, field FROM reference
       WHERE file IN checked AND kind NOT IN ('alias', 'series', 'id', 'focus', 'title', 'agency', 'host') AND (field IS NULL OR field NOT IN ${pickFields})
         AND NOT CASE kind
         WHEN 'picture' THEN EXISTS (SELECT 1 FROM picture WHERE src = target)
         WHEN 'article' THEN EXISTS (SELECT 1 FROM article WHERE address = target)
           OR EXISTS (SELECT 1 FROM alias WHERE address = target)
           OR (${isLink} AND EXISTS (SELECT 1 FROM entity_alias WHERE address = target))
         WHEN 'page' THEN EXISTS (SELECT 1 FROM entity WHERE kind = 'page' AND slug = target)
           OR EXISTS (SELECT 1 FROM picture WHERE 'images/' || src = target)
           OR EXISTS (SELECT 1 FROM alias WHERE address = '/' || target)
           OR EXISTS (SELECT 1 FROM entity_alias WHERE address = '/' || target)
         ELSE EXISTS (SELECT 1 FROM entity WHERE entity.kind = reference.kind AND slug = target)
           OR (${isLink} AND EXISTS (SELECT 1 FROM reference AS other WHERE other.kind = 'alias' AND other.target =
             CASE reference.kind WHEN 'topic' THEN '/topics/' WHEN 'person' THEN '/people/' ELSE '/storylines/' END
             || reference.target)) END`,
    )
    .flatMap((row) => missingTarget(store, row, known, site) ?? []);
}

/** The problem of a reference that leads nowhere; `undefined` where it is none. */
function missingTarget(store: Store, row: Row, known: KnownNames, site: OwnAddresses | undefined): Problem | undefined {
  const kind = textOf(row, 'kind');
  const target = textOf(row, 'target');
  const field = typeof row['field'] === 'string' ? row['field'] : null;
  if (!isNamed(kind)) return undefined;
  const isFile = kind === 'page' && target.startsWith('images/');
  if (kind === 'page' && (!site || (!isFile && isOwnAddress(site, `/${target}`)))) return undefined;
  const words = isFile ? missingFile : missing[kind];
  const place = { ...referencePosition(row), field };
  const refused = refusedFile(store, filesNamed(kind, target));
  return problem(words.code, place, {
    message: refused === undefined ? words.what(target) : `${refused} cannot be read: it has an error.`,
    why: whyLeftOut(kind, place) ?? words.why,
    fix: refused === undefined ? fixOf(words.fix(target), kind, target, field, known) : `Mend ${refused} first.`,
  });
}

/** What becomes of a link without its target, where that depends on where it is. */
function whyLeftOut(kind: Named, { file, field }: { file: string; field: string | null }): string | undefined {
  if (kind === 'page' || kind === 'picture' || kind === 'font') return undefined;
  if (file.startsWith('titles/') && field?.startsWith('carries.') === true) return 'The title has no story for it.';
  if (file === 'front.yaml' || field?.startsWith('front.') === true) return 'The front page leaves it out.';
  if (file === 'site.yaml' || file.startsWith('titles/')) return 'The link is left out.';
  return field === null && kind !== 'article' ? 'The text is shown without the link.' : undefined;
}

/** `usual`, or the name that was meant. */
function fixOf(usual: string, kind: Named, target: string, field: string | null, known: KnownNames): string {
  const picture = kind === 'picture' ? known.pictureLike(target) : undefined;
  if (picture !== undefined) return `Write ${picture}. Capitals and the ending count in the name of a file.`;
  const fix = field === 'byline' ? `${usual} A byline can also be { name: … }.` : usual;
  const near = kind === 'topic' || kind === 'person' || kind === 'storyline' ? known.near(kind, target) : undefined;
  if (near === undefined) return fix;
  return `Did you mean “${near}”? If not, ${fix.replace(/^./, (first) => first.toLowerCase())}`;
}

/** The names that a store has. They are read when the first one is missing. */
class KnownNames {
  readonly #store: Store;
  readonly #slugs = new Map<string, string[]>();
  /** Paths of pictures by their `plainName`. */
  #pictures: Map<string, string> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The slug of a collection that is written nearly like another one. */
  near(kind: 'topic' | 'person' | 'storyline', slug: string): string | undefined {
    let slugs = this.#slugs.get(kind);
    if (!slugs) {
      slugs = this.#store.all('SELECT slug FROM entity WHERE kind = ?', kind).map((row) => textOf(row, 'slug'));
      this.#slugs.set(kind, slugs);
    }
    return nearest(slug, slugs);
  }

  /** The path of a picture that differs from another one in capitals or in its ending only. */
  pictureLike(src: string): string | undefined {
    this.#pictures ??= new Map(
      this.#store.all('SELECT src FROM picture').map((row) => [plainName(textOf(row, 'src')), textOf(row, 'src')]),
    );
    return this.#pictures.get(plainName(src));
  }
}

/** A name of a picture without its capitals and its ending. */
function plainName(path: string): string {
  return path.replace(/\.\w+$/, '').toLowerCase();
}
