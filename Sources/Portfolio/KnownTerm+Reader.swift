import Amendments
import Ledger
import Terms

extension KnownTerm {
    /// Whether the agreement must be read to know the days of what a predicate asks about.
    package func needsReader(for predicate: TermPredicate) -> Bool {
        predicate.fields.contains { fields[$0]?.needsReader ?? false }
            || conditional.contains { $0.effect.value?.needsReader ?? false }
    }
}

extension KnownField {
    fileprivate var needsReader: Bool {
        (answers + reports.map(\.value)).contains { $0?.needsReader ?? false }
    }
}

extension ValueState {
    fileprivate var needsReader: Bool {
        switch self {
        case .stated(.bound(let bound)): bound.needsReader
        case .between(.bound(let low), .bound(let high)): low.needsReader || high.needsReader
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            false
        }
    }
}
