const titles = /^((?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\.?(?:\s+(?:Dr|Prof)\.?)*)\s+(?=\S)/;
const degrees =
  /(?:,\s*|\s+(?=Ph\.?\s?D))((?:Ph\.?\s?D|M\.?D|J\.?D|Ed\.?D|D\.?Phil|MBA|MPH|MPA|MSc|M\.?A|RN|CPA|Esq)\.?(?:,\s*[A-Z][\w.]*)*)$/;

/** A person's name for machines. Titles and degrees have their own properties and are not in the name (rule D4). */
export function personName(written: string): { name: string; honorificPrefix?: string; honorificSuffix?: string } {
  const [, honorificPrefix] = titles.exec(written) ?? [];
  const [, honorificSuffix] = degrees.exec(written) ?? [];
  return {
    name: written.replace(titles, '').replace(degrees, ''),
    ...(honorificPrefix !== undefined && { honorificPrefix }),
    ...(honorificSuffix !== undefined && { honorificSuffix }),
  };
}
