import fc from 'fast-check';
import { it } from 'mocha';
import { seed } from '../support/run/runs.ts';
import { redisCase, redisClusterCase } from '../support/phpredis/paths.ts';
import { askInstalled, difference, started, inputFor, type Asked, expected } from '../support/phpredis/phpredis.ts';
import { execFileSync } from 'node:child_process';
const count = Number(process.env.N ?? 500);
for (const make of [redisCase, redisClusterCase]) {
it('5.3 '+make.name, async function () { this.timeout(600000);
    const t=Date.now();
    const asked = await askInstalled(p => fc.sample(make(p), {numRuns: count, seed}));
    console.log(Date.now()-t, started(asked), JSON.stringify(difference(asked)));
});
it('6 '+make.name, async function () { this.timeout(600000);
    const t=Date.now();
    const place={folder:'/tmp/pr6',net:'127.99.99'};
    const cases=fc.sample(make(place), {numRuns: count, seed});
    execFileSync('docker',['cp','test/support/phpredis/sessions.php','wt-redis-php6:/tmp/sessions.php']);
    execFileSync('docker',['exec','wt-redis-php6','sh','-c','rm -rf /tmp/pr6; mkdir /tmp/pr6']);
    const out=execFileSync('docker',['exec','-i','wt-redis-php6','php','/tmp/sessions.php'],{input:inputFor(place,cases,'6'),maxBuffer:1e9}).toString();
    const asked:Asked={place,version:'6',cases,answer:JSON.parse(out)};
    console.log(Date.now()-t, started(asked), JSON.stringify(difference(asked)));
    let bad=0; cases.forEach((c,i)=>{ const d=difference({...asked,cases:[c],answer:{...asked.answer,outcomes:[asked.answer.outcomes[i]!]}}); if(d && bad++<5) console.log(JSON.stringify(d)); }); console.log('bad',bad);
});
}
