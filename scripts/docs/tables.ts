export type Row = readonly string[];

/** Tables by name: rows with the header first, or text that is written unchanged. */
export type Tables = Readonly<Record<string, readonly Row[] | string>>;

/** Replaces the text between `<!-- generated:name -->` and `<!-- /generated -->` with the table or text of that name. */
export function fillTables(markdown: string, tables: Tables): string {
  return markdown.replace(/<!-- generated:([\w-]+) -->[^]*?<!-- \/generated -->/g, (_whole, name: string) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`There is no table "${name}", only: ${Object.keys(tables).join(', ')}.`);
    return `<!-- generated:${name} -->\n${typeof table === 'string' ? table : render(table)}\n<!-- /generated -->`;
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
