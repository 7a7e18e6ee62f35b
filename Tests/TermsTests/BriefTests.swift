import Terms
import Testing

/// How the terms of each kind read in a line.
struct BriefTests {
    @Test(arguments: TermKind.allCases)
    func `the line of a kind is well formed, and names fields of the kind only`(
        _ kind: TermKind
    ) {
        let definition = kind.definition
        #expect(definition.brief.fault == nil)
        for name in definition.brief.fields { #expect(definition.field(name) != nil, "\(name)") }
        #expect(
            Set(definition.brief.neededFields).isSubset(of: definition.requiredFields),
            "a field that may be missing stands outside of brackets")
    }
}
