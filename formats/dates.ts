import type { Instant } from '../newsroom/model/instant.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue, 13 Jan 2026 18:30:00 +0900`: RFC 822 with a year of four digits and a numeric zone (rule E2). */
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
 * Instants of which no two are the same: later ones of a kind move on by a thousandth of a second each. Two entries of
 * one Atom feed that were updated at once draw a warning from the W3C's validator (rule E4).
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
