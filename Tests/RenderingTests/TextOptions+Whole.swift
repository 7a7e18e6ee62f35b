import Rendering

extension TextOptions {
    /// Everything of an answer, not the one screen that is shown first.
    static func whole(
        width: Int = 80, style: Style = .plain, showsAll: Bool = false
    ) -> TextOptions {
        TextOptions(
            width: width, style: style, showsAll: showsAll, showsFields: true, showsSources: true)
    }
}
