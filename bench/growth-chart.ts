import { median } from './measure.ts';
import type { Comparison } from './performance-report.ts';

const [width, height, left, right, top, bottom] = [720, 420, 64, 150, 24, 48];
const colours = ['#c0392b', '#2c6fbb', '#3a8f5c', '#b7791f', '#7d4fb3'];

/** How the processor's time of a build grows with the archive, both axes by powers of ten: a site is a line. */
export function growthChart(all: readonly Comparison[]): string {
  const names = [...new Set(all.flatMap(({ builds }) => Object.keys(builds)))];
  const lines = names.map((name) => ({
    name,
    points: all.flatMap(({ articles, builds }) => {
      const seconds = median((builds[name] ?? []).map(({ cpu }) => cpu));
      return seconds > 0 ? [{ articles, seconds }] : [];
    }),
  }));
  const points = lines.flatMap((line) => line.points);
  const decades = (values: number[]): [number, number] => {
    const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
    return [low, Math.max(high, low + 1)];
  };
  const [xLow, xHigh] = decades(points.map(({ articles }) => articles));
  const [yLow, yHigh] = decades(points.map(({ seconds }) => seconds));
  const x = (value: number): string =>
    (left + ((Math.log10(value) - xLow) / (xHigh - xLow)) * (width - left - right)).toFixed(1);
  const y = (value: number): string =>
    (height - bottom - ((Math.log10(value) - yLow) / (yHigh - yLow)) * (height - top - bottom)).toFixed(1);
  const powers = (low: number, high: number): number[] =>
    Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const grid = [
    ...powers(xLow, xHigh).map(
      (value) =>
        `<path d="M${x(value)} ${top}V${height - bottom}"/><text x="${x(value)}" y="${height - bottom + 18}" text-anchor="middle">${value.toLocaleString('en')}</text>`,
    ),
    ...powers(yLow, yHigh).map(
      (value) =>
        `<path d="M${left} ${y(value)}H${width - right}"/><text x="${left - 8}" y="${y(value)}" dy="0.35em" text-anchor="end">${value.toLocaleString('en')} s</text>`,
    ),
  ];
  const drawn = lines.map(({ name, points: own }, index) => {
    const colour = colours[index % colours.length];
    const last = own.at(-1);
    const path = own.map((each, at) => `${at === 0 ? 'M' : 'L'}${x(each.articles)} ${y(each.seconds)}`).join('');
    const dots = own.map(
      (each) => `<circle cx="${x(each.articles)}" cy="${y(each.seconds)}" r="4" fill="${colour}" stroke="none"/>`,
    );
    const label = last
      ? `<text x="${x(last.articles)}" y="${y(last.seconds)}" dx="10" dy="0.35em" fill="${colour}" stroke="none">${name}</text>`
      : '';
    return `<g stroke="${colour}" stroke-width="2"><path d="${path}"/>${dots.join('')}${label}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="none" role="img">`,
    '<title>Seconds of the processor for a build from nothing, by the number of articles</title>',
    `<g stroke="#8886" stroke-width="1">${grid.join('').replaceAll('<text ', '<text fill="#888" stroke="none" ')}</g>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}
