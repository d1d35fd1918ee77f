import { drawing, glow, gradient, hills, line, opacity, path, polygon, rect, sky, streaks } from '../../svg.ts';

/** An upper reservoir behind its dam, high between mountains, with its pipes down the slope. */
export function draw(): string {
  return drawing(
    sky([
      [0, '#5b86a8'],
      [0.36, '#b5cdd4'],
      [0.55, '#f1e5cf'],
    ]) +
      glow('sun', [220, 210], 400, '#fff4d6', 0.85) +
      streaks(9, 18, [60, 300], ['#fff'], 0.4) +
      polygon(hills(330, 120, 22, { rough: 1.75, step: 34 }), '#93aab8') +
      polygon(hills(420, 84, 7, { rough: 1.7, step: 30 }), '#6f8a94') +
      polygon(hills(520, 40, 28, { rough: 1.7 }), '#55716c') +
      gradient('lake', [
        [0, '#cfe0e0'],
        [0.5, '#6ea0b0'],
        [1, '#2f6479'],
      ]) +
      path('M250 548Q480 520 800 524T1400 548Q1460 566 1350 590H330Q200 572 250 548Z', 'url(#lake)') +
      line('M420 556H720M880 566H1180M600 576H820', '#f3f7f2', 3, opacity(0.5)) +
      // The dam, lit from the left.
      path('M318 586H1362L1272 786Q820 840 420 786Z', '#cbbfa9') +
      path('M318 586H1362l-6 14H324z', '#f0e6d2') +
      path('M1010 600H1356L1272 786Q1150 802 1010 808Z', '#a3967f') +
      [420, 540, 660, 780, 900, 1020, 1140, 1260]
        .map((x) => line(`M${x} 602L${800 + (x - 800) * 0.86} 800`, '#8b7e68', 2.5, opacity(0.6)))
        .join('') +
      rect(820, 560, 74, 44, '#e9dfca') +
      rect(858, 560, 36, 44, '#b9ad97') +
      path('M812 560h90l-14-16h-62z', '#8c4a35') +
      polygon(
        [
          [-20, 500],
          [150, 528],
          [270, 560],
          [345, 602],
          [430, 792],
          [470, 900],
          [-20, 900],
        ],
        '#4c6350',
      ) +
      polygon(
        [
          [1620, 480],
          [1450, 520],
          [1375, 556],
          [1336, 602],
          [1250, 800],
          [1180, 900],
          [1620, 900],
        ],
        '#35493f',
      ) +
      polygon(hills(806, 12, 5, { rough: 1.6, step: 20 }), '#3e5545') +
      line('M1080 802L1010 900M1120 800L1070 900', '#d9dfdc', 15) +
      line('M1086 804L1016 904M1126 802L1076 902', '#8d9a9a', 6) +
      [60, 120, 210, 280, 1430, 1500, 1560]
        .map((x, index) =>
          path(
            `M${x} ${700 + (index % 3) * 34}l24 ${76}h-48zM${x} ${668 + (index % 3) * 34}l18 52h-36z`,
            index < 4 ? '#2f4638' : '#24362d',
          ),
        )
        .join(''),
  );
}
