import { documentPaths } from '../formats/outputs.ts';
import type { OwnAddresses } from '../newsroom/model/own-addresses.ts';
import { alternateFormats } from '../site/addresses/alternates.ts';
import { feedFormats } from '../site/addresses/feeds.ts';
import { collectionFolders, sharePath, siteFolders } from '../site/addresses/routes.ts';
import { iconForms } from '../site/icon.ts';
import { searchFeedPath, searchPath } from '../site/addresses/search.ts';
import { notFoundPath } from './page-maker.ts';

/** Pages without a file of the newsroom. */
const pages = ['/', '/about', '/topics', '/corrections', searchPath, '/latest', '/archive', notFoundPath];
const files = ['/healthz', searchFeedPath, ...Object.keys(iconForms)];
/** Folders of collections that have files, and so may have old addresses in them. */
const { topic, person, storyline } = collectionFolders;
const fileFolders: readonly string[] = [topic, person, storyline];
/** Folders in which only the site has addresses. */
const folders = [
  'images',
  'fonts',
  '_next',
  'sitemaps',
  'corrections',
  ...Object.values(collectionFolders).filter((folder) => !fileFolders.includes(folder)),
];

const number = '/page/[1-9]\\d*';
const feeds = `(?:${number})?/${oneOf(feedFormats.map(({ name }) => name))}`;
const day = '/\\d{4}/\\d\\d/\\d\\d';

/** The addresses that this site answers itself, whatever the aliases of the newsroom are. */
export const ownAddresses: OwnAddresses = {
  own: whole(
    oneOf([...pages, ...files, ...documentPaths, sharePath('/')]),
    `/${oneOf(folders)}(?:/.*)?`,
    feeds,
    `/latest${number}`,
    `/${oneOf([person, storyline])}(?:${number})?`,
    `/${oneOf(fileFolders)}/[^/]+(?:${number}|${feeds})`,
    `/${topic}/[^/]+/links`,
    `/languages/[^/]+(?:${number}|${feeds})?`,
    `/\\d{4}(?:/\\d\\d)?|${day}(?:${number})?`,
  ),
  taken: whole(`/${oneOf(siteFolders)}(?:/.*)?`, '/\\d{4}(?:/.*)?'),
  below: whole(
    `(${day}/[^/]+?)(?:/related|/history(?:/\\d+)?|${oneOf([sharePath(''), ...alternateFormats.map(({ ending }) => ending)])})`,
  ),
};

function oneOf(texts: readonly string[]): string {
  return `(?:${texts.map((text) => text.replaceAll('.', String.raw`\.`)).join('|')})`;
}

function whole(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}
