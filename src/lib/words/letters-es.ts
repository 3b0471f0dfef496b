import type { LetterKind, LetterText } from '@/domain/letters/defaults';

const MATCHED = `**{{partner}}**

{{partner_contact}}

{{partner_notes}}

Por qué pensamos en ustedes dos:

{{reasons}}

{{first_contact}} El programa comienza el {{starts}}; acuerden de una a tres metas a más tardar el {{goals_due}}. Les invitamos a la orientación en línea: antes del comienzo enviamos la fecha y el enlace.

Hasta que les escriba su persona de enlace del comité, pueden acudir a {{contact}}.

{{confirm}}`;

/** The letters of a new cycle in Spanish, word for word as the English ones. */
export const SPANISH_LETTERS: Record<LetterKind, LetterText> = {
  matched_mentor: {
    subject: 'Su persona mentorada para {{cycle}}',
    body: `Gracias por ofrecer su tiempo como mentor/a en {{program}}. Tenemos una persona mentorada para usted.

${MATCHED}`,
  },
  matched_mentee: {
    subject: 'Su mentor/a para {{cycle}}',
    body: `Nos alegra decirle que tiene mentor/a en {{program}}.

${MATCHED}`,
  },
  waitlisted: {
    subject: 'Usted está en la lista de espera para {{cycle}}',
    body: `Usted cumple los requisitos de {{program}}. Esta vez hubo menos mentoras y mentores que personas mentoradas, y usted está en la lista de espera. Esto no es un juicio sobre usted.

No tiene que hacer nada. Le escribimos a más tardar el {{waitlist_until}}, en cualquier caso. Para dejar la lista de espera, use [la página de sus solicitudes]({{status_link}}).`,
  },
  not_matched: {
    subject: 'Sobre su solicitud para {{cycle}}',
    body: `Gracias por su solicitud para {{program}}. Esta vez no tuvimos un emparejamiento para usted, y esta es nuestra respuesta definitiva para {{cycle}}. No tuvimos a nadie que necesite justo lo que usted ofrece; ¿podemos acudir a usted más adelante? Puede contestarnos, y encontrar nuestros recursos, en [la página de sus solicitudes]({{status_link}}).

{{next_opening}}`,
  },
  declined: {
    subject: 'Sobre su solicitud para {{cycle}}',
    body: `Gracias por su solicitud para {{program}}. No pudimos aceptarla, porque no se cumplió una regla del programa:

{{unmet_rule}}

Si se trata de un error, escríbanos a más tardar el {{correct_by}} y la revisaremos de nuevo: {{contact}}`,
  },
  match_ended: {
    subject: 'Su emparejamiento para {{cycle}} no tendrá lugar',
    body: `Lo sentimos: el emparejamiento con {{partner}} del que le escribimos no tendrá lugar. Esto no es un juicio sobre usted, y no hace falta que sepa más.

Usted sigue con nosotros en {{program}}. Si encontramos a otra persona para usted, le escribimos a más tardar el {{waitlist_until}}; no tiene que hacer nada. Para preguntas: {{contact}}.`,
  },
  later: {
    subject: 'Su solicitud para {{cycle}}: nuestra respuesta llega más tarde',
    body: `Todavía estamos revisando su solicitud {{reference}} para {{program}}. Tendrá noticias nuestras a más tardar el {{later_by}}. Hasta entonces no tiene que hacer nada.`,
  },
};
