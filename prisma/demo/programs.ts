import type { Prisma } from '../../src/db/client';

type ProgramText = Pick<
  Prisma.ProgramCreateManyInput,
  | 'slug'
  | 'name'
  | 'promise'
  | 'summary'
  | 'objectives'
  | 'commitments'
  | 'pause'
  | 'eligibility'
  | 'contactName'
  | 'contactEmail'
  | 'contactPhone'
  | 'roster'
  | 'showCounts'
  | 'languages'
  | 'translations'
>;

export const CHILDREN: ProgramText = {
  slug: 'alsc-mentoring',
  name: 'ALSC Mentoring',
  promise: 'Someone helped you start. Be that person for someone else.',
  summary: 'A one-year program that pairs people who work with children in libraries.',
  objectives: [
    'Pair people who are new to library service for children with somebody who knows the way.',
    'Keep good people in the profession, and show them that they are not alone in it.',
    'Let mentors learn from those who come after them.',
  ],
  commitments: [
    'Be in contact about twice a month, by any means that suits you both.',
    'Set one to three goals together within the first month.',
    'Come to one online orientation.',
    'Answer a short question now and then, and an assessment at the end.',
  ],
  eligibility: {
    mentor: [
      { key: 'member', kind: 'must', text: 'Mentors are members of the association.' },
      { key: 'adult', kind: 'must', text: 'You are 18 or older.' },
      { key: 'experience', kind: 'should', text: 'You have worked with or for children in libraries for a few years.' },
    ],
    mentee: [
      { key: 'adult', kind: 'must', text: 'You are 18 or older.' },
      {
        key: 'connection',
        kind: 'should',
        text: 'You work, study or volunteer in library service to children, or want to. Membership is not needed.',
      },
    ],
  },
  contactName: 'Rosalind Achebe',
  contactEmail: 'mentoring@example.test',
  contactPhone: '+1 555 010 0142',
  roster: [
    {
      name: 'Marguerite Onwudiwe',
      affiliation: 'Riverbend Public Library',
      role: 'Chair',
      term: '2025–2027',
      consent: true,
    },
    { name: 'Teodor Halvorsen', affiliation: 'Maple County Library', role: 'Member', term: '2026–2028', consent: true },
    { name: 'Ximena Baptiste', affiliation: 'Lakeshore School District', role: 'Member', consent: true },
    { name: 'Parviz Lindgren', affiliation: 'Stonebridge Library', role: 'Member', consent: false },
  ],
  showCounts: true,
};

export const TECHNICAL: ProgramText = {
  slug: 'alcts-mentoring',
  name: 'ALCTS Mentoring',
  promise: 'Ten months to grow in technical services, with someone at your side.',
  summary:
    'A ten-month program for members who work in cataloging, acquisitions, collections and preservation. You may be mentor, mentee or both.',
  commitments: [
    'Meet at least twice a month.',
    'Take part in the training week.',
    'Agree on one to three goals and look at them together at mid-term.',
    'Fill in the closing assessment.',
  ],
  eligibility: {
    mentor: [
      { key: 'member', kind: 'must', text: 'Mentors are members of the association.' },
      { key: 'adult', kind: 'must', text: 'You are 18 or older.' },
    ],
    mentee: [
      { key: 'member', kind: 'must', text: 'Mentees are members of the association.' },
      { key: 'adult', kind: 'must', text: 'You are 18 or older.' },
    ],
  },
  contactName: 'Linus Abernathy',
  contactEmail: 'technical@example.test',
  contactPhone: '+1 555 010 0177',
  roster: [
    { name: 'Sunniva Castellano', affiliation: 'Prairie State University Library', role: 'Chair', consent: true },
  ],
  showCounts: true,
  languages: ['en', 'es', 'fr'],
  translations: {
    es: {
      promise: 'Diez meses para crecer en los servicios técnicos, con alguien a su lado.',
      summary:
        'Un programa de diez meses para miembros que trabajan en catalogación, adquisiciones, colecciones y preservación. Puede participar como mentor/a, como persona mentorada o como ambas cosas.',
      commitments: [
        'Reunirse al menos dos veces al mes.',
        'Participar en la semana de formación.',
        'Acordar de una a tres metas y revisarlas en conjunto a mitad del programa.',
        'Llenar la evaluación final.',
      ],
    },
    fr: {
      promise: 'Dix mois pour progresser dans les services techniques, avec quelqu’un à vos côtés.',
      summary:
        'Un programme de dix mois pour les membres qui travaillent au catalogage, aux acquisitions, aux collections et à la préservation. Vous pouvez participer comme mentor·e, comme personne mentorée ou les deux.',
      commitments: [
        'Se rencontrer au moins deux fois par mois.',
        'Participer à la semaine de formation.',
        'Convenir d’un à trois objectifs et y revenir ensemble à mi-parcours.',
        'Remplir l’évaluation finale.',
      ],
    },
  },
};

const DAY_MS = 86_400_000;
const ZONE = 'America/Chicago';

/** The last minute of the day that lies `days` after `start`, in the program's zone (Central, -6 hours): 11:59 p.m. */
const evening = (start: Date, days: number) => {
  const day = new Date(start.getTime() + days * DAY_MS);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1, 5, 59));
};
const morning = (start: Date, days: number) => new Date(evening(start, days).getTime() - 15 * 3_600_000 + 60_000);

type Offsets = {
  opens: number;
  closes: number;
  matching: number;
  announce: number;
  starts: number;
  ends: number;
  archives: number;
};

/** Dates of a demonstration cycle, in days from the first start. */
export const datesFrom = (start: Date, days: Offsets) => ({
  timeZone: ZONE,
  opensAt: morning(start, days.opens),
  closesAt: evening(start, days.closes),
  mentorsCloseAt: null,
  matchingAt: morning(start, days.matching),
  announceAt: morning(start, days.announce),
  startsAt: morning(start, days.starts),
  endsAt: evening(start, days.ends),
  archivesAt: evening(start, days.archives),
  waitlistUntil: evening(start, days.announce + 60),
  identityDeleteOn: evening(start, days.announce + 90),
});

/** The cycle's year in its code and name, whenever the demonstration starts. */
export const CYCLE_DATES = {
  archived: { opens: -720, closes: -660, matching: -655, announce: -640, starts: -630, ends: -300, archives: -270 },
  active: { opens: -430, closes: -375, matching: -370, announce: -350, starts: -340, ends: 25, archives: 55 },
  inReview: { opens: -62, closes: -2, matching: 3, announce: 9, starts: 19, ends: 384, archives: 414 },
  open: { opens: -20, closes: 24, matching: 28, announce: 45, starts: 55, ends: 355, archives: 385 },
} as const;
