import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Limiter } from './limiter.ts';
import { SharedWork } from './shared-work.ts';
import { Unavailable } from './unavailable.ts';

test('no more tasks than allowed run at a time, in their order, and one that fails holds up nobody', async () => {
  const limiter = new Limiter(2);
  const begun: number[] = [];
  let [running, most] = [0, 0];
  const task = async (number: number): Promise<void> => {
    begun.push(number);
    running += 1;
    most = Math.max(most, running);
    await pause(1);
    running -= 1;
    if (number % 2 === 0) throw new Error('as planned');
  };
  const numbers = Array.from({ length: 9 }, (_, index) => index);
  const ends = await Promise.allSettled(numbers.map((number) => limiter.run(() => task(number))));
  assert.equal(most, 2);
  assert.deepEqual(begun, numbers);
  assert.equal(ends.filter(({ status }) => status === 'rejected').length, 5);
});

test('a task for which too many wait is refused at once, and there is a turn again later', async () => {
  const limiter = new Limiter(1, 2);
  let end: () => void = () => undefined;
  const running = limiter.run(() => new Promise<void>((resolve) => (end = resolve)));
  const waiting = [limiter.run(async () => 'first'), limiter.run(async () => 'second')];
  await assert.rejects(
    limiter.run(async () => 'third'),
    Unavailable,
  );
  end();
  await running;
  assert.deepEqual(await Promise.all(waiting), ['first', 'second']);
  assert.equal(await limiter.run(async () => 'fourth'), 'fourth');
});

test('work of one name is done once for all who ask while it is under way, and again for those who ask later', async () => {
  const shared = new SharedWork<number>();
  let done = 0;
  const work = async (): Promise<number> => {
    await pause(1);
    done += 1;
    if (done === 2) throw new Error('as planned');
    return done;
  };
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => shared.share('a', work))), [1, 1, 1]);
  const failed = await Promise.allSettled([1, 2].map(() => shared.share('a', work)));
  assert.deepEqual(
    failed.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.deepEqual(await Promise.all([shared.share('a', work), shared.share('b', work)]), [3, 4]);
});
