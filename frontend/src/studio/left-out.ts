/** The files of a zip that were not kept, by draft: told once, on the draft's page. */
export const leftOutOf = new Map<string, string[]>();
