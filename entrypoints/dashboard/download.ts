// Hands a file to the browser, as a download.
export function download(name: string, type: string, parts: readonly BlobPart[]): void {
  save(name, new Blob([...parts], { type }));
}

export function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
