public import Ledger
import Mustache

/// A redline as one self-contained HTML file: no script, nothing loaded from elsewhere.
public enum RedlineHTML {
    public static func render(_ redline: Redline, options: TextOptions) -> String {
        template?.render(RedlinePage(redline, options: options)) ?? ""
    }

    /// nil only where the template below is malformed, which a test would show.
    static let template: MustacheTemplate? = {
        MustacheContentTypes.register(StrictHTML(), named: StrictHTML.name)
        return try? MustacheTemplate(
            string: "{{% CONTENT_TYPE:\(StrictHTML.name)}}" + RedlineTemplate.text)
    }()
}
