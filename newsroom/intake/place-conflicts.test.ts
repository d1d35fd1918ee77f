import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brief } from '../testing.ts';
import { readEntity } from './read-entity.ts';

function read(text: string): { places: unknown; problems: string[] } {
  const { entity, problems } = readEntity('places', 'places.yaml', text);
  return { places: entity?.value, problems: brief(problems).map((each) => each.replace('places.yaml:', '')) };
}

test('places.yaml is a list of places', () => {
  assert.deepEqual(read('- { name: Kyiv, country: UA, aliases: [Kiev, Київ] }\n- name: Paris\n  region: Texas\n'), {
    places: {
      places: [
        { name: 'Kyiv', country: 'UA', aliases: ['Kiev', 'Київ'] },
        { name: 'Paris', region: 'Texas', aliases: [] },
      ],
    },
    problems: [],
  });
  for (const empty of ['', '# nothing yet\n', '[]\n'])
    assert.deepEqual(read(empty), { places: { places: [] }, problems: [] }, JSON.stringify(empty));
});

test('what is wrong with places.yaml is reported with its position', async (t) => {
  for (const [text, ...problems] of [
    ['name: Kyiv\n', '1:1 front-matter-syntax'],
    ['places: []\n', '1:1 front-matter-syntax'],
    ['Kyiv\n', '1:1 front-matter-syntax'],
    ['- Kyiv\n', '1:3 field-invalid places.0'],
    ['- { country: UA }\n', '1:3 field-invalid places.0.name'],
    ['- { name: Kyiv, spellings: [Kiev] }\n', '1:28 field-unknown places.0.spellings'],
    ['- { name: Kyiv, country: ZZ }\n', '1:26 field-invalid places.0.country'],
    ['- { name: London, country: UK }\n', '1:28 field-invalid places.0.country'],
    ['- { name: Kyiv, country: ua }\n', '1:26 field-invalid places.0.country'],
    ['- { name: Kyiv, aliases: [{ region: A }] }\n', '1:27 field-invalid places.0.aliases.0.name'],
    [
      '- name: Kyiv\n- { name: Kiew, region: A, aliases: [{ name: KYIV }] }\n',
      '2:38 place-conflict places.1.aliases.0',
    ],
    ['- { name: Kyiv, aliases: [1984] }\n', '1:27 field-invalid places.0.aliases.0'],
    ['- { name: "?" }\n', '1:11 field-invalid places.0.name'],
    ['- { name: Kyiv, region: Oblast, aliases: ["!"] }\n', '1:43 field-invalid places.0.aliases.0'],
    // One spelling in two entries; a name that is an alias, either way; a difference in case and accents only.
    [
      '- { name: Kyiv, aliases: [Kiev] }\n- { name: Kiew, aliases: [KIÉV] }\n',
      '2:27 place-conflict places.1.aliases.0',
    ],
    ['- { name: Kyiv, aliases: [Kiev] }\n- name: Kiev\n', '2:9 place-conflict places.1.name'],
    ['- name: Kiev\n- { name: Kyiv, aliases: [Kiev] }\n', '2:27 place-conflict places.1.aliases.0'],
    ['- name: Paris\n- { name: paris, country: US }\n', '2:11 place-conflict places.1.name'],
    // What is no conflict: a region makes another place, and a spelling may be there twice in its own entry.
    ['- name: Paris\n- { name: Paris, region: Texas, aliases: [Paris] }\n'],
    ['- { name: Kyiv, aliases: [KYIV, Kiev, kiev], country: XK }\n'],
  ] as const) {
    await t.test(text, () => assert.deepEqual(read(text).problems, problems));
  }
});

test('of two entries with one spelling the first has it, and the rest of the file counts', () => {
  const text =
    '- { name: Kyiv, aliases: [Kiev] }\n- { name: Kiew, aliases: [KIÉV, Kyjiw] }\n- { name: kyiv, aliases: [Kijów] }\n';
  assert.deepEqual(read(text).places, {
    places: [
      { name: 'Kyiv', aliases: ['Kiev'] },
      { name: 'Kiew', aliases: ['Kyjiw'] },
    ],
  });
  assert.deepEqual(read('- { name: "?" }\n- { name: Nara, aliases: ["!"] }\n').places, {
    places: [{ name: 'Nara', aliases: [] }],
  });
});

test('two places of one name in two countries are no conflict', () => {
  const two = '- { name: Nara, country: JP }\n- { name: nara, country: US, aliases: [Narah] }\n';
  assert.deepEqual(read(two).problems, []);
  assert.deepEqual(read(`${two}- { name: Nara }\n`).problems, ['3:11 place-conflict places.2.name']);
  assert.deepEqual(read(`${two}- { name: Ikoma, country: US, aliases: [Nara] }\n`).problems, [
    '3:41 place-conflict places.2.aliases.0',
  ]);
});

test('a point far from its country is a warning, which says whether the two numbers are swapped', () => {
  const text = [
    '- { name: Vienna, country: AT, at: [16.37, 48.21] }',
    '- { name: Tokyo, country: JP, at: [35.68, 39.69] }',
    '- { name: Hilo, country: US, at: [19.707, -155.082] }',
    '- { name: Saint-Denis, country: FR, at: [-20.88, 55.45] }',
    '- { name: Valletta, country: MT, at: [35.9, 14.51] }',
    '- { name: Suva, country: FJ, at: [-18.14, 178.44] }',
    '- { name: Vostok, country: AQ, at: [-78.46, 106.84] }',
    '- { name: Anywhere, at: [1, 2] }',
    '- { name: Tuvalu, country: TV, at: [-8.5, 179.2] }',
    '- { name: Osaka, country: JP, at: [135.5, 34.69] }',
  ].join('\n');
  const { problems } = readEntity('places', 'places.yaml', text);
  const about = (city: RegExp): string[] => problems.filter(({ message }) => city.test(message)).map(({ fix }) => fix);
  assert.deepEqual(
    problems.map(({ line, severity, field }) => [line, severity, field]),
    [
      [10, 'error', 'places.9.at'],
      [1, 'warning', 'places.0.at'],
      [2, 'warning', 'places.1.at'],
    ],
  );
  assert.match(about(/Vienna/).join(), /`at: \[48\.21, 16\.37\]`/);
  assert.match(about(/Tokyo/).join(), /Correct the numbers/);
  assert.match(problems[0]?.fix ?? '', /`at: \[34\.69, 135\.5\]`/);
});
