// Joins whose answers are looked for, after everything, where they must not be.

import { test } from '../support/test.ts';
import { saysNo, saysNothing } from '../support/answers-kept-nowhere.ts';
import { agrees, aged, experience, forMyself, isCalled, joins, livesAt, takesAssociate } from '../support/steps.ts';

for (const [person, answer] of [
  [saysNo, 'No'],
  [saysNothing, 'I’d rather not say'],
] as const) {
  test(`somebody answers: ${answer}`, async ({ page }) => {
    await joins(
      page,
      forMyself,
      aged('18 or over'),
      experience(answer),
      takesAssociate,
      livesAt('BS5 6XX'),
      isCalled(person),
      agrees,
    );
  });
}
