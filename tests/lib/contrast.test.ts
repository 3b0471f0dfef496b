import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../src/ui/styles/tokens.css'), 'utf8');
const colours = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
const [first = '', second = ''] = css.split('@media (prefers-color-scheme: dark)');
const light: Record<string, string | undefined> = colours(first);
const dark: Record<string, string | undefined> = { ...light, ...colours(second) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const GROUNDS = ['paper', 'card', 'sunk'];
const TEXT: [text: string, grounds: string[]][] = [
  ['ink', [...GROUNDS, 'spruce-tint', 'warning-tint', 'error-tint', 'success-tint']],
  ['ink-2', GROUNDS],
  ['ink-3', GROUNDS],
  ['spruce', [...GROUNDS, 'spruce-tint']],
  ['spruce-hover', [...GROUNDS, 'spruce-tint']],
  ['on-spruce', ['spruce', 'spruce-hover']],
  ['marine', ['marine-tint', 'card']],
  ['mulberry', ['mulberry-tint', 'card']],
  ['on-marigold', ['marigold']],
  ['error', [...GROUNDS, 'error-tint']],
  ['warning', ['card', 'warning-tint']],
  ['success', ['card', 'success-tint']],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  const of = (name: string) => tokens[name] ?? '';

  it.each(TEXT.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground])))(
    'text %s on %s has 4.5:1',
    (text, ground) => {
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(GROUNDS)('borders of controls on %s have 3:1', (ground) => {
    expect(contrast(of('line'), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
