// Statements gathered under those who made them.

/** @import { Report, ReportStatement } from '../../types/report.js' */

/**
 * The speakers in the order in which they first speak, those whom nobody found last.
 * @param {Pick<Report, 'statements'>} report
 * @returns {{ person: number | null, speaker: string | null, role: string | null, statements: ReportStatement[] }[]}
 */
export function bySpeaker({ statements }) {
  /** @type {Map<number | null, ReportStatement[]>} */
  const own = new Map();
  for (const statement of statements) {
    const said = own.get(statement.person);
    if (said) said.push(statement);
    else own.set(statement.person, [statement]);
  }
  const groups = [...own].map(([person, said]) => ({ person, speaker: said[0]?.speaker ?? null, role: said[0]?.role ?? null, statements: said }));
  return [...groups.filter(({ person }) => person !== null), ...groups.filter(({ person }) => person === null)];
}
