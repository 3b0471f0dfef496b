/** What invented people wrote when they asked for a funded membership. */
export const FUNDING_WORDS = [
  {
    why: 'I work nineteen hours a week in a branch of two people. Dues would be a week of groceries.',
    use: 'I would join the outreach discussion list and bring our bilingual storytime to its spring call for programs.',
    couldJoin: 'no',
    self: 'I am the first librarian in my family, and the only one here who speaks Tagalog.',
  },
  {
    why: 'My library has no money for professional memberships since the levy failed.',
    use: 'For the journals first. Then a committee, if they take beginners.',
    couldJoin: 'no',
    self: '',
  },
  {
    why: 'As a student I pay for everything twice: tuition here, and rent in the city where I have my placement.',
    use: 'I want to write for the blog about school visits in villages without a library, and go to the online courses.',
    couldJoin: 'unsure',
    self: 'I grew up on a reservation and went back there for my placement.',
  },
  {
    why: 'I return to work after six years at home with a sick parent and have no employer yet.',
    use: 'To find people again, and to learn what changed.',
    couldJoin: 'unsure',
    self: '',
  },
  {
    why: 'I could pay it in instalments, but my department does not see the use.',
    use: 'To show my department the use: I would report on one course each quarter.',
    couldJoin: 'yes',
    self: '',
  },
  {
    why: 'There is one other person in our county who does this work. A membership is how I would meet a third.',
    use: 'I plan to start a monthly call for one-person children’s rooms in the mountain states, with notes for everybody.',
    couldJoin: 'no',
    self: 'I am deaf and need captions; few groups near me have them.',
  },
  {
    why: 'Prices went up and my pay did not.',
    use: 'Discussion lists and the awards committee.',
    couldJoin: 'yes',
    self: '',
  },
  {
    why: 'I help out in three school libraries for one salary.',
    use: 'I would bring back what I learn to all three, and write it down for others in the same place.',
    couldJoin: 'no',
    self: '',
  },
] as const;
