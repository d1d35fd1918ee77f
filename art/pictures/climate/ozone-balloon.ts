import {
  circle,
  drawing,
  ellipse,
  glow,
  ground,
  hills,
  line,
  moved,
  opacity,
  path,
  polygon,
  rect,
  sky,
  streaks,
} from '../../svg.ts';

/** A balloon with an instrument for ozone rises from a station on the ice. */
export function draw(): string {
  return drawing(
    sky([
      [0, '#3a6a9e'],
      [0.42, '#9cc3d8'],
      [0.7, '#f6e7d4'],
    ]) +
      glow('sun', [220, 560], 480, '#fff2d8', 0.9) +
      circle(220, 566, 34, '#fffaf0') +
      streaks(9, 44, [240, 540], ['#fff', '#f3dccb'], 0.4) +
      polygon(hills(628, 40, 26, { rough: 1.7 }), '#c3d3de') +
      polygon(hills(650, 16, 14, { rough: 1.7 }), '#dde7ec') +
      ground('ice', 662, [
        [0, '#f7f5f0'],
        [1, '#c3d5e2'],
      ]) +
      [
        [60, 720, 320],
        [500, 760, 420],
        [1080, 730, 360],
        [200, 830, 520],
        [980, 850, 500],
      ]
        .map(([x = 0, y = 0, w = 0]) => line(`M${x} ${y}q${w / 2}-10 ${w} 0`, '#a9c0d1', 4, opacity(0.8)))
        .join('') +
      // The station, on legs, lit from the left.
      path('M1086 712l-12 60M1180 712v62M1290 712v62M1380 712l12 60', 'none', ' stroke="#5b6b79" stroke-width="9"') +
      path('M1050 640q4-22 30-22h306q26 0 30 22v50q-4 26-30 26h-306q-26 0-30-26z', '#d1513d') +
      path('M1290 618h96q26 0 30 22v50q-4 26-30 26h-96z', '#97342a') +
      [1084, 1134, 1184, 1234].map((x) => rect(x, 644, 34, 30, '#cfe3ee')).join('') +
      rect(1310, 648, 32, 68, '#6f241e') +
      path('M1060 772q170 16 400 4l90 26q-260 14-520 0z', '#9db4c6', opacity(0.6)) +
      line('M1440 716V560', '#5b6b79', 5) +
      circle(1440, 556, 5, '#5b6b79') +
      // Two figures look up.
      moved(
        700,
        790,
        ellipse(34, 6, 60, 7, '#9db4c6', opacity(0.7)) +
          path('M-14 0l2-52q-6-34 12-36t14 34l4 54H6l-4-36-4 36z', '#d9822f') +
          circle(0, -100, 11, '#3a3f4a') +
          line('M8-74L34-118', '#d9822f', 9),
      ) +
      moved(
        764,
        800,
        ellipse(34, 6, 60, 7, '#9db4c6', opacity(0.7)) +
          path('M-14 0l2-50q-6-32 12-34t14 32l4 52H6l-4-34-4 34z', '#33557d') +
          circle(0, -96, 11, '#3a3f4a'),
      ) +
      // The balloon, its line and the box.
      line('M806 330Q800 400 790 520', '#fff', 2.5) +
      rect(776, 520, 30, 34, '#f3efe6') +
      rect(792, 520, 14, 34, '#b9b2a8') +
      path('M791 440l14 36h-28z', '#e9a13c') +
      path(
        'M806 60C690 60 640 150 662 220C684 280 770 310 796 330h20C842 310 928 280 950 220C972 150 922 60 806 60Z',
        '#f6f3ee',
      ) +
      path('M840 64C930 80 966 154 950 220C928 280 842 310 816 330H806C880 260 900 150 840 64Z', '#c9cfd6') +
      path('M700 130q20-40 60-48-36 34-40 84z', '#fff'),
  );
}
