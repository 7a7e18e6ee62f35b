import Amendments
import Deadlines
import Effort
import EventStore
import Foundation
import Ledger
import Payments
import Portfolio
import Questions
import Rendering
import StoreConformance
import StoreSQLite
import Terms
import Transparency

/// A book without anything derived: every answer is folded from its events.
struct FoldedStore: ForwardingStore, TamperEvidentStore {
    let store: SQLiteStore
}

/// One question of each kind about an agreement, from a vantage at random.
struct RandomQuestions: Sendable {
    /// A question in words, and what a book answers in JSON, or why not.
    struct Asked: Sendable {
        let words: String
        let answer: @Sendable (Book) async -> String
    }

    let asked: [Asked]

    /// 3 March in Kiritimati already, and still 1 March in Pago Pago.
    private static let instant = Instant("2022-03-02T10:30:00Z") ?? Instant(microseconds: 0)
    private static let moment = Moment(instant) { zone in
        let days: [String: Day] = [
            "Pacific/Kiritimati": "2022-03-03", "UTC": "2022-03-02",
            "Pacific/Pago_Pago": "2022-03-01",
        ]
        return days[zone]
    }

    /// - Parameter events: everything in the book.
    init(_ random: inout Seeded, _ events: [RecordedEvent]) throws {
        var dice = Dice(random: random, events: events)
        asked = try Self.questions(&dice)
        random = dice.random
    }

    func answers(of store: some EventStore) async -> [String] {
        let book = Book(store: store)
        var answers: [String] = []
        for asked in asked { answers.append(await asked.answer(book)) }
        return answers
    }

    /// What a store answers otherwise: each question with the first line that differs.
    func differences(from answers: [String], in store: some EventStore) async -> [String] {
        var differences: [String] = []
        for (asked, expected) in zip(asked, answers) {
            // A book of its own, as a command has: it keeps nothing of another question.
            let found = await asked.answer(Book(store: store))
            guard found != expected else { continue }
            let (own, other) = Self.firstDifference(found, expected)
            differences.append("\(asked.words)\n derived: \(own)\n folded:  \(other)")
        }
        return differences
    }

    private static func firstDifference(
        _ one: String, _ other: String
    ) -> (Substring, Substring) {
        let (one, other) = (one.split(separator: "\n"), other.split(separator: "\n"))
        let index = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
        let first = index ?? min(one.count, other.count)
        return (
            first < one.count ? one[first] : "nothing more",
            first < other.count ? other[first] : "nothing more"
        )
    }

    private static func questions(_ dice: inout Dice) throws -> [Asked] {
        let agreement = dice.agreement()
        let (knowledge, day) = (dice.knowledge(), dice.day())
        let (term, basis) = (dice.term(), Basis(countsLater: dice.chance(6)))
        let (from, to) = (dice.vantage(), dice.vantage())
        let diff = DiffQuestion(
            of: agreement, .points(from: from, to: to), countsLater: dice.chance(6))
        let subject = Subject(term, field: dice.chance(3) ? nil : dice.field(of: term))
        let predicate = try TermPredicate(FindTests.predicate(&dice.random))
        return [
            ask(TermsQuestion(of: agreement, on: day, knowledge, resting: basis)) {
                ConformedCopyJSON.render($0.content.copy)
            },
            ask(TermsQuestion(of: agreement, on: day, knowledge, terms: [term])) {
                ConformedCopyJSON.render($0.content.copy) + "\($0.content.termsLeftOut)"
            }, ask(diff) { RedlineJSON.render($0.content) },
            ask(StepsQuestion(of: diff)) { RedlineJSON.render($0) },
            ask(WhyQuestion(subject, of: agreement, on: day, knowledge, resting: basis)) {
                ExplanationJSON.render($0)
            },
            ask(TimelineQuestion(of: agreement, term: term, on: day, knowledge)) {
                TimelineJSON.render($0)
            },
            ask(TimelineQuestion(of: agreement, on: day, knowledge, resting: basis)) {
                TimelineJSON.render($0)
            },
            ask(FindQuestion(predicate, on: dice.chance(5) ? nil : day, knowledge)) {
                PortfolioJSON.render($0.content)
            },
            ask(
                CalendarQuestion(
                    of: dice.chance(2) ? [agreement] : [], from: from.on,
                    to: from.on.adding(days: 400), knowledge)
            ) { CalendarJSON.render($0.content) },
            ask(
                ConflictsQuestion(
                    of: dice.chance(3) ? [] : [agreement],
                    days: dice.chance(2) ? .on(day) : .through(day...day.adding(days: 200)),
                    knowledge)
            ) { ConflictsJSON.render($0.content) },
            ask(try dice.payable(agreement, on: dice.chance(2) ? day : nil, knowledge, to)) {
                PayableJSON.render($0)
            },
            ask(ShowQuestion(dice.key())) {
                RecordingJSON.render($0, DocumentReport(found: []))
            },
            ask(LogQuestion(of: dice.chance(2) ? agreement : nil, last: dice.chance(2) ? 3 : nil)) {
                LogJSON.render($0)
            },
            ask(AgreementsQuestion(after: dice.chance(2) ? agreement : nil, limit: 2)) {
                AgreementsJSON.render($0.content)
            },
        ]
    }

    private static func ask<Asked: Question>(
        _ question: Asked, _ render: @escaping @Sendable (Answer<Asked>) -> String
    ) -> Self.Asked {
        Self.Asked(words: "\(question)") { book in
            do throws(DeedbookError) {
                let answer = try await book.answer(question, at: moment)
                let today = answer.today.map(\.description) ?? "any day"
                return "today \(today)\n\(render(answer))"
            } catch {
                return "\(error.code): \(error.account.sentence) \(error.account.hint ?? "")"
            }
        }
    }
}

/// What questions are made of.
private struct Dice {
    var random: Seeded
    let events: [RecordedEvent]

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func agreement() -> AgreementID {
        AgreementID(random.pick(RandomWorld.agreements)) ?? "one"
    }

    mutating func term() -> TermID {
        random.pick(["fee", "fee", "share", "grant", "len", "keep", "opt", "fee.new", "none"])
    }

    mutating func field(of term: TermID) -> FieldName {
        switch term {
        case "share": random.pick([.rate, .cap, .payer])
        case "grant": random.pick([.exclusivity, .grantee, .exclusiveUntil])
        case "len": random.pick([.ends, .renewal])
        case _: random.pick([.amount, .per, .payer, .ends])
        }
    }

    mutating func key() -> RecordingKey { random.pick(events).recording.key }

    /// Often a day on which something changes, or one beside it.
    mutating func day() -> Day {
        guard chance(2) else {
            return Day("2019-11-01").adding(days: Int.random(in: 0...2_000, using: &random))
        }
        let event = random.pick(events)
        return event.effectiveDay.adding(days: random.pick([-1, 0, 0, 1]))
    }

    mutating func knowledge() -> Knowledge {
        Knowledge(disclosedBy: disclosed(), recordedAt: recorded())
    }

    mutating func vantage() -> Vantage {
        Vantage(on: day(), disclosedBy: disclosed(), recordedAt: chance(3) ? nil : position())
    }

    private mutating func disclosed() -> Day? {
        guard !chance(2) else { return nil }
        let latest = random.pick(events).recording.disclosed.latest
        return latest.adding(days: random.pick([-1, 0, 0, 1]))
    }

    private mutating func recorded() -> RecordedPoint? {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: nil
        case 2: .instant(random.pick(events).recording.recordedAt)
        case _: .position(position())
        }
    }

    /// Also inside a recording, and rarely before the first or beyond the last.
    private mutating func position() -> Position {
        let last = events.last?.position.number ?? 0
        return Position(Int.random(in: chance(9) ? 0...last + 1 : 8...last, using: &random))
    }

    mutating func payable(
        _ agreement: AgreementID, on day: Day?, _ knowledge: Knowledge, _ other: Vantage
    ) throws -> PayableQuestion {
        let compare = chance(3) ? other : nil
        guard chance(2) else {
            return PayableQuestion(
                random.pick(["fee", "fee", "fee.new", "len"]), of: agreement, from: "2020-02-01",
                to: "2023-05-31", on: day, knowledge, compare: compare)
        }
        let figures = try FiguresFile.read(
            "period,base,amount\n2020-03,sales,USD 1000.00\n2020-04,sales,USD 31.10\n"
                + "2020-05,sales,USD 700\n")
        return PayableQuestion(
            "share", of: agreement, figures: figures, on: day, knowledge, compare: compare)
    }
}

extension RecordedEvent {
    /// The day from which it counts where it says one, else that on which it was disclosed.
    fileprivate var effectiveDay: Day {
        guard case .on(let date) = effective else { return recording.disclosed.latest }
        return date.latest
    }
}
