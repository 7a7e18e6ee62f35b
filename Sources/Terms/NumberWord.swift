/// A number in English words: `thirty`, `twenty-one`, `one hundred and eighty`.
enum NumberWord {
    /// The number from 1 to 999 that the words are, and nothing else; nil for any other words.
    static func read(_ words: some Sequence<String>) -> Int? {
        var words = words.filter { $0 != "and" }[...]
        var number = 0
        if words.count > 1, words.dropFirst().first == "hundred",
            let hundreds = words.first.flatMap(small), hundreds < 10
        {
            number = hundreds * 100
            words = words.dropFirst(2)
        }
        switch words.count {
        case 0: break
        case 1:
            guard let rest = small(words[words.startIndex]) ?? tens[words[words.startIndex]] else {
                return nil
            }
            number += rest
        case 2:
            guard let ten = tens[words[words.startIndex]],
                let one = words.last.flatMap(small), one < 10
            else { return nil }
            number += ten + one
        case _: return nil
        }
        return number > 0 ? number : nil
    }

    private static func small(_ word: String) -> Int? { ones.firstIndex(of: word).map { $0 + 1 } }

    private static let ones = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ]

    private static let tens = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90,
    ]
}
