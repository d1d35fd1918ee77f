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

test('TRUST_PROXY is on or off', () => {
  for (const value of [undefined, '', '0', 'false', 'off', 'No'])
    assert.equal(settingsFrom({ TRUST_PROXY: value }).trustProxy, false, value);
  for (const value of ['1', 'true', 'ON', 'yes'])
    assert.equal(settingsFrom({ TRUST_PROXY: value }).trustProxy, true, value);
  for (const value of ['2', 'maybe', '10.0.0.1'])
    assert.throws(() => settingsFrom({ TRUST_PROXY: value }), SettingsFault, value);
});
