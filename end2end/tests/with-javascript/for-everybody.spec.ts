// Every page, every question and every mistake: of any width, for any reader. Axe runs in the page
// and needs scripts; without them the pages are those that it sees after each load.

import { makes } from '../../support/errors.ts';
import { fits, isForEverybody } from '../../support/looks.ts';
import { letterTo, link } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import { adult, child, group } from '../../support/stages.ts';
import {
  asGroup,
  forAGroup,
  goesOn,
  isAsked,
  joins,
  kindOfGroup,
  opens,
  relatesToMentalHealth,
  sends,
  starts,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

// Forms that are refused, pages that are not there.
test.use({ noise: /status of (422|404)/ });

test('the pages that are read', async ({ page }) => {
  const titles = new Set<string>();
  for (const path of [
    '/',
    '/membership',
    '/branches',
    '/rules',
    '/privacy',
    '/accessibility',
    '/contact',
    '/join/done',
    '/guardian/nobody',
    '/representative/nobody',
    '/nowhere',
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      titles.add(await page.title());
      await isForEverybody(page, path);
      // Addresses are shown in a way that programs that collect them do not know.
      expect(await page.content()).not.toMatch(/mailto:|membership@/);
    });
  }
  expect(titles.size).toBe(11);
});

for (const [who, stages] of [
  ['an adult', adult()],
  ['a child', child()],
  ['a group', group()],
] as const) {
  test(`the questions to ${who}`, async ({ page }) => {
    await opens(page, '/join/who');
    for (const { step, question, mistakes, right } of stages) {
      await test.step(step, async () => {
        await isAsked(page, question);
        await isForEverybody(page, step);
        for (const mistake of mistakes.slice(-1)) {
          await makes(page, mistake);
          await isForEverybody(page, `${step} with ${mistake.is}`);
        }
        await right(page);
        await fits(page, `${step}, answered`);
        await goesOn(page);
      });
    }
    await isAsked(page, 'Check your answers');
    await isForEverybody(page, 'check');
    await sends(page);
    await isForEverybody(page, 'done');
  });
}

test('what a group of other work is told', async ({ page }) => {
  await starts(page, forAGroup, kindOfGroup('An organisation'), relatesToMentalHealth('No'));
  await expect(page.getByRole('link', { name: 'Join for yourself instead' })).toBeVisible();
  await isForEverybody(page, 'group-work with no');
});

test('the pages that letters lead to', async ({ page }) => {
  const mary = person('Mary Seacole');
  await joins(page, ...asGroup({ name: 'Sunrise', contact: person('Grace Hopper') }, mary));
  await page.goto(link(await letterTo(mary.email, 'confirm'), '/representative/'));
  await isForEverybody(page, 'the question to a representative');
  await page.getByRole('button', { name: 'Yes, I represent it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('confirmed');
  await isForEverybody(page, 'what a representative has confirmed');
});
