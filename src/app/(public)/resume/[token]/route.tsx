import { showResumeLink, takeResumeLink } from '@/features/applications/resume/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) => showResumeLink((await params).token));
export const POST = handled<Context>(async (request, { params }) => takeResumeLink(request, (await params).token));
