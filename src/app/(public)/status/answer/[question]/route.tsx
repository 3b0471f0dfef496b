import { showAnswer, takeAnswer } from '@/features/applications/answering/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ question: string }> };

export const GET = handled<Context>(async (request, { params }) => showAnswer(request, (await params).question));
export const POST = handled<Context>(async (request, { params }) => takeAnswer(request, (await params).question));
