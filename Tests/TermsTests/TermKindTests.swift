import Notation
import Terms
import Testing

struct TermKindTests {
    /// Each kind's own fields as the format lists them; `*` marks a required one, `S` the scope.
    static let ownFields: [(TermKind, String)] = [
        (
            .licenseGrant,
            "grantor* grantee* subject* subjects exclusivity exclusive-until run-off-exclusivity purpose exception limits S"
        ),
        (
            .exclusivity,
            "obligor* beneficiary* act* acts exclusivity exclusive-until run-off-exclusivity exception S"
        ),
        (
            .distribution,
            "grantor* distributor* subject subjects exclusivity exclusive-until run-off-exclusivity exception S"
        ),
        (
            .hostingProvider,
            "customer* provider* workloads exclusivity exclusive-until run-off-exclusivity capacity exception fields territories channels customers"
        ),
        (.primaryProvider, "customer* provider* S"),
        (
            .firstAvailability,
            "obligor* beneficiary* channel* products exception fields territories channels customers"
        ),
        (
            .revenueShare,
            "payer* payee* rate tiers formula cap cap-period floor proration payment S"
        ),
        (
            .royalty,
            "payer* payee* rate unit-price tiers formula minimum cap per periods-from proration S"
        ),
        (
            .fee,
            "payer* payee* amount unit-price tiers formula schedule per periods-from over index proration"
        ),
        (.cap, "on* amount period"),
        (.floor, "on* amount period"),
        (
            .minimumCommitment,
            "obligor* beneficiary* subject subjects amount per periods-from over index S"
        ),
        (
            .volumeCommitment,
            "obligor* beneficiary* subject subjects quantity unit unit-price per periods-from S"
        ),
        (.firstRefusal, "holder* grantor* subject* subjects response"),
        (.firstOffer, "holder* grantor* subject* subjects response"),
        (.firstNegotiation, "holder* grantor* subject* subjects response"),
        (.mostFavoured, "beneficiary* obligor* compared S"),
        (.ipOwnership, "owner* subject*"),
        (.equityStake, "holder* issuer* percentage valuation basis"),
        (.investment, "investor* issuer* amount funded valuation tranche condition instrument"),
        (
            .option,
            "holder* grantor* direction* subject* subjects opens closes each blackout price-floor price period alters"
        ),
        (.nonCompete, "obligor* beneficiary* act* acts S"),
        (.nonSolicit, "obligor* beneficiary* of"),
        (.confidentiality, "obligor* beneficiary survives"),
        (.publicity, "obligor* consent"),
        (.termAndRenewal, "renewal renewal-period notice"),
        (.terminationRight, "holder* on ground* notice cure long-stop threshold condition"),
        (.sunset, "condition* effect*"),
        (.changeOfControl, "party* effect consent"),
        (.assignmentRestriction, "obligor* consent"),
        (.auditRight, "holder* of frequency"),
        (.governingLaw, "law*"),
        (.disputeForum, "forum* seat"),
        (.precedence, "prevails* yields*"),
        (.postTermination, "obligor* duty* period"),
        (.liabilityCap, "obligor* amount multiple"),
        (
            .supply,
            "supplier* buyer* subject subjects requirements minimum-quantity maximum-quantity unit per periods-from take-or-pay unit-price tiers forecast binding-forecast exclusivity exclusive-until purchase-exclusivity purchase-exclusive-until run-off-exclusivity exception S"
        ),
        (
            .creditFacility,
            "borrower* lender* facility within commitment elected-commitment accordion borrowing-base redetermined drawn undrawn available maturity purpose security"
        ),
        (
            .margin,
            "on* charge base rate base-floor day-count level measure more-than at-least at-most less-than"
        ),
        (
            .covenant,
            "obligor* beneficiary* covenant* act acts measure more-than at-least at-most less-than minimum maximum per periods-from exception limits"
        ),
        (
            .sale,
            "seller* buyer* subject* subjects percentage quantity unit amount unit-price holdback release consideration condition closing long-stop"
        ),
        (.milestone, "subject* obligor beneficiary due condition payer payee amount"),
        (.governance, "holder* issuer* right* seats matters acts at-least exception"),
        (.antiDilution, "holder* issuer* method* subject limits"),
        (
            .warrant,
            "holder* issuer* subject quantity percentage exercise-price tranche vests opens closes each blackout settlement"
        ),
        (.escrow, "depositor* beneficiary* subject* agent amount release limits"),
        (.indemnity, "obligor* beneficiary* subject* basket basket-type cap survives limits"),
        (
            .serviceLevel,
            "provider* customer* measure* more-than at-least at-most less-than level per periods-from credit credit-cap"
        ),
        (.other, "subject text*"),
    ]

    @Test(arguments: ownFields)
    func `a kind has the fields the format lists`(kind: TermKind, list: String) {
        var expected = list.split(separator: " ").flatMap { word -> [String] in
            word == "S"
                ? ["products", "fields", "territories", "channels", "customers"] : [String(word)]
        }
        expected += ["starts", "ends", "survival", "run-off"] + (kind == .other ? [] : ["text"])
        let fields = kind.definition.fields
        #expect(fields.map { $0.name.rawValue + ($0.isRequired ? "*" : "") } == expected)
        #expect(kind.definition.requiredFields == fields.filter(\.isRequired).map(\.name))
    }

    @Test func `every kind is listed once`() {
        #expect(Self.ownFields.map(\.0) == TermKind.allCases)
        #expect(TermKind.allCases.count == 49)
    }

    @Test(arguments: TermKind.allCases)
    func `a kind is described`(kind: TermKind) throws {
        let definition = kind.definition
        #expect(definition.kind == kind)
        #expect(!definition.summary.isEmpty)
        #expect(definition.fields.allSatisfy { !$0.summary.isEmpty })
        #expect(Set(definition.fields.map(\.name)).count == definition.fields.count)
        for field in definition.fields { #expect(definition.field(field.name) == field) }
        #expect(definition.field("no-such-field") == nil)
        try expectRoundTrip(kind, TermKind.codec)
    }

    @Test(arguments: TermKind.allCases)
    func `a sentence needs only what every such term has`(kind: TermKind) {
        let definition = kind.definition
        let sentence = definition.sentence
        #expect(sentence.fault == nil)
        #expect(sentence.fields.allSatisfy { definition.field($0) != nil })
        #expect(Set(sentence.neededFields).isSubset(of: definition.requiredFields))
        #expect(Set(definition.requiredFields).isSubset(of: sentence.fields))
    }

    @Test(arguments: TermKind.allCases)
    func `a field is limited only by a bound of its own kind`(kind: TermKind) throws {
        let definition = kind.definition
        for field in definition.fields {
            guard let limit = field.limitedBy else {
                #expect(field.afterwards == nil)
                continue
            }
            #expect(definition.field(limit)?.type == .bound)
            let afterwards = try #require(field.afterwards)
            #expect(try field.type.codec.decode(field.type.codec.encode(afterwards)) == afterwards)
        }
    }

    @Test(arguments: [
        TermKind.licenseGrant, .exclusivity, .distribution, .hostingProvider, .supply,
    ])
    func `exclusivity falls to non-exclusive when its bound is reached`(kind: TermKind) throws {
        let field = try #require(kind.definition.field(.exclusivity))
        #expect(field.limitedBy == .exclusiveUntil)
        #expect(field.afterwards == .choice("non-exclusive"))
        #expect(field.inRunOff == .runOffExclusivity)
        #expect(kind.definition.field(.runOffExclusivity)?.type == field.type)
        #expect(
            field.type == .choice(["exclusive", "sole", "co-exclusive", "non-exclusive"]))
    }

    @Test(arguments: [
        (TermKind.revenueShare, FieldName.rate, FieldType.rate(allowsOver100: true)),
        (.royalty, .rate, .rate(allowsOver100: true)),
        (.revenueShare, .capPeriod, .choice(["per-period", "aggregate"])),
        (.cap, .on, .term), (.cap, .period, .choice(["per-period", "aggregate"])),
        (.volumeCommitment, .quantity, .count), (.publicity, .consent, .flag),
        (.hostingProvider, .workloads, .tags), (.investment, .condition, .condition),
        (.option, .opens, .bound), (.auditRight, .frequency, .duration),
        (.termAndRenewal, .renewal, .choice(["automatic", "by-agreement", "none"])),
        (.postTermination, .period, .duration), (.supply, .minimumQuantity, .count),
        (.supply, .requirements, .rate(allowsOver100: false)), (.margin, .on, .term),
        (.covenant, .atMost, .rate(allowsOver100: true)), (.warrant, .vests, .bound),
        (
            .equityStake, .percentage,
            .rate(allowsOver100: false)
        ),
    ])
    func `a field has the type the format gives it`(
        kind: TermKind, name: FieldName, type: FieldType
    ) {
        #expect(kind.definition.field(name)?.type == type)
    }

    @Test func `an unknown kind is refused with the list`() throws {
        let found = try #require(problems(reading: .string("licence"), TermKind.codec).first)
        #expect(found.message == "\"licence\" is not a kind of term")
        #expect(
            found.hint?.hasPrefix(
                "did you mean license-grant? expected one of license-grant, exclusivity,") == true)
    }
}

struct SentenceTemplateTests {
    @Test(arguments: [
        ("[{cap}", "'[' is not closed"), ("{cap}]", "']' closes nothing"),
        ("{cap", "'{' is not closed"), ("cap}", "'}' closes nothing"),
        ("{Cap}", "'Cap' is not a field name"), ("{a[b]}", "'{' is not closed"),
    ])
    func `an unbalanced template states its fault`(text: String, fault: String) {
        #expect(SentenceTemplate(text).fault == fault)
    }

    @Test(
        arguments: [
            ([:], "(payer not given) pays a fee"),
            (["payer": "A"], "A pays a fee"),
            (["payer": "A", "amount": "5"], "A pays an amount of 5"),
            (["payer": "A", "amount": "5", "per": "year"], "A pays an amount of 5 per year"),
            (["payer": "A", "per": "year"], "A pays a fee"),
        ] as [([FieldName: String], String)])
    func `a part is dropped with its field, and the parts in it too`(
        fields: [FieldName: String], sentence: String
    ) {
        let ending = fields[.amount] == nil ? "fee" : "amount"
        let template = SentenceTemplate("{payer} pays a(n) \(ending)[ of {amount}[ per {per}]]")
        #expect(template.fault == nil)
        #expect(template.render { fields[$0] } == sentence)
    }

    @Test func `an article goes by what follows it and never changes a value`() {
        let template: SentenceTemplate = "a(n) [{exclusivity} ]licence: {text}"
        let texts: [FieldName: String] = [.text: "a(n) [optional] {thing}"]
        #expect(template.render { texts[$0] } == "a licence: a(n) [optional] {thing}")
        #expect(
            template.render { $0 == .exclusivity ? "exclusive" : texts[$0] }
                == "an exclusive licence: a(n) [optional] {thing}")
    }
}
