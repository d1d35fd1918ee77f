import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';
import type { Inline } from '../inline/inline.ts';
import { listMarkdown } from '../list/forms.ts';
import type { ListItem } from '../list/syntax.ts';

/** Events in the order of time. */
export interface Timeline {
  type: 'timeline';
  title?: string;
  events: TimelineEvent[];
}

export interface TimelineEvent {
  /** The time in words. */
  time: Inline[];
  children: Element[];
}

const tag: TagSyntax<Timeline, 'title'> = {
  name: 'Timeline',
  attributes: { title: {} },
  holds: 'one list whose items open with their time in **bold**',
  read({ attributes: { title }, content: [list, ...rest] }) {
    if (list?.type !== 'list' || rest.length > 0) return undefined;
    const events = list.items.flatMap((item) => eventOf(item) ?? []);
    if (events.length < list.items.length) return undefined;
    return { type: 'timeline', ...(title && { title }), events };
  },
  write: ({ title, events }, to) => ({ attributes: { title }, content: [listMarkdown(events.map(itemOf), to)] }),
};

export const timelineSyntax: ElementSyntax<Timeline> = { tag };

/** Takes the time off the beginning of an item; `undefined` if there is none. */
function eventOf({ children: [opening, ...rest] }: ListItem): TimelineEvent | undefined {
  if (opening?.type !== 'paragraph') return undefined;
  const [time, next, ...more] = opening.children;
  if (time?.type !== 'strong') return undefined;
  if (next === undefined) return { time: time.children, children: rest };
  const text = next.type === 'text' ? { ...next, text: next.text.replace(/^[\s:—–-]+/, '') } : next;
  return { time: time.children, children: [{ ...opening, children: [text, ...more] }, ...rest] };
}

/** The inverse: an item with the time in front of its text. */
export function itemOf({ time, children: [first, ...rest] }: TimelineEvent): ListItem {
  const opening: Inline = { type: 'strong', children: time };
  return first?.type === 'paragraph'
    ? {
        children: [{ type: 'paragraph', children: [opening, { type: 'text', text: ' ' }, ...first.children] }, ...rest],
      }
    : { children: [{ type: 'paragraph', children: [opening] }, ...(first ? [first] : []), ...rest] };
}
