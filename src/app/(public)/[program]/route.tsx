import { showProgram } from '@/features/programs/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ program: string }> };

export const GET = handled<Context>(async (_, { params }) => showProgram((await params).program));
