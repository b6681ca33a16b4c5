import { makes } from '../../support/errors.ts';
import { adult, child, group } from '../../support/stages.ts';
import { goesOn, isAsked, opens } from '../../support/steps.ts';
import { expect, scripted, test } from '../../support/test.ts';

// A form that is refused.
test.use({ noise: /status of 422/ });

for (const [who, stages] of [
  ['an adult', adult()],
  ['a child', child()],
  ['a group', group()],
] as const) {
  test(`${who} is told of every mistake, and puts it right`, async ({ page }) => {
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 422) refused.push(new URL(response.url()).pathname);
    });
    await opens(page, '/join/who');
    for (const { step, question, mistakes, right } of stages) {
      for (const mistake of mistakes) {
        await test.step(`${step}: ${mistake.is}`, async () => {
          await makes(page, mistake);
          await isAsked(page, question);
          expect(new URL(page.url()).pathname).toBe(`/join/${step}`);
        });
      }
      await right(page);
      await goesOn(page);
    }
    await isAsked(page, 'Check your answers');
    await expect(page).not.toHaveTitle(/^Error: /);
    const mistaken = stages.flatMap(({ step, mistakes }) => mistakes.map(() => `/join/${step}`));
    // With scripts the server is not asked: the same rules say the same.
    expect(refused).toEqual(scripted() ? [] : mistaken);
  });
}
