// Reads `go test -json`, prints a line per package and what failing tests said, counts the tests without subtests.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const outcome = new Map(); // 'package test' to pass, fail or skip
const said = new Map();

for await (const line of createInterface({ input: process.stdin })) {
	if (!line.startsWith('{')) {
		console.log(line);
		continue;
	}
	const { Action: action, Package: pkg, ImportPath: path, Test: test, Output: output, Elapsed: elapsed } = JSON.parse(line);
	const key = test ? `${pkg} ${test}` : (pkg ?? path);
	switch (action) {
		case 'output':
		case 'build-output':
			said.set(key, (said.get(key) ?? '') + output);
			break;
		case 'pass':
		case 'fail':
		case 'skip':
			if (action === 'fail') process.stdout.write(said.get(key) ?? '');
			else if (!test && action === 'pass') console.log(`ok  ${pkg}  ${elapsed} s`);
			if (test) outcome.set(key, action);
			said.delete(key);
			break;
		case 'build-fail':
			process.stdout.write(said.get(key) ?? '');
			break;
	}
}

const parents = new Set([...outcome.keys()].flatMap((key) => [...key.matchAll(/\//g)].map((slash) => key.slice(0, slash.index))));
const leaves = [...outcome].filter(([key]) => !parents.has(key)).map(([, action]) => action);
const count = (action) => leaves.filter((a) => a === action).length;
writeFileSync(process.argv[2], JSON.stringify({ passed: count('pass'), failed: count('fail') }));
