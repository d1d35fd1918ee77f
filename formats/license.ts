import type { Edition } from '../newsroom/edition/edition.ts';
import { element, emptyElement, textElement, xmlDocument } from './xml.ts';

/**
 * On which terms machines may use the site (rule O6; RSL 1.0, https://rslstandard.org/rsl): one licence for each offer,
 * over everything. What is prohibited stands in each, since each holds by itself. `undefined` where the newsroom says nothing.
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
