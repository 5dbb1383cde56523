export type Row = readonly string[];

/** Tables by name: rows with the header first, or text that is written unchanged. */
export type Tables = Readonly<Record<string, readonly Row[] | string>>;

/**
 * Replaces the text between `<!-- generated:name -->` and `<!-- /generated -->` with the table or text of that name. The
 * white space around it stays.
 */
export function fillTables(document: string, tables: Tables): string {
  const places = /<!-- generated:([\w-]+) -->(\s*)[^]*?(\s*)<!-- \/generated -->/g;
  return document.replace(places, (_whole, name: string, before: string, after: string) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`There is no table "${name}", only: ${Object.keys(tables).join(', ')}.`);
    const text = typeof table === 'string' ? table : render(table);
    return `<!-- generated:${name} -->${before}${text}${after || before}<!-- /generated -->`;
  });
}

/** A cell with code. */
export function code(value = ''): string {
  return value === '' ? '' : `\`${cell(value)}\``;
}

/** A cell of plain text. */
export function cell(value: string): string {
  return value.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

function render([header = [], ...rows]: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [header, header.map(() => '---'), ...rows].map(line).join('\n');
}
