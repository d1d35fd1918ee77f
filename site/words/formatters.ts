/** English without a country has British dates: 13 January 2026. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** Makes a thing once for each key, such as a formatter for each language: `Intl` takes long to make one. */
export function onceForEach<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = make(key);
      known.set(key, found);
    }
    return found;
  };
}
