import Amendments
import Ledger
import Terms

/// The scenes around one party, one for each day on which a run of days begins or ends.
///
/// What is in force is kept from day to day: a day costs what it changes and what is in force, and not what ever
/// was.
struct PartyContextWalk {
    private let bucket: [TermPeriod]
    private let party: PartyID
    private let vocabulary: ScopeVocabulary
    private let days: [Day]
    private let beginning: [Day: [Int]]
    private let ending: [Day: [Int]]
    private var index = 0
    /// What is in force, in the order of the bucket.
    private var live: [Int] = []
    /// The runs of each term that are over.
    private var over: [TermPlace: [Int]] = [:]
    /// The same of those of which no run is in force.
    private var gone: [TermPlace: [Int]] = [:]

    /// - Parameter bucket: the terms that the party may have to do with, run by run.
    init(of bucket: [TermPeriod], around party: PartyID, _ vocabulary: ScopeVocabulary) {
        self.bucket = bucket
        self.party = party
        self.vocabulary = vocabulary
        beginning = Dictionary(grouping: bucket.indices) { bucket[$0].days.from }
        ending = bucket.indices.reduce(into: [:]) { ending, index in
            if let day = bucket[index].days.to { ending[day, default: []].append(index) }
        }
        days = Set(beginning.keys).union(ending.keys).sorted()
    }

    /// The next day's scene, and the day of the one after it; leaves out those in which nothing can meet.
    mutating func next() -> (context: PartyContext, next: Day?)? {
        while index < days.count {
            let day = days[index]
            index += 1
            change(on: day)
            guard live.count > 1 || live.first.map({ bucket[$0].termScope != nil }) ?? false else {
                continue
            }
            let context = PartyContext(
                party: party, day: day, termPeriods: live.map { bucket[$0] }, bucket: bucket,
                gone: gone, vocabulary: vocabulary)
            return (context, index < days.count ? days[index] : nil)
        }
        return nil
    }

    private mutating func change(on day: Day) {
        let (begun, ended) = (beginning[day] ?? [], ending[day] ?? [])
        if !ended.isEmpty {
            let ended = Set(ended)
            live.removeAll(where: ended.contains)
        }
        live = (live + begun.filter { bucket[$0].days.contains(day) }).sorted()
        for index in ended where !bucket[index].term.isWaiting {
            over[TermPlace(bucket[index]), default: []].append(index)
        }
        let present = Set(begun.map { TermPlace(bucket[$0]) })
        for place in present { gone[place] = nil }
        for place in Set(ended.map { TermPlace(bucket[$0]) }).subtracting(present) {
            let isLive = live.contains { TermPlace(bucket[$0]) == place }
            gone[place] = isLive ? nil : over[place]
        }
    }
}

/// One term of one agreement, whatever its runs.
struct TermPlace: Hashable {
    let agreement: AgreementID
    let term: TermID

    init(_ termPeriod: TermPeriod) {
        agreement = termPeriod.agreement
        term = termPeriod.term.identity
    }
}
