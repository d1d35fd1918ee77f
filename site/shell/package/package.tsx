import { Fragment, type ReactNode } from 'react';
import { Picture } from '../../../elements/picture/picture.tsx';
import type { PlaceName } from '../../../elements/picture/places.ts';
import type { Layout, Weight } from '../../../newsroom/model/front.ts';
import { fill } from '../../words/fill.ts';
import { marked } from '../../words/language.ts';
import { listIn } from '../../words/numbers.ts';
import type { Words } from '../../words/words.ts';
import { shownPicture } from '../find-picture.ts';
import type { FrameLink } from '../layout-data.ts';
import { Headline, Kicker, Standfirst } from '../teaser.tsx';
import { Day } from '../time.tsx';
import type { Package, Teaser } from './package.ts';
import './package.css';

/** The head of a package: a line of its colour, its title, and links to what is below it and to all of it. */
export function PackageHead({
  id,
  title,
  href,
  links,
  all,
  words,
  inWords = false,
}: {
  id: string;
  title: string;
  /** Where the title leads. */
  href?: string;
  links: readonly FrameLink[];
  /** The last link. Without a `label`, its text says what it leads to. */
  all?: { href: string; text: string; label?: string };
  words: Words;
  /** Whether the title is one of the words, and not in the language of the site. */
  inWords?: boolean;
}): ReactNode {
  const own = marked(words.page, words.lang);
  return (
    <div className="package-head">
      <h2 id={id} {...(!inWords && own)}>
        {href === undefined ? title : <a href={href}>{title}</a>}
      </h2>
      {(links.length > 0 || all) && (
        <p>
          {links.map((link) => (
            <Fragment key={link.href}>
              <a href={link.href} {...own}>
                {link.title}
              </a>{' '}
            </Fragment>
          ))}
          {all && (
            <a href={all.href} aria-label={all.label}>
              {all.text}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

/** Stories in one of the shapes of a package. Its own width decides how it is laid out. */
export function PackageSection({ of, words }: { of: Package; words: Words }): ReactNode {
  const { id, title, accent, href, links, layout, weight, stories, type } = of;
  const all = { href, text: words.front.allStories, label: fill(words.front.allStoriesIn, { section: title }) };
  return (
    <section className={`package accent-${accent}`} aria-labelledby={id}>
      <PackageHead
        id={id}
        title={title}
        href={href}
        links={links}
        all={all}
        words={words}
        inWords={type !== undefined}
      />
      <Cells layout={layout} weight={weight} stories={stories} words={words} besides={title} />
    </section>
  );
}

/** The stories of a package. */
export function Cells({
  layout,
  weight,
  stories,
  words,
  besides,
}: {
  layout: Layout;
  weight: Weight;
  stories: readonly Teaser[];
  words: Words;
  /** What the title above them says: no kicker says it again. */
  besides?: string;
}): ReactNode {
  const cells = stories.map((teaser, index) => (
    <Cell
      key={teaser.story.address}
      teaser={teaser}
      words={words}
      besides={besides}
      {...positionOf(layout, weight, stories.length, index === 0)}
    />
  ));
  switch (layout) {
    case 'feature':
      return (
        <div className="cells feature">
          {cells.slice(0, 1)}
          {cells.length > 1 && <div className="stack">{cells.slice(1)}</div>}
        </div>
      );
    case 'row':
    case 'text':
      return <div className={`cells ${layout} of-${stories.length}`}>{cells}</div>;
    case 'list':
      return <div className="cells list">{cells}</div>;
    case 'band':
      return <div className={`cells columns of-${stories.length}`}>{cells}</div>;
  }
}

/** How a story of a package is shown, by its layout, its weight, the number of its stories, and whether it is the first one. */
function positionOf(
  layout: Layout,
  weight: Weight,
  count: number,
  isFirst: boolean,
): { form: Form; place?: PlaceName } {
  switch (layout) {
    case 'feature':
      if (!isFirst) return { form: 'small' };
      return { form: 'large', place: weight === 'whole' ? 'feature' : 'featureHalf' };
    case 'row':
      return isFirst ? { form: 'first', place: 'rowFirst' } : { form: 'other', place: 'rowOther' };
    case 'text':
      return { form: isFirst ? 'large' : 'usual' };
    case 'list':
      return { form: 'beside', place: isFirst ? 'thumbFirst' : 'thumb' };
    case 'band':
      return { form: 'other', place: count === 3 ? 'rowOther' : 'column' };
  }
}

/**
 * How large a cell is, and where its picture is. `first` and `other` have it above the words where there is space; `other`
 * and `beside` have a small one at the end of the line where there is none. All but `small` have a standfirst and a day.
 */
type Form = 'large' | 'usual' | 'small' | 'first' | 'other' | 'beside';

/** A story on a front. Its headline's link covers all of it. */
export function Cell({
  teaser: { story, accent, pictured, authors, portrait },
  words,
  form,
  place,
  eager,
  level = 'h3',
  besides,
}: {
  teaser: Teaser;
  words: Words;
  form: Form;
  /** Where its picture is. */
  place?: PlaceName;
  eager?: boolean;
  level?: 'h2' | 'h3';
  besides?: string | undefined;
}): ReactNode {
  const isFull = form !== 'small';
  const picture = pictured && place ? story.picture : undefined;
  const names = [
    'cell',
    portrait ? 'beside' : form,
    ...(picture || portrait ? ['pictured'] : []),
    ...(authors ? ['by-author'] : []),
    `accent-${accent}`,
  ];
  return (
    <article className={names.join(' ')}>
      {picture && place && (
        <div className="pic">
          <Picture picture={shownPicture(picture)} alt="" place={place} eager={eager} />
        </div>
      )}
      {portrait && (
        <div className="pic">
          <Picture picture={shownPicture(portrait)} alt="" place="portrait" />
        </div>
      )}
      {authors ? (
        <p className="kicker">{listIn(words, authors)}</p>
      ) : (
        <Kicker story={story} words={words} besides={besides} linked />
      )}
      <Headline story={story} words={words} level={level} />
      {isFull && <Standfirst story={story} words={words} />}
      {isFull && !authors && (
        <p className="where">
          <Day of={story.published} words={words} />
        </p>
      )}
    </article>
  );
}
