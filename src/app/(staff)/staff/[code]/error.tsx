'use client';

export { ProblemPage as default } from '@/ui/staff/problem-page';
