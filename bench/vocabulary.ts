import { upperFirst } from '../newsroom/model/text.ts';

/** The words from which `newsroom.ts` makes articles. Invented names only: nothing here is about anybody. */
export interface Subject {
  slug: string;
  title: string;
  /** What its articles are about: nouns that follow “the”. */
  things: string[];
}

export interface Section extends Subject {
  accent: string;
  /** Who acts in its articles. */
  actors: string[];
  subjects: Subject[];
}

const subject = (slug: string, title: string, things: string): Subject => ({ slug, title, things: things.split(', ') });

function section(
  slug: string,
  title: string,
  accent: string,
  actors: string,
  things: string,
  subjects: Subject[],
): Section {
  return { ...subject(slug, title, things), accent, actors: actors.split(', '), subjects };
}

/** Eight sections of four topics each. */
const named: Section[] = [
  section(
    'security',
    'Security',
    'red',
    'general staff, defence ministry, border guard, coast guard, treaty commission, joint command',
    'deterrent, garrison, readiness report, command chain',
    [
      subject(
        'treaties',
        'Treaties',
        'treaty text, verification clause, depositary, withdrawal notice, ceiling, inspection round',
      ),
      subject('navies', 'Navies', 'frigate, submarine programme, dry dock, carrier group, minehunter, patrol schedule'),
      subject(
        'air-defence',
        'Air defence',
        'interceptor, radar chain, launcher, missile battery, early warning satellite, decoy',
      ),
      subject(
        'cyber',
        'Cyber security',
        'intrusion, ransom note, patch, certificate, backbone router, stolen password file',
      ),
    ],
  ),
  section(
    'diplomacy',
    'Diplomacy',
    'blue',
    'foreign ministry, secretariat, special envoy, permanent mission, summit host, contact group',
    'communiqué, protocol, recognition, embassy',
    [
      subject(
        'summits',
        'Summits',
        'final declaration, guest list, family photograph, side meeting, draft paragraph, closing session',
      ),
      subject(
        'sanctions',
        'Sanctions',
        'asset freeze, exemption, shipping insurance, blacklist, dual-use licence, price cap',
      ),
      subject(
        'borders',
        'Borders',
        'demarcation line, crossing point, visa waiver, river boundary, customs union, buffer zone',
      ),
      subject('aid', 'Aid', 'grain convoy, donor conference, shelter kit, vaccination round, field hospital, pledge'),
    ],
  ),
  section(
    'energy',
    'Energy',
    'amber',
    'grid operator, energy regulator, utility, pipeline consortium, ministry of energy, cooperative',
    'tariff, reserve margin, peak demand, connection queue',
    [
      subject('solar', 'Solar', 'panel, inverter, rooftop scheme, feed-in payment, desert array, noon surplus'),
      subject('wind', 'Wind', 'turbine, offshore lease, blade factory, export cable, gearbox, installation vessel'),
      subject(
        'nuclear-power',
        'Nuclear power',
        'reactor vessel, enrichment plant, spent fuel pool, containment, coolant pump, licence renewal',
      ),
      subject(
        'storage',
        'Storage',
        'battery park, pumped reservoir, cell chemistry, frequency auction, hydrogen cavern, flywheel',
      ),
    ],
  ),
  section(
    'climate',
    'Climate',
    'green',
    'weather service, river authority, insurers’ association, observatory, research council, forestry board',
    'emissions account, carbon budget, heat record, adaptation plan',
    [
      subject('oceans', 'Oceans', 'current, mooring, coral reef, tide gauge, fishing quota, plankton bloom'),
      subject('ice', 'Ice', 'glacier, ice shelf, meltwater lake, snow line, core sample, grounding line'),
      subject(
        'drought',
        'Drought',
        'aquifer, reservoir, irrigation order, dust storm, rain deficit, desalination works',
      ),
      subject('forests', 'Forests', 'fire break, canopy survey, logging permit, bark beetle, seed bank, peat bog'),
    ],
  ),
  section(
    'space',
    'Space',
    'violet',
    'space agency, launch company, tracking station, mission office, satellite operator, science institute',
    'orbit, payload, launch window, ground segment',
    [
      subject('launch', 'Launch', 'booster, upper stage, launch pad, fairing, engine test, landing barge'),
      subject('moon', 'The Moon', 'lander, lunar orbit, crater rim, regolith sample, crew capsule, relay satellite'),
      subject('probes', 'Probes', 'flyby, antenna, asteroid, magnetometer, heat shield, plutonium battery'),
      subject('telescopes', 'Telescopes', 'mirror, spectrograph, exoplanet, survey field, gamma burst, detector'),
    ],
  ),
  section(
    'technology',
    'Technology',
    'teal',
    'chip maker, standards body, competition authority, software house, data regulator, network operator',
    'patent, supply chain, export rule, data centre',
    [
      subject(
        'semiconductors',
        'Semiconductors',
        'wafer, lithography machine, foundry, memory chip, mask set, clean room',
      ),
      subject(
        'artificial-intelligence',
        'Artificial intelligence',
        'language model, training run, benchmark, accelerator, risk register, copyright claim',
      ),
      subject(
        'networks',
        'Networks',
        'undersea cable, base station, spectrum auction, fibre ring, outage, routing table',
      ),
      subject('robots', 'Robots', 'gripper, warehouse fleet, safety stop, surgical arm, delivery drone, joint motor'),
    ],
  ),
  section(
    'economy',
    'Economy',
    'blue',
    'central bank, finance ministry, trade union, port authority, statistics office, employers’ federation',
    'growth figure, budget, yield, deficit',
    [
      subject(
        'trade',
        'Trade',
        'tariff schedule, container rate, customs ruling, soybean cargo, anti-dumping case, quota',
      ),
      subject(
        'labour',
        'Labour',
        'wage round, strike ballot, shift pattern, apprenticeship, pension age, vacancy count',
      ),
      subject(
        'housing',
        'Housing',
        'mortgage rate, rent ceiling, building permit, vacant lot, brick shortage, tenancy law',
      ),
      subject(
        'currencies',
        'Currencies',
        'exchange rate, reserve, swap line, bond auction, inflation target, devaluation',
      ),
    ],
  ),
  section(
    'health',
    'Health',
    'green',
    'health ministry, hospital trust, medicines agency, laboratory, nurses’ college, public health institute',
    'waiting list, clinical trial, screening programme, dosage',
    [
      subject('vaccines', 'Vaccines', 'booster dose, cold chain, adjuvant, trial arm, stockpile, side effect'),
      subject(
        'hospitals',
        'Hospitals',
        'emergency ward, night shift, operating theatre, ambulance, bed count, infection',
      ),
      subject('nutrition', 'Nutrition', 'salt limit, school meal, food label, sugar levy, vitamin, harvest'),
      subject('ageing', 'Ageing', 'care home, memory clinic, hip operation, pension visit, dementia study, carer'),
    ],
  ),
];

/** Place, country and the hours that its clocks are ahead of UTC. */
export const places: { place: string; country: string; offset: number }[] = [
  ['Vienna', 'AT', 1],
  ['Nara', 'JP', 9],
  ['Geneva', 'CH', 1],
  ['Nairobi', 'KE', 3],
  ['Reykjavik', 'IS', 0],
  ['Busan', 'KR', 9],
  ['Houston', 'US', -6],
  ['Brest', 'FR', 1],
  ['Darwin', 'AU', 9.5],
  ['Lima', 'PE', -5],
  ['Aarhus', 'DK', 1],
  ['Pune', 'IN', 5.5],
  ['Dakar', 'SN', 0],
  ['Tromso', 'NO', 1],
  ['Antofagasta', 'CL', -3],
  ['Rotterdam', 'NL', 1],
  ['Halifax', 'CA', -4],
  ['Izmir', 'TR', 3],
].map(([place, country, offset]) => ({ place: String(place), country: String(country), offset: Number(offset) }));

const words = (text: string): string[] => text.split(', ');

export const adjectives = words(
  'new, delayed, costly, second, quiet, disputed, smaller, northern, provisional, long-promised, joint, older, larger, unfinished, narrow, seasonal, unusual, public, central, temporary, revised, coastal, early, common',
);
export const verbs = words(
  'approve, postpone, review, replace, inspect, publish, withdraw, extend, finance, repair, limit, reopen, measure, suspend, accept, divide, rebuild, defend',
);
export const pasts = words(
  'approved, postponed, reviewed, replaced, inspected, published, withdrew, extended, financed, repaired, limited, reopened, measured, suspended, accepted, divided, rebuilt, defended',
);
export const says = words('said, added, told reporters, wrote, argued, conceded, noted, replied');
export const days = words('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
export const months = words(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
export const crossheads = words(
  'What has changed, Who pays, The numbers, A longer view, What comes next, The objection, How it works, Before the vote, On the ground, The small print, What is not known, Two readings',
);
export const openings = words(
  'In practice, For the moment, Until last year, By most accounts, On paper, Even so, In private, After the second round, For a decade, At the margin, With few exceptions, In the end',
);
export const givenNames = words(
  'Ada, Bram, Celeste, Dario, Elif, Fenna, Goran, Hana, Ilya, Jonah, Kemi, Lucia, Mateus, Nadia, Oskar, Petra, Quentin, Rosa, Stellan, Tamsin, Umar, Vera, Wim, Yuki',
);
export const syllables = words(
  'bal, dor, ven, mar, tis, kol, ran, sel, wick, ham, lin, or, eth, gan, pol, dra, fen, hurst, ov, ani, ber, cas, tel, mor',
);

/** An invented name of a town; `index` counts from 0, below the cube of the number of syllables. */
export function townAt(index: number): string {
  const count = syllables.length;
  return [index, index / count, index / count ** 2].map((part) => syllables[Math.floor(part) % count] ?? '').join('');
}

/** Topics in all, sections included. */
const topics = 500;

/** The sections, with a topic for each of many towns: what that town has to do with the section. The first ones are the largest. */
export const sections: Section[] = named.map((each, order) => ({
  ...each,
  subjects: [
    ...each.subjects,
    ...Array.from(
      { length: Math.ceil((topics - order) / named.length) - 1 - each.subjects.length },
      (_, index): Subject => {
        const town = townAt(1_009 * (1 + order + named.length * index));
        const like = each.subjects[index % each.subjects.length];
        return {
          slug: `${each.slug}-${town}`,
          title: upperFirst(town),
          things: [...(like?.things ?? []), ...each.things],
        };
      },
    ),
  ],
}));
