/** A state or province that a dateline names in place of a country. */
interface Region {
  name: string;
  country: string;
}

// States of the United States: postal code, name, and the abbreviation of AP if there is one.
const STATES: readonly (readonly [string, string, string?])[] = [
  ['AL', 'Alabama', 'Ala.'],
  ['AK', 'Alaska'],
  ['AZ', 'Arizona', 'Ariz.'],
  ['AR', 'Arkansas', 'Ark.'],
  ['CA', 'California', 'Calif.'],
  ['CO', 'Colorado', 'Colo.'],
  ['CT', 'Connecticut', 'Conn.'],
  ['DE', 'Delaware', 'Del.'],
  ['DC', 'District of Columbia', 'D.C.'],
  ['FL', 'Florida', 'Fla.'],
  ['GA', 'Georgia', 'Ga.'],
  ['HI', 'Hawaii'],
  ['ID', 'Idaho'],
  ['IL', 'Illinois', 'Ill.'],
  ['IN', 'Indiana', 'Ind.'],
  ['IA', 'Iowa'],
  ['KS', 'Kansas', 'Kan.'],
  ['KY', 'Kentucky', 'Ky.'],
  ['LA', 'Louisiana', 'La.'],
  ['ME', 'Maine'],
  ['MD', 'Maryland', 'Md.'],
  ['MA', 'Massachusetts', 'Mass.'],
  ['MI', 'Michigan', 'Mich.'],
  ['MN', 'Minnesota', 'Minn.'],
  ['MS', 'Mississippi', 'Miss.'],
  ['MO', 'Missouri', 'Mo.'],
  ['MT', 'Montana', 'Mont.'],
  ['NE', 'Nebraska', 'Neb.'],
  ['NV', 'Nevada', 'Nev.'],
  ['NH', 'New Hampshire', 'N.H.'],
  ['NJ', 'New Jersey', 'N.J.'],
  ['NM', 'New Mexico', 'N.M.'],
  ['NY', 'New York', 'N.Y.'],
  ['NC', 'North Carolina', 'N.C.'],
  ['ND', 'North Dakota', 'N.D.'],
  ['OH', 'Ohio'],
  ['OK', 'Oklahoma', 'Okla.'],
  ['OR', 'Oregon', 'Ore.'],
  ['PA', 'Pennsylvania', 'Pa.'],
  ['RI', 'Rhode Island', 'R.I.'],
  ['SC', 'South Carolina', 'S.C.'],
  ['SD', 'South Dakota', 'S.D.'],
  ['TN', 'Tennessee', 'Tenn.'],
  ['TX', 'Texas'],
  ['UT', 'Utah'],
  ['VT', 'Vermont', 'Vt.'],
  ['VA', 'Virginia', 'Va.'],
  ['WA', 'Washington', 'Wash.'],
  ['WV', 'West Virginia', 'W.Va.'],
  ['WI', 'Wisconsin', 'Wis.'],
  ['WY', 'Wyoming', 'Wyo.'],
];
const PROVINCES = [
  'Alberta',
  'British Columbia',
  'Manitoba',
  'New Brunswick',
  'Newfoundland',
  'Nova Scotia',
  'Nunavut',
  'Ontario',
  'Prince Edward Island',
  'Quebec',
  'Saskatchewan',
  'Yukon',
];

const BY_CODE = new Map(STATES.map(([code, name]): [string, Region] => [code, { name, country: 'US' }]));
const BY_NAME = new Map<string, Region>([
  ...PROVINCES.map((name): [string, Region] => [name.toLowerCase(), { name, country: 'CA' }]),
  ...STATES.flatMap(([, name, short]) =>
    [name, ...(short === undefined ? [] : [short, short.slice(0, -1)])].map((key): [string, Region] => [
      key.toLowerCase(),
      { name, country: 'US' },
    ]),
  ),
]);

/** The state or province with a name or an abbreviation, as it is written after a comma. A postal code must be in capitals. */
export const regionOf = (text: string): Region | undefined => BY_CODE.get(text) ?? BY_NAME.get(text.toLowerCase());

/** The state with a postal code: only a postal code can follow a city without a comma. */
export const stateOfCode = (code: string): Region | undefined => BY_CODE.get(code);
