import Rendering
import Testing

struct TextMeasureTests {
    @Test(arguments: ["license.models", "", "WWWW", "i", "a — b → c…", "紙の契約"])
    func `a text is as wide as its characters, and never narrower when longer`(_ text: String) {
        let width = TextMeasure.width(text, size: 12)
        #expect(TextMeasure.width(text + "x", size: 12) > width)
        #expect(TextMeasure.width(text, size: 24) >= width)
        #expect(TextMeasure.width(text, size: 12, isBold: true) >= width)
    }

    @Test(arguments: [0, 5, 20, 60, 100, 1000])
    func `what is fitted fits, and is the beginning of the text`(_ width: Int) {
        let text = "license.models-and-products, in force"
        let fitted = TextMeasure.fitted(text, size: 12, width: width)
        #expect(TextMeasure.width(fitted, size: 12) <= width)
        #expect(fitted == text || fitted.isEmpty || text.hasPrefix(String(fitted.dropLast())))
    }

    @Test(arguments: [10, 40, 200])
    func `lines fit and lose no word`(_ width: Int) {
        let text = "the first of: upon a-very-long-condition, through 2030"
        let lines = TextMeasure.lines(text, size: 10, width: width)
        #expect(lines.allSatisfy { TextMeasure.width($0, size: 10) <= width || $0.count == 1 })
        let squeezed = text.filter { $0 != " " }
        #expect(lines.joined().filter { $0 != " " } == squeezed)
    }

    @Test(arguments: [30, 60, 90, 150, 400])
    func `no two texts are fitted to the same`(_ width: Int) {
        let texts: Set = [
            "license.models-and-products-for-enterprises",
            "license.models-and-products-for-schools",
            "license.models-and-products", "commitment.2014", "commitment.2014-first-quarter",
            "a", "commitment.2014-first-half-and-quarter", "commitment.2014-third-half-and-quarter",
        ]
        let fitted = TextMeasure.fittedApart(texts, size: 12, isBold: true, width: width)
        #expect(Set(fitted.keys) == texts)
        #expect(Set(fitted.values).count == texts.count, "\(fitted)")
        for (text, shown) in fitted {
            #expect(TextMeasure.width(shown, size: 12, isBold: true) <= width, "\(shown)")
            if TextMeasure.width(text, size: 12, isBold: true) <= width {
                #expect(shown == text)
            }
        }
    }
}
