/**
 * Words that reverse the meaning of a sentence, in the languages of most copy. Other languages are protected by the rules
 * for short words, first letters and names in `typo.ts`.
 */
export const negations: ReadonlySet<string> = new Set(
  (
    'no not nor none never neither nobody nothing nowhere without cannot hardly barely ' +
    'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne nein weder noch ' +
    'ne non pas ni jamais sans aucun aucune rien personne ' +
    'nunca sin nada nadie ningún ninguna ninguno tampoco ' +
    'mai senza nessuno nessuna niente nulla né ' +
    'não nem sem ninguém nenhum nenhuma ' +
    'niet geen nooit niemand zonder'
  ).split(' '),
);

/** `can’t`, `wouldn't` */
export const contractedNegation = /n['’]t$/;

/** Numbers in words. */
export const numberWords: ReadonlySet<string> = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands ' +
    'million millions billion billions trillion trillions dozen dozens half halves third thirds quarter quarters ' +
    'first second fourth fifth sixth seventh eighth ninth tenth once twice double triple per percent percentage ' +
    'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend millionen milliarde milliarden ' +
    'billionen prozent deux trois quatre cinq sept huit neuf dix cent cents mille milliard milliards pourcent ' +
    'dos tres cuatro cinco seis siete ocho nueve diez ciento cientos mil millón millones'
  ).split(' '),
);
