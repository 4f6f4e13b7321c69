// Plays a story in ink, read from the input, for a while; says how long a step takes, and where the story ended.
import { readFileSync } from 'node:fs';
import { Compiler } from 'inkjs/full';

const milliseconds = Number(process.argv[2]);
const story = new Compiler(readFileSync(0, 'utf8')).Compile();

// pick is story.Pick.
const pick = (step, offered) => (step * step + Math.floor(step / 3)) % offered;

function play() {
	story.ResetState();
	let steps = 0;
	for (;;) {
		while (story.canContinue) story.Continue();
		const offered = story.currentChoices.length;
		if (offered === 0) return steps;
		story.ChooseChoiceIndex(pick(steps, offered));
		steps++;
	}
}

const steps = play(); // and warm
const start = performance.now();
let plays = 0;
while (performance.now() - start < milliseconds) {
	play();
	plays++;
}
const nanoseconds = ((performance.now() - start) * 1e6) / (plays * steps);
console.log(JSON.stringify({ nanoseconds, steps, trust: story.variablesState.trust }));
