extension ExportChange {
    /// Of a whole book, with nothing from outside.
    static let plain = lines + places + members + payloads + redactions

    private static let lines = [
        ExportChange("the head is of another format") {
            $0.replace(line: 0, "export/1", "export/2")
        },
        ExportChange("the head has another size") { $0.replace(line: 0, "20", "21") },
        ExportChange("the size is written as 20.0") { $0.replace(line: 0, "20", "20.0") },
        ExportChange("the size is given twice") {
            $0.replace(line: 0, #""size":20"#, #""size":20,"size":20"#)
        },
        ExportChange("the head has a member that is not known") {
            $0.replace(line: 0, "{", #"{"colour":"red","#)
        },
        ExportChange("the head is of another book") { $0.replace(line: 0, "memory", "memoir") },
        ExportChange("there is no head") { $0.lines.removeFirst() },
        ExportChange("there is a second head") { $0.lines.append($0.lines[0]) },
        ExportChange("a byte order mark stands before it") {
            $0.lines[0] = "\u{FEFF}" + $0.lines[0]
        },
        ExportChange("an empty line stands between the events") { $0.lines.insert("", at: 3) },
        ExportChange("the file is cut off in the middle of a line") {
            $0.lines[20] = String($0.lines[20].dropLast(7))
            $0.end = ""
        },
        ExportChange("the line feed at the end is missing") { $0.end = "" },
        ExportChange("a line has a text with a raw control character") {
            $0.replace(line: 12, "undisclosed", "un\tdisclosed")
        },
        ExportChange("a text has half of a surrogate pair") {
            $0.replace(line: 12, "undisclosed", #"\ud800"#)
        },
    ]

    private static let places = [
        ExportChange("an event of a recording has a source of the same letters and other bytes") {
            for position in 1...20 {
                let letter = position == 2 ? "e\u{301}" : "\u{E9}"
                $0.replace(position, "entry", #""publisher":""#, #""publisher":""# + letter)
            }
        },
        ExportChange("an event is left out") { $0.remove(12) },
        ExportChange("the last event is cut off, and the head says so") {
            $0.remove(20)
            $0.replace(line: 0, "20", "19")
        },
        ExportChange("two events change places") { $0.swap(12, 13) },
        ExportChange("an event stands there twice") { $0.repeat(12) },
        ExportChange("an entry is of another book") {
            $0.replace(19, "entry", #""origin":"memory""#, #""origin":"memoir""#)
        },
        ExportChange("an entry was written for another position") {
            $0.replace(19, "entry", #""position":19"#, #""position":91"#)
        },
        ExportChange("an entry has another version") {
            $0.replace(19, "entry", #""version":19"#, #""version":18"#)
        },
        ExportChange("an entry is of another agreement") {
            $0.replace(19, "entry", #"{"agreement":"tern-mill""#, #"{"agreement":"tern-hill""#)
        },
        ExportChange("an ordinal is passed over") {
            $0.replace(18, "entry", #""ordinal":8"#, #""ordinal":9"#)
        },
        ExportChange("one event of a recording has another recorder") {
            $0.replace(18, "entry", #""recorder":"ana""#, #""recorder":"eve""#)
        },
        ExportChange("a recording has the key of an earlier one") {
            $0.replace(19, "entry", "2025-04-02-reported-cap", "2024-01-10-supply")
        },
        ExportChange("time goes back") {
            $0.replace(19, "entry", "2025-04-02T22:30:00Z", "2025-04-02T22:29:59.999999Z")
        },
    ]

    private static let members = [
        ExportChange("an entry has white space in it") {
            $0.replace(19, "entry", #"{"agreement""#, #"{ "agreement""#)
        },
        ExportChange("an entry escapes what needs no escape") {
            $0.replace(19, "entry", "tern-mill", #"\u0074ern-mill"#)
        },
        ExportChange("an entry has a member that is not known") {
            $0.replace(19, "entry", #""version":19"#, #""version":19,"zeal":1"#)
        },
        ExportChange("an entry lacks a member") { $0.replace(19, "entry", #""ordinal":1,"#, "") },
        ExportChange("an entry is of another format") {
            $0.replace(19, "entry", #""v":2"#, #""v":3"#)
        },
        ExportChange("an entry is no object") { $0.replace(19, "entry", "{", "[{") },
        ExportChange("a day is none") {
            $0.replace(
                19, "entry", #""disclosed":"2025-04-02""#, #""disclosed":"2025-02-30""#)
        },
        ExportChange("a second is none") {
            $0.replace(20, "entry", "2025-04-02T22:30:00Z", "2025-04-02T22:30:60Z")
        },
        ExportChange("an instant has decimals that say nothing") {
            $0.replace(20, "entry", "22:30:00Z", "22:30:00.000000Z")
        },
        ExportChange("a key is in capitals") { $0.replace(20, "entry", "-order", "-Order") },
        ExportChange("an instrument is of no known kind") {
            $0.replace(19, "entry", #""kind":"report""#, #""kind":"rumour""#)
        },
        ExportChange("a source has no known grade") {
            $0.replace(19, "entry", "unnamed-source", "nameless")
        },
        ExportChange("there is no source") {
            $0.replace(
                20, "entry",
                #"[{"grade":"court-finding","id":"order","publisher":"Court of Oslo"}]"#, "[]")
        },
        ExportChange("a bound has two members") {
            $0.replace(
                19, "entry", #""effective":{"announced""#,
                #""effective":{"announced":"2025-03-01","on""#)
        },
        ExportChange("a digest is in capitals") {
            $0.replace(19, "entry", "sha256:c", "sha256:C")
        },
    ]

    private static let payloads = [
        ExportChange("a payload is changed by a letter") {
            $0.replace(12, "payload", "cap", "cup")
        },
        ExportChange("a salt is changed") { $0.replace(12, "salt", "07", "08") },
        ExportChange("a salt is too short") { $0.replace(12, "salt", "07", "") },
        ExportChange("a payload is that of another event") {
            $0.set(12, "payload", to: try ChangedExport.member("payload", of: $0[event: 13]))
        },
        ExportChange("an entry has another effective day than its payload") {
            $0.replace(
                19, "entry", #""effective":{"announced":"2025-03-01"}"#,
                #""effective":{"announced":"2025-03-02"}"#)
        },
        ExportChange("a payload has another effective day than its entry, with its digest") {
            $0.replace(19, "payload", "2025-03-01", "2025-03-02")
            try $0.reseal(19)
        },
        ExportChange("a payload is no object, with its digest") {
            $0.replace(18, "payload", "{", "[{")
            $0.replace(18, "payload", "}", "}]")
            try $0.reseal(18)
        },
        ExportChange("a payload is no JSON, with its digest") {
            $0.replace(18, "payload", "{", "")
            try $0.reseal(18)
        },
        ExportChange("a payload is missing") {
            $0.lines[12].replace(/"payload":"(?:[^"\\]|\\.)*",/, with: "")
        },
    ]

    private static let redactions = [
        ExportChange("what is left of a redacted event is changed") {
            $0.replace(11, "remains", "exclusivity", "exclusion")
        },
        ExportChange("what is left is of another version") {
            $0.replace(line: 11, #""schema":1}"#, #""schema":2}"#)
        },
        ExportChange("another redaction is named than took it out") {
            $0.replace(line: 11, #""redactedBy":20"#, #""redactedBy":19"#)
        },
        ExportChange("the redaction commits to something else") {
            $0.alter(20, "entry", after: #""remains":{"digest":"sha256:"#)
        },
        ExportChange("the redaction is of another event") {
            $0.replace(20, "entry", #""position":11"#, #""position":12"#)
        },
        ExportChange("the redaction is of an event after it") {
            $0.replace(20, "entry", #""position":11"#, #""position":21"#)
        },
        ExportChange("the redaction's payload names another event, with its digest") {
            $0.replace(20, "payload", "amendment-1#1", "amendment-1#2")
            try $0.reseal(20)
        },
        ExportChange("the redaction does not say what it left") {
            $0.lines[20].replace(/\\"remains\\":\{[^}]*\},/, with: "")
        },
        ExportChange("an event that redacts nothing says what it left") {
            $0.replace(
                19, "entry", #""recording":"2025-04-02-reported-cap","#,
                #""recording":"2025-04-02-reported-cap","remains":{"digest":"sha256:"#
                    + String(repeating: "0", count: 64) + #"","position":11,"schema":1},"#)
        },
        ExportChange("a payload that was taken out is put back") {
            $0[event: 11] = $0.before[11]
        },
        ExportChange("payload and remains stand beside each other") {
            $0.replace(line: 11, #","redactedBy""#, #","payload":"{}","redactedBy""#)
        },
        ExportChange("a payload is taken out, and no redaction says so") {
            $0[event: 12] = $0[event: 12].replacing(
                /,"payload":.*$/, with: #","redactedBy":20,"remains":"{}","schema":1}"#)
        },
    ]

    /// Of a whole book whose recordings are signed, with nothing from outside.
    static let recorded = [
        ExportChange("a digit of a recorder's signature is changed") {
            $0.alter(1, "entry", after: #""signature":{"bytes":""#)
        },
        ExportChange("an event of a signed recording is changed, with its digest") {
            $0.replace(12, "payload", "undisclosed", "none")
            try $0.reseal(12)
        },
        ExportChange("the last event of a signed recording is moved into one of its own") {
            $0.replace(18, "entry", "2025-03-01-amendment-1", "2025-03-01-amendment-2")
            $0.replace(18, "entry", #""ordinal":8"#, #""ordinal":1"#)
        },
        ExportChange("a signed recording has another recorder than its key") {
            $0.replace(19, "entry", #""recorder":"ana""#, #""recorder":"eve""#)
        },
        ExportChange("a signed recording has another source") {
            $0.replace(19, "entry", "unnamed-source", "secondary")
        },
        ExportChange("a signature stands on the second event") {
            let signature = $0[event: 11].firstMatch(of: /\\"signature\\":\{[^}]*\},/)?.output ?? ""
            $0.lines[12] = $0.lines[12].replacing(
                #"\"sources\""#, with: signature + #"\"sources\""#)
        },
        ExportChange("the id of a recorder's key is changed") {
            $0.alter(1, "entry", after: #""key":"ana+"#)
        },
    ]
}
