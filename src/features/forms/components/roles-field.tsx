import { SelectField } from '@/ui/staff/fields';

export const RolesField = ({ value }: { value: string | undefined }) => (
  <SelectField
    name="roles"
    label="Asked of"
    value={value ?? 'both'}
    choices={[
      { value: 'both', label: 'Mentors and mentees' },
      { value: 'mentor', label: 'Mentors only' },
      { value: 'mentee', label: 'Mentees only' },
    ]}
  />
);
