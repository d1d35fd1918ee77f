import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadResult } from '../reader.ts';
import { readWire } from './read.ts';

const read = (text: string): ReadResult => {
  const bytes = new TextEncoder().encode(text);
  const [result] = readWire([{ path: 'copy.txt', bytes }], { date: null, collectionSources: [] }).results;
  assert.ok(result);
  return result;
};

const HEADLINE = 'Ferry line returns after a long winter';
const TEXT = `Otsu, Japan (AFP) Jan 13, 2026\n\nThe ferry between the two towns returned on Tuesday after a winter without boats.\n\nThe next boat leaves at noon, and the company hopes for a mild spring.\n`;

/** Headlines, and lines above the text, of copy that is not a story by itself. */
const PARTS = [
  '1ST ADD Ferry line returns after winter',
  '1st Add Ferry',
  '2nd take Ferry line returns',
  'ADD 1 FERRY',
  'ADD 2 Ferry line returns',
  'ADD Ferry line returns',
  'Ferry line returns after winter 2nd take',
  'Ferry line returns after winter 1st add',
  'RECTIFICATIF Le ferry revient après un long hiver',
  'BERICHTIGUNG Fähre fährt wieder',
  'CORRECTED Ferry line returns',
  'CORRECCIÓN Vuelve el ferry',
  'SUITE Le ferry revient',
  'FORTSETZUNG Fähre fährt wieder',
  'Ferry line returns, 1st Add',
  'Ferry line returns, 2nd take',
  'Ferry line returns, Take 2',
  'Ferry line returns -- 2nd Add',
  'Ferry line returns (2nd take)',
  'Ferry line returns (Take 2)',
  'Ferry line returns, ADD1',
  'Ferry line returns =2',
  'Ferry line returns (2/3)',
  'Ferry line returns, take two',
  'Ferry line returns, 3rd take of 4',
  'Ferry line returns (continued)',
  '1st Add: ferry',
  'BC-JP--Ferry, 1st Add,120',
  'BC-JP--Ferry,2nd Take',
  'ADD1 FERRY-LAKE, 2nd add',
  'INSERT',
  'SUB: Ferry',
  'Sub for 3rd graf',
  'SUBS 4th graf',
  'Subs lead',
  'Insert after 3rd graf',
  'Eds: SUBS grafs 3-4 to add a quotation',
  'Pick up 3rd graf',
  'Pickup 4th graf: “The next boat …”',
  'picks up previous 5th graf',
  'Ferry (Teil 2 von 3)',
  'Fähre fährt wieder - 2. Teil',
  'Fortsetzung',
  'Le ferry revient (suite)',
  'Le ferry revient (suite et fin)',
  'Vuelve el ferry (continuación)',
  'Vuelve el ferry, 2a toma',
  'CORRECTION: Ferry story',
  'Correction: Ferry story',
  'Correction',
  'CORRECTED-Ferry line returns',
  'CORRECTED: Ferry line returns',
  'Ferry line returns (CORRECTED)',
  'Ferry line returns (Corrected)',
  'BC-JP--Ferry, CORRECTIVE',
  'BC-JP--Ferry, Correction',
  '(Corrects name of the ferry in 3rd graf)',
  '(Corrects day of the trip)',
  'Corrects 3rd graf',
  'Eds: CORRECTS spelling of the name in graf 2',
  'EDS: Corrects name',
  'ATTENTION - CORRECTS year of the flood ///',
  '(In Jan. 12 story, corrects the length of the ferry)',
  'CLARIFICATION: Ferry story',
  'Clarification: Ferry',
  'This story corrects the name of the ferry.',
  'This version CORRECTS the day',
  'Corrected version',
  'Berichtigung: Fähre fährt wieder',
  'BERICHTIGUNG',
  '(Berichtigung: 2. Absatz)',
  'Achtung: Korrektur',
  'Korrektur: Fähre fährt wieder',
  'Korrigierte Fassung',
  '(Korrigiert: Name der Fähre)',
  'Richtigstellung',
  'CORRECTIF - Le ferry revient',
  'Rectificatif: le ferry revient',
  'Le ferry revient (RECTIFICATIF)',
  'ERRATUM',
  'Version corrigée',
  '(Corrige le nom du ferry)',
  'CORRECCIÓN: Vuelve el ferry',
  'Fe de erratas',
  'Rectificación: vuelve el ferry',
  '(Corrige el nombre del ferry)',
  'CORREÇÃO: ferry volta',
  'Errata',
  'Retificação: ferry volta',
  'ERRATA CORRIGE',
  'Rettifica: torna il traghetto',
  'Correzione: torna il traghetto',
  'CORRECTED-',
  'Ｃｏｒｒｅｃｔｉｏｎ: Ferry story',
];
for (const line of PARTS)
  test(`no story: ${line}`, () => {
    for (const copy of [
      `${line}\n\n${TEXT}`,
      `${line}\n\n${HEADLINE}\n\n${TEXT}`,
      `${HEADLINE}\n\n${line}\n\n${TEXT}`,
    ]) {
      const { article, problems } = read(copy);
      assert.equal(article, null, copy);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['wire-handling-unread'],
      );
      assert.match(problems[0]?.message ?? '', /a take of a story|a correction of a story/);
    }
  });

const BELOW = [
  'Pick up 3rd graf',
  'PICKUP 4th graf',
  'CORRECTION: The ferry is 40 metres long.',
  'Correction: In the first paragraph, the day was wrong.',
  'This story has been corrected to show that the ferry is 40 metres long.',
  'Berichtigung: Die Fähre ist 40 Meter lang.',
  '(Corrects length of the ferry)',
];
for (const line of BELOW)
  test(`no story, below the text: ${line}`, () => {
    const { article, problems } = read(`${HEADLINE}\n\n${TEXT}\n${line}\n`);
    assert.equal(article, null);
    assert.equal(problems[0]?.code, 'wire-handling-unread');
  });

const WRONG = [
  'In a story on Jan. 12 about the ferry, AFP wrongly said that it sank. It did not.',
  'In a Jan. 12 story about the ferry, The Associated Press reported erroneously that it sank.',
  'In der Meldung vom Montag über die Fähre hieß es irrtümlich, sie sei gesunken.',
  'Dans une dépêche de lundi, l’AFP a écrit par erreur que le ferry avait coulé.',
  'En una noticia del lunes sobre el ferry se dijo por error que se había hundido.',
  'Em notícia de segunda-feira sobre o ferry, foi dito por erro que ele afundou.',
  'Nella notizia di lunedì sul traghetto si diceva per errore che era affondato.',
];
for (const line of WRONG)
  test(`no story, a correction by its first sentence: ${line}`, () =>
    assert.equal(
      read(`Ferry\n\nOTSU, Jan 13, 2026 (AFP) - ${line}\n\nAFP regrets it.\n`).problems[0]?.code,
      'wire-handling-unread',
    ));

const STORIES = [
  'First take on the new budget',
  'Second part of the trial begins',
  'CORRECTION OFFICERS STRIKE',
  'Rectificatif budgétaire adopté par le conseil',
  '1st additional ferry opens',
  'Add 2 eggs and stir',
  'Take 5 minutes to breathe',
  'Take That return to the stage',
  'Take two aspirins, doctors say',
  'Sub sinks off coast',
  'Subs come off the bench to win',
  'Correction in stock markets continues',
  'Market correction: shares fall',
  'House of Correction to close',
  'Corrections officers strike',
  'Teacher corrects the record',
  'Pick up the pieces',
  'Pickup trucks sell well',
  'Insert coin: a history of arcades',
  'Add a pinch of salt',
  'Advert adds to debate',
  'Leeds 2 Hull 1',
  'Teil der Brücke stürzt ein',
  'Zweiter Teil des Prozesses beginnt',
  'Korrektur am Haushalt geplant',
  'Suite royale à Versailles',
  'La suite dans les idées',
  'Corrige la plana al ministro',
  'Seconda parte del processo al via',
  'Update on the ferry',
];
for (const headline of STORIES)
  test(`a story: ${headline}`, () => {
    const { article, problems } = read(`${headline}\n\n${TEXT}`);
    assert.deepEqual(problems, []);
    assert.equal(article?.fields.headline, headline);
  });

const MORE = [
  '(MORE)',
  'more follows',
  'More to come',
  'mehr folgt',
  'Fortsetzung folgt',
  'à suivre',
  'Sigue',
  '(segue)',
];
for (const line of MORE)
  test(`a first take is imported, with a warning: ${line}`, () => {
    const { article, problems } = read(`${HEADLINE}\n\n${TEXT}\n${line}\n`);
    assert.ok(article?.body.endsWith('mild spring.\n'));
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['wire-take-missing', 'warning']],
    );
  });

const REVISIONS = [
  `UPDATE 2-${HEADLINE}\n\n${TEXT}`,
  `WRAPUP 1-${HEADLINE}\n\n${TEXT}`,
  `REFILE-${HEADLINE}\n\n${TEXT}`,
  `BC-JP--Ferry, 1st Ld-Writethru,1140\n\n${HEADLINE}\n\n${TEXT}`,
  `JAPAN-FERRY/ (UPDATE 1, PIX)\n\n${HEADLINE}\n\n${TEXT}`,
];
for (const copy of REVISIONS)
  test(`a complete later version: ${copy.split('\n')[0]}`, () => {
    const { article } = read(copy);
    assert.deepEqual([article?.fields.headline, article?.revises], [HEADLINE, true]);
  });
