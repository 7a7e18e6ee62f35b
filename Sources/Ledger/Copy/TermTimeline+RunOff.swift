import Amendments
import Terms

extension TermTimeline {
    /// A field as it reads while the term outlives its agreement, where another field says so.
    func inRunOff(
        _ field: ConformedField, by schema: FieldSchema,
        among fields: [FieldName: ConformedField], on day: Day
    ) -> ConformedField {
        guard let name = schema.inRunOff, let altered = fields[name],
            let runOff = lives(on: day).first?.runOff(on: day)
        else { return field }
        var read = field
        read.reasons.append(.inRunOff(name, runOff.event.reference))
        switch runOff.window.hasPassed(on: day) {
        case .no: return field
        case .yes:
            read.value = altered.value
            read.candidates = altered.candidates
            read.grade = max(field.grade, altered.grade)
            read.furtherCauses += [altered.governing, runOff.event]
        case .unknown:
            read.candidates =
                (field.isIndeterminate ? field.candidates : [candidate(field)])
                + (altered.isIndeterminate ? altered.candidates : [candidate(altered)])
        }
        return read
    }

    private func candidate(_ field: ConformedField) -> ConformedField.Candidate {
        ConformedField.Candidate(
            value: field.value, event: field.governing, grade: field.grade, isReported: false)
    }
}
