// One case a line: one term / another | what a vocabulary says = what the rules find.
//
// A term: L licence, D distribution, H hosting, X covenant of exclusivity, N covenant not to compete, R first
// refusal, F first availability, C minimum commitment, P primary provider; then x exclusive, s sole, c
// co-exclusive, n non-exclusive, ? undisclosed. p, f, t, ch, cu are products, fields, territories, channels and
// customers: `a,b` only these, `!a` all except these, `?` undisclosed, `all` stated as not limited. A `*` after
// the kind states `all` for every dimension that the line does not name, and leaves out words where the kind
// can do without. w is the subject or the act in words, sub and act the same in names, but what is left out in
// words; text is the clause, word for word. `2024..2026` holds from the first day of 2024 to the last of 2025; `y2024..` begins some day of 2024,
// which is its last day at the latest, `a2024..` on a day that is not stated, `2024-05-01~..` about that day. from and to are the parties:
// `studio` grants, to `alpha` in the first and to `beta` in the second term; with= is a further party of the
// agreement, `in=one` puts a term into that agreement. A vocabulary: `a<b` lies within, `a#b` is disjoint from,
// `a:b` is the same as. What is found: the rule and how sure (certain, possible, or faint: possible, and hardly
// worth a look), or `none` by any rule about two terms.

/// What instruments state in every dimension, and what is apart all the same.
enum TermScopeTable {
    static let stated = """
        D* x p=film t=fr / D* x p=film t=fr = dx certain
        D* x p=film t=fr / D* s p=film t=fr = dx certain
        D* s p=film t=fr / D* s p=film t=fr = dx certain
        D* x p=film t=fr / D* x p=film t=de = none
        D* x p=film t=fr,de / D* x p=film t=de,at = dx certain
        D* x p=film t=europe / D* x p=film t=germany = dx certain
        D* x p=film t=france / D* x p=film t=germany = none
        D* x p=film t=europe / D* x p=film t=europe/fr = dx certain
        D* x p=film t=europe/fr / D* x p=film t=europe/de = none
        D* x p=film t=deu / D* x p=film t=germany = dx certain
        D* x p=film t=world / D* x p=film t=japan = dx certain
        D* x p=film t=asia / D* x p=film t=europe = none
        D* x p=film t=north-america / D* x p=film t=mexico = dx certain
        D* x p=film t=!us / D* x p=film t=us = none
        D* x p=film t=!us / D* x p=film t=us,ca = dx certain
        D* x p=film t=!us / D* x p=film t=!fr = dx certain
        D* x p=film t=!europe / D* x p=film t=fr = none
        D* x p=film t=!europe / D* x p=film t=japan = dx certain
        D* x p=film t=germany/bavaria / D* x p=film t=de = dx certain
        D* x p=film t=germany/bavaria / D* x p=film t=at = none
        D* x p=film / D* x p=film t=fr = dx certain
        D* x p=film t=fr / D* n p=film t=fr = later certain
        D* x p=film text=an_exclusive_right_to_show_it / D* n p=film = later certain
        D* s p=film t=fr / D* n p=film t=fr = later certain
        D* n p=film t=fr / D* n p=film t=fr = none
        D* p=film t=fr / D* p=film t=fr = none
        D* n p=film t=fr / D* x p=film t=fr = enc certain
        D* x p=film t=fr / D* n p=film t=de = none
        D* x p=film ch=media/tv / D* x p=film ch=media/tv/pay = dx certain
        D* x p=film ch=!media/tv / D* x p=film ch=media/tv = none
        D* x p=film ch=!media/tv / D* x p=film ch=media/tv/pay = none
        D* x p=film ch=svod / D* n p=film ch=svod = later certain
        D* x p=film 2024..2026 / D* x p=film 2026..2028 = none
        D* x p=film 2024..2026 / D* x p=film 2025..2028 = dx certain
        D* x p=film 2024..2026 / D* n p=film 2025..2028 = later certain
        D* x p=film 2025..2026 / D* n p=film 2024..2028 = enc certain
        D* x p=film 2025..2026 / D* n p=film 2024..2025 = none
        D* x p=film 2026..2027 / D* n p=film 2024..2025 = none
        D* x p=film 2024..2026 / D* x p=film y2025.. = dx certain
        D* x p=film 2024..2025 / D* x p=film y2025.. = none
        D* x p=catalogue / D* x p=catalogue/series = dx certain
        D* x p=catalogue/film/one / D* x p=catalogue/film = dx certain
        D* x p=film,book / D* x p=book,game = dx certain
        D* x p=!book / D* x p=book = none
        D* x p=!book / D* x p=!book = dx certain
        D* x p=all / D* x p=film = dx certain
        D* x p=all / D* x p=!book = dx certain
        D* x p=film f=medicine / D* x p=film f=medicine = dx certain
        D* x p=film cu=schools / D* x p=film cu=schools = dx certain
        D* x p=film cu=!us-government / D* x p=film cu=us-government = none
        D* x p=film cu=!us-government / D* n p=film = later certain
        D* x p=? t=fr / D* x p=film t=de = none
        D* ? p=film t=fr / D* n p=film t=de = none
        D* ? p=film t=fr / D* x p=film t=fr = enc certain
        D* c p=film t=fr / D* x p=film t=fr = enc certain
        D* c p=film t=fr / D* c p=film t=de = none
        D* x p=film t=fr / D* x p=film t=fr to=alpha = none
        D* x p=film t=fr / D* n p=film t=fr to=alpha = none
        D* x p=film t=fr / D* x p=film t=fr from=other = none
        D* x p=film sub=dune / D* x p=film sub=dune = dx certain
        L* x p=code sub=kernel / L* x p=code sub=kernel = dx certain
        L* x p=code sub=kernel / L* n p=code sub=kernel = later certain
        L* n p=code sub=kernel / L* x p=code sub=kernel = enc certain
        L* s p=code sub=kernel / L* n p=code sub=kernel = later certain
        L* x sub=all / L* n sub=kernel = later certain
        L* x sub=!kernel / L* n sub=kernel = none
        L* x sub=kernel / L* n sub=kernel/scheduler = later certain
        L* n sub=kernel / L* n sub=kernel = none
        L* x sub=kernel / L* x sub=kernel to=alpha = none
        H* x p=jobs / H* x p=jobs = dx certain
        H* x p=jobs / H* n p=jobs = later certain
        H* n p=jobs / H* x p=jobs = enc certain
        H* x p=jobs / H* n p=jobs/training = later certain
        H* s p=jobs / H* n p=jobs = later certain
        H* n p=jobs / H* n p=jobs = none
        H* x p=all / H* n p=jobs = later certain
        H* x p=jobs t=fr / H* n p=jobs t=us = none
        H x p=jobs / D x p=jobs = none
        D x p=jobs / H n p=jobs = none
        L x p=code / H x p=code = none
        L x p=code / H n p=code = none
        X* act=distribute p=code / D* n p=code = later certain
        X* act=distribute p=code / D* x p=code = dx certain
        X* act=host p=code / H* n p=code = later certain
        X* act=host p=code / D* n p=code = none
        X* act=all p=code / D* n p=code = later certain
        X* act=all p=code / H* n p=code = later certain
        X* act=!host p=code / H* n p=code = none
        X* n act=distribute p=code / D* n p=code = none
        X* s act=distribute p=code / D* n p=code = later certain
        D* n p=code / X* act=distribute p=code = enc certain
        X* act=distribute p=code / D* n p=code to=alpha = none
        X* act=distribute p=code t=fr / D* n p=code t=de = none
        X* act=distribute p=code 2024..2025 / D* n p=code 2025.. = none
        X* act=buy p=chips / C* p=chips = duty certain
        X* act=buy p=chips/5nm / C* p=chips = duty certain
        X* act=buy p=chips / C* p=chips to=alpha = none
        X* act=buy p=chips / C* p=chips from=beta to=studio = none
        X* act=sell p=!chips / C* p=chips from=beta to=studio = none
        X* act=sell p=chips / C* p=chips from=alpha to=studio = none
        X* n act=sell p=chips / C* p=chips from=beta to=studio = none
        X* act=sell p=chips 2024..2025 / C* p=chips 2025.. from=beta to=studio = none
        X* n act=buy p=chips / C* p=chips = none
        X* act=distribute p=chips / C* p=chips = none
        X* act=buy p=chips 2024..2025 / C* p=chips 2025.. = none
        X* act=buy p=!chips / C* p=chips = none
        X* act=buy p=chips t=fr / C* p=chips t=de = none
        X* act=buy p=chips / X* act=buy p=chips = dx certain
        X* act=make,buy p=chips / X* act=make p=chips = dx certain
        D* x p=code / D* n p=code to=studio = own certain
        D* x p=code / D* n p=code to=studio from=studio = own certain
        D* s p=code / D* n p=code to=studio from=studio = none
        D* n p=code / D* n p=code to=studio from=studio = none
        D* x p=code / D* n p=code to=studio from=alpha = none
        D* x p=code t=fr / D* n p=code t=de to=studio from=studio = none
        D* x p=!code / D* n p=code to=studio from=studio = none
        X* act=host p=code / H* n p=code to=studio from=studio = own certain
        X* act=distribute p=code / H* n p=code to=studio from=studio = none
        L* x sub=series / L* n sub=series to=studio = own certain
        L* s sub=series but=the_licensor_may_show_it / L* n sub=series to=studio = none
        L s but=the_licensor_may_show_it / L n to=studio = none
        N* act=distribute p=code t=fr / D* n p=code t=de = none
        N* act=distribute p=code t=fr / D* n p=code t=fr to=alpha = none
        N* act=distribute p=code t=fr / D* n p=code t=fr from=other = none
        N* act=distribute p=code 2024..2025 / D* n p=code 2025..2026 = none
        N* act=distribute p=code / H* n p=code = none
        N* act=distribute p=!code / D* n p=code = none
        R* sub=films / L* n sub=films to=alpha = none
        R* sub=films / L* n sub=!films = none
        R* sub=films / L* n sub=films from=other = none
        R* sub=films 2024..2025 / L* n sub=films 2025.. = none
        R* sub=films 2025.. / L* n sub=films 2024.. = none
        F* w=shop p=code / D* n p=code to=alpha = none
        F* w=shop p=code / H* n p=code = none
        F* w=shop p=!code / D* n p=code = none
        F* w=shop p=code 2025.. / D* n p=code 2024.. = none
        D* n p=code,docs to=studio from=owner / D* n p=code = none
        D* n p=code to=studio from=owner / D* n p=code/core = none
        D* n p=code t=europe to=studio from=owner / D* n p=code t=france = none
        D* x p=code to=studio from=owner / D* x p=code = none
        D* s p=code to=studio from=owner / D* n p=code = none
        D* s p=code to=studio from=owner / D* s p=code = none
        D* x p=code to=studio from=owner / D* s p=code = none
        D* c p=code to=studio from=owner / D* c p=code = none
        D* ? p=code to=studio from=owner / D* n p=code = none
        D* n p=code to=studio from=owner / D* n p=code,docs to=owner = none
        D* n p=code to=studio from=owner / D* n p=!code = none
        L* n sub=code to=studio from=owner 2024.. / D* n p=code 2024..2026 = none
        H* n p=jobs / C* = none
        H* x p=jobs / P* p=jobs to=alpha = none
        H* n p=jobs / P* p=jobs = none
        H* x p=jobs 2024..2025 / P* p=jobs 2025.. = none
        D* x p=code / F* w=shop p=code to=alpha = none
        D* n p=code / F* w=shop p=code = none
        L x p=code / P p=code = none
        H x / P to=alpha = none
        """

    static let rows = [
        stated, TermScopeVocabularies.rows, FalseFriends.grants, FalseFriends.others,
    ]
    .flatMap { text in text.split(separator: "\n").map(String.init) }
}
