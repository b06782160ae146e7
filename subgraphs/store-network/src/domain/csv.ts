/**
 * Reads comma- or semicolon-separated values (RFC 4180): quoted fields may hold separators, line breaks and doubled
 * quotes. The separator is what the first line has more of. Empty lines are left out. `line` is where a record begins.
 * Undefined when a quote is not closed: nobody knows which lines it was to hold.
 */
export function readCsv(text: string): { readonly line: number; readonly fields: string[] }[] | undefined {
  const [head = ''] = text.split('\n', 1);
  const separator = head.split(';').length > head.split(',').length ? ';' : ',';
  const records: { line: number; fields: string[] }[] = [];
  let [fields, field, isQuoted, line, start] = [[] as string[], '', false, 1, 1];
  const endRecord = () => {
    if (fields.length > 0 || field !== '') records.push({ line: start, fields: [...fields, field] });
    [fields, field, start] = [[], '', line + 1];
  };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const character = text[at] as string;
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      field += '"';
      at++;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || (character !== separator && character !== '\n' && character !== '\r')) field += character;
    else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n') endRecord();
    if (character === '\n') line++;
  }
  endRecord();
  return isQuoted ? undefined : records;
}
