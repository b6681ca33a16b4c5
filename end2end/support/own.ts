// Somebody at their own place.

import type { Page } from '@playwright/test';
import { joinsByHttp } from './by-http.ts';
import { asksToSignIn, letterToSignIn, typesCode } from './committee.ts';
import type { Person } from './people.ts';
import { isAsked } from './steps.ts';

/** Somebody who has joined signs in, and is at their own place. */
export async function isAtOwnPlace(page: Page, member: Person) {
  await joinsByHttp(page.request, member);
  // What a join leaves behind in the browser is not of this.
  await page.context().clearCookies();
  await asksToSignIn(page, member.email);
  await typesCode(page, 'Code from the e-mail', (await letterToSignIn(member.email)).code);
  await isAsked(page, 'Your membership');
}
