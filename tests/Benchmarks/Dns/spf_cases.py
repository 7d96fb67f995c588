"""Evaluates SPF cases with the Python reference on zones in memory: arguments are rounds and case files; prints microseconds for a case."""
import json
import sys
import time

import spf

ZONE = {}


def as_text(entries):
    """A record of type SPF is one of type TXT, unless the owner has a TXT entry of its own (the README of the cases)."""
    if any(isinstance(entry, dict) and "TXT" in entry for entry in entries):
        return entries
    return [{"TXT": entry["SPF"]} if isinstance(entry, dict) and "SPF" in entry else entry for entry in entries]


def records(name, qtype):
    """What a zone has for a name and type; CNAMEs are followed, silence is a temporary error."""
    for _ in range(12):
        name = name.lower().rstrip(".")
        if name not in ZONE and name.startswith("error."):
            raise spf.TempError("DNS timeout")
        entries = ZONE.get(name, [])
        if any(entry == "TIMEOUT" for entry in entries) and not any(isinstance(entry, dict) and qtype in entry for entry in entries):
            raise spf.TempError("DNS timeout")
        entries = [entry for entry in entries if isinstance(entry, dict)]
        if any(entry.get(qtype) == "TIMEOUT" for entry in entries):
            raise spf.TempError("DNS timeout")
        aliases = [entry["CNAME"] for entry in entries if "CNAME" in entry]
        if not aliases:
            return [value for entry in entries for kind, value in entry.items() if kind == qtype and value not in ("TIMEOUT", "NONE")]
        name = aliases[0]
    return []


def lookup(name, qtype, strict=True, timeout=None):
    found = []
    for value in records(name, qtype):
        if qtype in ("TXT", "SPF"):
            parts = [value] if isinstance(value, str) else value
            value = [part.encode("utf-8") for part in parts]
        elif qtype == "MX":
            value = tuple(value)
        found.append(((name, qtype), value))
    return found


def evaluate(test):
    query = spf.query(i=test["host"], s=test["mailfrom"], h=test["helo"], strict=True)
    return query.check()[0] in test["result"]


def main():
    spf.DNSLookup = lookup
    rounds = int(sys.argv[1])
    suites = [json.load(open(path, encoding="utf-8")) for path in sys.argv[2:]]
    zones = [{name.lower(): as_text(entries) for name, entries in suite["zonedata"].items()} for suite in suites]
    count = 0
    right = 0
    start = time.process_time()
    for _ in range(rounds):
        for suite, zone in zip(suites, zones):
            ZONE.clear()
            ZONE.update(zone)
            for test in suite["tests"]:
                right += evaluate(test)
                count += 1
    elapsed = time.process_time() - start
    if right < count * 0.95:
        sys.exit(f"only {right} of {count} cases came out as they should, so that the time says nothing")
    print(elapsed / count * 1e6)


main()
