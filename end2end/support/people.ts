// Made-up people. Nobody is in two tests.

import { randomBytes } from 'node:crypto';

export interface Person {
  name: string;
  email: string;
}

export function person(name: string): Person {
  const letters = name.toLowerCase().normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  const local = letters.replaceAll(/[^a-z]+/g, '.');
  return { name, email: `${local}.${randomBytes(6).toString('hex')}@example.org` };
}
