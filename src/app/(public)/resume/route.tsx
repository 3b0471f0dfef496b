import { showResume, takeResume } from '@/features/applications/resume/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showResume);
export const POST = handled(takeResume);
