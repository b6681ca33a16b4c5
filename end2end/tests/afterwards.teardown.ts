// After everything else: the answer to `experience` is nowhere. A secret that everybody was asked
// for would be found here, since what is looked for is known and names are found the same way.

import { readFileSync, readdirSync } from 'node:fs';
import { saysNo, saysNothing } from '../support/answers-kept-nowhere.ts';
import { letterTo, letters, type Letter } from '../support/letters.ts';
import { dataFolder, log } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

/** The question's name, and the one answer that nobody gives to another question. */
const traces = ['experience', 'rather-not-say', 'rather not say', 'RatherNotSay', 'rather_not_say'];

/** Which of the words are in the bytes, in any case and in each way that texts are written. */
function found(bytes: Buffer, words: string[]): string[] {
  const haystack = bytes.toString('latin1').toLowerCase();
  return words.filter((word) => {
    const text = Buffer.from(word.toLowerCase());
    const wide = Buffer.from(word.toLowerCase(), 'utf16le');
    // What base64 makes of a text depends on where in it the text begins; at its ends it mixes it
    // with what stands there.
    const coded = [0, 1, 2].map((before) => {
      const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]);
      const mixed = (3 - (whole.length % 3)) % 3;
      const end = mixed === 0 ? undefined : -mixed - 1;
      return whole.toString('base64').slice([0, 2, 3][before], end).toLowerCase();
    });
    return [
      text.toString('latin1'),
      wide.toString('latin1'),
      text.toString('hex'),
      ...coded,
    ].some((form) => haystack.includes(form));
  });
}

const read = (names: string[]) =>
  Buffer.concat(names.map((name) => readFileSync(`${dataFolder}/${name}`)));

test('the words would be found if they were there', () => {
  for (const form of [
    Buffer.from('{"experience":"rather-not-say"}'),
    Buffer.from('experience=rather-not-say', 'utf16le'),
    Buffer.from(Buffer.from('xexperience=rather-not-say').toString('base64')),
    Buffer.from(Buffer.from('EXPERIENCE=RATHER-NOT-SAY'.toLowerCase()).toString('hex')),
  ]) {
    expect(found(form, traces)).toEqual(expect.arrayContaining(['experience', 'rather-not-say']));
  }
});

test('the database holds no answer to the question about experience', () => {
  // With what SQLite has not yet moved into the database itself.
  const database = read(readdirSync(dataFolder).filter((name) => name.startsWith('register.db')));
  expect(found(database, [saysNothing.name, saysNo.email])).toHaveLength(2);
  expect(found(database, traces)).toEqual([]);
});

test('no letter tells it', async () => {
  const all = Buffer.from(letters().map(({ subject, text, html }) => subject + text + html).join());
  expect(found(all, [saysNothing.name, saysNo.name])).toHaveLength(2);
  expect(found(all, traces)).toEqual([]);
  const messages = read(readdirSync(`${dataFolder}/letters`).map((name) => `letters/${name}`));
  expect(found(messages, traces)).toEqual([]);

  const told = (letter: Letter, name: string) =>
    letter.text.replaceAll(name, 'NAME').replace(/^Number: .*$/m, 'NUMBER');
  const no = await letterTo(saysNo.email, 'welcome');
  const nothing = await letterTo(saysNothing.email, 'welcome');
  expect(told(no, saysNo.name)).toBe(told(nothing, saysNothing.name));
});

test('no log tells it, nor anything else that people typed', () => {
  const lines = readFileSync(log);
  expect(found(lines, ['to join, open'])).toHaveLength(1);
  expect(found(lines, traces)).toEqual([]);
  expect(found(lines, ['@example.org', 'kept-nowhere', saysNo.name, 'BS5', '0117'])).toEqual([]);
});
