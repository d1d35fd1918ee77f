/** English words that say nothing of what a text is about. In other languages rarity alone decides. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after all also an and are as at be been but by can for from had has have he her his how if in into is it its
  may more most new no not of on one or other our out over per said say says she so some such than that the their them
  then there these they this those to two under up us via was we were what when where which while who will with would
  you your`.split(/\s+/),
);
