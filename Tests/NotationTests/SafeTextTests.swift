import Effort
import Notation
import Testing

/// Outside text as people are shown it: UTR #36, UTS #39 and *Trojan Source* (CVE-2021-42574) say what may not pass,
/// RFC 5892 and UTS #51 what honest text needs.
struct SafeTextTests {
    @Test(arguments: [
        ("a\u{1B}[2Jb\u{7}\u{8}\u{7F}\u{9B}31m", #"a\u{1B}[2Jb\u{7}\u{8}\u{7F}\u{9B}31m"#),
        ("if \u{202E}lautca\u{2066} then", #"if \u{202E}lautca\u{2066} then"#),
        ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
        ("\u{FEFF}pay\u{AD}ment\u{200B}\u{2060}", #"\u{FEFF}pay\u{AD}ment\u{200B}\u{2060}"#),
        ("a\u{E0061}\u{E007F}", #"a\u{E0061}\u{E007F}"#),
        ("\u{E000}\u{F0000}\u{FFFE}\u{378}", #"\u{E000}\u{F0000}\u{FFFE}\u{378}"#),
        ("\u{34F}\u{3164}\u{115F}\u{FFF9}", #"\u{34F}\u{3164}\u{115F}\u{FFF9}"#),
    ])
    func `what a reader would not see stands there by its number`(text: String, shown: String) {
        #expect(SafeText.of(text) == shown)
    }

    @Test func `a tab is a space, and every kind of line break one line feed`() {
        #expect(SafeText.of("a\tb\r\nc\rd\u{2028}e\u{2029}f\ng") == "a b\nc\nd\ne\nf\ng")
        #expect(SafeText.of("\u{B}\u{C}\u{85}") == #"\u{B}\u{C}\u{85}"#)
        #expect(SafeText.oneLine("a\r\nb\u{2028}c") == "a b c")
    }

    @Test(arguments: [
        "é – — “x” § € 紙の契約 ａ", "e\u{301}", "שלום عربي", "می\u{200C}خواهم", "क\u{94D}\u{200D}ष",
        "ক\u{9CD}\u{200C}ত", "র\u{200D}\u{9CD}য", "葛\u{E0100}城", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ ᠠ\u{180B}",
        "👩‍🚀 ❤️ 👩‍👩‍👧‍👦 1️⃣ 🇳🇴 👍🏽 🏳️‍🌈 ©️",
    ])
    func `honest text in any script stays as it is`(text: String) {
        #expect(Array(SafeText.of(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [
        // Joiners, where no script joins.
        ("a\u{200D}b", #"a\u{200D}b"#), ("a\u{200C}b", #"a\u{200C}b"#),
        ("م\u{200D}خ", #"م\u{200D}خ"#), ("\u{200C}\u{200D}", #"\u{200C}\u{200D}"#),
        ("👩\u{200D}x", #"👩\u{200D}x"#), ("👩\u{200D}\u{FE0F}", #"👩\u{200D}\u{FE0F}"#),
        // Selectors that vary nothing, or come as a message of their own.
        ("a\u{FE00}", #"a\u{FE00}"#), ("1\u{FE0F}0", #"1\u{FE0F}0"#), ("\u{FE0F}", #"\u{FE0F}"#),
        ("❤\u{FE0F}\u{FE0F}\u{E0141}", "❤\u{FE0F}" + #"\u{FE0F}\u{E0141}"#),
        ("葛\u{E0100}\u{E0101}", "葛\u{E0100}" + #"\u{E0101}"#),
        // Tags, after what they are made for, too.
        ("🏴\u{E0067}\u{E0062}", #"🏴\u{E0067}\u{E0062}"#),
    ])
    func `what honest text needs is shown by its number where it is for nothing`(
        text: String, shown: String
    ) {
        #expect(Array(SafeText.of(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    /// Blocks in which something invisible lies, or something that may stand beside it.
    private static let blocks: [ClosedRange<UInt32>] = [
        0...0xFF, 0x300...0x36F, 0x600...0x6FF, 0x900...0x9FF, 0x1100...0x11FF, 0x1800...0x18AF,
        0x2000...0x206F, 0x2600...0x27BF, 0x4E00...0x4E0F, 0xFE00...0xFEFF, 0xFFF0...0xFFFF,
        0x1F300...0x1F6FF, 0xE0000...0xE01EF, 0...0x10FFFF,
    ]

    @Test
    func `of random characters none passes that is not seen, and what is shown is shown as it is`()
    {
        var random = Seeded(20_211_101)
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<8 {
                let block = Self.blocks.randomElement(using: &random) ?? 0...0xFF
                let number = UInt32.random(in: block, using: &random)
                if let scalar = Unicode.Scalar(number) { text.append(scalar) }
            }
            let shown = SafeText.of(String(text))
            #expect(SafeText.of(shown) == shown, "\(text.map(\.value))")
            let hidden = shown.unicodeScalars.filter { $0 != "\n" && Self.isHidden($0) }
            #expect(hidden.isEmpty, "\(hidden.map(\.value)) of \(text.map(\.value))")
        }
    }

    /// What must not be in a text that was made safe, wherever it stands; said in another way than the code says it.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        let mayBeNeeded =
            scalar.properties.isJoinControl || scalar.properties.isVariationSelector
            || scalar == "\u{180E}"
        if mayBeNeeded { return false }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        if scalar.properties.isBidiControl || scalar.properties.isNoncharacterCodePoint {
            return true
        }
        return [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
            .contains(scalar.properties.generalCategory)
    }

    @Test func `of a long text the middle is left out, with how much`() {
        #expect(SafeText.shortened("short") == "short")
        let fits = String(repeating: "é", count: 2_000)
        #expect(SafeText.shortened(fits) == fits)
        let long = "'" + String(repeating: "x", count: 1_000_000) + "' is no day"
        let shown = SafeText.shortened(long)
        #expect(shown.unicodeScalars.count < 2_050)
        #expect(shown.hasPrefix("'xxx") && shown.hasSuffix("xxx' is no day"))
        #expect(shown.contains("… (998012 more characters) …"))
        // A single character as people count may be of any length.
        let stack = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(SafeText.shortened(stack, to: 40).unicodeScalars.count < 90)
    }

    @Test(arguments: [
        ("'PRIVATE+KEY+me+89b6b407+Aax5/v=='", "'PRIVATE+KEY+…'"),
        ("PRIVATE+KEY+o'b+1+A PRIVATE+KEY+b+2+B: no", "PRIVATE+KEY+… PRIVATE+KEY+…: no"),
        ("a private key begins with PRIVATE+KEY+; x", "a private key begins with PRIVATE+KEY+; x"),
        ("1 + 1", "1 + 1"), ("", ""),
    ])
    func `a message repeats no private key`(_ text: String, _ shown: String) {
        #expect(SafeText.shortened(text) == shown)
        // Cut before it is looked for, the key would have no beginning.
        let long = String(repeating: "x", count: 1_990) + " PRIVATE+KEY+me+1+SECRET"
        #expect(!SafeText.shortened(long).contains("SECRET"))
    }

    @Test func `JSON for people hides nothing, and reads back as it was`() throws {
        let node = Node(.string("a\u{E0041}\u{200B}\u{2028}\u{F0000} ❤️ é"))
        let text = CanonicalJSON.prettyText(of: node)
        #expect(text == #""a\udb40\udc41\u200b\u2028\udb80\udc00 ❤️ é""# + "\n")
        #expect(try JSONReader.read(text) == node)
    }
}
