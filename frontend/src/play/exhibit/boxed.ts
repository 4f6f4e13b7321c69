/** Puts the words of each item of a list into a box of its own, so that a box and its team can be told apart. */
export function boxed(html: string): string {
	return html.replace(
		/<li>([\s\S]*?)(?=<ul>|<\/li>)/g,
		(_, words: string) => `<li><span>${words.trim()}</span>`,
	);
}
