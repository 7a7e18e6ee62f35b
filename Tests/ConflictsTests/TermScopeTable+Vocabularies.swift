/// Lines of the table in which a vocabulary decides, or is missing.
enum TermScopeVocabularies {
    static let rows = """
        D* x p=film / D* x p=film | film#series = dx certain
        D* x p=film / D* x p=series | film#series = none
        D* x p=film / D* x p=series | film:series = dx certain
        D* x p=film / D* x p=series | film<media series<media = dx possible
        D* x p=film / D* x p=media | film<media = dx certain
        D* x p=film / D* x p=!media | film<media = none
        D* x p=film / D* x p=!media | film<screen screen<media = none
        D* x p=film / D* n p=short | short<film = later certain
        D* n p=film / D* x p=short | short<film = enc certain
        D* x p=film / D* n p=radio-play | radio-play<radio radio#film = none
        D* x p=film / D* n p=radio-play | radio-play<radio = later possible
        D* x p=!film / D* x p=!series = dx possible
        D* x p=!film / D* x p=!series | book#film book#series = dx certain
        D* x p=media / D* x p=!film | film<media = dx possible
        D* x p=media / D* x p=!film | film<media series<media film#series = dx certain
        D* x ch=cinema / D* x ch=tv = dx possible
        D* x ch=cinema / D* x ch=tv | cinema#tv = none
        D* x ch=cinema / D* x ch=pay-tv | cinema#tv pay-tv<tv = none
        D* x ch=cinema / D* x ch=kino | kino:cinema = dx certain
        D* x ch=media/cinema / D* x ch=media/tv = dx possible
        D* x ch=media/cinema / D* x ch=media/tv | media/cinema#media/tv = none
        D* x f=5nm / D* x f=!7nm-and-smaller = dx possible
        D* x f=5nm / D* x f=!7nm-and-smaller | 5nm<7nm-and-smaller = none
        D* x f=5nm / D* x f=7nm-and-smaller | 5nm<7nm-and-smaller = dx certain
        D* x f=5nm / D* x f=7nm-and-smaller = dx possible
        D* x f=3nm / D* x f=!7nm-and-smaller | 5nm<7nm-and-smaller = dx possible
        D* x t=emea / D* x t=germany = dx possible
        D* x t=emea / D* x t=germany | europe<emea = dx certain
        D* x t=emea / D* x t=japan | europe<emea = dx possible
        D* x t=!emea / D* x t=germany | europe<emea = none
        D* x t=dach / D* x t=japan | dach<europe = none
        D* x t=dach / D* x t=germany | dach<europe = dx possible
        D* x t=dach / D* x t=germany | de<dach = dx certain
        D* x t=home / D* x t=germany | home:germany = dx certain
        D* x t=home / D* x t=france | home:germany = none
        D* x cu=schools / D* x cu=firms = dx possible
        D* x cu=schools / D* x cu=firms | schools#firms = none
        D* x cu=schools / D* n cu=public-bodies | schools<public-bodies = later certain
        L* x sub=lens-patents / L* x sub=song = dx possible
        L* x sub=lens-patents / L* x sub=song | lens-patents#song = none
        L* x sub=lens-patents / L* x sub=patents | lens-patents<patents = dx certain
        H* x p=research / H* n p=training = later possible
        H* x p=research / H* n p=training | training<research = later certain
        H* x p=research / H* n p=training | training#research = none
        X* act=make p=code / D* n p=code = later possible
        X* act=sell p=code / D* n p=code | sell:distribute = later certain
        X* act=sell p=code / D* n p=code | sell#distribute = none
        X* act=use p=code / D* n p=code = later possible
        X* act=use p=code / D* n p=code | use#distribute = none
        X* act=buy p=chips / C* p=wafers = duty possible
        X* act=buy p=chips / C* p=wafers | wafers#chips = none
        X* act=buy p=chips / C* p=wafers | wafers<chips = duty certain
        D* x p=code / D* n p=core to=studio from=studio | core<code = own certain
        D* x p=code / D* n p=core to=studio from=studio = own possible
        D* x p=code / D* n p=core to=studio from=studio | core#code = none
        D* n p=code to=studio from=owner / D* n p=core | core<code = none
        D* n p=code to=studio from=owner / D* n p=core = head faint
        D* n p=code to=studio from=owner / D* n p=core | core#code = none
        D* n p=core to=studio from=owner / D* n p=code | core<code = head possible
        N* act=distribute p=film / D* n p=short | short<film = holdback possible
        N* act=distribute p=film / D* n p=radio | radio#film = none
        R* sub=films / L* n sub=shorts | shorts<films = process possible
        R* sub=films / L* n sub=songs | songs#films = none
        F* w=shop p=suite / D* n p=docs | docs<suite = process possible
        F* w=shop p=suite / D* n p=docs | docs#suite = none
        D* x p=film / D* x p=film | film<media film#media = dx possible
        D* x p=film / D* x p=media | film<media film#media = dx possible
        D* x p=film / D* n p=book | film<media = later possible
        """
}
