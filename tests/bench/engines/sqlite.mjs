/** SQLite FTS5: accents folded, prefixes of 2 and 3 letters indexed. It knows no French and no typos. All words wanted, then any. */
import { rmSync } from "node:fs";
import { peer } from "../peer.mjs";

const { default: Database } = await peer("better-sqlite3");

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(passages, file) {
    rmSync(file, { force: true });
    const database = new Database(file);
    database.pragma("journal_mode = OFF");
    database.exec(`
      create table passage (number integer primary key, id text);
      create virtual table words using fts5 (title, text, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
    `);
    const insertPassage = database.prepare("insert into passage values (?, ?)");
    const insertWords = database.prepare("insert into words (rowid, title, text) values (?, ?, ?)");
    database.transaction(() => {
      for (const [number, { id, title, text }] of passages.entries()) {
        insertPassage.run(number, id);
        insertWords.run(number, title, text);
      }
    })();
    database.exec("insert into words (words) values ('optimize'); vacuum");
    database.close();
  },
  async open(file) {
    const database = new Database(file, { readonly: true });
    const find = database.prepare("select id from words join passage on number = words.rowid where words match ? order by bm25(words, 2, 1) limit 10");
    return {
      search({ typed, unfinished, phrase }) {
        const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
        if (phrase) return { ids: idsOf(find.all(`"${words.join(" ")}"`)) };
        const quoted = words.map((word, at) => `"${word}"${unfinished && at === words.length - 1 ? "*" : ""}`);
        for (const operator of [" AND ", " OR "]) {
          const rows = find.all(quoted.join(operator));
          if (rows.length > 0) return { ids: idsOf(rows) };
        }
        return { ids: [] };
      },
    };
  },
};

/** @param {{ id: string }[]} rows */
function idsOf(rows) {
  return rows.map(({ id }) => id);
}
