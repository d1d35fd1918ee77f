/** The articles are in `articles/`, with fields as Dateline has them. Their text is Markdown only, with no templates in it. */
export default function (config) {
  config.addGlobalData('sections', [
    'security',
    'diplomacy',
    'energy',
    'climate',
    'space',
    'technology',
    'economy',
    'health',
  ]);
  config.addCollection('topics', (collections) => {
    const topics = new Map();
    for (const item of newestFirst(collections))
      for (const topic of item.data.topics ?? []) {
        const items = topics.get(topic) ?? [];
        if (items.length < 30) items.push(item);
        topics.set(topic, items);
      }
    return [...topics].map(([name, items]) => ({ name, items }));
  });
  config.addCollection('newest', (collections) => newestFirst(collections).slice(0, 30));
  return { markdownTemplateEngine: false, dir: { includes: '_includes' } };
}

let sorted;

function newestFirst(collections) {
  return (sorted ??= collections
    .getFilteredByGlob('articles/**/*.md')
    .sort((a, b) => Date.parse(b.data.published) - Date.parse(a.data.published)));
}
