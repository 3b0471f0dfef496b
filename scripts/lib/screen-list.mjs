const year = String(new Date().getUTCFullYear()).slice(2);
const [review, open] = [`f${year}`, `a${year}`];

/** Every page that is photographed, in the order in which one meets them. */
export const SCREENS = [
  { name: 'programs', path: '/' },
  { name: 'program', path: '/alcts-mentoring' },
  { name: 'program-review', path: '/alsc-mentoring' },
  { name: 'questions', path: '/alcts-mentoring/questions/mentee' },
  { name: 'apply-start', path: `/apply/${open}/mentee` },
  { name: 'resume', path: '/resume' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'dev-sign-in', path: '/dev/sign-in' },
  { name: 'dev-mail', path: '/dev/mail' },
  { name: 'not-found', path: '/no/such/page' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'cycle-home-chair', as: 'Marguerite', path: `/committee/${review}` },
  { name: 'inbox', as: 'Marguerite', path: `/committee/${review}/applications` },
  { name: 'matching', as: 'Marguerite', path: `/committee/${review}/matching` },
  { name: 'announcement', as: 'Linus', path: `/staff/${review}/announcement` },
  { name: 'template', as: 'Linus', path: `/staff/${review}/announcement/templates/matched_mentor` },
  { name: 'release', as: 'Linus', path: `/staff/${review}/announcement/release` },
  { name: 'deliveries', as: 'Linus', path: `/staff/${review}/announcement/deliveries` },
];
