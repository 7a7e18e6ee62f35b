"""How the last `swift build` compiled and linked, in its own words: for tools that add to what was built."""
import json, pathlib

BUILD = pathlib.Path(__file__).resolve().parent.parent / ".build"


def words(step):
    """The command of a step: `NAME.module` compiles a module, `NAME.exe` links a program."""
    name, kind = step.split(".")
    if not (BUILD / "debug.yaml").exists():
        raise SystemExit("nothing was built here yet: run swift build")
    with open(BUILD / "debug.yaml") as file:
        found = False
        for line in file:
            if line.startswith('  "'):
                found = line.startswith(f'  "C.{name}-') and line.endswith(f'.{kind}":\n')
            elif found and line.startswith("    args: "):
                return json.loads(line[len("    args: ") :])
    raise SystemExit(f"the last build has no {step}: run swift build")


def options(command, *names):
    """The options of those names, each with what follows it."""
    places = [place for place, word in enumerate(command[:-1]) if word in names]
    return [word for place in places for word in command[place : place + 2]]
