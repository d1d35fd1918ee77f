import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './language.ts';

const TEXTS: [string, string | undefined][] = [
  ['The mayors of the two towns met on Tuesday and said that they would weigh a common wall, which is not new.', 'en'],
  [
    'Die Bürgermeister der beiden Städte haben sich am Dienstag getroffen und über eine Mauer gesprochen, die nicht neu ist.',
    'de',
  ],
  [
    'Les maires des deux villes se sont rencontrés mardi pour parler de la digue qui est prévue dans le port et sur la côte.',
    'fr',
  ],
  [
    'Los alcaldes de las dos ciudades se reunieron el martes para hablar de la muralla que se prevé en el puerto, según fuentes.',
    'es',
  ],
  [
    'Os presidentes das duas câmaras reuniram-se na terça-feira para falar do muro que não é novo e foi pedido pela cidade.',
    'pt',
  ],
  [
    'I sindaci delle due città si sono incontrati martedì per parlare della diga che è prevista nel porto e non è nuova.',
    'it',
  ],
  ['Towns weigh wall', undefined],
  [
    'Dwa miasta rozmawiały we wtorek o wspólnym murze, który nie jest nowy, powiedział burmistrz w rozmowie z dziennikarzami.',
    undefined,
  ],
];
for (const [text, lang] of TEXTS) test(`language: ${lang} ${text}`, () => assert.equal(languageOf(text), lang));
