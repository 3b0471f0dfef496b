import { takePairAnswer } from '@/features/pairs/home/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const POST = handled<Context>(async (request, { params }) => takePairAnswer(request, (await params).pair));
