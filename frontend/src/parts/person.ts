/** Whose login this browser carries, by the sign that the server leaves beside it: an account's id; empty for nobody's. */
export const signedIn = (): string =>
	/(?:^|; )casebook_signed_in=([^;]*)/.exec(document.cookie)?.[1] ?? '';

/** Who opened the page in view: what is written on it is theirs, also once their login has ended. */
export const person = { here: signedIn() };
