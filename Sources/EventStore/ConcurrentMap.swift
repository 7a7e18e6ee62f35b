extension Array where Element: Sendable {
    /// What is made of each, in their order, some of them at once.
    ///
    /// - Parameters:
    ///   - width: how many at once.
    ///   - progress: called with how many are begun, before each and at the end.
    package func concurrentMap<Result: Sendable>(
        width: Int, progress: (Int) -> Void = { _ in },
        _ transform: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            for (index, element) in enumerated() {
                if index >= width, let (index, result) = await group.next() {
                    results[index] = result
                }
                progress(index)
                group.addTask { (index, await transform(element)) }
            }
            for await (index, result) in group { results[index] = result }
            progress(count)
            return indices.compactMap { results[$0] }
        }
    }
}
