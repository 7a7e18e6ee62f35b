// As it is written, and in words.
extension Formula.Expression {
    /// How closely its parts are bound together, from loose to tight.
    private var tightness: Int {
        switch self {
        case .sum, .difference: 0
        case .product, .quotient: 1
        case .number, .share, .money, .price, .figure, .units, .field, .greatest, .least: 2
        }
    }

    /// As it is written in a recording, with the brackets it needs.
    var text: String {
        switch self {
        case .number(let number): number.description
        case .share(let share): share.shareText
        case .money(let money): money.description
        case .price(let price): "\(price.price) per [\(price.unit)]"
        case .figure(let name): "[\(name)]"
        case .units(let name): "units [\(name)]"
        case .field(let term, let name): (term.map { "\($0)/" } ?? "") + name.rawValue
        case .sum(let one, let other): "\(one.text(above: 0)) + \(other.text(above: 1))"
        case .difference(let one, let other): "\(one.text(above: 0)) - \(other.text(above: 1))"
        case .product(.share(let share), let other): "\(share.shareText) of \(other.text(above: 2))"
        case .product(let one, let other): "\(one.text(above: 1)) * \(other.text(above: 2))"
        case .quotient(let one, let other): "\(one.text(above: 1)) / \(other.text(above: 2))"
        case .greatest(let all): "max(\(all.map(\.text).joined(separator: ", ")))"
        case .least(let all): "min(\(all.map(\.text).joined(separator: ", ")))"
        }
    }

    private func text(above least: Int) -> String { tightness < least ? "(\(text))" : text }

    /// As people read it.
    var words: String {
        switch self {
        case .number(let number): number.displayText
        case .share(let share): share.shareText
        case .money(let money): money.displayText
        case .price(let price): price.displayText
        case .figure(let name): name
        case .units(let name): "units of \(name)"
        case .field(nil, let name): "the \(name)"
        case .field(let term?, let name): "the \(name) of \(term)"
        case .sum(let one, let other): "\(one.words(above: 2)) plus \(other.words(above: 2))"
        case .difference(let one, let other): "\(one.words(above: 2)) less \(other.words(above: 2))"
        case .product(.share(let share), let other):
            "\(share.shareText) of \(other.words(above: 2))"
        case .product(let one, let other): "\(one.words(above: 1)) times \(other.words(above: 2))"
        case .quotient(let one, let other):
            "\(one.words(above: 1)) divided by \(other.words(above: 2))"
        case .greatest(let all): Self.words(all, "greater", "greatest")
        case .least(let all): Self.words(all, "lesser", "least")
        }
    }

    private func words(above least: Int) -> String { tightness < least ? "(\(words))" : words }

    private static func words(_ all: [Self], _ ofTwo: String, _ ofMore: String) -> String {
        let texts = all.map(\.words)
        let list = texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
        return "the \(all.count == 2 ? ofTwo : ofMore) of \(list)"
    }
}
