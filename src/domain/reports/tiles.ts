import { SUBDIVISIONS } from '@/domain/forms/places';

/** A state or province as a square of a grid, roughly where it lies. Columns count from 0 in the west, rows from 0 in the north. */
export type Tile = { place: string; column: number; row: number };

/** Each line of the grid from west to east, `.` for an empty square. */
const GRID = [
  '. CA-YT CA-NT CA-NU . . . . . . . CA-NL CA-PE',
  '. CA-BC CA-AB CA-SK CA-MB . CA-ON . CA-QC . CA-NB US-ME CA-NS',
  'US-AK . . . . . . . . . US-VT US-NH .',
  '. US-WA US-ID US-MT US-ND US-MN US-IL US-WI US-MI US-NY US-RI US-MA .',
  '. US-OR US-NV US-WY US-SD US-IA US-IN US-OH US-PA US-NJ US-CT . .',
  '. US-CA US-UT US-CO US-NE US-MO US-KY US-WV US-VA US-MD US-DE . .',
  '. . US-AZ US-NM US-KS US-AR US-TN US-NC US-SC US-DC . . .',
  '. . . . US-OK US-LA US-MS US-AL US-GA . . . .',
  '. US-HI . . US-TX . . . . US-FL . US-PR .',
];

export const TILES: readonly Tile[] = GRID.flatMap((line, row) =>
  line.split(' ').flatMap((place, column) => (place === '.' ? [] : [{ place, column, row }])),
);

const NAMES = new Map(SUBDIVISIONS.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));

/** "Minnesota" for US-MN */
export const placeName = (place: string): string => NAMES.get(place) ?? place;

/** "MN" for US-MN */
export const placeCode = (place: string): string => place.slice(place.indexOf('-') + 1);
