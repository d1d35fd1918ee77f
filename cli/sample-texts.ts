import { isOtherLanguage } from '../site/words/language.ts';
import type { tables } from '../site/words/words-of.ts';

/** The texts of a new newsroom in one language. `{name}` is the name of the newspaper, and `{check}` the command that checks it. */
export interface SampleTexts {
  /** What the newspaper is, in `site.yaml`. */
  description: string;
  section: { title: string; standfirst: string };
  editor: { name: string; role: string; biography: string };
  story: { headline: string; standfirst: string; body: string };
  picture: { alt: string; caption: string; credit: string };
  about: { title: string; text: string };
  contact: { title: string; description: string; text: string };
}

/** The texts for a language, and the language that they are in: English if there are none in it. */
export function sampleTexts(language: string): { texts: SampleTexts; lang: string } {
  const found = Object.entries<SampleTexts>(samples).find(([tag]) => !isOtherLanguage(tag, language));
  return found ? { texts: found[1], lang: language } : { texts: samples.en, lang: 'en' };
}

/** One for each language that the site has words in. */
const samples: Record<keyof typeof tables, SampleTexts> = {
  en: {
    description: 'News from {name}.',
    section: { title: 'Local news', standfirst: 'What happens in our town.' },
    editor: { name: 'The editor', role: 'Editor', biography: 'The editor of {name}.' },
    story: {
      headline: 'Our first story',
      standfirst: 'Replace this text with a story, save the file, and reload the page.',
      body: `The path of this file is the address of the story: its day, and its name. The lines between the two \`---\` are its
fields; only \`id\`, \`headline\` and \`published\` are required.

## A crosshead

Write paragraphs with an empty line between them, *emphasis*, [links](/contact) and lists:

- a saved file is on the page a moment later,
- \`{check}\` lists what is wrong in the folder.

<FactBox title="In short">
Elements such as this box are in docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'Two sails in front of low hills in the morning',
      caption: 'A picture of yours goes into the folder images.',
      credit: 'Drawing: Dateline',
    },
    about: { title: 'About {name}', text: 'Say who makes this newspaper, for whom, and who pays for it.' },
    contact: {
      title: 'Contact',
      description: 'How to reach the newsroom.',
      text: 'Say how readers can reach you: a post address, a telephone number, an e-mail address.',
    },
  },
  fr: {
    description: 'L’actualité de {name}.',
    section: { title: 'Actualité locale', standfirst: 'Ce qui se passe dans notre ville.' },
    editor: { name: 'La rédaction', role: 'Rédaction', biography: 'La rédaction de {name}.' },
    story: {
      headline: 'Notre premier article',
      standfirst: 'Remplacez ce texte par un article, enregistrez le fichier et rechargez la page.',
      body: `Le chemin de ce fichier est l’adresse de l’article : son jour et son nom. Les lignes entre les deux \`---\` sont ses
champs ; seuls \`id\`, \`headline\` et \`published\` sont obligatoires.

## Un intertitre

Écrivez des paragraphes séparés par une ligne vide, des mots *accentués*, des [liens](/contact) et des listes :

- un fichier enregistré est sur la page un instant plus tard,
- \`{check}\` énumère ce qui ne va pas dans le dossier.

<FactBox title="En bref">
Les éléments comme cet encadré sont décrits dans docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'Deux voiles devant des collines basses, le matin',
      caption: 'Vos images vont dans le dossier images.',
      credit: 'Dessin : Dateline',
    },
    about: { title: 'À propos de {name}', text: 'Dites qui fait ce journal, pour qui, et qui le finance.' },
    contact: {
      title: 'Contact',
      description: 'Comment joindre la rédaction.',
      text: 'Dites comment vous joindre : une adresse postale, un numéro de téléphone, une adresse électronique.',
    },
  },
  de: {
    description: 'Nachrichten aus {name}.',
    section: { title: 'Lokales', standfirst: 'Was in unserer Stadt geschieht.' },
    editor: { name: 'Die Redaktion', role: 'Redaktion', biography: 'Die Redaktion von {name}.' },
    story: {
      headline: 'Unser erster Artikel',
      standfirst: 'Ersetzen Sie diesen Text durch einen Artikel, speichern Sie die Datei, und laden Sie die Seite neu.',
      body: `Der Pfad dieser Datei ist die Adresse des Artikels: sein Tag und sein Name. Die Zeilen zwischen den beiden \`---\` sind
seine Felder; nur \`id\`, \`headline\` und \`published\` sind Pflicht.

## Eine Zwischenüberschrift

Schreiben Sie Absätze mit einer leeren Zeile dazwischen, *Betontes*, [Links](/contact) und Listen:

- eine gespeicherte Datei ist einen Augenblick später auf der Seite,
- \`{check}\` zeigt, was im Ordner nicht stimmt.

<FactBox title="Kurz gesagt">
Elemente wie dieser Kasten stehen in docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'Zwei Segel vor flachen Hügeln am Morgen',
      caption: 'Ihre Bilder kommen in den Ordner images.',
      credit: 'Zeichnung: Dateline',
    },
    about: {
      title: 'Über {name}',
      text: 'Schreiben Sie, wer diese Zeitung macht, für wen, und wer sie bezahlt.',
    },
    contact: {
      title: 'Kontakt',
      description: 'So erreichen Sie die Redaktion.',
      text: 'Schreiben Sie, wie man Sie erreicht: eine Postadresse, eine Telefonnummer, eine E-Mail-Adresse.',
    },
  },
  es: {
    description: 'Noticias de {name}.',
    section: { title: 'Local', standfirst: 'Lo que pasa en nuestra ciudad.' },
    editor: { name: 'La redacción', role: 'Redacción', biography: 'La redacción de {name}.' },
    story: {
      headline: 'Nuestra primera noticia',
      standfirst: 'Sustituya este texto por una noticia, guarde el archivo y vuelva a cargar la página.',
      body: `La ruta de este archivo es la dirección de la noticia: su día y su nombre. Las líneas entre los dos \`---\` son sus campos;
solo \`id\`, \`headline\` y \`published\` son obligatorios.

## Un ladillo

Escriba párrafos separados por una línea vacía, palabras con *énfasis*, [enlaces](/contact) y listas:

- un archivo guardado está en la página un momento después,
- \`{check}\` enumera lo que está mal en la carpeta.

<FactBox title="En breve">
Los elementos como este recuadro se explican en docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'Dos velas delante de unas colinas bajas por la mañana',
      caption: 'Sus imágenes van en la carpeta images.',
      credit: 'Dibujo: Dateline',
    },
    about: {
      title: 'Acerca de {name}',
      text: 'Diga quién hace este periódico, para quién y quién lo paga.',
    },
    contact: {
      title: 'Contacto',
      description: 'Cómo ponerse en contacto con la redacción.',
      text: 'Diga cómo pueden contactarle los lectores: una dirección postal, un teléfono, un correo electrónico.',
    },
  },
  ar: {
    description: 'أخبار {name}.',
    section: { title: 'أخبار محلية', standfirst: 'ما يحدث في مدينتنا.' },
    editor: { name: 'هيئة التحرير', role: 'تحرير', biography: 'هيئة تحرير {name}.' },
    story: {
      headline: 'خبرنا الأول',
      standfirst: 'ضع خبرًا مكان هذا النص، واحفظ الملف، ثم أعد تحميل الصفحة.',
      body: `مسار هذا الملف هو عنوان الخبر: يومه واسمه. والأسطر التي بين علامتي \`---\` هي حقوله، والمطلوب منها \`id\`
و\`headline\` و\`published\` فقط.

## عنوان فرعي

اكتب فقرات بينها سطر فارغ، وكلمات *مؤكدة*، و[روابط](/contact)، وقوائم:

- يظهر الملف المحفوظ على الصفحة بعد لحظة،
- يعرض الأمر \`{check}\` ما هو خطأ في المجلد.

<FactBox title="باختصار">
عناصر مثل هذا الإطار مشروحة في docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'شراعان أمام تلال منخفضة في الصباح',
      caption: 'توضع صورك في المجلد images.',
      credit: 'رسم: Dateline',
    },
    about: { title: 'عن {name}', text: 'اكتب من يصدر هذه الصحيفة، ولمن، ومن يمولها.' },
    contact: {
      title: 'اتصل بنا',
      description: 'كيف تتصل بهيئة التحرير.',
      text: 'اكتب كيف يتصل بك القراء: عنوان بريدي، ورقم هاتف، وعنوان بريد إلكتروني.',
    },
  },
  he: {
    description: 'חדשות מאת {name}.',
    section: { title: 'חדשות מקומיות', standfirst: 'מה שקורה בעיר שלנו.' },
    editor: { name: 'המערכת', role: 'עריכה', biography: 'המערכת של {name}.' },
    story: {
      headline: 'הכתבה הראשונה שלנו',
      standfirst: 'החליפו את הטקסט הזה בכתבה, שמרו את הקובץ וטענו את הדף מחדש.',
      body: `הנתיב של הקובץ הזה הוא הכתובת של הכתבה: היום שלה והשם שלה. השורות שבין שני הסימנים \`---\` הן השדות שלה; רק
\`id\`, \`headline\` ו־\`published\` הם חובה.

## כותרת ביניים

כתבו פסקאות עם שורה ריקה ביניהן, מילים *מודגשות*, [קישורים](/contact) ורשימות:

- קובץ שנשמר מופיע בדף כעבור רגע,
- הפקודה \`{check}\` מראה מה לא תקין בתיקייה.

<FactBox title="בקצרה">
רכיבים כמו התיבה הזאת מוסברים ב־docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'שני מפרשים לפני גבעות נמוכות בבוקר',
      caption: 'התמונות שלכם נכנסות לתיקייה images.',
      credit: 'ציור: Dateline',
    },
    about: { title: 'על {name}', text: 'כתבו מי עושה את העיתון הזה, בשביל מי, ומי מממן אותו.' },
    contact: {
      title: 'צור קשר',
      description: 'איך פונים למערכת.',
      text: 'כתבו איך הקוראים יכולים לפנות אליכם: כתובת דואר, מספר טלפון, כתובת דוא״ל.',
    },
  },
  ja: {
    description: '{name}のニュース。',
    section: { title: '地域', standfirst: '私たちの町の出来事。' },
    editor: { name: '編集部', role: '編集', biography: '{name}の編集部。' },
    story: {
      headline: '最初の記事',
      standfirst: 'この文章を記事に置き換え、ファイルを保存して、ページを読み込み直してください。',
      body: `このファイルの場所が記事のアドレスになります。日付と名前です。二つの \`---\` の間の行は記事の項目で、必要なのは
\`id\`、\`headline\`、\`published\` だけです。

## 小見出し

段落の間には空の行を入れます。*強調*や[リンク](/contact)、箇条書きも使えます。

- 保存したファイルは、すぐにページに反映されます。
- \`{check}\` は、フォルダーの中の問題を一覧にします。

<FactBox title="要点">
このような囲みの書き方は docs/writing.md にあります。
</FactBox>
`,
    },
    picture: {
      alt: '朝、低い丘の前に浮かぶ二つの帆',
      caption: '写真や図は images フォルダーに入れます。',
      credit: '絵：Dateline',
    },
    about: {
      title: '{name}について',
      text: '誰が、誰のために、どのような資金でこの新聞を作っているのかを書いてください。',
    },
    contact: {
      title: 'お問い合わせ',
      description: '編集部への連絡方法。',
      text: '読者からの連絡先を書いてください。住所、電話番号、メールアドレスなどです。',
    },
  },
  ko: {
    description: '{name}의 뉴스.',
    section: { title: '지역', standfirst: '우리 동네에서 일어나는 일.' },
    editor: { name: '편집부', role: '편집', biography: '{name} 편집부.' },
    story: {
      headline: '우리의 첫 기사',
      standfirst: '이 글을 기사로 바꾸고 파일을 저장한 다음 페이지를 새로 고치세요.',
      body: `이 파일의 경로가 기사의 주소가 됩니다. 날짜와 이름입니다. 두 \`---\` 사이의 줄은 기사의 항목이며, 꼭 필요한 것은
\`id\`, \`headline\`, \`published\`뿐입니다.

## 중간 제목

문단 사이에는 빈 줄을 둡니다. *강조*, [링크](/contact), 목록도 쓸 수 있습니다.

- 저장한 파일은 곧바로 페이지에 나타납니다.
- \`{check}\` 명령은 폴더에서 잘못된 것을 보여 줍니다.

<FactBox title="요약">
이런 상자를 쓰는 방법은 docs/writing.md에 있습니다.
</FactBox>
`,
    },
    picture: {
      alt: '아침에 낮은 언덕 앞에 있는 돛 두 개',
      caption: '사진은 images 폴더에 넣습니다.',
      credit: '그림: Dateline',
    },
    about: { title: '{name} 소개', text: '누가, 누구를 위해, 어떤 돈으로 이 신문을 만드는지 쓰세요.' },
    contact: {
      title: '연락처',
      description: '편집부에 연락하는 방법.',
      text: '독자가 연락할 방법을 쓰세요. 우편 주소, 전화번호, 이메일 주소 등입니다.',
    },
  },
  'zh-Hans': {
    description: '{name}的新闻。',
    section: { title: '本地', standfirst: '我们城里发生的事。' },
    editor: { name: '编辑部', role: '编辑', biography: '{name}编辑部。' },
    story: {
      headline: '我们的第一篇报道',
      standfirst: '请把这段文字换成一篇报道，保存文件，再刷新页面。',
      body: `这个文件的路径就是报道的网址，即日期和文件名。两行 \`---\` 之间是报道的字段，必填的只有
\`id\`、\`headline\` 和 \`published\`。

## 小标题

段落之间空一行。还可以写*强调*、[链接](/contact)和列表：

- 保存的文件很快就会出现在页面上；
- \`{check}\` 会列出文件夹里的问题。

<FactBox title="要点">
这样的文本框怎么写，请看 docs/writing.md。
</FactBox>
`,
    },
    picture: {
      alt: '清晨，低矮的山丘前有两面船帆',
      caption: '图片放在 images 文件夹里。',
      credit: '绘图：Dateline',
    },
    about: { title: '关于{name}', text: '请写明谁办这份报纸，为谁而办，资金从哪里来。' },
    contact: {
      title: '联系我们',
      description: '如何联系编辑部。',
      text: '请写明读者怎样联系你们：通信地址、电话号码、电子邮箱。',
    },
  },
  pt: {
    description: 'Notícias de {name}.',
    section: { title: 'Local', standfirst: 'O que acontece na nossa cidade.' },
    editor: { name: 'A redação', role: 'Redação', biography: 'A redação de {name}.' },
    story: {
      headline: 'A nossa primeira notícia',
      standfirst: 'Substitua este texto por uma notícia, guarde o ficheiro e recarregue a página.',
      body: `O caminho deste ficheiro é o endereço da notícia: o dia e o nome. As linhas entre os dois \`---\` são os seus campos; só
\`id\`, \`headline\` e \`published\` são obrigatórios.

## Um entretítulo

Escreva parágrafos separados por uma linha vazia, palavras com *ênfase*, [ligações](/contact) e listas:

- um ficheiro guardado está na página um instante depois,
- \`{check}\` enumera o que está errado na pasta.

<FactBox title="Em resumo">
Elementos como esta caixa são explicados em docs/writing.md.
</FactBox>
`,
    },
    picture: {
      alt: 'Duas velas diante de colinas baixas, de manhã',
      caption: 'As suas imagens vão para a pasta images.',
      credit: 'Desenho: Dateline',
    },
    about: { title: 'Sobre {name}', text: 'Diga quem faz este jornal, para quem, e quem o paga.' },
    contact: {
      title: 'Contacto',
      description: 'Como falar com a redação.',
      text: 'Diga como os leitores o podem contactar: uma morada, um telefone, um endereço de correio eletrónico.',
    },
  },
};
