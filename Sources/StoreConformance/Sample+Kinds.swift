import Amendments
import Notation

/// One body of every kind of event, each with all the members that kind can have.
extension EventKind {
    var sampleBody: String {
        switch self {
        case .agreementRecorded:
            #"{"title":"A","zone":"UTC","conventions":{"through-year":"end-of-calendar-year"}}"#
        case .partyAdmitted: #"{"party":"a","name":"A","role":"licensor"}"#
        case .partyRenamed: #"{"party":"a","name":"A\n\u2028 \ud83e\udd1d"}"#
        case .partySucceeded: #"{"party":"a","successor":"b","name":"B"}"#
        case .partyWithdrew: #"{"party":"a"}"#
        case .groupFormed:
            #"{"group":"g","name":"G","members":[{"party":"a","role":"agent"},{"party":"b"}],"members-complete":false}"#
        case .memberJoined: #"{"group":"g","party":"a","role":"agent"}"#
        case .memberLeft: #"{"group":"g","party":"a"}"#
        case .agreementRestated:
            #"{"terms":[{"term":"t","kind":"other","set":{"text":"x"}}],"moved":{"t":"u"}}"#
        case .agreementRenewed: #"{"term":"t","ends":{"through":"2030"}}"#
        case .agreementExtended: #"{"term":"t","ends":{"until":"2030-01-01"}}"#
        case .agreementTerminated: #"{"by":"a","ground":"breach","surviving":["t"]}"#
        case .agreementSuperseded: #"{"successor":"second","surviving":["t"]}"#
        case .termAdded: #"{"term":"t","kind":"other","set":{"text":"x","starts":{"on":"2025"}}}"#
        case .termAmended:
            """
            {"term":"t","was":{"text":"x"},"set":{"text":"undisclosed"},\
            "lasts":{"through":"2025-03~"},"onward":{"wipes":["one#1"]},"despite":["one#1"]}
            """
        case .termRemoved: #"{"term":"t","ground":"agreed"}"#
        case .termDischarged: #"{"term":"t","manner":"paid"}"#
        case .termMoved: #"{"term":"t","to":"u.v"}"#
        case .termSuspended: #"{"term":"t","ground":"war","lasts":{"upon":"peace"}}"#
        case .termResumed: #"{"term":"t"}"#
        case .termReaffirmed: #"{"term":"t","fields":["text","ends"]}"#
        case .termUnaddressed: #"{"term":"t","fields":["text"]}"#
        case .termInterpreted:
            #"{"term":"t","field":"text","reading":"x","by":["a"],"readings":["x","y"]}"#
        case .rightWaived: #"{"term":"t","by":"a","extent":"once","lasts":{"through":"2025"}}"#
        case .conditionDefined:
            """
            {"condition":"c","text":"x","decided-by":["a court"],\
            "readings":[{"reading":"r","text":"y","cites":["source"]}]}
            """
        case .conditionSatisfied, .conditionWaived: #"{"condition":"c","by":"a court"}"#
        case .conditionLapsed, .conditionRemoved: #"{"condition":"c"}"#
        case .noticeGiven: #"{"term":"t","by":"a","to":"b","takes-effect":{"on":"2025-06-01"}}"#
        case .optionExercised: #"{"term":"t","by":"a","extent":"part"}"#
        case .optionDeclined: #"{"term":"t","by":"a"}"#
        case .amountAccrued: #"{"term":"t","amount":"USD 10.50","period":"2025-01/2025-09"}"#
        case .valueReported:
            #"{"term":"t","field":"rate","value":"20% of sales","lasts":{"through":"2026"}}"#
        case .reportWithdrawn, .eventRescinded: #"{"event":"one#1","reason":"an error"}"#
        case .expectationStated:
            #"{"expectation":"e","text":"x","by":"a","window":{"soft":"2025-05/2025-06"}}"#
        case .expectationMet: #"{"expectation":"e"}"#
        case .expectationMissed: #"{"expectation":"e","reason":"late"}"#
        case .instrumentNoted: #"{"terms":["t"],"about":"x"}"#
        case .consentGiven: #"{"term":"t","to":"x","by":["a"],"majority":"51% of x"}"#
        case .documentAttached:
            """
            {"source":"source","name":"a.pdf","recording":"one",\
            "sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
            """
        case .disputeRaised:
            """
            {"dispute":"d","by":["a"],"against":["b"],"about":["t"],"stage":"filed",\
            "forum":"a court"}
            """
        case .disputeResolved: #"{"dispute":"d","manner":"settled","released":"unknown"}"#
        case .scopeDefined:
            """
            {"scope":"a","text":"x","within":"b","disjoint-from":["c","d"],"same-as":"e",\
            "parts":"disjoint"}
            """
        case .calendarDefined:
            """
            {"calendar":"c","text":"x","weekend":["sunday"],"from":2020,"through":2030,\
            "holidays":[{"name":"x","on":"25 december","observed":"next-weekday","from":2021,\
            "through":2029,"except":2025}]}
            """
        case .eventCorrected:
            """
            {"event":"one#1","reason":"an error",\
            "replacement":{"party-admitted":{"party":"a","name":"A"}}}
            """
        case .effectiveDateMoved: #"{"event":"one#1","to":{"on":"2025-02-01"}}"#
        case .payloadRedacted: #"{"event":"one#1","authority":"an order"}"#
        }
    }

    /// An event of this kind, with every member that any event can have.
    func sample() throws -> Event {
        let payload = try JSONReader.read(sampleBody)
        let head = try JSONReader.read(
            """
            {"agreement":"second","effective":{"first-of":[{"upon":"c"},{"through":"2030"}]},\
            "cites":["source"],"clause":"§ 1","note":"“a”"}
            """)
        guard case .object(let own) = payload.content, case .object(let more) = head.content else {
            throw Problem("a sample of \(rawValue) is not an object")
        }
        var problems = Problems()
        let event = Event.decode(self, body: Node(.object(own + more)), mark: nil, &problems)
        guard var event else { throw problems.all.first ?? Problem("no \(rawValue)") }
        event.mark = nil
        return event
    }
}
