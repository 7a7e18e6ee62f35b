"""Agreements of ten grants each, some of which cannot both be kept: how the search for them grows."""

import json
import math
from typing import Any

from .bench import Bench
from .stopwatch import medians, same
from .table import Row, number, power, seconds

GRANTS = 10
DAY = "2025-06-01"
GOAL = 3_000
"""The agreements that the goal is about; of fewer nothing is said."""


def measure(bench: Bench) -> None:
    """Looks through books of growing numbers of agreements; how many conflicts there are is known beforehand."""
    times = []
    for count in bench.sizes.grants:
        book = bench.folder / f"grants-{count}.deedbook"
        file = bench.folder / f"grants-{count}.jsonl"
        file.write_text("".join(json.dumps(recording(number)) + "\n" for number in range(count)))
        bench.record(file, book)
        words = ["conflicts", "--on", DAY, "--rule", "double-exclusive"]
        found = bench.deedbook.answer(book, *words, limit=bench.sizes.limit)["conflicts"]
        pairs = {tuple(sorted(side["agreement"] for side in each["sides"])) for each in found}
        expected = {(_name(number), _name(number + 1)) for number in range(0, count - 1, 2)}
        same(f"conflicts of {count} agreements", {"as the book was made": expected, "deedbook": pairs})
        times += medians([bench.deedbook.ask(book, "conflicts", "--on", DAY)], 3, bench.sizes.limit)
        bench.progress(f"conflicts of {count:,} agreements  {seconds(times[-1])}")
    smaller, largest = bench.sizes.grants[-2:]
    exponent = math.log(times[-1] / times[-2]) / math.log(largest / smaller)
    bench.table.add(
        Row(
            f"`conflicts` of {largest:,} agreements of {GRANTS} grants", seconds(times[-1]),
            f"of {', '.join(f'{size:,}' for size in bench.sizes.grants[:-1])}",
            ", ".join(seconds(time) for time in times[:-1]),
            f"{number(times[-1] / times[-2])} ×, {power(exponent)}", f"{GOAL:,} under 30 s, n log n",
            times[-1] < 30 and exponent < 1.2 if largest >= GOAL else None,
        )
    )  # fmt: skip


def recording(number: int) -> dict[str, Any]:
    """An agreement: its first grant is as exclusive as that of its neighbour, and of the same thing."""
    grantor, grantee = f"grantor-{number // 2}", f"grantee-{number}"
    admitted = [{"party-admitted": {"party": party, "name": party}} for party in (grantor, grantee)]
    return {
        "recording": f"opening-{number}",
        "agreement": _name(number),
        "instrument": {"kind": "definitive", "title": f"Agreement {number}", "effective": {"on": "2024-01-01"}},
        "disclosed": "2024-01-01",
        "sources": [{"id": "text", "grade": "executed-text", "publisher": "the parties"}],
        "events": [
            {"agreement-recorded": {"title": f"Agreement {number}", "zone": "UTC"}},
            *admitted,
            *(_grant(number, index, grantor, grantee) for index in range(GRANTS)),
        ],
    }


def _grant(number: int, index: int, grantor: str, grantee: str) -> dict[str, Any]:
    shared = index == 0
    subject = f"patent-{number // 2}" if shared else f"patent-{number}-{index}"
    named = dict.fromkeys(("products", "fields", "territories", "channels", "customers"), "all")
    fields = {
        "grantor": grantor,
        "grantee": grantee,
        "subject": subject,
        "subjects": {"only": [subject]},
        "exclusivity": "exclusive" if shared else "non-exclusive",
        **named,
    }
    return {"term-added": {"term": f"license.grant-{index}", "kind": "license-grant", "set": fields}}


def _name(number: int) -> str:
    return f"agreement-{number:06}"
