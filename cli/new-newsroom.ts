import { randomUUID } from 'node:crypto';
import { writeFrontMatter } from '../newsroom/intake/front-matter.ts';
import type { Instant } from '../newsroom/model/instant.ts';

/** What a new newsroom is made of. */
export interface NewNewsroom {
  name: string;
  /** BCP 47. */
  language: string;
  /** IANA name. */
  timezone: string;
  /** When the first article is published, with the offset of the time zone. */
  published: Instant;
}

/** The files of a small newsroom, by their paths: it passes the check, and each file shows what can be written into it. */
export function newNewsroom({ name, language, timezone, published }: NewNewsroom): Record<string, string> {
  const day = published.slice(0, 10).replaceAll('-', '/');
  const address = `/${day}/our-first-story`;
  const english = /^en\b/i.test(language);
  return {
    'site.yaml': siteFile(name, language, timezone, english ? `News from ${name}.` : undefined),
    'topics/local.mdx': writeFrontMatter(
      { title: 'Local news', standfirst: 'What happens in our town.', order: 1, accent: 'teal' },
      '',
    ),
    'people/editor.mdx': writeFrontMatter({ name: 'The editor', role: 'Editor' }, `The editor of ${plain(name)}.`),
    [`articles${address}.mdx`]: writeFrontMatter(
      {
        id: `urn:uuid:${randomUUID()}`,
        headline: 'Our first story',
        standfirst: 'Replace this text with a story, save the file, and reload the page.',
        published,
        byline: ['editor'],
        topics: ['local'],
        ...(!english && { lang: 'en' }),
        image: {
          src: 'harbour.svg',
          alt: 'Two sails in front of low hills in the morning',
          caption: 'A picture of yours goes into the folder images.',
          credit: 'Drawing: Dateline',
        },
      },
      firstStory,
    ),
    'images/harbour.svg': drawing,
    'pages/about.mdx': writeFrontMatter(
      { title: `About ${name}` },
      'Say who makes this newspaper, for whom, and who pays for it.',
    ),
    'pages/contact.mdx': writeFrontMatter(
      { title: 'Contact', description: 'How to reach the newsroom.', policy: 'feedback' },
      'Say how readers can reach you: a post address, a telephone number, an e-mail address.',
    ),
    'theme.css': theme,
    'README.md': readme(name),
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
timezone: ${timezone}
${description === undefined ? '' : `description: ${JSON.stringify(description)}\n`}publisher:
  name: ${JSON.stringify(name)}
menu: [/contact]

# Take away the # at the beginning of a line to use it. Pictures are files in the folder images.
# logo: logo.svg                          # in place of the name; or { light: logo.svg, dark: logo-dark.svg }
# icon: icon.png                          # square; all icons of the site are made from it
# accent: teal                            # red, teal, blue, amber, green or violet: the colour of pages outside the sections
# contact: { email: desk@paper.example, telephone: "+43 1 234 56" }
# social: ["https://social.example/@paper"]
`;
}

function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>{}#&|~]/g, '\\$&');
}

const firstStory = `This file is \`articles/\`, the day, and its name. Its path is the address of the story. The lines between the two
\`---\` are its fields; only \`id\`, \`headline\` and \`published\` are required.

## A crosshead

Write paragraphs with an empty line between them, *emphasis*, [links](/contact) and lists:

- a saved file is on the page a moment later,
- \`npx dateline check\` lists what is wrong in the folder.

<FactBox title="In short">
Elements such as this box are in docs/writing.md.
</FactBox>
`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">
  <title>Two sails in front of low hills in the morning</title>
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

function readme(name: string): string {
  return `# ${plain(name)}

This folder is a newspaper. Dateline, which is in another folder, makes a site of it. In the folder of Dateline:

\`\`\`sh
npx dateline start PATH-OF-THIS-FOLDER      # http://localhost:3000
npx dateline check PATH-OF-THIS-FOLDER      # lists what is wrong, with the line and how to correct it
npx dateline preview PATH-OF-THIS-FOLDER    # shows drafts, on your machine only
\`\`\`

| file or folder | what it is |
|---|---|
| \`site.yaml\` | the name, the address, the language and other settings |
| \`articles/YYYY/MM/DD/slug.mdx\` | a story; \`npx dateline new "Headline" --content PATH-OF-THIS-FOLDER\` makes one |
| \`topics/\` | sections and topics |
| \`people/\` | who writes |
| \`pages/\` | pages such as /contact and /about |
| \`images/\` | pictures; an \`icon\` and a \`logo\` are named in \`site.yaml\` |
| \`theme.css\` | colours and sizes |

Delete the first story, its picture and its texts when you have your own. Keep the folder in git: then each story shows its versions.
`;
}
