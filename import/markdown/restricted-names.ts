/** Names of shortcodes, tags, components and classes by which other systems keep a part of a text from some readers. */

const WORDS = new Set(
  `if unless ifdef ifndef private draft drafts internal hidden hide secret confidential embargo embargoed todo wip
   login logged auth authenticated authorized role roles cap capability capabilities staff admin admins editor editors
   user users visitor visitors guest guests patron patrons patreon donor donors env environment dev debug preview access
   paid gate gated lock locked password passphrase registered spoiler when`.split(/\s+/),
);
const BEGINNINGS =
  /^(?:non)?(?:members?|membership|subscri|restrict|protect|paywall|premium|unpublish|loggedin|notloggedin)/;

/** Whether a name can only mean that its text is not for everybody: `members_only`, `if-draft`, `PaywallBox`, `s2If`. */
export function isRestricted(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some((word) => WORDS.has(word) || BEGINNINGS.test(word));
}

const HIDING_CLASS =
  /^(?:(?:d|u|is|pm|tw|w3|ui|util|content|visibility)-)?(?:hidden|hide|none|invisible|display-none|no-display|not-visible|nodisplay|visually-hidden|visuallyhidden|sr-only|screen-reader-text|screen-reader-only|print-only|private|draft|internal|confidential|secret|premium|paywall|paywalled)$|^(?:(?:for-)?(?:members?|subscribers?|paid|staff|internal|drafts?|private|admins?|editors?|premium|logged-?in|dev|preview)-?(?:only|content)|members|subscribers|paywall-.*|editors?-notes?-internal)$/i;

/** Whether a class hides its element. */
export const isHidingClass = (name: string): boolean => HIDING_CLASS.test(name);
