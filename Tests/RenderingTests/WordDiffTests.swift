import Rendering
import Testing

struct WordDiffTests {
    @Test(arguments: [
        ("within ten days", "within twenty days", "within [-ten-]{+twenty+} days"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("same", "same", "same"),
        ("one two three", "one 2 3", "one [-two three-]{+2 3+}"),
        ("a, b and c", "a and c", "a[-, b-] and c"),
        ("all-or-nothing", "all or nothing", "[-all-or-nothing-]{+all or nothing+}"),
        ("紙 を 作る", "紙 を 売る", "紙 を [-作-]{+売+}る"),
        ("本契約は十日以内に通知する。", "本契約は二十日以内に通知する。", "本契約は[-十-]{+二十+}日以内に通知する。"),
        ("甲方应支付乙方", "甲方可支付丙方", "甲方[-应-]{+可+}支付[-乙-]{+丙+}方"),
        ("ライセンスを許諾する", "ライセンサーを許諾する", "[-ライセンス-]{+ライセンサー+}を許諾する"),
        ("ผู้ซื้อต้องชำระเงิน", "ผู้ขายต้องชำระเงิน", "ผู้[-ซื้อ-]{+ขาย+}ต้องชำระเงิน"),
    ])
    func `a redline marks whole words`(before: String, after: String, expected: String) {
        #expect(Self.text(of: WordDiff(from: before, to: after)) == expected)
    }

    @Test(arguments: [
        (
            "pay USD 1,000,000.00 now", "pay USD 1,500,000.00 now", "USD 1,000,000.00",
            "USD 1,500,000.00"
        ),
        (
            "pay USD 1,000,000.00 now", "pay EUR 1,000,000.00 now", "USD 1,000,000.00",
            "EUR 1,000,000.00"
        ),
        ("pay $1,000.50, now", "pay $1,000.75, now", "$1,000.50", "$1,000.75"),
        ("pay EUR 3 million now", "pay EUR 3 billion now", "EUR 3 million", "EUR 3 billion"),
        ("is 10.5% of sales", "is 12.5% of sales", "10.5%", "12.5%"),
        ("is 10 % of sales", "is 11 % of sales", "10 %", "11 %"),
        ("is 1.000,00 € now", "is 1.500,00 € now", "1.000,00 €", "1.500,00 €"),
        (
            "is 1\u{A0}000\u{A0}000 now", "is 1\u{A0}500\u{A0}000 now", "1\u{A0}000\u{A0}000",
            "1\u{A0}500\u{A0}000"
        ),
        ("on 2026-04-27 at 10:30", "on 2026-04-28 at 10:30", "2026-04-27", "2026-04-28"),
        ("since 1/2/2026 only", "since 1/3/2026 only", "1/2/2026", "1/3/2026"),
        ("of 7nm chips", "of 5nm chips", "7nm", "5nm"),
        ("支付1,000万円。", "支付1,500万円。", "1,000万円", "1,500万円"),
        ("价格为三百万元。", "价格为五百万元。", "三百万", "五百万"),
        ("JPY -1,000 of it", "JPY -1,500 of it", "JPY -1,000", "JPY -1,500"),
        ("sum of 1 000 000 kr at", "sum of 1 500 000 kr at", "1 000 000 kr", "1 500 000 kr"),
        ("sum of SEK 1 000 at", "sum of SEK 10 000 at", "SEK 1 000", "SEK 10 000"),
        ("a 1\u{202F}000 b", "a 1\u{202F}001 b", "1\u{202F}000", "1\u{202F}001"),
        ("２，０００，０００円を", "２，５００，０００円を", "２，０００，０００円", "２，５００，０００円"),
        ("sum of US$1,000,000 at", "sum of US$1,500,000 at", "US$1,000,000", "US$1,500,000"),
        ("sum of HK$10k at", "sum of HK$15k at", "HK$10k", "HK$15k"),
        ("sum of 1.000.000 EUR at", "sum of 1.500.000 EUR at", "1.000.000 EUR", "1.500.000 EUR"),
        ("of CHF 1’000’000.– at", "of CHF 1’500’000.– at", "CHF 1’000’000.–", "CHF 1’500’000.–"),
        ("of € 1.000.000,-- at", "of € 1.500.000,-- at", "€ 1.000.000,--", "€ 1.500.000,--"),
        ("of Rs. 1,00,000/- at", "of Rs. 1,50,000/- at", "Rs. 1,00,000/-", "Rs. 1,50,000/-"),
        (
            "now 1.5 million EUR, or", "now 1.6 million EUR, or", "1.5 million EUR",
            "1.6 million EUR"
        ),
        ("a fall of -5% at", "a fall of +5% at", "-5%", "+5%"),
        ("of ١٬٠٠٠ at", "of ١٬٥٠٠ at", "١٬٠٠٠", "١٬٥٠٠"),
    ])
    func `an amount is never split`(before: String, after: String, old: String, new: String) {
        let segments = WordDiff(from: before, to: after).segments
        let changes = segments.filter { if case .kept = $0 { false } else { true } }
        #expect(changes == [.deleted(old), .inserted(new)])
    }

    @Test(arguments: [
        ("in 2024 100 copies", "in 2025 100 copies", "2024", "2025"),
        ("lots 12 3456 and", "lots 13 3456 and", "12", "13"),
        ("parts 1, 200", "parts 2, 200", "1", "2"),
        ("１０，２０年", "１１，２０年", "１０", "１１"),
        ("the 30 DAY end", "the 31 DAY end", "30", "31"),
        ("USD 10 CHF 20", "USD 11 CHF 20", "USD 10", "USD 11"),
    ])
    func `what only stands beside a number is no part of it`(
        before: String, after: String, old: String, new: String
    ) {
        let changes = WordDiff(from: before, to: after).segments.filter {
            if case .kept = $0 { false } else { true }
        }
        #expect(changes == [.deleted(old), .inserted(new)])
    }

    @Test func `changes far apart in a long text are found one by one`() {
        let words = (0..<30_000).map { "w\(($0 * 7919) % 2_003)" }
        var others = words
        others[100] = "first"
        others[15_000] = "USD 1,000,000.00"
        others.remove(at: 29_000)
        let (before, after) = (words.joined(separator: " "), others.joined(separator: " "))
        let diff = WordDiff(from: before, to: after)
        let inserted = diff.segments.compactMap {
            if case .inserted(let text) = $0 { text } else { nil }
        }
        let deleted = diff.segments.compactMap {
            if case .deleted(let text) = $0 { text } else { nil }
        }
        #expect(inserted == ["first", "USD 1,000,000.00"])
        #expect(deleted.count == 3)
        #expect(diff.isWorthShowing)
    }

    @Test func `as much is kept as two texts have in common`() {
        var random = Repeatable(seed: 7)
        for _ in 0..<2_000 {
            let words = random.next(5) + 1
            func text() -> [String] {
                (0..<random.next(12)).map { _ in
                    String(UnicodeScalar(UInt8(97 + random.next(words))))
                }
            }
            let (old, new) = (text(), text())
            let diff = WordDiff(
                from: old.joined(separator: "."), to: new.joined(separator: "."))
            let kept = diff.segments.compactMap {
                if case .kept(let text) = $0 { text } else { nil }
            }
            let tokens = { (words: [String]) in
                words.flatMap { [".", $0] }.dropFirst().map { $0 }
            }
            #expect(kept.joined().count == Self.common(tokens(old), tokens(new)))
        }
    }

    /// The length of the longest common subsequence, by the textbook.
    private static func common(_ old: [String], _ new: [String]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for element in old {
            var next = row
            for (index, other) in new.enumerated() {
                next[index + 1] =
                    element == other ? row[index] + 1 : max(row[index + 1], next[index])
            }
            row = next
        }
        return row[new.count]
    }

    /// Numbers that repeat for a seed.
    private struct Repeatable {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    @Test(arguments: [
        ("The Mill shall deliver.", "The Press may deliver paper."),
        ("  spaces   stay \n as they are", "spaces stay\nas they were "),
        ("x", "a totally different text"), ("", ""),
    ])
    func `both texts can be read back from a redline`(before: String, after: String) {
        let segments = WordDiff(from: before, to: after).segments
        let old = segments.map { segment in
            switch segment {
            case .kept(let text), .deleted(let text): text
            case .inserted: ""
            }
        }
        let new = segments.map { segment in
            switch segment {
            case .kept(let text), .inserted(let text): text
            case .deleted: ""
            }
        }
        #expect(old.joined() == before)
        #expect(new.joined() == after)
    }

    @Test func `two texts without a word in common are better shown whole`() {
        #expect(!WordDiff(from: "paper moulds", to: "any cloud at all").isWorthShowing)
        #expect(WordDiff(from: "within ten days", to: "within twenty days").isWorthShowing)
    }

    @Test func `amounts that became others do not make another text`() {
        let diff = WordDiff(
            from: "CHF 1'000'000 or 12,5 % or £3.5m or 1 000 000 kr",
            to: "CHF 1'500'000 or 13,5 % or £3.75m or 1 500 000 kr")
        #expect(diff.isWorthShowing)
        #expect(
            Self.text(of: diff) == "[-CHF 1'000'000-]{+CHF 1'500'000+} or [-12,5 %-]{+13,5 %+} or "
                + "[-£3.5m-]{+£3.75m+} or [-1 000 000 kr-]{+1 500 000 kr+}")
    }

    @Test func `long texts with nothing in common are not compared pair by pair`() {
        let before = (0..<5_000).map { "a\($0)" }.joined(separator: " ")
        let after = (0..<5_000).map { "b\($0)" }.joined(separator: " ")
        #expect(WordDiff(from: before, to: after).segments.count == 2)
    }

    private static func text(of diff: WordDiff) -> String {
        diff.segments.map { segment in
            switch segment {
            case .kept(let text): text
            case .deleted(let text): "[-\(text)-]"
            case .inserted(let text): "{+\(text)+}"
            }
        }.joined()
    }
}
