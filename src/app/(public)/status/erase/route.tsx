import { showErase, takeErase } from '@/features/people/erasing/handlers';
import { handled } from '@/ui/http';

export const GET = handled<unknown>((request) => showErase(request));
export const POST = handled<unknown>((request) => takeErase(request));
