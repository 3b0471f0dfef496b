import { ROLES } from '@/domain/mentoring';
import type { Rubric } from '@/domain/rubric';
import { WordedScale } from '@/ui/staff/worded-scale';

/** What reviewers would see: the very form, which sends nothing. */
export const RubricPreview = ({ rubric, saved = false }: { rubric: Rubric; saved?: boolean }) => (
  <section className="notice info stack" id="preview" tabIndex={-1} aria-labelledby="preview-heading">
    <h3 id="preview-heading">{saved ? 'What reviewers saw' : 'What reviewers will see'}</h3>
    {saved ? null : <p className="small">Not saved yet. Weights are not shown to reviewers.</p>}
    <div className="two-even">
      {ROLES.map((role) => (
        <div key={role} className="card">
          <h4 className="label">Review of a {role}</h4>
          {rubric[role].map((criterion) => (
            <WordedScale key={criterion.key} criterion={criterion} chosen={undefined} within={`preview-${role}-`} />
          ))}
        </div>
      ))}
    </div>
  </section>
);
