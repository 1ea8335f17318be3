// Judges the documents of each case by ajv, from their texts, and prints what Go's benchmarks print.
//
// Usage: node ajv.mjs WORK ROUNDS MILLISECONDS
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import Ajv2019 from "ajv/dist/2019.js";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const [work, rounds, milliseconds] = process.argv.slice(2);

// classes are the dialects of ajv by a part of the URI that names them in schemas; that of draft 7 has no name of its own.
const classes = [["draft-04", Ajv04], ["2019-09", Ajv2019], ["2020-12", Ajv2020]];

console.log(`node: ${process.version}`);

for (const c of JSON.parse(readFileSync(join(work, "cases.json"), "utf8"))) {
  const name = `BenchmarkJudge/case=${c.name}/way=`;
  const texts = readFileSync(c.instances, "utf8").split("\n").filter((line) => line.trim() !== "");
  try {
    const validate = compile(c);
    let why;
    const refused = texts.filter((text) => !validate(JSON.parse(text)) && (why ??= validate.errors[0])).length;
    if (refused > 0) throw new Error(`refuses ${refused} of ${texts.length} documents: ${why.instancePath} ${why.message}`);
    measure(name + "ajv", texts, (text) => validate(JSON.parse(text)));
  } catch (e) {
    console.log(`note ${name}ajv ${e.message.split("\n")[0].slice(0, 160)}`);
  }
  measure(name + "JSON.parse", texts, (text) => JSON.parse(text));
}

function compile(c) {
  const schema = JSON.parse(readFileSync(c.schema, "utf8"));
  const [, Class] = classes.find(([part]) => schema.$schema?.includes(part)) ?? [, Ajv];
  const ajv = new Class({ strict: false, logger: false, validateFormats: c.formats });
  if (c.formats) addFormats(ajv);
  return ajv.compile(schema);
}

// measure prints a line a round; each goes over all documents until the time is over.
function measure(name, texts, judge) {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (let round = 0; round < rounds; round++) {
    let n = 0, took;
    const begin = process.hrtime.bigint();
    do {
      for (const text of texts) judge(text);
      n++;
      took = Number(process.hrtime.bigint() - begin);
    } while (took < milliseconds * 1e6);
    const ns = took / n;
    console.log(`${name}\t${n}\t${ns} ns/op\t${ns / texts.length} ns/doc\t${texts.length} docs\t${size} textbytes`);
  }
}
