import { documentPaths } from '../formats/outputs.ts';
import type { OwnAddresses } from '../newsroom/model/own-addresses.ts';
import { alternateFormats } from '../site/addresses/alternates.ts';
import { feedFormats } from '../site/addresses/feeds.ts';
import { collectionFolders, sharePath } from '../site/addresses/routes.ts';
import { notFoundPath } from './pages.ts';

/** Pages without a file of the newsroom, those that are to come among them. */
const pages = ['/', '/about', '/topics', '/corrections', '/search', '/latest', '/archive', notFoundPath];
const files = ['/healthz', '/search.xml', '/opensearch.xml', '/favicon.ico', '/icon.svg', '/apple-touch-icon.png'];
/** Folders in which only the site has addresses. An old address of a topic may be under `/topics`. */
const folders = [
  'images',
  '_next',
  'sitemaps',
  'corrections',
  ...Object.values(collectionFolders).filter((folder) => folder !== collectionFolders.topic),
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
    `/${collectionFolders.topic}/[^/]+(?:/links|${number}|${feeds})`,
    `/\\d{4}(?:/\\d\\d)?|${day}(?:${number})?`,
  ),
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
