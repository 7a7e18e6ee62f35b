import Notation
import Terms
import Testing

/// A term with every field its sentence names, and how it reads in full and at its briefest.
struct SentenceSample: Sendable, CustomTestStringConvertible {
    let kind: TermKind
    let json: String
    let full: String
    let brief: String

    init(_ kind: TermKind, _ json: String, full: String, brief: String) {
        self.kind = kind
        self.json = json
        self.full = full
        self.brief = brief
    }

    var testDescription: String { kind.rawValue }
}

struct TermSentenceTests {
    static let samples = grants + duties + deals

    @Test func `there is a sample of every kind`() {
        #expect(Set(Self.samples.map(\.kind)) == Set(TermKind.allCases))
    }

    @Test(arguments: samples)
    func `a term reads as a sentence`(sample: SentenceSample) throws {
        let definition = sample.kind.definition
        let codec = FieldValues.codec(for: sample.kind, requireAll: true)
        let fields = try codec.decode(try JSONReader.read(sample.json))
        try expectRoundTrip(fields, codec)

        let scope: Set<FieldName> = [
            .products, .fields, .territories, .channels, .customers, .subjects, .acts,
        ]
        let named = Set(definition.sentence.fields).subtracting(scope).subtracting([.periodsFrom])
            .subtracting(definition.alternatives.joined())
        #expect(named.isSubset(of: fields.names), "a field of the sentence has no sample")
        #expect(definition.sentence.render { fields[$0]?.displayText } == sample.full)

        let brief = definition.sentence.render { name in
            definition.requiredFields.contains(name) ? fields[name]?.displayText : nil
        }
        #expect(brief == sample.brief)
    }

    @Test(
        arguments: samples.filter {
            $0.kind.definition.sentence.fields.contains(.periodsFrom)
                && !$0.json.contains("periods-from")
        })
    func `what has periods says when one of them begins, where that is stated`(
        sample: SentenceSample
    ) throws {
        let codec = FieldValues.codec(for: sample.kind, requireAll: true)
        let fields = try codec.decode(try JSONReader.read(sample.json))
        let sentence = sample.kind.definition.sentence.render { name in
            name == .periodsFrom ? "2024-07-01" : fields[name]?.displayText
        }
        guard let period = fields[.per]?.displayText else {
            return #expect(sentence == sample.full, "no period, no day on which one begins")
        }
        #expect(sentence == sample.full.replacing(period, with: "\(period), one from 2024-07-01"))
    }

    @Test(arguments: TermKind.allCases)
    func `each of the fields of which a term says one has a sample`(kind: TermKind) throws {
        let sampled = try Self.samples.filter { $0.kind == kind }.flatMap { sample in
            let codec = FieldValues.codec(for: kind, requireAll: true)
            return try codec.decode(try JSONReader.read(sample.json)).names
        }
        #expect(Set(kind.definition.alternatives.joined()).isSubset(of: sampled))
    }

    @Test(arguments: samples)
    func `a term lacking a required field is refused`(sample: SentenceSample) throws {
        let codec = FieldValues.codec(for: sample.kind, requireAll: true)
        let whole = try codec.decode(try JSONReader.read(sample.json))
        for name in sample.kind.definition.requiredFields {
            var fields = whole
            fields[name] = nil
            let found = problems(reading: codec.encode(fields), codec)
            #expect(found.map(\.message) == ["'\(name)' is missing"])
        }
    }

    @Test(
        arguments: [
            (["commitment": "USD 2000000000"], "a may borrow from b: USD 2,000,000,000"),
            (
                ["commitment": "USD 2000000000", "borrowing-base": "USD 775000000"],
                "a may borrow from b: at most USD 775,000,000 (commitment: USD 2,000,000,000); borrowing base: USD 775,000,000"
            ),
            (
                [
                    "commitment": "USD 500", "elected-commitment": "USD 700",
                    "borrowing-base": "USD 600",
                ],
                "a may borrow from b: USD 500; elected commitment: USD 700; borrowing base: USD 600"
            ),
            (
                ["commitment": "USD 500", "borrowing-base": "EUR 400"],
                "a may borrow from b: USD 500; borrowing base: EUR 400"
            ),
        ] as [([FieldName: String], String)])
    func `a facility has no more than the least of its limits that are known`(
        limits: [FieldName: String], sentence: String
    ) throws {
        let fields = try limits.mapValues { try #require(Money($0)) }
            .mapValues { ValueState.stated(.money($0)) }
            .merging(["borrower": .stated(.party("a")), "lender": .stated(.party("b"))]) { $1 }
        let definition = TermKind.creditFacility.definition
        #expect(
            definition.sentence(
                with: { fields[$0]?.displayText }, saying: { fields[$0] }) == sentence)
    }
}
