"""Xapian with its French stemmer, spelling correction and partial words, through Debian's python3-xapian. All words wanted, then any.

Started with what to do ("build" or "ask"), the passages or the workload, and the database's file. Prints what worker.mjs prints.
"""

import json
import os
import sys
import time

import xapian

TITLE = "S"
FLAGS = (
    xapian.QueryParser.FLAG_PHRASE
    | xapian.QueryParser.FLAG_SPELLING_CORRECTION
)


def memory():
    """Bytes that the process holds in memory."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def build(source, file):
    with open(source, encoding="utf-8") as stream:
        passages = json.load(stream)
    start = time.perf_counter()
    database = xapian.WritableDatabase(file, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("fr"))
    generator.set_database(database)
    generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
    for passage in passages:
        document = xapian.Document()
        document.set_data(passage["id"])
        generator.set_document(document)
        generator.index_text(passage["title"], 2)
        generator.increase_termpos()
        generator.index_text(passage["text"])
        database.add_document(document)
    database.commit()
    database.close()
    print(json.dumps({"buildMs": 1000 * (time.perf_counter() - start), "isSaved": True}))


class Index:
    def __init__(self, file):
        self.database = xapian.Database(file)
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(xapian.Stem("fr"))
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self.parser.set_database(self.database)
        self.enquire = xapian.Enquire(self.database)

    def search(self, asked):
        typed = asked["typed"].strip()
        if asked["phrase"]:
            typed = '"' + typed + '"'
        flags = FLAGS | (xapian.QueryParser.FLAG_PARTIAL if asked["unfinished"] else 0)
        for operator in (xapian.Query.OP_AND, xapian.Query.OP_OR):
            self.parser.set_default_op(operator)
            ids = self.ask(self.parser.parse_query(typed, flags))
            corrected = self.parser.get_corrected_query_string()
            if not ids and corrected:
                ids = self.ask(self.parser.parse_query(corrected, flags))
            if ids:
                return ids
        return []

    def ask(self, query):
        self.enquire.set_query(query)
        return [match.document.get_data().decode() for match in self.enquire.get_mset(0, 10)]


def ask(source, file):
    with open(source, encoding="utf-8") as stream:
        workload = json.load(stream)
    before = memory()
    start = time.perf_counter()
    index = Index(file)
    open_ms = 1000 * (time.perf_counter() - start)
    for asked in workload["warmUp"]:
        index.search(asked)
    speed, quality = [], []
    for asked in workload["speed"]:
        start = time.perf_counter()
        ids = index.search(asked)
        speed.append({"kind": asked["kind"], "ms": 1000 * (time.perf_counter() - start), "ids": ids})
    added = memory() - before
    for asked in workload["quality"]:
        quality.append({"kind": asked["kind"], "rank": rank(index.search(asked), asked["wanted"])})
    print(json.dumps({"openMs": open_ms, "memory": added, "speed": speed, "quality": quality}))


def rank(ids, wanted):
    return ids.index(wanted) + 1 if wanted in ids else 0


if __name__ == "__main__":
    {"build": build, "ask": ask}[sys.argv[1]](sys.argv[2], sys.argv[3])
