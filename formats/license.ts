import type { Edition } from '../newsroom/edition/edition.ts';
import { element, emptyElement, textElement, xmlDocument } from './xml.ts';

/**
 * The terms on which machines may use the site (rule O6; RSL 1.0, https://rslstandard.org/rsl): one licence for each offer.
 * Each licence is for the whole site, and each repeats what is prohibited, because it is valid without the others.
 * Undefined if the newsroom has no terms.
 */
export function writeLicense(edition: Edition): string | undefined {
  const { license, publisher, name } = edition.site;
  if (!license) return undefined;
  const { offers, prohibits, contact, terms } = license;
  const forbidden = prohibits.length > 0 ? textElement('prohibits', prohibits.join(' '), { type: 'usage' }) : '';
  const licenses = offers.map(({ permits, payment, standard, custom }) => {
    const ways = textElement('standard', standard) + textElement('custom', custom);
    return element(
      'license',
      '\n' +
        textElement('permits', permits.join(' '), { type: 'usage' }) +
        forbidden +
        (ways === '' ? emptyElement('payment', { type: payment }) : element('payment', ways, { type: payment })),
    );
  });
  const onWeb = contact?.includes('://') ?? false;
  const owner = textElement('copyright', publisher?.name ?? name, {
    type: 'organization',
    contactEmail: onWeb ? undefined : contact,
    contactUrl: onWeb ? contact : undefined,
  });
  const all = licenses.length > 0 ? licenses.join('') : element('license', `\n${forbidden}`);
  return xmlDocument(
    element(
      'rsl',
      `\n${element('content', `\n${all}${owner}${textElement('terms', terms)}`, {
        // A path as in robots.txt (RFC 9309): the whole site.
        url: '/',
      })}`,
      { xmlns: 'https://rslstandard.org/rsl' },
    ),
  );
}
