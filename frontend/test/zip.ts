/** Makes a zip archive without compression, as small Word documents for tests are. */

export function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [called, data] = [encode(name), encode(text)];
    // The fields that both headers share: version, flags, method, time, date, checksum, sizes, lengths.
    const shared = [20, 0, 0, 0, 0, 0, 0, data.length, 0, data.length, 0, called.length, 0];
    const header = join([numbers([0x4b50, 0x0403, ...shared]), called, data]);
    local.push(header);
    central.push(join([numbers([0x4b50, 0x0201, 20, ...shared, 0, 0, 0, 0, 0, at & 0xffff, at >>> 16]), called]));
    at += header.length;
  }
  const size = central.reduce((all, one) => all + one.length, 0);
  const count = central.length;
  const end = numbers([0x4b50, 0x0605, 0, 0, count, count, size, 0, at & 0xffff, at >>> 16, 0]);
  return join([...local, ...central, end]);
}

function numbers(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of values.entries()) view.setUint16(at * 2, value, true);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of parts) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}
