#!/usr/bin/env python3
"""Checks an exported log of looks by its description in src/docs/audit.md alone. Usage: audit-verify.py FILE [HASH KEPT ELSEWHERE]"""
import hashlib
import json
import sys


def main(file, kept=None):
    previous, number, seen = "0" * 64, 0, kept is None
    with open(file, "rb") as lines:
        for line in lines:
            stated, _, facts = line.rstrip(b"\n").partition(b" ")
            entry = json.loads(facts)
            number += 1
            if hashlib.sha256(facts).hexdigest() != stated.decode("ascii"):
                return "entry %d was changed" % number
            if entry["format"] != 1 or entry["seq"] != number:
                return "entry %d: gap or unknown format" % number
            if entry["prev"] != previous:
                return "entry %d does not follow the one before" % number
            previous = stated.decode("ascii")
            seen = seen or previous == kept
    print("%d entries, last hash %s" % (number, previous))
    return None if seen else "the hash kept elsewhere is not in this file"


if __name__ == "__main__":
    fault = main(*sys.argv[1:3])
    if fault:
        sys.exit(fault)
