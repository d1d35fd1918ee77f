import type { ReactNode } from 'react';
import { fill } from '../words/fill.ts';
import { listIn } from '../words/numbers.ts';
import type { Words } from '../words/words.ts';
import { mapWidth, nameSize, stepsInUnit, type MapDrawing } from './draw.ts';
import './locator-map.css';

/** A map with a dot and a name for each place. It is never mirrored: the west is on the left in every script. */
export function LocatorMap({
  drawing: { height, land, borders, dots },
  words,
}: {
  drawing: MapDrawing;
  words: Words;
}): ReactNode {
  const places = listIn(
    words,
    dots.map(({ name }) => name),
  );
  return (
    <svg
      className="map"
      viewBox={`0 0 ${mapWidth * stepsInUnit} ${height * stepsInUnit}`}
      role="img"
      aria-label={fill(words.collection.mapOf, { places })}
      direction="ltr"
    >
      <path className="land" d={land} />
      <path d={borders} />
      <g fontSize={nameSize * stepsInUnit} lang={words.page}>
        {dots.map(({ name, x, y, label }) => (
          <g key={`${x} ${y} ${name}`}>
            <circle cx={x} cy={y} r={5 * stepsInUnit} />
            {label && (
              <text x={label.x} y={label.y} textAnchor={label.anchor}>
                {name}
              </text>
            )}
          </g>
        ))}
      </g>
    </svg>
  );
}
