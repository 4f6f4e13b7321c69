/** What a phone shows over the page, and a wide screen beside it. */
export type Panel = 'exhibits' | 'cast' | 'thread';
