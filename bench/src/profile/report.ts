import { markdown } from '../report.ts';
import type { Profile } from './measure.ts';

/** Parts below this share of all columns are left out. */
const least = 0.01;

/** Markdown: a row for each part of the program, a column for each question, in percent of the busy time. */
export function profileText(profiles: readonly Profile[]): string {
  const shareOf = ({ shares }: Profile, part: string) => shares.find((one) => one.part === part)?.share ?? 0;
  const parts = [...new Set(profiles.flatMap(({ shares }) => shares.map(({ part }) => part)))];
  const largest = (part: string) => Math.max(...profiles.map((profile) => shareOf(profile, part)));
  const rows = parts
    .filter((part) => largest(part) >= least)
    .sort((a, b) => largest(b) - largest(a))
    .map((part) => [part, ...profiles.map((profile) => (shareOf(profile, part) * 100).toFixed(1))]);
  return markdown(['% of busy time', ...profiles.map(({ question }) => question)], rows);
}
