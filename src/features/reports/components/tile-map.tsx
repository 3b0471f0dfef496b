import type { Report } from '@/domain/reports/report';
import { placeCode, TILES } from '@/domain/reports/tiles';

const SIZE = 42;
const STEPS = 5;

/** How dark a tile is, 0 to 4, by its share of the largest. */
const shade = (count: number, most: number): number =>
  count === 0 ? 0 : Math.min(STEPS - 1, Math.ceil((count / most) * (STEPS - 1)));

/** States and provinces as squares, all people of each; the number is on every tile that has one. */
export function TileMap({ rows }: Pick<Report, 'rows'>) {
  const totals = new Map(
    rows.map(({ key, figures }) => [
      key,
      figures.every((figure) => figure === null)
        ? null
        : figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0),
    ]),
  );
  const most = Math.max(1, ...TILES.map(({ place }) => totals.get(place) ?? 0));
  const width = Math.max(...TILES.map(({ column }) => column + 1)) * SIZE;
  const height = Math.max(...TILES.map(({ row }) => row + 1)) * SIZE;
  return (
    <svg className="chart map" viewBox={`0 0 ${width} ${height}`} role="img" aria-hidden="true">
      {TILES.map(({ place, column, row }) => {
        const total = totals.get(place) ?? null;
        return (
          <g key={place} transform={`translate(${column * SIZE} ${row * SIZE})`}>
            <rect className={`tile shade-${shade(total ?? 0, most)}`} width={SIZE - 3} height={SIZE - 3} rx="3" />
            <text className={`tile-code on-${shade(total ?? 0, most)}`} x="5" y="15">
              {placeCode(place)}
            </text>
            {total ? (
              <text className={`tile-count on-${shade(total, most)}`} x={SIZE - 8} y="33" textAnchor="end">
                {total}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
