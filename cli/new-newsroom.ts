import { randomUUID } from 'node:crypto';
import { writeFrontMatter } from '../newsroom/intake/front-matter.ts';
import type { Instant } from '../newsroom/model/instant.ts';
import { sampleTexts } from './sample-texts.ts';

/** What a new newsroom is made of. */
export interface NewNewsroom {
  name: string;
  /** The path of its folder, as a shell takes it. */
  folder: string;
  /** BCP 47. */
  language: string;
  /** IANA name. */
  timezone: string;
  /** When the first article is published, with the offset of the time zone. */
  published: Instant;
}

/** The files of a small newsroom, by their paths: it passes the check, and each file shows what can be written into it. */
export function newNewsroom({ name, folder, language, timezone, published }: NewNewsroom): Record<string, string> {
  const day = published.slice(0, 10).replaceAll('-', '/');
  const address = `/${day}/our-first-story`;
  const { texts, lang } = sampleTexts(language);
  const { section, editor, story, picture, about, contact } = texts;
  const named = (text: string): string => text.replaceAll('{name}', () => name);
  const check = `npx dateline check ${/^[\w./~-]+$/.test(folder) ? folder : 'FOLDER'}`;
  return {
    'site.yaml': siteFile(name, language, timezone, lang === language ? named(texts.description) : undefined),
    'topics/local.mdx': writeFrontMatter({ ...section, order: 1, accent: 'teal' }, ''),
    'people/editor.mdx': writeFrontMatter(
      { name: editor.name, role: editor.role },
      editor.biography.replaceAll('{name}', () => plain(name)),
    ),
    [`articles${address}.mdx`]: writeFrontMatter(
      {
        id: `urn:uuid:${randomUUID()}`,
        headline: story.headline,
        standfirst: story.standfirst,
        published,
        byline: ['editor'],
        topics: ['local'],
        ...(lang !== language && { lang }),
        image: { src: 'harbour.svg', ...picture },
      },
      story.body.replaceAll('{check}', () => check),
    ),
    'images/harbour.svg': drawing.replace('{title}', () => picture.alt),
    'pages/about.mdx': writeFrontMatter({ title: named(about.title) }, about.text),
    'pages/contact.mdx': writeFrontMatter(
      { title: contact.title, description: contact.description, policy: 'feedback' },
      contact.text,
    ),
    'theme.css': theme,
    'README.md': readme(name, folder, address),
    '.gitignore': '# The store and the cached pages. They are made from the other files.\n.dateline/\n',
  };
}

/** A text of JSON is one of YAML too, whatever characters it has. */
function siteFile(name: string, language: string, timezone: string, description: string | undefined): string {
  return `# The settings of the newspaper. All of them are in docs/writing.md and docs/own-newsroom.md of Dateline.
name: ${JSON.stringify(name)}
# The address at which readers will find it: https:// and a host. Change it before you publish.
url: http://localhost:3000
language: ${language}
# Dates and days are those of this time zone: a continent and a city, such as Europe/Vienna, or UTC.
timezone: ${timezone}
${description === undefined ? '' : `description: ${JSON.stringify(description)}\n`}publisher:
  name: ${JSON.stringify(name)}
menu: [/contact]

# Take away the # at the beginning of a line to use it. Pictures are files in the folder images.
# logo: { light: logo.svg, dark: logo-dark.svg }   # in place of the name. A dark logo alone cannot be seen on dark paper
# icon: icon.png                          # square; all icons of the site are made from it
# accent: teal                            # red, teal, blue, amber, green or violet: the colour of pages outside the sections
# contact: { email: desk@paper.example, telephone: "+43 1 234 56" }
# social: ["https://social.example/@paper"]
`;
}

function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>{}#&|~]/g, '\\$&');
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">
  <title>{title}</title>
  <rect width="1600" height="900" fill="#f3e3c8"/>
  <circle cx="1140" cy="400" r="110" fill="#f0a35e"/>
  <path d="M0 470q180-120 380-50t420-10 430 0 370-30v520H0z" fill="#8aa5a0"/>
  <path d="M0 520q260-70 520-20t540 0 540-20v420H0z" fill="#4f7f86"/>
  <path d="M0 600q400-40 800 0t800 0v300H0z" fill="#2d5d68"/>
  <path d="M470 640V330q130 150 150 310zM450 640V390q-80 120-110 250z" fill="#fdf8ee"/>
  <path d="M320 655h320l-40 50H370z" fill="#1d3b43"/>
  <path d="M980 590V400q80 90 95 190zM966 590V440q-50 70-68 150z" fill="#fdf8ee"/>
  <path d="M886 600h200l-26 32H916z" fill="#1d3b43"/>
  <path d="M1040 720h200M240 790h260M760 830h330" stroke="#7fa9ab" stroke-width="6" stroke-linecap="round"/>
</svg>
`;

const theme = `/* Colours and sizes of this newspaper. Take the marks of the comment away to use a line; docs/own-newsroom.md of
   Dateline lists all of them. The first colour is for the light scheme, the second for the dark one. */
:root {
  /* --paper: light-dark(#ffffff, #101214); */
  /* --teal: light-dark(#0c6170, #6cc7d6); */
}
`;

function readme(name: string, folder: string, address: string): string {
  return `# ${plain(name)}

This folder is a newspaper. Dateline, which is in another folder, makes a site of it. In the folder of Dateline:

\`\`\`sh
npx dateline start ${folder}      # http://localhost:3000
npx dateline check ${folder}      # lists what is wrong, with the line and how to correct it
npx dateline preview ${folder}    # http://localhost:3001: also drafts, on your machine only
npx dateline new "Headline" --content ${folder}    # a new story, a draft
\`\`\`

| file or folder | what it is |
|---|---|
| \`site.yaml\` | the name, the address, the language, the time zone and other settings |
| \`articles/YYYY/MM/DD/slug.mdx\` | a story |
| \`topics/\` | sections and topics |
| \`people/\` | who writes |
| \`pages/\` | pages such as /contact and /about |
| \`images/\` | pictures; an \`icon\` and a \`logo\` are named in \`site.yaml\` |
| \`theme.css\` | colours and sizes |
| \`front.yaml\` | if you write one: what leads the front page, and in which order the rest follows |
| \`storylines/\` | if you write any: running stories, each with a page |
| \`places.yaml\` | if you write one: where places are, for maps, and how else they are spelt |
| \`titles/\` | if you write any: several sites over the same stories, each with a name and an address |

docs/own-newsroom.md of Dateline is about the first steps, and docs/writing.md about all files and fields.

Delete the first story, \`articles${address}.mdx\`, and its picture when you have your own, and write your own texts in \`pages/\`. As long as \`url\` in \`site.yaml\` is
http://localhost:3000, you can delete stories as you like. After that readers know their addresses, so \`check\` asks you for each one what its address should say.

Keep the folder in git: then each story shows its versions.
`;
}
