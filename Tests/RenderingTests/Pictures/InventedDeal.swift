/// An invented agreement with every sort of bar and mark in it.
enum InventedDeal {
    static let texts = [licence, amendment, report]

    static let licence = """
        recording: 2024-01-10-licence
        agreement: quill-loom
        instrument:
          kind: definitive
          title: Licence & supply <agreement>
          signed: 2024-01-10
          effective: { on: 2024-02-01 }
        disclosed: 2024-01-10
        sources: [{ id: contract, grade: executed-text, publisher: invented }]
        events:
          - agreement-recorded: { title: "Quill & <Loom>", zone: Europe/Oslo }
          - party-admitted: { party: quill, name: Quill Press 紙 }
          - party-admitted: { party: loom, name: Loom Mill }
          - condition-defined: { condition: clearance, text: The authority clears it. }
          - condition-defined: { condition: sale, text: The mill is sold. }
          - term-added:
              term: license.moulds
              kind: license-grant
              set:
                grantor: loom
                grantee: quill
                subject: moulds
                exclusivity: exclusive
                ends: { first-of: [{ upon: sale }, { through: 2031-12-31 }] }
          - term-added:
              term: royalty.paper
              kind: royalty
              set: { payer: quill, payee: loom, rate: 4% of net sales, ends: open }
          - term-added:
              term: fee.support
              kind: fee
              set: { payer: quill, payee: loom, amount: undisclosed }
          - term-added:
              term: audit.books
              kind: audit-right
              set: { holder: loom, of: the books, starts: { upon: clearance } }
          - term-added:
              term: option.second-mill
              kind: other
              set: { text: A second mill., starts: { from: 2025 }, ends: { through: 2027-03-31 } }
          - term-added:
              term: publicity.logo
              kind: publicity
              set: { consent: yes, obligor: quill, ends: { through: 2026-06-30 } }
          - dispute-raised:
              dispute: late-moulds
              by: [quill]
              against: [loom]
              about: [license.moulds]
              stage: threatened
              effective: { on: 2024-09-01 }
        """

    static let amendment = """
        recording: 2025-03-01-amendment-1
        agreement: quill-loom
        instrument:
          kind: amendment
          title: Amendment No. 1
          number: 1
          effective: { on: 2025-03-01 }
        disclosed: 2025-03-01
        sources: [{ id: post, grade: party-statement, publisher: Quill Press }]
        events:
          - term-amended: { term: license.moulds, set: { exclusivity: non-exclusive } }
          - term-amended: { term: royalty.paper, set: { rate: 5% of net sales } }
          - term-suspended: { term: publicity.logo, lasts: { through: 2025-08-31 } }
          - term-removed: { term: fee.support }
          - dispute-resolved: { dispute: late-moulds, manner: mooted, released: unknown }
        """

    static let report = """
        recording: 2025-04-02-reported-rate
        agreement: quill-loom
        instrument: { kind: report, title: The rate as reported }
        disclosed: 2025-04-02
        sources:
          - { id: gazette, grade: unnamed-source, publisher: "]]> <script>alert(1)</script>" }
        events:
          - value-reported: { term: royalty.paper, field: rate, value: 7% of net sales }
        """
}
