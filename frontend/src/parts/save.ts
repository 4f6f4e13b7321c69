/** Saves a file under a name, as a download does. */
export function save(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => {
		URL.revokeObjectURL(link.href);
	}, 60_000);
}
