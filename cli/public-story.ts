import { addressOf } from '../newsroom/compile/collisions.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import type { FullStory } from '../newsroom/edition/public.ts';
import { normalPath } from '../newsroom/model/path.ts';

const onThisMachine = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/)/;

/**
 * A public article by what a person may have at hand: its address, with or without the slash or the site in front, also that of
 * a site on this machine; an old address that leads to it; or the path of its file.
 */
export function publicStory(edition: Edition, asked: string): FullStory | undefined {
  const path = normalPath(addressIn(edition, asked));
  const found = path === undefined ? undefined : edition.lookup(path);
  if (found?.state === 'public') return found.story;
  const moved = found?.state === 'redirect' ? edition.lookup(found.to) : undefined;
  return moved?.state === 'public' ? moved.story : undefined;
}

function addressIn({ site: { url } }: Edition, asked: string): string {
  const file = /(?:^|\/)(articles\/\d{4}\/\d{2}\/\d{2}\/[^/]+\.mdx?)$/.exec(asked)?.[1];
  if (file !== undefined) return addressOf(file);
  const address = asked.startsWith(`${url}/`) ? asked.slice(url.length) : asked.replace(onThisMachine, '');
  return /^\d{4}\//.test(address) ? `/${address}` : address;
}
