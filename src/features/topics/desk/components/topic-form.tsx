'use client';

import type { FormState } from '@/lib/form-state';
import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { saveTopicAction } from '../actions';

type Props = {
  place: { cycle: string; cycleId: string; topicId: string; version: number };
  standing: FormState['typed'];
  /** First and last day of the cycle, in words. */
  span: string;
};

/** The topic of a month, and the day on which it goes out. */
export const TopicForm = ({ place, standing, span }: Props) => (
  <FieldsForm
    action={saveTopicAction}
    fields={place}
    standing={standing}
    label="Save the topic"
    tone="primary"
    className="form-column"
  >
    {(typed, _, wrong) => (
      <>
        <TextField
          name="sendOn"
          type="date"
          short
          label="Goes out on"
          hint={`In the morning of that day. One topic a month, within the cycle: ${span}.`}
          value={typed.sendOn}
          problem={wrong.sendOn}
        />
        <TextField name="title" label="Title" value={typed.title} problem={wrong.title} />
        <TextField
          name="words"
          rows={8}
          label="What to talk about"
          hint="Markdown: **bold**, lists with “- ”, [words](https://…). Greeting and signature are added."
          value={typed.words}
          problem={wrong.words}
        />
      </>
    )}
  </FieldsForm>
);
