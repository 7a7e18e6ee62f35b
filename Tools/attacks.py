"""What every command makes of a book that was attacked as tampering.py has it.

A command answers as of the intact book, or refuses and says that the book is at fault, or is *wrong*: it answers
otherwise. A command that was wrong is asked again by a reader who remembers the intact book, and by one who holds a
checkpoint of it: what is known from outside can only make a command refuse.
No answer may be wrong, and `verify` with a checkpoint from outside must name every attack, but for what is declared
in IMPOSSIBLE with its reason; what is declared there and does not happen is a failure, too.
"""
import os, re, shutil
from books import OF_A_PART, OF_THE_RECORD, READING, TODAY, VERIFY_AGAINST, Bench, side_by_side
from memories import memory_attacks
from tampering import Attack, attacks

MIDDLE = "2023-03-01"
# What is found by looking it up, and not in a whole history.
LOOKED_UP = [
    f"terms lease --on {MIDDLE}",
    f"terms lease --on {TODAY} --format json",
    "terms lease --on 2024-03-01 --term rent",
    f"terms lease --on {TODAY} --disclosed-by 2024-06-01",
    f"why lease rent.amount --on {MIDDLE}",
    "diff lease 2022-06-01 2024-06-01",
    f"diff lease 2025-06-01 {TODAY}",
    "timeline lease rent",
    "payable lease rent --from 2022-01-01 --to 2024-12-31",
    f"find 'amount > USD 1002 and kind = fee' --on {MIDDLE}",
    "show lease-3",
    "log lease",
    "calendar --from 2022-12-31 --to 2023-01-01",
    "conflicts microsoft-openai --on 2026-03-15",
]
VERIFY = {
    "verify": "verify",
    "verify --policy": "verify --policy trust.policy",
    "verify --policy --against": VERIFY_AGAINST,
}
# The doctor speaks of the machine.
LINES = list(dict.fromkeys(
    [*(line for line in READING if line != "doctor"), *LOOKED_UP, "tiles public", *VERIFY.values()]))

# Of a quick run, what takes turns with what is looked up.
OTHERS = [*OF_THE_RECORD, *OF_A_PART, "conflicts microsoft-openai amazon-openai --on 2026-03-15", "export --out book.jsonl",
          "backup copy.deedbook", "tiles public"]

# What commands make, which overwrite nothing. What an export or a log for others says is a part of the answer.
MADE = {
    "export --out book.jsonl": "book.jsonl",
    "import book.jsonl --book imported.deedbook": "imported.deedbook",
    "backup copy.deedbook": "copy.deedbook",
    "tiles public": "public",
}

# How a refusal says that the book is at fault. Anything else, as that something is unknown, is an answer.
AT_FAULT = re.compile(
    "deedbook verify|deedbook rebuild|is not a book|has book format|cannot use the book|does not continue"
    "|is not the one that you read before|is not signed by a log of the policy|lacks witnesses"
    "|has no checkpoint that the policy could accept|; this book is '")
SAME, REFUSED, WRONG = "same", "refused", "WRONG"
# Who never saw the book; who read it before; who holds a checkpoint of it, not of its last recording.
STRANGER, READER, HOLDER = "stranger", "reader", "holder"
# Whose own memory was attacked.
WITNESS = "witness"


class AttackBench(Bench):
    """A bench on which one attacked book after the other is asked."""

    def __init__(self, program, template, opened, folder):
        super().__init__(program, template, opened, folder)
        self.memory, self.state = os.path.join(folder, "memory"), os.path.join(folder, "state")
        self.intact()
        self.program.run("log", self.folder, self.memory)

    def intact(self):
        self.put(Attack("intact"))

    def put(self, attack):
        self.clear()
        self.opened.alter(self.book, attack.rows)
        attack.file(self.book)
        for line in attack.then:
            # The program may see through it: then the book is left as it was attacked.
            self.program.run(line, self.folder)

    def remove(self, name):
        path = os.path.join(self.folder, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.unlink(path)

    def ask(self, line, who=STRANGER):
        """How the command ended, with what it wrote as a part of what it said."""
        self.remove("state")
        if who == READER:
            # A command that is content remembers the book as it is now.
            shutil.copytree(self.memory, self.state)
        if line in MADE:
            self.remove(MADE[line])
        asked = f"{line} --trust last.checkpoint" if who == HOLDER else line
        status, output, errors = self.program.run(asked, self.folder, self.state if who == READER else None)
        return status, output + self.written(line), errors

    def written(self, line):
        """The bytes of what it made; a book has some that say nothing."""
        path = os.path.join(self.folder, MADE.get(line, "nothing"))
        files = [path] if os.path.isfile(path) and not path.endswith(".deedbook") else sorted(
            os.path.join(place, name) for place, _, names in os.walk(path) for name in names)
        found = b""
        for path in files:
            with open(path, "rb") as file:
                found += file.read()
        return found

    def tried(self, attack, lines, honest):
        """What became of each command: of a stranger's, and, where that is wrong, of the others'."""
        self.put(attack)
        results = {(line, STRANGER): (judged(line, result, honest[line]), result) for line, result in self.asked(lines)}
        wrong = [line for (line, _), (outcome, _) in results.items() if outcome == WRONG]
        for line in wrong:
            for who in (READER, HOLDER):
                # An audit is given its checkpoint otherwise, and an export is no book.
                if who == READER or not line.startswith(("verify", "import")):
                    result = self.ask(line, who)
                    results[line, who] = judged(line, result, honest[line]), result
        return Outcome(attack, results)


def judged(line, result, honest):
    """Whether the command answered as of the intact book, refused, or was wrong."""
    status, output, errors = result
    if (status, output) == honest[:2]:
        return SAME
    if status == 0:
        return WRONG
    if line.startswith(("verify", "import")):
        return REFUSED if (output + errors).strip() and status in range(1, 128) else WRONG
    # A note says how the book is read, and is no refusal.
    refusal = "".join(line for line in errors.decode("utf-8", "replace").splitlines(True) if not line.startswith("note: "))
    return REFUSED if AT_FAULT.search(refusal) else WRONG


class Outcome:
    """What all commands made of one attack."""

    def __init__(self, attack, results):
        self.attack, self.results = attack, results

    def count(self, outcome, who=STRANGER):
        return sum(found == outcome and asker == who for (_, asker), (found, _) in self.results.items())

    def wrong(self):
        return [(line, who, result) for (line, who), (found, result) in self.results.items() if found == WRONG]

    def finds(self, name):
        """Whether that audit names the attack; nothing where it was not asked."""
        found = self.results.get((VERIFY[name], STRANGER))
        return None if found is None else found[0] == REFUSED

    def summary(self):
        found = ", ".join(name for name in VERIFY if self.finds(name)) or "NO verify"
        wrong = f" {WRONG} {', '.join(f'{self.count(WRONG, who)} of a {who}' for who in (STRANGER, READER, HOLDER))}" * (
            self.count(WRONG) > 0)
        lines = "".join(f"\n    {line}: {', '.join(asker for other, asker, _ in self.wrong() if other == line)}"
                        for line, who, _ in self.wrong() if who == STRANGER)
        return f"{self.attack.name}: same {self.count(SAME)} refused {self.count(REFUSED)}{wrong}; found by {found}{lines}"

    def cells(self):
        """The row of the table."""
        marks = {True: "yes", False: "no", None: "–"}
        counts = [self.count(SAME), self.count(REFUSED), *(self.count(WRONG, who) for who in (STRANGER, READER, HOLDER))]
        return [self.attack.name, *map(str, counts), *(marks[self.finds(name)] for name in VERIFY)]


class MemoryOutcome(Outcome):
    """What a reader or a witness made of an attack on their own memory."""

    @staticmethod
    def of(bench, attack):
        return MemoryOutcome(attack, {
            (line, attack.sort): (MemoryOutcome.judged(attack, is_right, result, bench.answer), result)
            for line, is_right, result in bench.tried(attack)})

    @staticmethod
    def judged(attack, is_right, result, answer):
        """What would be wrong is refused, in the words for it; what is right is done, or refused so, too."""
        status, output, errors = result
        if status == 0:
            return SAME if is_right and (attack.sort == WITNESS or output == answer) else WRONG
        return REFUSED if re.search(attack.must, errors.decode("utf-8", "replace")) else WRONG

    def summary(self):
        same, refused, wrong = (self.count(outcome, self.attack.sort) for outcome in (SAME, REFUSED, WRONG))
        return f"{self.attack.name}: same {same} refused {refused}" + f" {WRONG} {wrong}" * (wrong > 0)

    def cells(self):
        same, refused, wrong = (str(self.count(outcome, self.attack.sort)) for outcome in (SAME, REFUSED, WRONG))
        return [self.attack.name, same, refused, *((wrong, "–") if self.attack.sort == WITNESS else ("–", wrong)), *"––––"]


class Impossible:
    """What no command can know by itself, and why: the attacks, the commands and who asks, by patterns."""

    def __init__(self, attack, command, who, why):
        self.attack, self.command, self.who, self.why = re.compile(attack), re.compile(command), re.compile(who), why
        self.happened = self.was_tried = False

    def covers(self, attack, line, who):
        return all(pattern.fullmatch(text) for pattern, text in
                   ((self.attack, attack.name), (self.command, line), (self.who, who)))

    def __str__(self):
        return f"{self.attack.pattern} | {self.command.pattern} | {self.who.pattern}"


# Every command that answers from the book alone.
ANSWERS = r"(?!verify|.*--check).*"
# Those that show what was signed.
SHOWN = "checkpoint --list|prove .*|tiles .*|(import|export) .*|verify( --policy trust.policy.*)?"
IMPOSSIBLE = [
    Impossible(r"(forged|event moved|recording of the middle).*(with leaf|with tree|all made again)", ANSWERS, STRANGER,
               "What was rewritten goes together with its leaf and all that stands beside it. To see that it was not "
               "always so takes the root of the whole book, as verify works it out, and a root from before."),
    Impossible("forged book, signed by the forger", f"{ANSWERS}|verify", STRANGER,
               "The book is whole, and is signed. Whose key may sign it, only a policy states, and no book."),
    Impossible("(last recording cut off|older copy, before the last recording).*", ".*",
               f"{STRANGER}|{HOLDER}",
               "There is no checkpoint of what was cut off: the book was once such. Those who saw it whole are warned; sign often."),
    Impossible("(last recording cut off|older copy, before the last recording).*", "import .*", READER,
               "An export that was made of what is left is whole, and no book that the reader read before."),
    Impossible("(last two cut off|older copy, before the last checkpoint).*", f"{ANSWERS}|verify( --policy trust.policy.*)?",
               STRANGER,
               "The book was once such, and its checkpoints of then are genuine. A newer one from outside shows it."),
    Impossible("(last|every) checkpoint removed|(checkpoint|cosignature) row removed", SHOWN, ".*",
               "Which checkpoints and cosignatures a keeper shows is the keeper's to say; they prove nothing less of "
               "events. A policy refuses a book that has too few."),
    Impossible(r"cosignature\.(checkpoint|line) .*|checkpoint rows exchanged", SHOWN, ".*",
               "A cosignature is checked with its witness's key. Whose that is, only a policy states, and no book."),
    Impossible("cosignature rows exchanged", VERIFY_AGAINST, "unnamed",
               "Every line stands under its checkpoint, as before; the numbers of the rows say nothing."),
    Impossible("piece_head.*", "verify.*", f"{STRANGER}|{READER}|unnamed",
               "What is derived says then that it is of another version's form, and is neither read nor compared: every "
               "answer is that of the events, whose columns are compared with their entries first, and verify says that "
               "it did not check what is derived. It hides nothing else."),
    Impossible("sqlite_sequence row added.*", VERIFY_AGAINST, "unnamed",
               "SQLite keeps numbers there by the names of tables; this is the name of none, and nothing reads it."),
    Impossible("memory of a witness, (row removed, sealed again|file of before|(link to a )?new memory.*)", "witness .*", WITNESS,
               "The memory is whole and was once such, or is as a new one is: the seal has no secret, for a witness's "
               "machine would have it, too. A quorum of several witnesses in the policy shows it."),
    Impossible("memory of a reader, (head of before|file removed|link to (nothing|a head of before))", ".*", READER,
               "One who can write the reader's own files takes from them what they saw, as if they had not seen it. A "
               "checkpoint that is kept elsewhere, with --trust, shows it."),
    Impossible("recording of the middle removed", ANSWERS, STRANGER,
               "Answers of other agreements say the end of the file, which is one less. Who asks for what was removed is "
               "refused."),
]


class Findings:
    """What was found, and whether that was to be."""

    def __init__(self):
        self.outcomes, self.failures = [], []

    def add(self, outcome):
        self.outcomes.append(outcome)
        for declared in IMPOSSIBLE:
            declared.was_tried |= bool(declared.attack.fullmatch(outcome.attack.name))
        for line, who, (status, output, errors) in outcome.wrong():
            words = (errors or output)[-200:].decode("utf-8", "replace")
            self.expect(outcome.attack, line, who, f"{status} {words!r}")
        if outcome.finds("verify --policy --against") is False and outcome.results[VERIFY_AGAINST, STRANGER][0] == SAME:
            self.expect(outcome.attack, VERIFY_AGAINST, "unnamed", "does not name it")

    def expect(self, attack, line, who, words):
        declared = [one for one in IMPOSSIBLE if one.covers(attack, line, who)]
        for one in declared:
            one.happened = True
        if not declared:
            self.failures.append(f"{attack.name} | {line} | {who} | {words}")

    def undone(self):
        """What is declared and did not happen."""
        return [f"declared, and does not happen: {one}" for one in IMPOSSIBLE if one.was_tried and not one.happened]

    def summary(self):
        def sum_of(outcome, who=STRANGER):
            return sum(one.count(outcome, who) for one in self.outcomes)

        wrong = ", ".join(f"{sum_of(WRONG, who)} of a {who}" for who in (STRANGER, READER, HOLDER, WITNESS))
        found = ", ".join(f"{sum(bool(one.finds(name)) for one in self.outcomes)} by {name}" for name in VERIFY)
        return (f"{len(self.outcomes)} attacks: {sum_of(SAME)} answers the same, {sum_of(REFUSED)} refused, wrong {wrong}; "
                f"named {found}")

    def markdown(self):
        """The table for the documentation, with the reasons of what is declared."""
        head = ["attack", "same", "refused", "wrong", "wrong to a reader", "wrong to a holder", *VERIFY]
        yield "| " + " | ".join(head) + " |"
        yield "|" + "---|" * len(head)
        for outcome in self.outcomes:
            yield "| " + " | ".join(outcome.cells()) + " |"
        for one in IMPOSSIBLE:
            yield f"- `{one}`: {one.why}"


def chosen(opened, dice, options):
    """The attacks, or those whose names the options match; of a quick run, two of each sort."""
    found = [attack for attack in attacks(opened) if re.search(options.only or "", attack.name)]
    if options.quick:
        sorts = dict.fromkeys(attack.sort for attack in found)
        of_sorts = [[attack for attack in found if attack.sort == sort] for sort in sorts]
        found = [attack for those in of_sorts for attack in dice.sample(those, min(len(those), 2))]
    return found[: options.rounds]


def asked(number, options):
    """The commands; of a quick run, the audit with all that is known and three of the others, which take turns."""
    if not options.quick:
        return LINES
    first, second = (LOOKED_UP[(2 * number + step) % len(LOOKED_UP)] for step in (0, 1))
    return [first, second, OTHERS[number % len(OTHERS)], VERIFY_AGAINST]


def tried(benches, found, options):
    """Tries all attacks; yields the outcome of each."""
    plans = [(attack, asked(number, options)) for number, attack in enumerate(found)]
    lines = {line for _, asked_of_it in plans for line in asked_of_it}
    honest = answers(benches[0], [line for line in LINES if line in lines])
    for line, (status, output, errors) in honest.items():
        if status != 0:
            raise RuntimeError(f"the intact book: {line}: {status} {output[-300:]} {errors[-300:]}")
    return side_by_side(benches, plans, lambda bench, plan: bench.tried(*plan, honest))


def answers(bench, lines):
    """Of the intact book."""
    bench.intact()
    return dict(bench.asked(lines))


def of_memories(bench, dice, options):
    """Tries the attacks on memories, of a quick run a few of each sort; yields the outcome of each."""
    found = [attack for attack in memory_attacks() if re.search(options.only or "", attack.name)]
    if options.quick:
        of_sorts = [[attack for attack in found if attack.sort == sort] for sort in (WITNESS, READER)]
        found = [attack for those in of_sorts for attack in dice.sample(those, min(len(those), 5))]
    for attack in found:
        yield MemoryOutcome.of(bench, attack)
