import { askAction } from '../../actions';
import { Press } from '../../components/press';

type Place = { code: string; number: number; planId: string };
type AskProps = { place: Place; question: Readonly<Record<string, string>>; label: string; about: string };

/** A button that asks the matcher and changes nothing. */
export const Ask = ({ place, question, label, about }: AskProps) => (
  <Press action={askAction} fields={{ ...place, ...question }} label={label} about={about} kind="quiet" />
);
