/** A host as hosts are compared: in lower case, without `www.` and without a dot at the end. It has no port. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

/** The host of a valid absolute address, as hosts are compared. */
export function hostOfAddress(url: string): string {
  return plainHost(new URL(url).hostname);
}
