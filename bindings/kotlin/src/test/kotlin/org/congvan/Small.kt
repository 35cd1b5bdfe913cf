package org.congvan

import java.time.OffsetDateTime

/** A small province, and a directive of two assignments: a report, and what consolidates it. */
internal object Small {
    const val DIRECTIVE = "bao-cao-quy"

    private const val DIRECTORY = """
version = "2024"
units = [
    { id = "ubnd-tinh", names = [{ name = "Ủy ban nhân dân tỉnh" }] },
    { id = "so-noi-vu", names = [{ name = "Sở Nội vụ" }], parents = [{ unit = "ubnd-tinh" }] },
    { id = "so-y-te", names = [{ name = "Sở Y tế" }], parents = [{ unit = "ubnd-tinh" }] },
]
offices = [
    { id = "ubnd-tinh.head", unit = "ubnd-tinh", capacity = "head", title_vi = "Chủ tịch" },
    { id = "ubnd-tinh.clerk", unit = "ubnd-tinh", capacity = "clerk", title_vi = "Văn thư" },
    { id = "so-noi-vu.officer", unit = "so-noi-vu", capacity = "officer", title_vi = "Chuyên viên" },
    { id = "so-y-te.head", unit = "so-y-te", capacity = "head", title_vi = "Giám đốc" },
]
persons = [
    { id = "p1", name = "Chủ tịch" }, { id = "p2", name = "Văn thư" },
    { id = "p3", name = "Chuyên viên" }, { id = "p4", name = "Giám đốc" },
]
holdings = [
    { office = "ubnd-tinh.head", person = "p1", from = 2024-01-01 },
    { office = "ubnd-tinh.clerk", person = "p2", from = 2024-01-01 },
    { office = "so-noi-vu.officer", person = "p3", from = 2024-01-01 },
    { office = "so-y-te.head", person = "p4", from = 2024-01-01 },
]
"""

    private const val MANDATE = """
[header]
document_type = "official_dispatch"
issuing_body = "ubnd-tinh"
authority = "head"
signer = { office = "ubnd-tinh.head" }
drafting_unit = "so-noi-vu"
subject = "V/v báo cáo quý"

[[assignments]]
id = "1"
title = "Báo cáo"
performers = [{ unit = "so-y-te" }]
vetted_by = { unit = "so-noi-vu" }
deadline = { kind = "no_later_than", date = 2024-04-10 }

[[assignments]]
id = "2"
title = "Tổng hợp"
performers = [{ unit = "so-noi-vu" }]
vetted_by = "nobody"
consolidates = ["1"]
deadline = { kind = "no_later_than", date = 2024-04-17 }
"""

    /** The report's position in the roster. */
    const val REPORT = 1

    /** The consolidation's position in the roster. */
    const val CONSOLIDATION = 0

    val chairman = Actor(capacity = Capacity.HEAD, person = "p1", unit = "ubnd-tinh")
    val clerk = Actor(capacity = Capacity.CLERK, person = "p2", unit = "ubnd-tinh")
    val officer = Actor(capacity = Capacity.OFFICER, person = "p3", unit = "so-noi-vu")
    val director = Actor(capacity = Capacity.HEAD, person = "p4", unit = "so-y-te")

    /** The instant of issue. */
    val day: OffsetDateTime = OffsetDateTime.parse("2024-03-25T10:00:00+07:00")

    /** An instant in time for the report. */
    val later: OffsetDateTime = OffsetDateTime.parse("2024-04-01T08:00:00+07:00")

    fun directory(): Directory = Directory.fromText("directory.toml", DIRECTORY)

    fun mandate(): Mandate = Mandate.fromText("mandate.toml", MANDATE)

    /** What brings a directive into force. */
    fun opening(number: Int = 12): List<Pair<Actor, Command>> =
        listOf(
            officer to Command.Draft(mandate()),
            chairman to Command.Sign,
            clerk to Command.Issue(date = day.toLocalDate(), notation = "UBND-SNV", number = number.toUInt()),
        )

    /** The report, submitted. */
    fun submit(): Command =
        Command.Submit(
            fields = Fields(other = emptyMap()),
            hash = "sha256:" + "ab".repeat(32),
            mediaType = "application/pdf",
            obligation = REPORT,
            signedAs = Capacity.HEAD,
            signedBy = director.person,
        )

    fun recall(): Command = Command.Recall(obligation = REPORT, reason = "nhầm tệp")

    /** A register in memory, or over another journal, with the directory set. */
    fun register(register: Register = Register.open("memory:")): Register = register.apply { setDirectory(directory()) }

    /** Brings a directive into force. */
    fun issue(register: Register, directive: String = DIRECTIVE, number: Int = 12) {
        opening(number).forEachIndexed { step, (actor, command) ->
            register.execute(directive, actor, command, day, "opening-$step")
        }
    }
}
