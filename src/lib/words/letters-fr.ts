import type { LetterKind, LetterText } from '@/domain/letters/defaults';

const MATCHED = `**{{partner}}**

{{partner_contact}}

{{partner_notes}}

Pourquoi nous pensons à vous deux :

{{reasons}}

{{first_contact}} Le programme commence le {{starts}} ; convenez d’un à trois objectifs d’ici le {{goals_due}}. Nous vous invitons à la séance d’orientation en ligne : nous envoyons sa date et son lien avant le début.

Jusqu’à ce que votre personne de liaison du comité vous écrive, adressez-vous à {{contact}}.

{{confirm}}`;

/** The letters of a new cycle in French, word for word as the English ones. */
export const FRENCH_LETTERS: Record<LetterKind, LetterText> = {
  matched_mentor: {
    subject: 'Votre personne mentorée pour {{cycle}}',
    body: `Merci d’offrir votre temps comme mentor·e dans {{program}}. Nous avons une personne mentorée pour vous.

${MATCHED}`,
  },
  matched_mentee: {
    subject: 'Votre mentor·e pour {{cycle}}',
    body: `Nous avons le plaisir de vous dire que vous avez un·e mentor·e dans {{program}}.

${MATCHED}`,
  },
  waitlisted: {
    subject: 'Vous êtes sur la liste d’attente pour {{cycle}}',
    body: `Vous êtes admissible à {{program}}. Cette fois, il y avait moins de mentor·es que de personnes mentorées, et vous êtes sur la liste d’attente. Ce n’est pas un jugement sur vous.

Vous n’avez rien à faire. Nous vous écrivons d’ici le {{waitlist_until}} dans tous les cas. Pour quitter la liste d’attente, utilisez [la page de vos candidatures]({{status_link}}).`,
  },
  not_matched: {
    subject: 'Au sujet de votre candidature pour {{cycle}}',
    body: `Merci pour votre candidature à {{program}}. Cette fois, nous n’avons pas eu de jumelage pour vous, et c’est notre réponse définitive pour {{cycle}}. Nous n’avions personne qui a besoin de ce que vous offrez ; pouvons-nous faire appel à vous plus tard ? Vous pouvez nous répondre, et trouver nos ressources, sur [la page de vos candidatures]({{status_link}}).

{{next_opening}}`,
  },
  declined: {
    subject: 'Au sujet de votre candidature pour {{cycle}}',
    body: `Merci pour votre candidature à {{program}}. Nous n’avons pas pu l’accepter, car une règle du programme n’était pas remplie :

{{unmet_rule}}

S’il s’agit d’une erreur, écrivez-nous d’ici le {{correct_by}} et nous regarderons de nouveau : {{contact}}`,
  },
  match_ended: {
    subject: 'Votre jumelage pour {{cycle}} n’aura pas lieu',
    body: `Nous le regrettons : le jumelage avec {{partner}} dont nous vous avons parlé n’aura pas lieu. Ce n’est pas un jugement sur vous, et vous n’avez pas à en savoir plus.

Vous êtes toujours avec nous dans {{program}}. Si nous trouvons quelqu’un d’autre pour vous, nous écrivons d’ici le {{waitlist_until}} ; vous n’avez rien à faire. Pour toute question : {{contact}}.`,
  },
  later: {
    subject: 'Votre candidature pour {{cycle}} : notre réponse vient plus tard',
    body: `Nous examinons encore votre candidature {{reference}} pour {{program}}. Vous aurez de nos nouvelles d’ici le {{later_by}}. D’ici là, vous n’avez rien à faire.`,
  },
};
