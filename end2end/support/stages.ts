// Every question of the join, with what can be answered wrongly and one right answer.

import type { Page } from '@playwright/test';
import { person, type Person } from './people.ts';
import {
  aged,
  agrees,
  chooses,
  experience,
  forAGroup,
  forMyself,
  guardedBy,
  isCalled,
  isCalledAndBorn,
  isTheGroup,
  kindOfGroup,
  livesAt,
  relatesToMentalHealth,
  representedBy,
  takesAssociate,
  wants,
  type Answer,
} from './steps.ts';

export interface Mistake {
  /** What is wrong with the answer. */
  is: string;
  make: Answer;
  /** The fields and what is said about each, in the order of the page. */
  told: [field: string, message: string][];
}

export interface Stage {
  /** The step's address is `/join/<step>`. */
  step: string;
  question: string;
  mistakes: Mistake[];
  right: Answer;
}

const nothing: Answer = async () => {};

const empty = (...told: Mistake['told']): Mistake => ({ is: 'nothing', make: nothing, told });

const fill =
  (fields: Record<string, string>): Answer =>
  async (page: Page) => {
    for (const [label, text] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(text);
    }
  };

const who = (right: Answer): Stage => ({
  step: 'who',
  question: 'Who is joining?',
  mistakes: [empty(['who', 'Choose whether you are joining for yourself or for a group'])],
  right,
});

const age = (answer: string): Stage => ({
  step: 'age',
  question: 'How old are you?',
  mistakes: [empty(['age', 'Choose how old you are'])],
  right: aged(answer),
});

const where: Stage = {
  step: 'where',
  question: 'Where do you live?',
  mistakes: [
    empty(['postcode', 'Enter your postcode, or choose a branch if you do not have one']),
    {
      is: 'half a postcode',
      make: livesAt('BS5'),
      told: [['postcode', 'Enter the whole postcode, like BS5 6XX']],
    },
    {
      is: 'no postcode at all',
      make: livesAt('Easton <b>'),
      told: [['postcode', 'Enter a full UK postcode, like BS5 6XX']],
    },
  ],
  right: livesAt('BS5 6XX'),
};

const consent: Stage = {
  step: 'consent',
  question: 'What you agree to',
  mistakes: [
    empty(['consent', 'Tick to agree to being on the register, so that you can be a member']),
  ],
  right: agrees,
};

const details = (mistakes: Mistake[], right: Answer): Stage => ({
  step: 'details',
  question: 'How can we reach you?',
  mistakes: [empty(['name', 'Enter your name'], ['email', 'Enter your e-mail address']), ...mistakes],
  right,
});

export const adult = (ada: Person = person('Ada Lovelace')): Stage[] => [
  who(forMyself),
  age('18 or over'),
  {
    step: 'experience',
    question: 'Do any of these describe you?',
    mistakes: [empty(['experience', 'Choose yes, no, or that you would rather not say'])],
    right: experience('Yes, at least one'),
  },
  {
    step: 'membership',
    question: 'Which membership would you like?',
    mistakes: [empty(['membership', 'Choose which membership you would like'])],
    right: wants('Full member'),
  },
  where,
  details(
    [
      {
        is: 'wrong in every field',
        make: isCalled({ name: '"><script>', email: 'ada@' }, '12'),
        told: [
          ['email', 'Enter an e-mail address in the right form, like name@example.com'],
          ['phone', 'Enter a telephone number with 7 to 15 numbers, like 0117 496 0000'],
        ],
      },
      {
        is: 'without letters, or far too long',
        make: isCalled({ name: '!!!', email: `${'a'.repeat(250)}@example.org` }, 'ring me'),
        told: [
          ['name', 'The name must have letters or numbers in it, and no web address or broken characters'],
          ['email', 'The e-mail address must be 254 characters or fewer'],
          ['phone', 'A telephone number can only have numbers, spaces and the signs + - ( )'],
        ],
      },
    ],
    isCalled(ada, '01174960000'),
  ),
  consent,
];

const thisYear = new Date().getFullYear();

export const child = (
  alice: Person = person('Alice Liddell'),
  guardian: Person = person('Lorina Liddell'),
): Stage[] => [
  who(forMyself),
  age('12 or under'),
  {
    step: 'membership',
    question: 'You can join as an associate member',
    mistakes: [],
    right: takesAssociate,
  },
  where,
  details(
    [
      {
        is: 'a month without a year',
        make: isCalledAndBorn(alice, '3', ''),
        told: [['birth-year', 'Enter both the month and the year, or leave both empty']],
      },
      {
        is: 'a month that there is not',
        make: isCalledAndBorn(alice, '13', String(thisYear - 9)),
        told: [['birth-month', 'The month must be a number from 1 to 12']],
      },
      {
        is: 'a year in two figures',
        make: isCalledAndBorn(alice, '3', '15'),
        told: [['birth-year', 'The year must have four numbers, like 2011']],
      },
      {
        is: 'too old for the age given',
        make: isCalledAndBorn(alice, '3', String(thisYear - 30)),
        told: [
          [
            'birth-month',
            'This month and year do not go with the age you gave. Check them, or go back and change your age',
          ],
        ],
      },
    ],
    isCalledAndBorn(alice, '3', String(thisYear - 9)),
  ),
  {
    step: 'guardian',
    question: 'Who is your parent or guardian?',
    mistakes: [
      empty(
        ['guardian-name', 'Enter the name of your parent or guardian'],
        ['guardian-email', 'Enter the e-mail address of your parent or guardian'],
      ),
      {
        is: 'oneself',
        make: guardedBy(alice),
        told: [['guardian-name', 'Your parent or guardian must be somebody else than you']],
      },
    ],
    right: guardedBy(guardian),
  },
  consent,
];

export const group = (
  contact: Person = person('Grace Hopper'),
  first: Person = person('Mary Seacole'),
  second: Person = person('Rosalind Franklin'),
): Stage[] => [
  who(forAGroup),
  {
    step: 'group-kind',
    question: 'What kind of group is it?',
    mistakes: [empty(['group-kind', 'Choose what kind of group it is'])],
    right: kindOfGroup('A user-led group'),
  },
  {
    step: 'group-work',
    question: 'Does your group’s work relate to mental health?',
    mistakes: [empty(['group-work', 'Choose yes if the group’s work relates to mental health'])],
    right: relatesToMentalHealth('Yes'),
  },
  {
    step: 'group',
    question: 'About your group',
    mistakes: [
      empty(
        ['group-name', 'Enter the name of the group'],
        ['group-postcode', 'Enter the postcode of where the group works'],
        ['contact-name', 'Enter the name of the person we can write to'],
        ['contact-email', 'Enter the e-mail address of the person we can write to'],
      ),
      {
        is: 'wrong in every field',
        make: fill({
          'Name of the group': '???',
          'Website (optional)': 'not a website',
          'Postcode of where the group works': 'BS3',
          'Name of the person we can write to': 'x'.repeat(101),
          'Their e-mail address': 'grace',
          'Their telephone number (optional)': '1',
        }),
        told: [
          ['group-name', 'The name must have letters or numbers in it, and no web address or broken characters'],
          ['group-website', 'Enter a website address like example.org'],
          ['group-postcode', 'Enter the whole postcode, like BS5 6XX'],
          ['contact-name', 'The name must be 100 characters or fewer'],
          ['contact-email', 'Enter an e-mail address in the right form, like name@example.com'],
          ['contact-phone', 'Enter a telephone number with 7 to 15 numbers, like 0117 496 0000'],
        ],
      },
    ],
    right: isTheGroup({ name: 'Sunrise', contact, website: 'https://sunrise.example' }),
  },
  {
    step: 'representatives',
    question: 'Who represents your group?',
    mistakes: [
      empty(['representatives', 'Choose how many representatives have been chosen']),
      {
        is: 'one, and not who',
        make: chooses('Who represents your group?', 'One'),
        told: [
          ['representative-1-name', 'Enter the first representative’s name'],
          ['representative-1-email', 'Enter the first representative’s e-mail address'],
          [
            'representative-1-chosen',
            'Tick to say that the group chose the first representative through a democratic process',
          ],
        ],
      },
      {
        is: 'one person for both seats',
        make: representedBy(first, first),
        told: [['representative-2-name', 'The two representatives must be two different people']],
      },
    ],
    right: representedBy(first, second),
  },
  consent,
];
