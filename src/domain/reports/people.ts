import { ROLES } from '@/domain/mentoring';
import type { CycleFacts } from './facts';
import { countedAs, largest, percentOf, TOO_FEW, type Report } from './report';
import { placeName, TILES } from './tiles';

const TOOK_PART = ['accepted', 'hold', 'submitted', 'needs_information', 'declined'];

/** Where those come from who applied. */
export function regionsReport({ applied }: CycleFacts): Report {
  const sent = applied.filter(({ state }) => TOOK_PART.includes(state));
  const named = new Set(TILES.map(({ place }) => place));
  const others = [...new Set(sent.map(({ place }) => place))]
    .filter((place) => place !== '' && !named.has(place))
    .sort();
  const countIn = (holds: (place: string) => boolean) =>
    ROLES.map((role) => sent.filter((one) => one.role === role && holds(one.place)).length);
  const rows = [
    ...TILES.map(({ place }) => ({ key: place, label: placeName(place), figures: countIn((one) => one === place) })),
    ...(others.length > 0
      ? [{ key: 'elsewhere', label: 'Elsewhere', figures: countIn((one) => others.includes(one)) }]
      : []),
    { key: 'none', label: 'No state or province given', figures: countIn((one) => one === '') },
  ];
  return {
    key: 'regions',
    question: 'Where do people come from?',
    definition: 'Applications that were sent and not withdrawn, by the state or province given in them.',
    columns: ['Mentors', 'Mentees'],
    rows,
    kind: 'parts',
    bases: [],
    chart: 'map',
    answer: (shown) => {
      const places = shown.filter(({ key, figures }) => key !== 'none' && figures.some((figure) => (figure ?? 0) > 0));
      const most = largest(
        places.filter(({ key }) => key !== 'elsewhere'),
        1,
      );
      if (places.length === 0) return sent.length === 0 ? 'Nobody has applied yet.' : TOO_FEW;
      const from = `People come from ${countedAs(places.length, 'place', 'places')} that can be named`;
      return most ? `${from}; most mentees from ${most.label} (${most.figures[1]}).` : `${from}.`;
    },
  };
}

/** A rating from which on somebody can help others. */
const HIGH = 4;

/** What mentees want help in, and what mentors are strong in. */
export function competenciesReport({ applied, areas }: CycleFacts): Report {
  const accepted = applied.filter(({ state }) => state === 'accepted');
  const [mentors, mentees] = ROLES.map((role) => accepted.filter((one) => one.role === role));
  const rows = areas.map(({ value, label }) => ({
    key: value,
    label,
    figures: [
      (mentors ?? []).filter(({ ratings }) => (ratings[value] ?? 0) >= HIGH).length,
      (mentees ?? []).filter(({ wants }) => wants.includes(value)).length,
    ],
  }));
  return {
    key: 'competencies',
    question: 'What do mentees want help in, and who can give it?',
    definition: `Accepted applications. Mentors who rated themselves ${HIGH} or 5 in an area; mentees who asked for help in it. One may be in several areas.`,
    columns: ['Mentors strong in it', 'Mentees who want help'],
    rows,
    kind: 'shares',
    bases: [mentors?.length ?? 0, mentees?.length ?? 0],
    chart: 'bars',
    answer: (shown) => {
      const most = largest(shown, 1);
      if (!most) return (mentees?.length ?? 0) === 0 ? 'No mentee is accepted yet.' : TOO_FEW;
      const [strong, wanted] = most.figures;
      const who = `Help is wanted most in ${most.label}, by ${percentOf(wanted ?? 0, mentees?.length ?? 0)} of mentees`;
      return strong === null
        ? `${who}.`
        : `${who}; ${countedAs(strong ?? 0, 'mentor is', 'mentors are')} strong in it.`;
    },
  };
}
