import Amendments
import Notation
import Terms

/// What one recording says of the same thing twice, and differently: two values of one field from the same day, two
/// names of a party, two texts of a condition.
///
/// A document does not contradict itself without saying which holds, so the file has it wrong; which of the two holds only
/// who wrote it knows. Rows of tables are held against each other in the same way (`TableGivenValues`). What is in a book
/// stays readable: there the later event governs.
enum StatedTwice {
    private struct Place: Hashable {
        var agreement: AgreementID
        var subject: Subject
        var effective: DateBound?
        var lasts: DateBound?
    }

    private enum Subject: Hashable {
        case field(TermID, FieldName)
        case admittedName(PartyID)
        case admittedRole(PartyID)
        case newName(PartyID)
        case members(PartyID)
        case condition(ConditionID)
    }

    private struct Claim {
        var subject: Subject
        var value: Node
        var mark: Mark?
        var effective: DateBound?
    }

    static func problems(in recording: Recording) -> [Problem] {
        var first: [Place: Claim] = [:]
        var problems: [Problem] = []
        for event in recording.events {
            for claim in claims(of: event, recording.instrument.effective) {
                let place = Place(
                    agreement: event.agreement ?? recording.agreement, subject: claim.subject,
                    effective: claim.effective, lasts: event.payload.lastsUntil)
                guard let earlier = first[place] else {
                    first[place] = claim
                    continue
                }
                if !isSame(earlier, claim), !names(earlier, in: event) {
                    problems.append(problem(claim, earlier))
                }
                first[place] = claim
            }
        }
        return problems
    }

    private static func problem(_ claim: Claim, _ earlier: Claim) -> Problem {
        let line = earlier.mark.map { " in line \($0.line)" } ?? " before"
        return Problem(
            "\(words(claim.subject)) is \(shown(claim)) here and \(shown(earlier))\(line), from the same day",
            hint: hint(claim.subject), mark: claim.mark)
    }

    // MARK: What events say

    private static func claims(of event: Event, _ ofInstrument: DateBound?) -> [Claim] {
        let effective = event.effective ?? ofInstrument
        func claim(_ subject: Subject, _ value: Node?) -> Claim? {
            value.map {
                Claim(subject: subject, value: $0, mark: event.mark, effective: effective)
            }
        }
        switch event.payload {
        case let admitted as PartyAdmitted:
            return [
                claim(.admittedName(admitted.party), .string(admitted.name)),
                claim(.admittedRole(admitted.party), admitted.role.map(Node.string)),
            ].compactMap(\.self)
        case let renamed as PartyRenamed:
            return [claim(.newName(renamed.party), .string(renamed.name))]
                .compactMap(\.self)
        case let formed as GroupFormed:
            let members = formed.members.map { Node.string($0.party.text) }
            return [
                claim(.admittedName(formed.group), .string(formed.name)),
                claim(.members(formed.group), .list(members)),
            ].compactMap(\.self)
        case let defined as ConditionDefined:
            return [claim(.condition(defined.condition), .string(defined.text))].compactMap(\.self)
        case is TermAdded, is TermAmended: return fields(of: event, ofInstrument)
        case _: return []
        }
    }

    private static func fields(of event: Event, _ ofInstrument: DateBound?) -> [Claim] {
        event.payload.givenFields.flatMap { given -> [Claim] in
            let from = event.fieldsFrom(given, else: ofInstrument)
            return given.set.names.compactMap { name in
                // What is no value of the field is a problem of its own, and says nothing.
                guard let value = given.set[name],
                    name.codecs.contains(where: { (try? $0.decode(value)) != nil })
                else { return nil }
                return Claim(
                    subject: .field(given.term, name), value: value,
                    mark: given.set.mark(of: name) ?? event.mark, effective: from)
            }
        }
    }

    /// Whether both say the same, in whatever spelling.
    private static func isSame(_ one: Claim, _ other: Claim) -> Bool {
        if one.value == other.value { return true }
        guard case .field(_, let name) = one.subject else { return false }
        return name.codecs.contains { codec in
            guard let value = try? codec.decode(one.value) else { return false }
            return (try? codec.decode(other.value)) == value
        }
    }

    /// Whether the event says with `was` that it follows the other.
    private static func names(_ earlier: Claim, in event: Event) -> Bool {
        guard case .field(_, let name) = earlier.subject,
            let was = (event.payload as? TermAmended)?.was?[name]
        else { return false }
        return isSame(
            earlier, Claim(subject: earlier.subject, value: was, mark: nil, effective: nil))
    }

    // MARK: Words

    private static func words(_ subject: Subject) -> String {
        switch subject {
        case .field(let term, let name): "'\(name)' of '\(term)'"
        case .admittedName(let party): "the name of '\(party)'"
        case .admittedRole(let party): "the role of '\(party)'"
        case .newName(let party): "the new name of '\(party)'"
        case .members(let group): "who is in '\(group)'"
        case .condition(let condition): "the text of '\(condition)'"
        }
    }

    private static func shown(_ claim: Claim) -> String {
        let texts =
            if case .list(let items) = claim.value.content { items.compactMap(\.text) } else {
                [claim.value.text].compactMap(\.self)
            }
        return texts.isEmpty
            ? claim.value.excerpt
            : "'\(SafeText.shortened(texts.joined(separator: ", "), to: 80))'"
    }

    private static func hint(_ subject: Subject) -> String {
        switch subject {
        case .field:
            "keep what the document states; a step from a later day has an 'effective' of its own, and one that "
                + "follows another on the same day names its value in 'was'"
        case .admittedName, .admittedRole, .newName, .members, .condition:
            "keep what the document states; what changed later has an event and a day of its own"
        }
    }
}

extension Journal.Found {
    /// A recording that contradicts itself is refused; what else is wrong with it is found all the same.
    mutating func refuseStatedTwice() {
        let twice = (drafts + partial).flatMap { StatedTwice.problems(in: $0.recording) }
        guard !twice.isEmpty else { return }
        problems += twice
        partial += drafts
        drafts = []
    }
}
