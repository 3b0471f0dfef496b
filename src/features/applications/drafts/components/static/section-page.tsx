import { answerInLanguage } from '@/lib/words/answers';
import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import type { Answers } from '@/domain/answers';
import { isAnswered, takesFiles, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import { SectionFields } from '../../../components/static/section-fields';
import type { OpenForm } from '../../../queries';

export type SectionPageProps = {
  form: OpenForm;
  section: Section;
  answers: Answers;
  problems?: Problems;
  /** Hidden fields that say what this page was drawn with. */
  drawn: { revision: number; mark: string; opened: string; tab: string };
  /** Where "Save and continue" leads back to. */
  back: '' | 'check';
  /** The answers another tab saved meanwhile; both versions are then shown. */
  other?: Answers;
  notice?: string;
};

/** What our script says while somebody types; it fills in the numbers itself. */
const scriptWords = (): string =>
  JSON.stringify({
    savedAt: say('script.savedAt', { time: '{time}' }),
    notSavedYet: say('script.notSavedYet'),
    broughtBack: [say('script.broughtBack'), say('script.broughtBackText')],
    unsaved: [say('script.unsaved'), say('script.unsavedText')],
    changedElsewhere: [say('script.changedElsewhere'), say('script.changedElsewhereText')],
    away: [say('script.away'), say('script.awayText')],
    words: say('script.words', { count: '{count}', most: '{most}' }),
    tooMany: say('script.tooMany', { count: '{count}', over: '{over}' }),
  });

export const Step = ({ form, section }: Pick<SectionPageProps, 'form' | 'section'>) => (
  <p className="step">
    {say('apply.step', {
      number: form.sections.findIndex(({ key }) => key === section.key) + 1,
      count: form.sections.length,
      minutes: section.minutes,
    })}
  </p>
);

function OtherVersion({ section, other, here }: { section: Section; other: Answers; here: string }) {
  const entries = section.questions.filter(isAnswered).map((question) => ({
    key: question.name,
    label: question.label,
    words: answerInLanguage(question, other),
  }));
  return (
    <Notice tone="warning" heading={say('apply.thisPageWasChangedIn')}>
      <p>{rich('apply.nothingIsLostBelowIs', { link: (words) => <a href={here}>{words}</a> })}</p>
      <details open>
        <summary>{say('apply.theOtherVersion')}</summary>
        <SummaryList entries={entries} />
      </details>
    </Notice>
  );
}

export const SaveButtons = () => (
  <div className="actions">
    <button className="button primary" type="submit" name="go" value="next">
      {say('apply.saveAndContinue')}
    </button>
    <button className="button" type="submit" name="go" value="later">
      {say('apply.saveAndComeBackLater')}
    </button>
  </div>
);

/** One topic a page. */
export function SectionPage({ form, section, answers, problems = {}, drawn, back, other, notice }: SectionPageProps) {
  const { cycle, role } = form;
  const here = paths.applySection(cycle.code, role, section.key);
  const labels = Object.fromEntries(
    section.questions.filter(({ type }) => type === 'rating').map(({ name, label }) => [name, label]),
  );
  const from = back === 'check' ? `${here}?return=check` : here;
  return (
    <FormFrame cycle={cycle} title={titleWith(section.title, problems)} script>
      <div className="form-column">
        <ErrorSummary problems={problems} labels={labels} />
        {notice ? (
          <Notice tone="warning" heading={say('apply.notSavedYet')}>
            <p>{notice}</p>
          </Notice>
        ) : null}
        {other ? <OtherVersion section={section} other={other} here={from} /> : null}
        <div className="stack-s section-head">
          <p className="small">
            <a href={paths.apply(cycle.code, role)}>{say('apply.allSections')}</a>
          </p>
          <Step form={form} section={section} />
          <h1 lang={section.lang}>{section.title}</h1>
          {section.intro ? (
            <p className="soft" lang={section.lang}>
              {section.intro}
            </p>
          ) : null}
        </div>
        <form
          method="post"
          action={here}
          noValidate
          data-autosave={form.draft.id}
          data-say={scriptWords()}
          encType={takesFiles(section) ? 'multipart/form-data' : undefined}
        >
          <input type="hidden" name="revision" value={drawn.revision} />
          <input type="hidden" name="mark" value={drawn.mark} />
          <input type="hidden" name="opened" value={drawn.opened} />
          <input type="hidden" name="tab" value={drawn.tab} />
          <input type="hidden" name="return" value={back} />
          <SectionFields
            section={section}
            answers={answers}
            problems={problems}
            role={role}
            fileHref={(id) => paths.applyFile(cycle.code, role, id)}
          />
          <SaveButtons />
        </form>
      </div>
    </FormFrame>
  );
}
