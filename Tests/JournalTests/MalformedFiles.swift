/// The two good files from which every malformed one is made by one small edit.
enum GoodFiles {
    /// What is in the book already.
    static let opening = """
        recording: 2023-01-10-charter
        agreement: harbor
        instrument: { kind: definitive, title: Charter, signed: 2023-01-10, effective: { on: 2023-02-01 } }
        disclosed: 2023-01-10
        sources:
          - { id: charter, grade: executed-text, publisher: invented for tests }
        events:
          - agreement-recorded: { title: Harbor, zone: Europe/Lisbon }
          - party-admitted: { party: quill, name: Quill plc }
          - party-admitted: { party: lumen, name: Lumen SA }
          - party-admitted: { party: orion, name: Orion Inc. }
          - condition-defined: { condition: clearance, text: The territory is cleared. }
          - condition-defined: { condition: merger, text: The two merge. }
          - condition-defined: { condition: listing, text: The shares are listed. }
          - condition-defined: { condition: permit, text: The permit is there. }
          - term-added:
              term: royalty
              kind: royalty
              set: { payer: lumen, payee: quill, rate: 4% of net sales, cap: undisclosed, ends: { through: 2029-12-31 } }
          - term-added: { term: fee, kind: fee, set: { payer: lumen, payee: quill, amount: EUR 100 } }
          - term-added:
              term: volume
              kind: volume-commitment
              set: { obligor: lumen, beneficiary: quill, quantity: 100, unit: modules }
          - term-amended: { term: volume, set: { quantity: 140 }, effective: { on: 2026-01-01 } }
          - term-added: { term: duration, kind: term-and-renewal, set: { renewal: automatic, ends: { through: 2027-12-31 } } }
          - term-added: { term: option, kind: option, set: { holder: lumen, grantor: quill, direction: call, subject: Iberia } }
          - term-added: { term: exit, kind: termination-right, set: { holder: lumen, ground: convenience } }
          - term-added: { term: law, kind: governing-law, set: { law: Portuguese law } }
          - term-added: { term: old, kind: fee, set: { payer: lumen, payee: quill, amount: EUR 5, ends: { through: 2023-12-31 } } }
          - term-added: { term: portal, kind: fee, set: { payer: lumen, payee: quill, amount: EUR 7 } }
          - term-added: { term: press, kind: publicity, set: { obligor: lumen, consent: yes } }
          - value-reported: { term: royalty, field: cap, value: EUR 900 }
          - expectation-stated: { expectation: model, text: A second model., window: { soft: 2023-05/2023-06 } }
          - dispute-raised: { dispute: imports, by: [quill], against: [lumen], about: [royalty], stage: filed }
          - amount-accrued: { term: royalty, amount: EUR 10.50, period: 2023-02/2023-03 }
          - term-interpreted: { term: royalty, field: rate, reading: net of returns, by: [quill] }

        """

    private static let digest = String(repeating: "0123456789abcdef", count: 4)

    /// One event of every kind; each malformed file differs from it in one place.
    static let amendment = """
        recording: 2024-06-01-amendment
        agreement: harbor
        instrument:
          kind: amendment
          title: Amendment No. 1
          number: 1
          signed: 2024-05-30
          effective: { on: 2024-07-01 }
        disclosed: 2024-06-01
        sources:
          - id: contract
            grade: executed-text
            publisher: invented for tests
            title: The amendment
            url: https://example.org/amendment
            published: 2024-06
            quote: as agreed
            note: read twice
          - id: letter
            grade: party-statement
            publisher: invented too
        events:
          - agreement-recorded:
              title: Harbor Two
              zone: America/New_York
              conventions: { through-year: end-of-calendar-year, through-month: end-of-calendar-month }
              agreement: harbor-two
          - party-admitted: { party: vega, name: Vega Ltd, role: guarantor }
          - party-renamed: { party: quill, name: Quill Group plc }
          - party-succeeded: { party: orion, successor: nova, name: Nova Inc. }
          - party-withdrew: { party: vega, effective: { on: 2025-01-01 } }
          - term-added: { term: law, kind: governing-law, set: { law: New York }, agreement: harbor-two }
          - agreement-restated:
              terms:
                - { term: statute, kind: governing-law, set: { law: Delaware } }
              moved: { law: statute }
              agreement: harbor-two
              effective: { on: 2024-08-01 }
          - agreement-terminated: { by: nova, ground: breach, surviving: [statute], agreement: harbor-two, effective: { on: 2025-01-01 } }
          - agreement-superseded: { successor: harbor-three, surviving: [statute], agreement: harbor-two, effective: { on: 2025-02-01 } }
          - agreement-extended: { term: duration, ends: { through: 2030-12-31 } }
          - agreement-renewed: { term: duration, ends: { through: 2032-12-31 }, effective: { on: 2025-01-01 } }
          - term-added:
              term: licence
              kind: license-grant
              set:
                grantor: quill
                grantee: lumen
                subject: the patents
                exclusivity: exclusive
                exclusive-until: { upon: clearance }
                exception: merger
                products: { only: [lenses, lenses/front] }
                territories: { all-except: [spain] }
                starts: { last-of: [ { upon: permit }, { from: 2024-09 } ] }
                ends: { first-of: [ { upon: listing }, { through: 2030 } ] }
                text: silent
          - term-added:
              term: stake
              kind: equity-stake
              set: { holder: quill, issuer: lumen, percentage: 12.5% of the shares, valuation: { between: [EUR 10, EUR 20] } }
          - term-added:
              term: investment
              kind: investment
              set: { investor: quill, issuer: lumen, amount: EUR 1000.50, funded: { redacted: "[***]" }, condition: permit }
          - term-added:
              term: commitment
              kind: minimum-commitment
              set: { obligor: lumen, beneficiary: quill, amount: EUR 30, per: P3M, over: P2Y }
          - term-added: { term: ceiling, kind: cap, set: { on: royalty, amount: { same-as: fee/amount }, period: aggregate } }
          - term-amended:
              term: royalty
              was: { rate: 4% of net sales }
              set: { rate: 150 ppm of net sales, cap: EUR 800 }
          - term-amended:
              term: fee
              set: { amount: EUR 90 }
              lasts: { through: 2024-12-31 }
          - term-amended:
              term: volume
              set: { quantity: 120 }
              onward: { wipes: [2023-01-10-charter#12] }
          - term-removed: { term: portal, ground: no longer used }
          - term-moved: { term: press, to: publicity }
          - term-suspended: { term: option, ground: force majeure, lasts: { until: 2024-10-01 } }
          - term-resumed: { term: option, effective: { on: 2024-09-01 } }
          - term-reaffirmed: { term: royalty, fields: [payer] }
          - term-unaddressed: { term: royalty, fields: [payee] }
          - term-interpreted: { term: royalty, field: cap, reading: per year, by: [lumen], readings: [in all] }
          - right-waived: { term: exit, by: lumen, extent: for a year, lasts: { through: 2025-06-30 } }
          - condition-defined:
              condition: quorum
              text: Enough votes.
              decided-by: [the board]
              readings: [ { reading: strict, text: All of them., cites: [contract] } ]
          - condition-satisfied: { condition: clearance, by: the authority, effective: { on: 2025-03-01 } }
          - condition-lapsed: { condition: merger, effective: { on: 2025-03-01 } }
          - condition-waived: { condition: listing, by: lumen, effective: { on: 2025-03-01 } }
          - condition-removed: { condition: permit, effective: { on: 2025-03-01 } }
          - notice-given: { term: exit, by: lumen, to: quill, takes-effect: { on: 2025-07-01 } }
          - option-exercised: { term: option, by: lumen }
          - option-declined: { term: option, by: lumen }
          - amount-accrued: { term: royalty, amount: EUR 12, period: 2024-01/2024-03 }
          - value-reported: { term: royalty, field: minimum, value: EUR 1 }
          - report-withdrawn: { event: 2023-01-10-charter#20, reason: withdrawn by the paper }
          - expectation-stated: { expectation: plant, text: A plant in the coming weeks., by: lumen, window: { soft: 2024-07/2024-08 } }
          - expectation-met: { expectation: model }
          - document-attached: { source: letter, sha256: \(digest), name: letter.pdf }
          - dispute-raised: { dispute: quality, by: [lumen], against: [quill], about: [volume], stage: threatened, forum: ICC }
          - dispute-resolved: { dispute: imports, manner: settled, released: yes }
          - scope-defined: { scope: goods/lenses, within: optics, disjoint-from: [goods/frames], same-as: glasses, parts: disjoint }
          - calendar-defined: { calendar: souk, weekend: [friday], from: 1999, through: 2001, holidays: [{ on: easter - 2 }] }
          - event-corrected: { event: 2023-01-10-charter#3, replacement: { party-admitted: { party: lumen, name: Lumen S.A. } }, reason: a typing error }
          - event-rescinded: { event: 2023-01-10-charter#23, reason: entered twice }
          - effective-date-moved: { event: 2023-01-10-charter#22, to: { on: 2023-03-01 } }
          - payload-redacted: { event: 2023-01-10-charter#24, authority: Order 7 }
          - term-amended: { term: stake, set: { percentage: unknown }, cites: [letter], clause: Section 3, note: a remark }
          - party-admitted: { party: nova, name: Nova, agreement: harbor-two }
          - group-formed: { group: pair, name: The Pair, members: [{ party: quill, role: agent }] }
          - member-joined: { group: pair, party: lumen, role: lender }
          - member-left: { group: pair, party: quill, effective: { on: 2025-01-01 } }
          - expectation-missed: { expectation: plant, reason: no permit came }
          - instrument-noted: { about: a letter on prices }
          - consent-given: { term: exit, to: a later date, by: [lumen] }
          - term-discharged: { term: commitment, manner: fulfilled, effective: { on: 2025-03-01 } }

        """
}
