import Amendments
import EventStore
import Ledger
import StoreConformance
import Synchronization
import Terms
import Transparency

/// A book whose derived tables are of another form than this program's; some of them are not there.
final class FormedStore: ForwardingStore, TamperEvidentStore, DerivingStore {
    let store: InMemoryStore
    private let form: Mutex<DerivedForm>

    init(store: InMemoryStore, _ form: DerivedForm) {
        self.store = store
        self.form = Mutex(form)
    }

    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        try refuseLater()
        return try await store.append(recording, by: recorder, expecting: expected, sealed: seal)
    }

    func derivedForm() async -> DerivedForm { form.withLock { $0 } }

    func unreadTables() async -> String? {
        await derivedForm() == .current ? nil : "its derived tables are of another form"
    }

    func copyBeforeRebuild() async -> String? {
        await derivedForm() == .earlier ? "./book.deedbook.before-rebuild-at-19" : nil
    }

    func rebuildPieces(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws(DeedbookError) -> Bool {
        try refuseLater()
        progress(1, 1)
        form.withLock { $0 = .current }
        return true
    }

    private func refuseLater() throws(DeedbookError) {
        guard case .later(let found) = form.withLock({ $0 }) else { return }
        throw .newerDerived(found: found, known: 7)
    }
}
