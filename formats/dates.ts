import type { Instant } from '../newsroom/model/instant.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant in RFC 822 with a year of four digits and a numeric zone (rule E2): `Tue, 13 Jan 2026 18:30:00 +0900`. */
export function rfc822(instant: Instant): string {
  const day = instant.slice(0, 10);
  const zone = instant.endsWith('Z') ? '+0000' : instant.slice(-6).replace(':', '');
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  return `${weekday}, ${day.slice(8, 10)} ${month} ${day.slice(0, 4)} ${instant.slice(11, 19)} ${zone}`;
}

/** The later of two instants. */
export function laterOf(a: Instant, b: Instant): Instant {
  return Date.parse(b) > Date.parse(a) ? b : a;
}

/**
 * The instants, changed so that no two are the same: each repetition is a millisecond later. The W3C validator warns if two
 * entries of an Atom feed were updated at the same instant (rule E4).
 */
export function distinct(instants: readonly Instant[]): Instant[] {
  const used = new Set<number>();
  return instants.map((instant) => {
    let shift = 0;
    while (used.has(Date.parse(instant) + shift)) shift += 1;
    used.add(Date.parse(instant) + shift);
    return shift === 0 ? instant : `${instant.slice(0, 19)}.${String(shift).padStart(3, '0')}${instant.slice(19)}`;
  });
}
