/** The usual name of each agency, and the names that copy uses for it. An agency is the source of copy, never an author. */
const AGENCIES: Record<string, readonly string[]> = {
  AFP: ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  AP: ['AP', 'Associated Press', 'The Associated Press'],
  Reuters: ['Reuters', 'Reuter', 'Thomson Reuters', 'RTRS', 'RTR'],
  UPI: ['UPI', 'United Press International'],
  dpa: ['dpa', 'dpa-AFX', 'Deutsche Presse-Agentur'],
  APA: ['APA', 'Austria Presse Agentur'],
  ANSA: ['ANSA'],
  KNA: ['KNA'],
  epd: ['epd'],
  AGI: ['AGI'],
  Adnkronos: ['Adnkronos'],
  'Europa Press': ['Europa Press'],
  Télam: ['Télam', 'Telam'],
  'Agência Brasil': ['Agência Brasil'],
  'Keystone-SDA': ['Keystone-SDA', 'Keystone-ATS', 'sda', 'ats'],
  EFE: ['EFE', 'Agencia EFE'],
  Lusa: ['Lusa'],
  Belga: ['Belga'],
  ANP: ['ANP'],
  TT: ['TT'],
  NTB: ['NTB'],
  Ritzau: ['Ritzau'],
  PAP: ['PAP'],
  CTK: ['CTK', 'ČTK'],
  MTI: ['MTI'],
  TASS: ['TASS', 'ITAR-TASS'],
  Interfax: ['Interfax'],
  'RIA Novosti': ['RIA Novosti', 'RIA'],
  'Voice of Russia': ['Voice of Russia'],
  Xinhua: ['Xinhua', 'Xinhua News Agency'],
  Kyodo: ['Kyodo', 'Kyodo News'],
  'Jiji Press': ['Jiji', 'Jiji Press'],
  Yonhap: ['Yonhap', 'Yonhap News Agency'],
  KCNA: ['KCNA'],
  CNA: ['CNA', 'Central News Agency'],
  PTI: ['PTI', 'Press Trust of India'],
  IANS: ['IANS'],
  ANI: ['ANI'],
  APP: ['APP'],
  Antara: ['Antara'],
  Bernama: ['Bernama'],
  'Anadolu Agency': ['AA', 'Anadolu', 'Anadolu Agency'],
  IRNA: ['IRNA'],
  MENA: ['MENA'],
  WAM: ['WAM'],
  'PA Media': ['PA', 'PA Media', 'Press Association'],
  'The Canadian Press': ['CP', 'The Canadian Press', 'Canadian Press'],
  AAP: ['AAP'],
  Bloomberg: ['Bloomberg', 'Bloomberg News'],
  'Inter Press Service': ['IPS', 'Inter Press Service'],
  SPX: ['SPX', 'Space Daily'],
  'Thomson Reuters Foundation': ['Thomson Reuters Foundation'],
};

const BY_NAME = new Map(
  Object.entries(AGENCIES).flatMap(([agency, names]) =>
    names.map((name): [string, string] => [name.toLowerCase(), agency]),
  ),
);

/** The usual name of the agency in a credit; undefined if it is not in the table. `AFP/Getty` is AFP. */
export function agencyOf(credit: string): string | undefined {
  const text = credit
    .trim()
    .replace(/[=.]+$/, '')
    .trim();
  return BY_NAME.get(text.toLowerCase()) ?? BY_NAME.get(text.split(/\s*[/,&]\s*/)[0]?.toLowerCase() ?? '');
}

/** Whether a credit in parentheses can be an agency that is not in the table: a few words that each begin with a capital. */
export function looksLikeAgency(credit: string): boolean {
  const words = credit.trim().split(/\s+/);
  return (
    words.length <= 5 &&
    /^\p{Lu}/u.test(credit) &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}.&'’-]*$/u.test(word) || /^(?:of|the|and|de|du|la)$/.test(word))
  );
}
