/// Validates answers with Python's jsonschema, and then answers that are wrong in one place.
enum AnswerSchemaScript {
    /// Arguments: the folder that `deedbook schema --out` wrote, and a list of `name` and `answer`.
    ///
    /// Published schemas let members be that they do not name. Here every object is closed, so that a
    /// member that the schema forgot is found too.
    static let text = """
        import json, os, sys
        from jsonschema import Draft202012Validator
        folder, file = sys.argv[1:]
        def load(path):
            with open(os.path.join(folder, path)) as f:
                schema = json.load(f)
            Draft202012Validator.check_schema(schema)
            return schema
        def closed(node):
            if isinstance(node, list):
                return [closed(item) for item in node]
            if not isinstance(node, dict):
                return node
            node = {name: closed(value) for name, value in node.items()}
            if node.get('type') == 'object' and 'properties' in node:
                node.setdefault('additionalProperties', False)
            return node
        names = sorted(os.listdir(os.path.join(folder, 'answers')))
        schemas = [load(os.path.join('answers', name)) for name in names]
        marks = [schema['properties']['schema']['const'] for schema in schemas]
        assert names == [m.split('/')[1] + '.' + m.split('/')[2] + '.schema.json' for m in marks]
        published = {m: Draft202012Validator(s) for m, s in zip(marks, schemas)}
        exact = {m: Draft202012Validator(closed(s)) for m, s in zip(marks, schemas)}
        everything = Draft202012Validator(load('answers.schema.json'))

        cases = json.load(open(file))
        faults = []
        for case in cases:
            answer = case['answer']
            mark = answer['schema']
            for error in exact[mark].iter_errors(answer):
                faults.append(f"{case['name']}: {error.json_path}: {error.message[:300]}")
            if not published[mark].is_valid(answer) or not everything.is_valid(answer):
                faults.append(f"{case['name']}: not valid as published")
        assert not faults, '\\n'.join(faults[:20])
        print(len(cases), 'answers are valid by', len(published), 'schemas')

        # What may be missing, or is not spelled out: the body of an event is that of recordings.
        LOOSE = ('body', 'counts', 'drafts')
        OPTIONAL = {('instrument', 'number'), ('instrument', 'signed'), ('instrument', 'effective')}
        WORDS = set('''schema status kind grade state reason type class rule nature certainty
            dimension result what verdict outcome phase group remark because algorithm stage manner
            released'''.split())
        # Sentences, and names that others give.
        SENTENCES = {('proof', ('kind',)), ('checkpoint', ('notes', '*', 'what')),
            ('verify', ('classes', '*', 'reason')), ('import', ('classes', '*', 'reason')),
            ('find', ('possible', '*', 'doubts', '*', 'reason')),
            ('doctor', ('diagnoses', '*', 'remark'))}
        def is_sentence(what, path):
            return (what, path) in SENTENCES or path[-3:] == ('disputes', '*', 'state')
        def short(node):
            if isinstance(node, list):
                return [short(item) for item in node[:2]]
            if isinstance(node, dict):
                return {name: short(value) for name, value in node.items()}
            return node
        tried = {'removed': 0, 'type': 0, 'word': 0, 'added': 0}
        seen = set()
        def refuse(what, act, path, answer, hold, key, value):
            # What many members share is tried once: it is one definition.
            place = (what, act, path[-4:])
            if place in seen:
                return
            seen.add(place)
            tried[act] += 1
            old = dict(hold) if isinstance(hold, dict) else list(hold)
            if act == 'removed':
                del hold[key]
            else:
                hold[key] = value
            validator = exact if act == 'added' else published
            if validator[answer_mark].is_valid(answer):
                faults.append(f"{act} {'/'.join(path)} of {what} is not noticed")
            if act == 'added' and what != 'none' and len(path) == 1:
                if not published[answer_mark].is_valid(answer):
                    faults.append(f'a new member of {what} is refused')
            hold.clear()
            hold.update(old) if isinstance(old, dict) else hold.extend(old)
        def walk(what, node, path, answer):
            if isinstance(node, list):
                for index, item in enumerate(node):
                    walk(what, item, path + ('*',), answer)
                return
            if not isinstance(node, dict):
                return
            refuse(what, 'added', path + ('x-new',), answer, node, 'x-new', 1)
            for name, value in list(node.items()):
                here = path + (name,)
                # Which word the old state or type allows is not known: distinguished by it.
                shape = here + tuple(node[n] for n in ('state', 'type', 'reason', 'because')
                    if isinstance(node.get(n), str) and len(node[n]) < 20)
                fixed = name not in LOOSE and here[-2:] not in OPTIONAL
                # A document maps whatever subjects and facets there are.
                fixed = fixed and not (what == 'document' and len(here) > 1)
                if fixed:
                    refuse(what, 'removed', shape, answer, node, name, None)
                wrong = 17 if isinstance(value, dict) else {'x-new': 1}
                refuse(what, 'type', shape, answer, node, name, wrong)
                if name in WORDS and isinstance(value, str) and not is_sentence(what, here):
                    refuse(what, 'word', shape, answer, node, name, 'no-such-word')
                if name not in LOOSE:
                    walk(what, value, here, answer)
        for case in cases:
            answer = short(case['answer'])
            answer_mark = answer['schema']
            walk(answer_mark.split('/')[1], answer, (), answer)
        print('refused:', ', '.join(f'{count} {act}' for act, count in tried.items()))
        assert all(count > 20 for count in tried.values()), tried
        assert not faults, '\\n'.join(faults[:40])
        """
}
