import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFrom, SettingsFault } from './settings.ts';

test('DATELINE_POLL is a number of seconds, or not set', () => {
  assert.equal(settingsFrom({}).poll, undefined);
  assert.equal(settingsFrom({ DATELINE_POLL: '' }).poll, undefined);
  assert.equal(settingsFrom({ DATELINE_POLL: '2.5' }).poll, 2.5);
  for (const value of ['0', '-1', 'often', '100000', 'Infinity'])
    assert.throws(() => settingsFrom({ DATELINE_POLL: value }), SettingsFault, value);
});

test('SITE_URL is a host alone, in ASCII', () => {
  assert.equal(settingsFrom({}).siteUrl, undefined);
  assert.equal(settingsFrom({ SITE_URL: '' }).siteUrl, undefined);
  for (const [written, url] of [
    ['https://News.example/', 'https://news.example'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://новости.example', 'https://xn--b1amnebsh.example'],
  ] as const)
    assert.equal(settingsFrom({ SITE_URL: written }).siteUrl, url);
  for (const written of [
    'news.example',
    'https://news.example/news',
    'https://news.example/?a=b',
    'https://news.example/#a',
    'https://desk:word@news.example',
    'https://evil.example\\@news.example',
    'ftp://news.example',
    'https://',
  ])
    assert.throws(() => settingsFrom({ SITE_URL: written }), SettingsFault, written);
});

test('TRUST_PROXY is on or off', () => {
  for (const value of [undefined, '', '0', 'false', 'off', 'No'])
    assert.equal(settingsFrom({ TRUST_PROXY: value }).trustProxy, false, value);
  for (const value of ['1', 'true', 'ON', 'yes'])
    assert.equal(settingsFrom({ TRUST_PROXY: value }).trustProxy, true, value);
  for (const value of ['2', 'maybe', '10.0.0.1'])
    assert.throws(() => settingsFrom({ TRUST_PROXY: value }), SettingsFault, value);
});

test('the settings of the server have a default each, and refuse what they cannot use', () => {
  const { metricsPort, maxConnections, stopDelay, logLevel, logFormat } = settingsFrom({});
  assert.deepEqual(
    [metricsPort, maxConnections, stopDelay, logLevel, logFormat],
    [undefined, 5000, 0, 'info', undefined],
  );
  const set = settingsFrom({
    METRICS_PORT: '0',
    MAX_CONNECTIONS: '10',
    STOP_DELAY: '5',
    LOG_LEVEL: 'WARN',
    LOG_FORMAT: 'json',
  });
  assert.deepEqual(
    [set.metricsPort, set.maxConnections, set.stopDelay, set.logLevel, set.logFormat],
    [0, 10, 5000, 'warn', 'json'],
  );
  for (const [name, ...values] of [
    ['METRICS_PORT', '70000', 'on'],
    ['MAX_CONNECTIONS', '0', '1.5', 'many'],
    ['STOP_DELAY', '-1', '4000', 'Infinity'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_FORMAT', 'xml'],
  ] as const)
    for (const value of values)
      assert.throws(
        () => settingsFrom({ [name]: value }),
        new RegExp(`^SettingsFault: ${name} is “`),
        `${name}=${value}`,
      );
});
