import { describe, expect, it } from 'vitest';
import { sortAudience, type Audience, type NoticePerson, type Told } from '@/domain/notice';

const person = (name: string, ...applications: Told[]): NoticePerson => ({
  personId: name,
  name,
  email: `${name.toLowerCase()}@example.test`,
  applications,
  refused: false,
});
const told = (role: Told['role'], outcome: Told['told'], state: Told['state'] = 'accepted'): Told => ({
  role,
  state,
  told: outcome,
});
const sorted = (people: NoticePerson[], audience: Audience) => {
  const { in: group, out } = sortAudience(people, audience);
  const lines = (all: typeof group) => all.map(({ person: { name }, why }) => `${name}: ${why}`);
  return { in: lines(group), out: lines(out) };
};

describe('who gets a mail to a group', () => {
  it('is everybody of the roles who applied and did not withdraw', () => {
    const people = [
      person('Ana', told('mentor', null, 'submitted')),
      person('Ben', told('mentee', null, 'declined')),
      person('Cem', told('mentor', null, 'withdrawn')),
      person('Dov', told('mentor', null, 'draft')),
      person('Eva', told('mentee', null), told('mentor', null)),
    ];
    expect(sorted(people, { roles: ['mentor'], standing: 'applied' })).toEqual({
      in: ['Ana: a mentor', 'Eva: a mentor'],
      out: ['Ben: applied as a mentee', 'Cem: withdrew', 'Dov: did not send the form'],
    });
  });

  it('follows what was told, never what is decided and not told', () => {
    const people = [
      person('Ana', told('mentee', 'matched')),
      person('Ben', told('mentee', 'waitlisted')),
      person('Cem', told('mentee', null, 'declined')),
      person('Dov', told('mentee', 'later', 'submitted')),
    ];
    expect(sorted(people, { roles: ['mentor', 'mentee'], standing: 'waitlisted' })).toEqual({
      in: ['Ben: a mentee, was told: on the waitlist'],
      out: ['Ana: was told: matched', 'Cem: was told nothing yet', 'Dov: was told: the answer comes later'],
    });
    expect(sorted(people, { roles: ['mentee'], standing: 'declined' }).in).toEqual([]);
  });

  it('is nobody whose address takes no mail', () => {
    const refused = { ...person('Ana', told('mentee', null)), refused: true };
    expect(sorted([refused], { roles: ['mentee'], standing: 'applied' })).toEqual({
      in: [],
      out: ['Ana: mail to this address was refused or came back'],
    });
  });
});
