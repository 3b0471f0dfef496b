import { showProposal, takeProposalAnswer } from '@/features/pairs/proposals/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) => showProposal((await params).token));
export const POST = handled<Context>(async (request, { params }) => takeProposalAnswer(request, (await params).token));
