import { forgetMe, showForgotten } from '@/features/applications/handlers';
import { handled } from '@/ui/http';

export const GET = handled(() => showForgotten());
export const POST = handled(forgetMe);
