/** The line by which copy says that it is not complete. */
export const MORE_FOLLOWS =
  /^\W*(?:more|more to (?:come|follow)|more follows|mehr folgt|(?:mehr|details|weitere(?:s| meldungen)?) (?:folgt|folgen|in k[üu]rze)|fortsetzung folgt|folgt|wird fortgesetzt|to be continued|[àa] suivre|suite suit|suit|(?:plus )?d['’]informations [àa] suivre|d[ée]veloppement suit|sigue|seguir[áa]|habr[áa] ampliaci[óo]n|ampliaci[óo]n|contin[úu]a|continua|em atualiza[cç][ãa]o|mais (?:informa[cç][õo]es )?em breve|segue|seguono aggiornamenti|in aggiornamento)\W*$/i;

/** Lines that are for editors and not for readers. They go to the log. */
interface Advisory {
  rule: string;
  pattern: RegExp;
}

const ADVISORIES: readonly Advisory[] = [
  {
    rule: 'advisory-editors',
    pattern:
      /^(?:(?:notes?|nota|hinweis|avis|aviso|avviso)\s+(?:to|a|an|aux?|para|per)\s+(?:(?:the|los|las|os|as|le|i|gli|les|die)\s+)?)?(?:eds?|editors?|redaktion(?:en)?|r[ée]dactions?|redacciones|editores|reda[cç][õo]es|redazioni)(?:['’]? note)?:\s/i,
  },
  {
    rule: 'advisory-attention',
    pattern:
      /^(?:attention(?=\W*$|\s*[:!,–—/-]|\s+(?:to\s+|all\s+|the\s+|[àa]\s+|aux\s+|les\s+|news\s+|photo\s+|picture\s+)*(?:eds?|editors?|desks?|newsrooms?|clients?|subscribers|customers|users|members|broadcasters)\b|\s+r[ée]dact)|(?:achtung|atenci[óo]n|aten[cç][ãa]o|attenzione) (?:redaktion|redacci|editores|reda[cç]|redazion)).*$/i,
  },
  // What may not be published at once is refused, so this is all that a line about release can be.
  {
    rule: 'advisory-release',
    pattern:
      /^\W*(?:for immediate (?:release|publication|use)|zur sofortigen ver[öo]ffentlichung|pour (?:publication|diffusion) imm[ée]diate|para (?:publicaci[óo]n|difusi[óo]n) inmediata|para (?:publica[cç][ãa]o|divulga[cç][ãa]o) imediata|per (?:la )?pubblicazione immediata|(?:no|not|kein|nicht|sans|sin|sem|senza) embargo(?:ed)?|embargo: (?:none|no|keine?|aucun|ninguno|nenhum|nessuno))\W*$/i,
  },
  {
    rule: 'advisory-update',
    pattern:
      /^\((?:adds?|updates?|updating|recasts?|rewrites?|refiles?|repeats?|changes?|deletes?|removes?|inserts?|fixes|restores?|writes? through|with|new throughout|neu|aktualisiert|erg[äa]nzt|ajoute|actualise|pr[ée]cise|a[ñn]ade|agrega|actualiza|ampl[íi]a|acrescenta|atualiza|actualiza|aggiorna|aggiunge)(?![\p{L}])[^()]*\)$/iu,
  },
  {
    rule: 'advisory-slugline',
    pattern: /^\((?:pix|graphic|video|picture|file photo|repetition|more|eds?)\b[^()]*\)$/i,
  },
  {
    rule: 'advisory-pictures',
    pattern:
      /^\W*with (?:an? )?(?:(?:AP|AFP|Reuters|EPA|EFE|dpa|ANSA) )?(?:photos?|pictures?|pix|graphics?|video)(?:(?:,| and|, and) (?:(?:AP|AFP|Reuters|EPA|EFE|dpa|ANSA) )?(?:photos?|pictures?|pix|graphics?|video))*\W*$/i,
  },
  {
    rule: 'advisory-urgent',
    pattern:
      /^\W*(?:urgent|bulletin|flash|alert|apnewsalert|newsalert|breaking(?: news)?|snap|lead|wrap|eilmeldung|eilt?|blitz|alerte|urgente|[úu]ltima hora|lanzamiento|eds:.*)\W*$/i,
  },
  { rule: 'advisory-more', pattern: MORE_FOLLOWS },
  { rule: 'advisory-slashes', pattern: /^.{1,80}\/{3}$/ },
];

/** The rule by which a line is an advisory; null if the line is for readers. */
export const advisoryRule = (text: string): string | null =>
  ADVISORIES.find(({ pattern }) => pattern.test(text))?.rule ?? null;
