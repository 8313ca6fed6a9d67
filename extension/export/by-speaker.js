// Statements gathered under those who made them.

/** @import { Report, ReportStatement } from '../../types/report.js' */

/**
 * The speakers in the order in which they first speak, those whom nobody found last.
 * @param {Pick<Report, 'statements'>} report
 * @returns {{ person: number | null, speaker: string | null, role: string | null, statements: ReportStatement[] }[]}
 */
export function bySpeaker({ statements }) {
  const speakers = Map.groupBy(statements, ({ person }) => person);
  const groups = [...speakers].map(([person, own]) => ({ person, speaker: own[0]?.speaker ?? null, role: own[0]?.role ?? null, statements: own }));
  return [...groups.filter(({ person }) => person !== null), ...groups.filter(({ person }) => person === null)];
}
