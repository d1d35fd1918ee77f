import type { Edition } from '../../newsroom/edition/edition.ts';
import type { PublicFront } from '../../newsroom/edition/front.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import type { Weight } from '../../newsroom/model/front.ts';
import { typeHref } from '../addresses/search.ts';
import { collectionPath } from '../addresses/routes.ts';
import { accentOf, mainTopic, sectionsOf, type FrameLink } from '../shell/layout-data.ts';
import { inOneLanguage, type Package, type Shown } from '../shell/package/package.ts';
import { siteWords } from '../words/words-of.ts';
import { besideEachOther, makePackage, type PackagePlan } from './make-package.ts';

/** How many of the newest stories of a topic, a storyline or a type can be in its package. */
export const candidates = 24;
/** How many stories a package of a type or a storyline has if its slot gives no number. */
const claimed = 4;
/** The fewest opinions that have a package although no editor has asked for one. */
const enoughOpinions = 2;
/** The fewest stories of a section that has the whole width, and the most sections that have it. The next ones have half. */
const enoughForWhole = { stories: 4, packages: 4 };

/** A package that an editor has asked for. */
export type Slot = NonNullable<PublicFront['packages']>[number];

/** What a package is about, and its stories. */
interface Subject extends Pick<Package, 'id' | 'title' | 'accent' | 'href' | 'links' | 'type'> {
  slot: Slot;
  /** The newest first. */
  stories: readonly Story[];
  /** A story that no other part of the page takes, so that the package is not empty. */
  kept?: Story | undefined;
}

/**
 * The packages of a front page, in their order: those of `front.yaml`, or else one for each section, and opinions. Create
 * this when there is a lead: each package of `front.yaml` without a pin then keeps its oldest story, and the parts above can
 * take the newer ones. Call `claim` before the latest stories are chosen, and `make` when the parts above have been made.
 */
export class Packages {
  readonly #shown: Shown;
  readonly #edition: Edition;
  readonly #isAutomatic: boolean;
  #subjects: readonly Subject[];

  constructor(edition: Edition, front: PublicFront, shown: Shown) {
    this.#edition = edition;
    this.#shown = shown;
    this.#isAutomatic = front.packages === undefined;
    this.#subjects = (front.packages ?? []).flatMap((slot) => {
      const subject = subjectOf(edition, slot);
      if (!subject || slot.pinned.length > 0) return subject ?? [];
      const kept = shown.free(subject.stories).at(-1);
      if (kept) shown.reserve([kept]);
      return { ...subject, kept };
    });
  }

  /** Gives each package of a type or a storyline its stories. After that no other part of the page takes them. */
  claim(): void {
    const shown = this.#shown;
    if (this.#isAutomatic)
      this.#subjects = automaticSlots(this.#edition, shown).flatMap((slot) => subjectOf(this.#edition, slot) ?? []);
    this.#subjects = this.#subjects.map((subject) => {
      const { slot, kept } = subject;
      if (slot.topic !== undefined) return subject;
      if (kept) shown.release(kept);
      const stories = shown.free(subject.stories).slice(0, slot.stories ?? claimed);
      shown.reserve(stories);
      return { ...subject, slot: { ...slot, pinned: [...slot.pinned, ...stories] }, stories: [], kept: undefined };
    });
  }

  /** The packages in rows: those of one row are beside each other. */
  make(): Package[][] {
    const plans = this.#plans();
    const made: Package[] = [];
    for (const [index, { kept, ...plan }] of plans.entries()) {
      if (kept) this.#shown.release(kept);
      const found = makePackage(this.#shown, plan, [made.at(-1)?.layout, plans[index + 1]?.layout]);
      if (found) made.push(found);
    }
    return besideEachOther(made).map((row) =>
      row.map((each) =>
        // In half of the page or less there is space for one link beside the last one.
        row.length === 1 ? { ...each, weight: 'whole' } : { ...each, links: each.links.slice(0, 1) },
      ),
    );
  }

  #plans(): (PackagePlan & Pick<Subject, 'kept'>)[] {
    const filled = this.#subjects.flatMap(({ slot, stories, ...subject }) => {
      const free = new Set([...this.#shown.free(stories), subject.kept]);
      const others = stories.filter((story) => free.has(story));
      const count = slot.pinned.length + others.length;
      const weight = slot.weight ?? (this.#isAutomatic && slot.topic !== undefined ? weightFor(count) : 'whole');
      const { layout, stories: size, pinned } = slot;
      return count === 0 ? [] : [{ ...subject, layout, weight, size, pinned, others }];
    });
    const ordered = this.#isAutomatic ? inOrder(filled) : filled;
    return besideEachOther(ordered).flatMap((row) =>
      row.map((plan) => (row.length === 1 ? { ...plan, weight: 'whole' as const } : plan)),
    );
  }
}

function weightFor(stories: number): Weight {
  return stories >= enoughForWhole.stories ? 'whole' : stories > 1 ? 'half' : 'column';
}

/** Large packages first; below the first four, two large ones are beside each other. */
function inOrder<T extends { weight: Weight; layout?: Package['layout'] | undefined }>(plans: readonly T[]): T[] {
  const isBand = ({ layout }: T): boolean => layout === 'band';
  const large = plans.filter((plan) => plan.weight === 'whole' && !isBand(plan));
  const [whole, halves] = [large.slice(0, enoughForWhole.packages), large.slice(enoughForWhole.packages)];
  return [
    ...whole.slice(0, 1),
    ...plans.filter(isBand),
    ...whole.slice(1),
    ...halves.map((plan) => ({ ...plan, weight: 'half' as const })),
    ...plans.filter(({ weight }) => weight === 'half'),
    ...plans.filter(({ weight }) => weight === 'column'),
  ];
}

function automaticSlots(edition: Edition, shown: Shown): Slot[] {
  const opinions = shown.free(inOneLanguage(edition, edition.newestOfType('opinion', 2 * enoughOpinions)));
  return [
    ...sectionsOf(edition).map(({ slug }): Slot => ({ topic: slug, pinned: [] })),
    ...(opinions.length >= enoughOpinions ? [{ type: 'opinion', layout: 'band', pinned: [] } satisfies Slot] : []),
  ];
}

/** What the package of a slot is about, and the id of the package. */
export function identityOf({ topic, storyline, type }: Slot): {
  kind: 'topic' | 'storyline' | 'type';
  name: string;
  id: string;
} {
  const [kind, name] =
    topic !== undefined
      ? (['topic', topic] as const)
      : storyline !== undefined
        ? (['storyline', storyline] as const)
        : (['type', type ?? ''] as const);
  return { kind, name, id: `${kind}-${name}` };
}

function subjectOf(edition: Edition, slot: Slot): Subject | undefined {
  const { topic: slug, storyline, type } = slot;
  const { id } = identityOf(slot);
  const topic = slug === undefined ? undefined : edition.topic(slug);
  if (topic) {
    return {
      slot,
      id,
      title: topic.title,
      accent: accentOf(edition, [topic.slug]),
      href: collectionPath('topic', topic.slug),
      links: topicLinks(edition, topic.slug),
      stories: storiesOfTopic(edition, topic.slug),
    };
  }
  const line = storyline === undefined ? undefined : edition.storyline(storyline);
  if (line) {
    return {
      slot,
      id,
      title: line.title,
      accent: accentOf(edition, line.topics),
      href: collectionPath('storyline', line.slug),
      links: [],
      stories: inOneLanguage(edition, edition.newest('storyline', line.slug, candidates)),
    };
  }
  if (type === undefined) return undefined;
  const accent: Accent = edition.site.accent ?? 'red';
  return {
    slot,
    type,
    id,
    title: siteWords(edition.site).types[type],
    accent,
    href: typeHref(type),
    links: [],
    stories: inOneLanguage(edition, edition.newestOfType(type, candidates)),
  };
}

function topicLinks(edition: Edition, slug: string): FrameLink[] {
  return edition
    .topicsUnder(slug)
    .slice(0, 3)
    .map(({ slug: below, title }) => ({ href: collectionPath('topic', below), title }));
}

/** The newest stories of a topic. A story in topics of several sections belongs to the section of its main topic. */
function storiesOfTopic(edition: Edition, slug: string): Story[] {
  const belongs = (story: Story): boolean => {
    const main = mainTopic(edition, story.topics);
    return main === slug || (main !== undefined && edition.topicsAbove(main).some((above) => above.slug === slug));
  };
  return inOneLanguage(edition, edition.newest('topic', slug, candidates).filter(belongs));
}
