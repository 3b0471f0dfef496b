import { Reference } from '@/ui/static/shapes';
import { countChange, pointsChange } from '../../components/fits';
import { Ask } from '../../inquiries/components/ask';
import type { StudyView } from '../queries';
import type { ReportDesk } from './unmatched-list';

const MOST_SHOWN = 10;

/** Whom to ask for one more place. */
export const SecondPlaces = ({ places, desk }: { places: StudyView['places']; desk: ReportDesk }) => (
  <section className="stack-s" aria-labelledby="places">
    <h2 id="places">Who could take one more</h2>
    {places.length === 0 ? (
      <p>A further place with any of the mentors would gain nothing.</p>
    ) : (
      <div className="table-wrap">
        <table className="table cards">
          <caption>What one more place gains, best first</caption>
          <thead>
            <tr>
              <th scope="col">Mentor</th>
              <th scope="col" className="number">
                Mentees matched
              </th>
              <th scope="col" className="number">
                Total fit
              </th>
              <th scope="col">See</th>
            </tr>
          </thead>
          <tbody>
            {places.slice(0, MOST_SHOWN).map(({ id, name, reference, matchedChange, fitChange }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <Reference>{reference}</Reference>
                </th>
                <td className="number" data-label="Mentees matched">
                  {countChange(matchedChange)}
                </td>
                <td className="number" data-label="Total fit">
                  {pointsChange(fitChange)}
                </td>
                <td>
                  {desk.mayChange ? (
                    <Ask
                      place={{ code: desk.code, number: desk.number, planId: desk.planId }}
                      question={{ kind: 'place', mentorId: id }}
                      label="Who would change?"
                      about={`with one more place of ${name}`}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);
