import Terms
import Testing

/// What is not known stands for a yes and for a no: an answer is sure where both give the same.
@Suite struct TruthTests {
    private static func worlds(_ truth: Truth) -> [Bool] {
        switch truth {
        case .yes: [true]
        case .no: [false]
        case .unknown: [true, false]
        }
    }

    private static func truth(of worlds: [Bool]) -> Truth {
        Set(worlds).count == 1 ? Truth(worlds[0]) : .unknown
    }

    @Test func `of two, and and or say what all worlds agree in`() {
        for left in Truth.allCases {
            for right in Truth.allCases {
                let pairs = Self.worlds(left).flatMap { left in
                    Self.worlds(right).map { (left, $0) }
                }
                #expect(left.and(right) == Self.truth(of: pairs.map { $0 && $1 }))
                #expect(left.or(right) == Self.truth(of: pairs.map { $0 || $1 }))
            }
            #expect(left.negated == Self.truth(of: Self.worlds(left).map { !$0 }))
        }
    }

    @Test func `of none, all are so and not any is`() {
        #expect([Truth]().all() == .yes)
        #expect([Truth]().any() == .no)
    }
}
