import { describe, expect, it } from 'vitest';
import { suspectedConflicts, type Candidate, type Member } from '@/domain/conflicts';

const member = (over: Partial<Member> = {}): Member => ({
  userId: 'u',
  personId: 'me',
  email: 'me@duluth.example.org',
  employer: 'The Duluth Public Library, Inc.',
  names: [],
  ...over,
});
const candidate = (over: Partial<Candidate> = {}): Candidate => ({
  personId: 'p',
  name: 'Ada Osei',
  email: 'ada@example.test',
  employer: 'Ely Library',
  ...over,
});
const why = (of: Partial<Member>, who: Partial<Candidate>, consortia: string[] = []) =>
  suspectedConflicts([member(of)], [candidate(who)], () => false, consortia).map((found) => found.why);

describe('a conflict is suspected', () => {
  it.each<[string, Partial<Member>, Partial<Candidate>, string[]]>([
    [
      'for one employer, however written',
      {},
      { employer: 'duluth public library' },
      ['Same employer: duluth public library'],
    ],
    ['for a person the member named', { names: ['Osei Library', 'ada osei'] }, {}, ['Named by the member']],
    ['for an employer the member named', { names: ['Ely library'] }, {}, ['Employer named by the member: Ely Library']],
    ['for one mail domain', {}, { email: 'x@DULUTH.example.org' }, ['Same mail domain: duluth.example.org']],
    ['not for a domain of everybody', { email: 'me@gmail.com' }, { email: 'x@gmail.com' }, []],
    ['not for empty answers', { employer: '', email: '' }, { employer: '', email: '', name: '' }, []],
    ['not with oneself', {}, { personId: 'me', employer: 'Duluth Public Library' }, []],
    ['not where nothing agrees', {}, {}, []],
  ])('%s', (_, of, who, expected) => expect(why(of, who)).toEqual(expected));

  it('not for the domain of a consortium that the program knows', () => {
    expect(why({}, { email: 'x@duluth.example.org' }, ['duluth.example.org'])).toEqual([]);
  });

  it('once: what was looked at is not suggested again', () => {
    const all = [member(), member({ userId: 'v', personId: 'other' })];
    const who = [candidate({ employer: 'Duluth Public Library' })];
    expect(suspectedConflicts(all, who, (userId) => userId === 'u').map(({ userId }) => userId)).toEqual(['v']);
  });
});
